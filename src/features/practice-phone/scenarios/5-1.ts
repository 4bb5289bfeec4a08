import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { app, hint, homeScreen, isNot, right, row, w, way } from './kit.ts';
import { lockScreens } from './5-1-locks.ts';
import { numbers, paperName, uses, type Use } from './5-1-numbers.ts';

const choose: Words = w(
  'どの [番号|ばんごう]を [入|い]れますか。ここでは えらぶだけです。',
  'Which number do you enter? Here you only choose.'
);

/** What somebody wants to do; one of the card's four numbers is the one for it. */
function useScreen(use: Use): Screen {
  const wanted = numbers[use.number];
  return {
    app: 'paper',
    title: use.name,
    back: 'cards',
    parts: [
      { part: 'strong', words: use.story },
      { part: 'text', words: choose }
    ],
    places: Object.entries(numbers).map(([id, number]) =>
      row(
        id,
        number.name,
        number === wanted
          ? right(use.praise, { to: 'cards', marks: { [use.id]: 'good' } })
          : {
              outcome: 'wrong',
              answer: {
                happened: number.purpose,
                todo: w(
                  `ここでは ちがう [番号|ばんごう]です。${use.help.ja}`,
                  `Here it is another one. ${use.help.en}`
                )
              }
            },
        { note: number.note }
      )
    ),
    hints: [
      hint(
        use.number,
        w(
          `${use.help.ja}「${wanted.name.ja}」に ふれます。`,
          `${use.help.en} Touch “${wanted.name.en}”.`
        )
      )
    ]
  };
}

const drills = [
  {
    id: 'digits',
    name: w('4けたを まちがえたら', 'Four digits, entered wrongly'),
    note: w('{練習|れんしゅう}の [番号|ばんごう]だけを つかいます', 'With practice numbers only')
  },
  {
    id: 'letters',
    name: w('6〜16[字|じ]を まちがえたら', 'Six to sixteen letters, entered wrongly'),
    note: w('{練習|れんしゅう}の [字|じ]だけを つかいます', 'With practice letters only')
  }
];

const cards: Screen = {
  app: 'paper',
  title: w('カードの 4つの [番号|ばんごう]', 'The card’s four numbers'),
  places: [
    ...uses.map(({ id, name }) => row(id, name, way(id), { follows: id })),
    ...drills.map(({ id, name, note }) =>
      row(id, name, way(id, { marks: { tries: '' } }), { note, follows: id })
    )
  ],
  hints: [...uses, ...drills].map(({ id, name }) =>
    hint(id, w(`「${name.ja}」に ふれます。`, `Touch “${name.en}”.`), [isNot(id, 'good')])
  )
};

/** マイナンバーカード: which number where, and what too many mistakes do. */
const scenario: Scenario = {
  slug: '5-1',
  title: w('カードの 4つの [番号|ばんごう]', 'The card’s four numbers'),
  task: w(
    'どの [番号|ばんごう]を つかうか えらび、かぎが かかる {様子|ようす}も [見|み]ます。',
    'Choose which number is used where, and see what happens when one locks.'
  ),
  first: 'cards',
  home: 'home',
  goal: {
    kind: 'marks',
    marks: [...uses, ...drills].map(({ id }) => id),
    is: 'good',
    atLeast: uses.length + drills.length
  },
  done: w(
    '4つとも [見分|みわ]けられました。かぎが かかっても、{市役所|しやくしょ}で なおせます。',
    'You told all four apart. And should one lock, the city hall mends it.'
  ),
  whereToAsk: w(
    '[番号|ばんごう]を わすれたら、カードを [持|も]って {市役所|しやくしょ}の マイナンバーカードの {窓口|まどぐち}へ。お[金|かね]は かかりません。',
    'If you forget a number, take the card to the My Number desk at the city hall. It costs nothing.'
  ),
  screens: {
    cards,
    ...Object.fromEntries(uses.map((use) => [use.id, useScreen(use)])),
    ...lockScreens,
    home: homeScreen([app('open', paperName, 'id-card', way('cards'))])
  }
};

export default scenario;
