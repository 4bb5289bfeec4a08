import type { Scenario } from '../domain/scenario.ts';

/** さわり方: five plain taps, and in words what each other touch was. */
const scenario: Scenario = {
  slug: '0-1',
  title: { ja: 'さわり[方|かた](トン)', en: 'How to touch (a light tap)' },
  task: {
    ja: 'みどりの まるに トンと {軽|かる}く ふれて、すぐ はなします。',
    en: 'Touch the green circle lightly, and lift your finger at once.'
  },
  first: 'circle',
  home: 'home',
  goal: { kind: 'taps', atLeast: 5 },
  done: {
    ja: '5[回|かい]、よい トンが できました。スマホは この トンで [動|うご]きます。',
    en: 'Five good taps. That is how a smartphone is worked.'
  },
  screens: {
    circle: {
      app: 'coach',
      title: { ja: 'まるに トン', en: 'Tap the circle' },
      places: [],
      hints: [
        {
          place: 'circle',
          where: {
            ja: '[大|おお]きな みどりの まるの まん[中|なか]です。[人|ひと]さし[指|ゆび]で トンと ふれて、すぐ はなします。',
            en: 'It is the middle of the big green circle. Touch it with your forefinger and lift at once.'
          }
        }
      ],
      input: {
        kind: 'circle',
        name: { ja: 'みどりの まる', en: 'The green circle' },
        fingers: {
          good: {
            happened: { ja: 'よい トンです。', en: 'A good tap.' }
          },
          light: {
            happened: {
              ja: '[少|すこ]し {軽|かる}い トンでした。',
              en: 'That was a little too light.'
            },
            todo: {
              ja: 'しっかり ふれて、はなします。',
              en: 'On this phone, touch firmly and then lift.'
            }
          },
          long: {
            happened: {
              ja: '[少|すこ]し [長|なが]く ふれました。',
              en: 'You touched a little long.'
            },
            todo: {
              ja: 'トンと ふれて すぐ はなします。',
              en: 'Touch lightly and lift at once.'
            }
          },
          held: {
            happened: { ja: 'いま、ふれたままに なっています。', en: 'Your finger is still down.' },
            todo: { ja: '[指|ゆび]を はなして みましょう。', en: 'Try lifting your finger.' }
          },
          slip: {
            happened: {
              ja: '[指|ゆび]が すべりました。',
              en: 'Your finger slipped while it was down.'
            },
            todo: {
              ja: 'まっすぐ ふれて、まっすぐ はなします。',
              en: 'Come straight down and go straight up.'
            }
          },
          twice: {
            happened: {
              ja: 'つづけて 2[回|かい] ふれました。1[回|かい]で とどいています。',
              en: 'You touched twice in a row. Once is enough: it arrived.'
            },
            todo: {
              ja: 'ひと[息|いき] ついてから、1[回|かい]だけ ふれます。',
              en: 'Take a breath, then touch only once.'
            }
          },
          'second-finger': {
            happened: {
              ja: 'ほかの [指|ゆび]も ふれました。',
              en: 'Another finger was touching too.'
            },
            todo: {
              ja: 'もう[片方|かたほう]の [手|て]で もって、[人|ひと]さし[指|ゆび]だけで ふれます。',
              en: 'Hold the phone with your other hand, and touch with one forefinger.'
            }
          },
          beside: {
            happened: {
              ja: 'まるの [外|そと]に ふれました。',
              en: 'You touched beside the circle.'
            },
            todo: {
              ja: 'まるの まん[中|なか]に ふれます。',
              en: 'Touch the middle of the circle.'
            }
          }
        }
      }
    },
    home: {
      app: 'home',
      title: { ja: 'ホームの {画面|がめん}', en: 'Home screen' },
      places: [
        {
          id: 'open-circle',
          label: { ja: 'まるに トン', en: 'Tap the circle' },
          look: 'app',
          sign: 'finger',
          turns: [{ outcome: 'way', to: 'circle' }]
        }
      ],
      hints: [
        {
          place: 'open-circle',
          where: {
            ja: '「まるに トン」の [絵|え]に ふれると、れんしゅうに もどります。',
            en: 'Touch the picture “Tap the circle” to go back to the practice.'
          }
        }
      ]
    }
  }
};

export default scenario;
