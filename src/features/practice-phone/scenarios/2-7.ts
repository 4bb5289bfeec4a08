import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Place } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';

type RightTurn = Extract<Turn, { outcome: 'right' }>;

const close: Place = {
  id: 'close',
  label: { ja: 'とじて もどる', en: 'Close and go back' },
  look: 'main',
  turns: [{ outcome: 'way', to: 'camera' }]
};

const closeHint: Hint = {
  place: 'close',
  where: {
    ja: '[下|した]の「とじて もどる」です。',
    en: 'It is “Close and go back”, at the bottom.'
  }
};

const readBeforeOpening: Words = {
  ja: 'QRコードには、この [住所|じゅうしょ]が [書|か]いて ありました。ひらく [前|まえ]に [読|よ]みましょう。',
  en: 'The QR code holds this address. Read it before you open it.'
};

const leaveLabel: Words = { ja: 'ひらかずに もどる', en: 'Go back without opening' };
const openLabel: Words = { ja: 'この ページを ひらく', en: 'Open this page' };

const openedReal: RightTurn = {
  outcome: 'right',
  to: 'real-page',
  marks: { real: 'good' },
  answer: {
    happened: {
      ja: '{本物|ほんもの}の ページを ひらきました。{市|し}の [住所|じゅうしょ]と [同|おな]じでした。',
      en: 'You opened the real page. Its address is the city’s own.'
    }
  }
};

const leftFake: RightTurn = {
  outcome: 'right',
  to: 'camera',
  marks: { fake: 'good' },
  answer: {
    happened: {
      ja: 'よく [見|み]ました。{市|し}の [住所|じゅうしょ]では ありません。ひらかなくて [正解|せいかい]です。',
      en: 'Well read. It is not the city’s address, and you did not open it.'
    }
  }
};

/** The same turn twice: while the other code is still to be read, it says so. */
function thenTheOther(other: string, turn: RightTurn): [Turn, Turn] {
  const todo: Words = {
    ja: 'つぎは、もう1まいの QRコードも [読|よ]んで みましょう。',
    en: 'Now read the other QR code too.'
  };
  const first = { when: [{ mark: other, isNot: 'good' }], answer: { ...turn.answer, todo } };
  return [{ ...turn, ...first }, turn];
}

/** QRコード: read the address first, open the city's page only. */
const scenario: Scenario = {
  slug: '2-7',
  title: { ja: 'QRコード', en: 'QR codes' },
  task: {
    ja: '2まいの QRコードを [読|よ]んで、れんしゅう{市|し}の {本物|ほんもの}の ページだけを ひらきます。',
    en: 'Read both QR codes, and open only the real page of Renshu City.'
  },
  first: 'camera',
  home: 'home',
  goal: { kind: 'marks', marks: ['real', 'fake'], is: 'good', atLeast: 2 },
  done: {
    ja: 'ひらく [前|まえ]に [住所|じゅうしょ]を [読|よ]む。これが できました。',
    en: 'Read the address before you open: you can do it.'
  },
  whereToAsk: {
    ja: 'まよったら、ひらかずに {公民館|こうみんかん}や [家族|かぞく]に [聞|き]きましょう。188({消費者|しょうひしゃ}ホットライン)でも {相談|そうだん}できます。',
    en: 'If in doubt, do not open it: ask at the community hall or your family. You can also telephone 188, the consumer hotline.'
  },
  screens: {
    camera: {
      app: 'camera',
      title: { ja: 'カメラ', en: 'Camera' },
      parts: [
        {
          part: 'text',
          words: {
            ja: 'れんしゅう{市|し}の [住所|じゅうしょ]は city.renshu.example.jp です。',
            en: 'The address of Renshu City is city.renshu.example.jp.'
          }
        }
      ],
      places: [
        {
          id: 'poster',
          label: {
            ja: 'スマホ{相談会|そうだんかい}の はり[紙|がみ]',
            en: 'Poster: smartphone help day'
          },
          note: { ja: '{公民館|こうみんかん}の かべ', en: 'On the wall of the community hall' },
          look: 'poster',
          sign: 'hall',
          turns: [{ outcome: 'way', to: 'real-address' }]
        },
        {
          id: 'sticker',
          label: { ja: '{給付金|きゅうふきん}の シール', en: 'Sticker: money for you' },
          note: { ja: 'あとから はられた もの', en: 'Somebody stuck it on later' },
          look: 'poster',
          sign: 'coins',
          turns: [{ outcome: 'way', to: 'fake-address' }]
        }
      ],
      hints: [
        {
          place: 'poster',
          when: [{ mark: 'real', isNot: 'good' }],
          where: {
            ja: '「スマホ{相談会|そうだんかい}の はり[紙|がみ]」に ふれると、QRコードを [読|よ]みます。',
            en: 'Touch “Poster: smartphone help day” to read its QR code.'
          }
        },
        {
          place: 'sticker',
          where: {
            ja: '「{給付金|きゅうふきん}の シール」に ふれると、QRコードを [読|よ]みます。',
            en: 'Touch “Sticker: money for you” to read its QR code.'
          }
        }
      ]
    },
    'real-address': {
      app: 'address',
      title: { ja: '[読|よ]みとった [住所|じゅうしょ]', en: 'The address that was read' },
      parts: [
        { part: 'address', host: 'city.renshu.example.jp', path: '/soudan', large: true },
        { part: 'text', words: readBeforeOpening }
      ],
      back: 'camera',
      places: [
        {
          id: 'open',
          label: openLabel,
          look: 'main',
          turns: thenTheOther('fake', openedReal)
        },
        {
          id: 'leave',
          label: leaveLabel,
          look: 'plain',
          turns: [
            { outcome: 'way', when: [{ mark: 'real', is: 'good' }], to: 'camera' },
            {
              outcome: 'wrong',
              to: 'camera',
              answer: {
                happened: {
                  ja: 'ひらかずに もどりました。いまのは {市|し}の {本物|ほんもの}の [住所|じゅうしょ]でした。',
                  en: 'You went back. That was the city’s real address.'
                },
                todo: {
                  ja: 'もう[一度|いちど] [読|よ]んで、city.renshu.example.jp と [同|おな]じなら ひらきます。',
                  en: 'Read it once more. If it is city.renshu.example.jp, open it.'
                }
              }
            }
          ]
        }
      ],
      hints: [
        {
          place: 'open',
          when: [{ mark: 'real', isNot: 'good' }],
          where: {
            ja: '{市|し}の [住所|じゅうしょ]と [同|おな]じです。「この ページを ひらく」に ふれます。',
            en: 'It is the same as the city’s address. Touch “Open this page”.'
          }
        },
        {
          place: 'leave',
          where: {
            ja: '「ひらかずに もどる」で、もう1まいの QRコードへ もどれます。',
            en: '“Go back without opening” takes you back to the other QR code.'
          }
        }
      ]
    },
    'real-page': {
      app: 'page',
      title: { ja: 'れんしゅう{市|し}', en: 'Renshu City' },
      back: 'camera',
      parts: [
        { part: 'address', host: 'city.renshu.example.jp' },
        {
          part: 'text',
          words: {
            ja: 'スマホ{相談会|そうだんかい}は、12[月|がつ]1[日|ついたち] [火曜日|かようび] {午前|ごぜん}10[時|じ]からです。',
            en: 'The smartphone help day is Tuesday, December 1, from 10 in the morning.'
          }
        },
        {
          part: 'text',
          words: {
            ja: 'れんしゅう{公民館|こうみんかん}で おまちして います。',
            en: 'We look forward to seeing you at Renshu Community Hall.'
          }
        }
      ],
      places: [close],
      hints: [closeHint]
    },
    'fake-address': {
      app: 'address',
      title: { ja: '[読|よ]みとった [住所|じゅうしょ]', en: 'The address that was read' },
      parts: [
        { part: 'address', host: 'city-renshu.example.jp', path: '/kyufu', large: true },
        { part: 'text', words: readBeforeOpening }
      ],
      back: 'camera',
      places: [
        {
          id: 'open',
          label: openLabel,
          look: 'main',
          turns: [
            {
              outcome: 'wrong',
              to: 'fake-page',
              marks: { fake: 'again' },
              answer: {
                happened: {
                  ja: '{市|し}に よく [似|に]た、べつの [住所|じゅうしょ]でした。「.」では なく「-」が [入|はい]って います。',
                  en: 'That was another address, made to look like the city’s: it has “-” where the city has “.”.'
                },
                todo: {
                  ja: 'なにも [書|か]かずに「とじて もどる」に ふれます。それで だいじょうぶです。',
                  en: 'Write nothing, and touch “Close and go back”. Then all is well.'
                }
              }
            }
          ]
        },
        {
          id: 'leave',
          label: leaveLabel,
          look: 'plain',
          turns: thenTheOther('real', leftFake)
        }
      ],
      hints: [
        {
          place: 'leave',
          where: {
            ja: '{市|し}の [住所|じゅうしょ]と ちがいます。「ひらかずに もどる」に ふれます。',
            en: 'It is not the city’s address. Touch “Go back without opening”.'
          }
        }
      ]
    },
    'fake-page': {
      app: 'page',
      title: { ja: '{本物|ほんもの}の スマホだったら', en: 'On a real phone' },
      mood: 'warning',
      back: 'camera',
      parts: [
        { part: 'address', host: 'city-renshu.example.jp' },
        {
          part: 'text',
          words: {
            ja: '[名前|なまえ]や {口座|こうざ}の [番号|ばんごう]を [書|か]く {画面|がめん}が [出|で]たでしょう。',
            en: 'Here you would have been asked for your name and bank account.'
          }
        },
        {
          part: 'text',
          words: {
            ja: '[書|か]くと、お[金|かね]を とられる ことが あります。',
            en: 'If you write them, your money may be taken.'
          }
        },
        {
          part: 'text',
          words: {
            ja: 'ひらいただけなら、とじれば だいじょうぶです。',
            en: 'If you only opened it, closing it is enough.'
          }
        }
      ],
      places: [close],
      hints: [closeHint]
    },
    home: {
      app: 'home',
      title: { ja: 'ホームの {画面|がめん}', en: 'Home screen' },
      places: [
        {
          id: 'open-camera',
          label: { ja: 'カメラ', en: 'Camera' },
          look: 'app',
          sign: 'camera',
          turns: [{ outcome: 'way', to: 'camera' }]
        }
      ],
      hints: [
        {
          place: 'open-camera',
          where: {
            ja: '「カメラ」の [絵|え]に ふれます。',
            en: 'Touch the picture “Camera”.'
          }
        }
      ]
    }
  }
};

export default scenario;
