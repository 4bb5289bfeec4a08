import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Place } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { app, hint, homeScreen, text, w, way } from './kit.ts';

type RightTurn = Extract<Turn, { outcome: 'right' }>;

const close: Place = {
  id: 'close',
  label: w('とじて もどる', 'Close and go back'),
  look: 'main',
  turns: [way('camera')]
};

const closeHint: Hint = hint(
  'close',
  w('[下|した]の「とじて もどる」です。', 'It is “Close and go back”, at the bottom.')
);

const readBeforeOpening: Words = w(
  'QRコードには、この [住所|じゅうしょ]が [書|か]いて ありました。ひらく [前|まえ]に [読|よ]みましょう。',
  'The QR code holds this address. Read it before you open it.'
);

const leaveLabel: Words = w('ひらかずに もどる', 'Go back without opening');
const openLabel: Words = w('この ページを ひらく', 'Open this page');

const openedReal: RightTurn = {
  outcome: 'right',
  to: 'real-page',
  marks: { real: 'good' },
  answer: {
    happened: w(
      '{本物|ほんもの}の ページを ひらきました。{市|し}の [住所|じゅうしょ]と [同|おな]じでした。',
      'You opened the real page. Its address is the city’s own.'
    )
  }
};

const leftFake: RightTurn = {
  outcome: 'right',
  to: 'camera',
  marks: { fake: 'good' },
  answer: {
    happened: w(
      'よく [見|み]ました。{市|し}の [住所|じゅうしょ]では ありません。ひらかなくて [正解|せいかい]です。',
      'Well read. It is not the city’s address, and you did not open it.'
    )
  }
};

/** The same turn twice: while the other code is still to be read, it says so. */
function thenTheOther(other: string, turn: RightTurn): [Turn, Turn] {
  const todo: Words = w(
    'つぎは、もう1まいの QRコードも [読|よ]んで みましょう。',
    'Now read the other QR code too.'
  );
  const first = { when: [{ mark: other, isNot: 'good' }], answer: { ...turn.answer, todo } };
  return [{ ...turn, ...first }, turn];
}

/** QRコード: read the address first, open the city's page only. */
const scenario: Scenario = {
  slug: '2-7',
  title: w('QRコード', 'QR codes'),
  task: w(
    '2まいの QRコードを [読|よ]んで、れんしゅう{市|し}の {本物|ほんもの}の ページだけを ひらきます。',
    'Read both QR codes, and open only the real page of Renshu City.'
  ),
  first: 'camera',
  home: 'home',
  goal: { kind: 'marks', marks: ['real', 'fake'], is: 'good', atLeast: 2 },
  done: w(
    'ひらく [前|まえ]に [住所|じゅうしょ]を [読|よ]む。これが できました。',
    'Read the address before you open: you can do it.'
  ),
  whereToAsk: w(
    'まよったら、ひらかずに {公民館|こうみんかん}や [家族|かぞく]に [聞|き]きましょう。188({消費者|しょうひしゃ}ホットライン)でも {相談|そうだん}できます。',
    'If in doubt, do not open it: ask at the community hall or your family. You can also telephone 188, the consumer hotline.'
  ),
  screens: {
    camera: {
      app: 'camera',
      title: w('カメラ', 'Camera'),
      parts: [
        text(
          w(
            'れんしゅう{市|し}の [住所|じゅうしょ]は city.renshu.example.jp です。',
            'The address of Renshu City is city.renshu.example.jp.'
          )
        )
      ],
      places: [
        {
          id: 'poster',
          label: w('スマホ{相談会|そうだんかい}の はり[紙|がみ]', 'Poster: smartphone help day'),
          note: w('{公民館|こうみんかん}の かべ', 'On the wall of the community hall'),
          look: 'poster',
          sign: 'hall',
          turns: [way('real-address')]
        },
        {
          id: 'sticker',
          label: w('{給付金|きゅうふきん}の シール', 'Sticker: money for you'),
          note: w('あとから はられた もの', 'Somebody stuck it on later'),
          look: 'poster',
          sign: 'coins',
          turns: [way('fake-address')]
        }
      ],
      hints: [
        {
          place: 'poster',
          when: [{ mark: 'real', isNot: 'good' }],
          where: w(
            '「スマホ{相談会|そうだんかい}の はり[紙|がみ]」に ふれると、QRコードを [読|よ]みます。',
            'Touch “Poster: smartphone help day” to read its QR code.'
          )
        },
        hint(
          'sticker',
          w(
            '「{給付金|きゅうふきん}の シール」に ふれると、QRコードを [読|よ]みます。',
            'Touch “Sticker: money for you” to read its QR code.'
          )
        )
      ]
    },
    'real-address': {
      app: 'address',
      title: w('[読|よ]みとった [住所|じゅうしょ]', 'The address that was read'),
      parts: [
        { part: 'address', host: 'city.renshu.example.jp', path: '/soudan', large: true },
        text(readBeforeOpening)
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
                happened: w(
                  'ひらかずに もどりました。いまのは {市|し}の {本物|ほんもの}の [住所|じゅうしょ]でした。',
                  'You went back. That was the city’s real address.'
                ),
                todo: w(
                  'もう[一度|いちど] [読|よ]みましょう。city.renshu.example.jp なら、ひらきます。',
                  'Read it once more. If it is city.renshu.example.jp, open it.'
                )
              }
            }
          ]
        }
      ],
      hints: [
        {
          place: 'open',
          when: [{ mark: 'real', isNot: 'good' }],
          where: w(
            '{市|し}の [住所|じゅうしょ]と [同|おな]じです。「この ページを ひらく」に ふれます。',
            'It is the same as the city’s address. Touch “Open this page”.'
          )
        },
        hint(
          'leave',
          w(
            '「ひらかずに もどる」で、もう1まいの QRコードへ もどれます。',
            '“Go back without opening” takes you back to the other QR code.'
          )
        )
      ]
    },
    'real-page': {
      app: 'page',
      title: w('れんしゅう{市|し}', 'Renshu City'),
      back: 'camera',
      parts: [
        { part: 'address', host: 'city.renshu.example.jp' },
        text(
          w(
            'スマホ{相談会|そうだんかい}は、12[月|がつ]1[日|ついたち] [火曜日|かようび] {午前|ごぜん}10[時|じ]からです。',
            'The smartphone help day is Tuesday, December 1, from 10 in the morning.'
          )
        ),
        text(
          w(
            'れんしゅう{公民館|こうみんかん}で おまちして います。',
            'We look forward to seeing you at Renshu Community Hall.'
          )
        )
      ],
      places: [close],
      hints: [closeHint]
    },
    'fake-address': {
      app: 'address',
      title: w('[読|よ]みとった [住所|じゅうしょ]', 'The address that was read'),
      parts: [
        { part: 'address', host: 'city-renshu.example.jp', path: '/kyufu', large: true },
        text(readBeforeOpening)
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
                happened: w(
                  '{市|し}に よく [似|に]た、べつの [住所|じゅうしょ]でした。「.」では なく「-」が [入|はい]って います。',
                  'That was another address, made to look like the city’s: it has “-” where the city has “.”.'
                ),
                todo: w(
                  'なにも [書|か]かずに「とじて もどる」に ふれます。それで だいじょうぶです。',
                  'Write nothing, and touch “Close and go back”. Then all is well.'
                )
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
        hint(
          'leave',
          w(
            '{市|し}の [住所|じゅうしょ]と ちがいます。「ひらかずに もどる」に ふれます。',
            'It is not the city’s address. Touch “Go back without opening”.'
          )
        )
      ]
    },
    'fake-page': {
      app: 'page',
      title: w('{本物|ほんもの}の スマホだったら', 'On a real phone'),
      mood: 'warning',
      back: 'camera',
      parts: [
        { part: 'address', host: 'city-renshu.example.jp' },
        text(
          w(
            '[名前|なまえ]や {口座|こうざ}の [番号|ばんごう]を [書|か]く {画面|がめん}が [出|で]たでしょう。',
            'Here you would have been asked for your name and bank account.'
          )
        ),
        text(
          w(
            '[書|か]くと、お[金|かね]を とられる ことが あります。',
            'If you write them, your money may be taken.'
          )
        ),
        text(
          w(
            'ひらいただけなら、とじれば だいじょうぶです。',
            'If you only opened it, closing it is enough.'
          )
        )
      ],
      places: [close],
      hints: [closeHint]
    },
    home: homeScreen([app('open-camera', w('カメラ', 'Camera'), 'camera', way('camera'))])
  }
};

export default scenario;
