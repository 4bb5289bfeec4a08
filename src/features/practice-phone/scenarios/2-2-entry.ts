import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import {
  choice,
  hint,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

/** The screens on which a number is written down and kept. */

/** An imaginary number: no exchange begins with three noughts. */
const HALL_NUMBER = '0420001234';
const numberOnPaper = '042-000-1234';

export const hall: Words = w('{公民館|こうみんかん}', 'Community hall');
const newTitle: Words = w('[新|あたら]しい {連絡先|れんらくさき}', 'New contact');
const nameBox: Words = w('[名前|なまえ]の {枠|わく}', 'Box for the name');
const numberBox: Words = w('[番号|ばんごう]の {枠|わく}', 'Box for the number');

const saveTurns = [
  wrong(
    w('[名前|なまえ]が まだ {空|あ}いて います。', 'There is no name yet.'),
    w('「[名前|なまえ]の {枠|わく}」に ふれます。', 'Touch the box for the name.'),
    { when: [isNot('name', 'good')] }
  ),
  wrong(
    w('[番号|ばんごう]が まだ {空|あ}いて います。', 'There is no number yet.'),
    w('「[番号|ばんごう]の {枠|わく}」に ふれます。', 'Touch the box for the number.'),
    { when: [isNot('number', 'good')] }
  ),
  right(
    w(
      '{公民館|こうみんかん}の [番号|ばんごう]を しまいました。お[金|かね]は かかりません。',
      'The number of the hall is kept. It costs nothing.'
    ),
    { to: 'entry', marks: { saved: 'good' } }
  )
];

const fresh: Screen = {
  app: 'contacts',
  title: newTitle,
  back: 'contacts',
  parts: [
    {
      part: 'card',
      title: w(`{公民館|こうみんかん} ${numberOnPaper}`, `Community hall ${numberOnPaper}`),
      sign: 'paper',
      lines: [w('[練習|れんしゅう]の [番号|ばんごう]です。', 'A number for practice.')]
    }
  ],
  places: [
    row('name', nameBox, way('name'), { follows: 'name', sign: 'person' }),
    row('number', numberBox, way('number'), { follows: 'number', sign: 'call' }),
    main('save', w('{保存|ほぞん}', 'Save'), saveTurns, { when: [isNot('face', 'iphone')] }),
    main('done', w('{完了|かんりょう}', 'Done'), saveTurns, { when: [is('face', 'iphone')] })
  ],
  hints: [
    hint('name', w('「[名前|なまえ]の {枠|わく}」に ふれます。', 'Touch the box for the name.'), [
      isNot('name', 'good')
    ]),
    hint(
      'number',
      w('「[番号|ばんごう]の {枠|わく}」に ふれます。', 'Touch the box for the number.'),
      [isNot('number', 'good')]
    ),
    hint('done', w('「{完了|かんりょう}」に ふれます。', 'Touch “Done”.'), [is('face', 'iphone')]),
    hint('save', w('「{保存|ほぞん}」に ふれます。', 'Touch “Save”.'))
  ]
};

const otherPlace = wrong(
  w('{似|に}た [言葉|ことば]でした。', 'That was a similar word.'),
  w('「{公民館|こうみんかん}」に ふれます。', 'Touch “Community hall”.')
);

const name: Screen = {
  app: 'keyboard',
  title: w('[名前|なまえ]', 'Name'),
  back: 'new',
  parts: [
    { part: 'field', label: w('[入|い]れた [字|じ]', 'You typed'), words: w('こう', 'com') },
    text(
      w(
        '「こう」と [入|い]れたら、{候補|こうほ}が [出|で]ました。',
        'After “com” the phone offers these words.'
      )
    )
  ],
  places: [
    choice('park', w('{公園|こうえん}', 'Common'), otherPlace),
    choice(
      'hall',
      hall,
      right(w('[名前|なまえ]が [入|はい]りました。', 'The name is entered.'), {
        to: 'new',
        marks: { name: 'good' }
      })
    ),
    choice('police-box', w('{交番|こうばん}', 'Company'), otherPlace)
  ],
  hints: [hint('hall', w('「{公民館|こうみんかん}」に ふれます。', 'Touch “Community hall”.'))]
};

const number: Screen = {
  app: 'keyboard',
  title: w('[番号|ばんごう]', 'Number'),
  back: 'new',
  parts: [
    strong(w(numberOnPaper, numberOnPaper)),
    text(w('[線|せん]は [入|い]れなくて よいです。', 'Leave the dashes out.'))
  ],
  input: {
    kind: 'keys',
    board: 'digits',
    label: w('[番号|ばんごう]を [入|い]れます', 'Enter the number'),
    accepts: [HALL_NUMBER],
    right: [
      right(w('[番号|ばんごう]が [入|はい]りました。', 'The number is entered.'), {
        to: 'new',
        marks: { number: 'good' }
      })
    ],
    wrong: [
      wrong(
        w('[紙|かみ]の [番号|ばんごう]と ちがうようです。', 'It differs from the paper.'),
        w(
          '[左|ひだり]から [見|み]くらべて、ちがう [所|ところ]まで 「[消|け]す」で [消|け]します。',
          'Compare from the left and take wrong digits away with “Erase”.'
        )
      )
    ]
  },
  places: [],
  hints: [
    hint('keys', w('[手|て]の しるしの ある [数字|すうじ]です。', 'It is the digit with the hand.'))
  ]
};

const callTurn = right(
  w(
    '{公民館|こうみんかん}に かかりました。[話|はなし]が すみました。',
    'The community hall answered. You have finished talking.'
  ),
  { to: 'calling-hall', marks: { called: 'good' } }
);

const entry: Screen = {
  app: 'contacts',
  title: hall,
  back: 'contacts',
  parts: [strong(w(numberOnPaper, numberOnPaper))],
  places: [
    main('call', w('{発信|はっしん}', 'Call'), callTurn, {
      when: [isNot('face', 'kantan')],
      sign: 'call'
    }),
    main('make-call', w('[電話|でんわ]を かける', 'Make a call'), callTurn, {
      when: [is('face', 'kantan')],
      sign: 'call'
    }),
    plain(
      'message',
      w('メッセージ', 'Message'),
      wrong(
        w(
          '[短|みじか]い [手紙|てがみ]の [画面|がめん]が [出|で]ます。[電話|でんわ]では ありません。',
          'This writes a short letter. It is not a call.'
        ),
        w('[受話器|じゅわき]の しるしに ふれます。', 'Touch the sign of the receiver.')
      ),
      { sign: 'short-letter' }
    )
  ],
  hints: [
    hint('make-call', w('「[電話|でんわ]を かける」です。', 'It is “Make a call”.'), [
      is('face', 'kantan')
    ]),
    hint(
      'call',
      w('[受話器|じゅわき]の 「{発信|はっしん}」に ふれます。', 'Touch “Call”, the receiver.')
    )
  ]
};

/** From the empty form to the kept number that can be called. */
export const entryScreens = { new: fresh, name, number, entry } satisfies Record<string, Screen>;
