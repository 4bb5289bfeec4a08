import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';
import { cards, cost, kind, names, shop, wish } from './0-0-cards.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const allTurned: Condition[] = cards.map((card) => is(card, 'good'));

const table: Screen = {
  app: 'paper',
  title: w('[考|かんが]える {札|ふだ}', 'Cards to think with'),
  places: [
    ...cards.map((card) => row(card, names[card], way(card), { follows: card })),
    main('to-answer', w('わたしの [答|こた]えを [出|だ]す', 'Give my answer'), [
      way('answer', { when: allTurned }),
      wrong(
        w('まだ [見|み]ていない {札|ふだ}が あります。', 'There are cards you have not seen yet.'),
        w('「まだ」の {札|ふだ}に ふれて みましょう。', 'Touch a card that is still to do.')
      )
    ])
  ],
  hints: [
    ...cards.map((card) =>
      hint(
        card,
        w(`「${names[card].ja}」の {札|ふだ}に ふれます。`, `Touch the card “${names[card].en}”.`),
        [isNot(card, 'good')]
      )
    ),
    hint(
      'to-answer',
      w('[下|した]の みどりの ボタンです。', 'It is the green button at the bottom.')
    )
  ]
};

const answered = (happened: Words): Turn => right(happened, { marks: { answer: 'good' } });

const answer: Screen = {
  app: 'paper',
  title: w('わたしの [答|こた]え', 'My answer'),
  back: 'table',
  parts: [
    text(
      w(
        'どれも よい [答|こた]えです。あとで かえられます。',
        'All of them are good, and you may change your mind.'
      )
    )
  ],
  places: [
    plain(
      'yes',
      w('[持|も]ってみる', 'I will have one'),
      answered(
        w(
          'よい [答|こた]えです。[買|か]う[前|まえ]に、{体験会|たいけんかい}で さわれます。',
          'A good answer. You can try one at a workshop before you buy.'
        )
      )
    ),
    plain(
      'no',
      w('[持|も]たない', 'I will have none'),
      answered(
        w(
          'よい [答|こた]えです。{手続|てつづ}きは [紙|かみ]でも {窓口|まどぐち}でも [電話|でんわ]でも できます。',
          'A good answer. Everything can be done on paper, at the desk and by telephone.'
        )
      )
    ),
    plain(
      'later',
      w('まだ [決|き]めない', 'Not yet'),
      answered(
        w(
          'よい [答|こた]えです。いそがなくて {大丈夫|だいじょうぶ}です。',
          'A good answer. There is no hurry.'
        )
      )
    )
  ],
  hints: [hint('later', w('どれを えらんでも よいです。', 'Whichever you choose is fine.'))]
};

/** スマホを持つ・持たない: four cards to think with, and an answer of one's own, each a good one. */
const scenario: Scenario = {
  slug: '0-0',
  title: w('スマホを [持|も]つ・[持|も]たない', 'A smartphone, or none'),
  task: w(
    '4[枚|まい]の {札|ふだ}を [見|み]て、[自分|じぶん]の [答|こた]えを [出|だ]します。',
    'Look at four cards, and give an answer of your own.'
  ),
  first: 'table',
  home: 'home',
  goal: { kind: 'marks', marks: ['answer'], is: 'good', atLeast: 1 },
  done: w(
    '[自分|じぶん]で [考|かんが]えて、[答|こた]えを [出|だ]せました。[答|こた]えは いつでも かえられます。',
    'You thought it over and gave your own answer. You may change it at any time.'
  ),
  whereToAsk: w(
    '[買|か]うときの {助成|じょせい}や {料金|りょうきん}は、{相談会|そうだんかい}や [市役所|しやくしょ]で [聞|き]けます。',
    'At a help day or the city hall you can ask about prices and help with buying.'
  ),
  screens: {
    table,
    wish,
    cost,
    kind,
    shop,
    answer,
    home: homeScreen([app('cards', w('[考|かんが]える {札|ふだ}', 'Cards'), 'think', way('table'))])
  }
};

export default scenario;
