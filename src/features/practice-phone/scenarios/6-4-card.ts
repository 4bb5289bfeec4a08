import type { Screen } from '../domain/screen.ts';
import type { Turn } from '../domain/turn.ts';
import { hint, is, isNot, main, note, plain, right, strong, text, w, way, wrong } from './kit.ts';

/** Printed on the drawn paper; it opens nothing. */
const practicePin = '2580';

const stop = plain('stop', w('{中止|ちゅうし}', 'Stop'), way('stopped'));

export const card: Screen = {
  app: 'machine',
  title: w('カードを {置|お}いてください', 'Put your card here'),
  back: 'start',
  parts: [{ part: 'sign', sign: 'card-reader', words: w('カードの [台|だい]', 'Reader') }],
  places: [
    main(
      'put',
      w('カードを [台|だい]に {置|お}く', 'Put the card on the reader'),
      way('pin', { marks: { reader: 'on' } }),
      {
        sign: 'card',
        when: [isNot('reader', 'on')]
      }
    ),
    main(
      'go-on',
      w('カードは {置|お}いてあります。つぎへ', 'The card is there. Next'),
      way('pin'),
      {
        when: [is('reader', 'on')]
      }
    ),
    plain(
      'clerk',
      w('[店|みせ]の[人|ひと]に カードを わたす', 'Hand the card to the clerk'),
      wrong(
        w('[店|みせ]の[人|ひと]は、カードを あずかれません。', 'Clerks may not take your card.'),
        w('[自分|じぶん]で [台|だい]に {置|お}きます。', 'Put it on the reader yourself.')
      )
    )
  ],
  hints: [
    hint(
      'put',
      w('「カードを [台|だい]に {置|お}く」です。', 'It is “Put the card on the reader”.'),
      [isNot('reader', 'on')]
    ),
    hint('go-on', w('「つぎへ」に ふれます。', 'Touch “Next”.'))
  ]
};

const again = w(
  '{練習|れんしゅう}の [番号|ばんごう]は 2580です。ゆっくり [入|い]れます。',
  'The practice number is 2580. Take your time.'
);

/** Three wrong numbers in all lock the card, as the real machine does. */
const wrongPin: [Turn, ...Turn[]] = [
  wrong(
    w(
      '[番号|ばんごう]が ちがいました。あと [1回|いっかい]で [止|と]まります。',
      'Wrong number. One more locks the card.'
    ),
    again,
    {
      when: [is('tries', '1')],
      marks: { tries: '2' }
    }
  ),
  wrong(
    w(
      '3[回|かい] ちがったので、カードが [止|と]まりました。',
      'Three wrong numbers: the card is locked.'
    ),
    w(
      'こわれては いません。[市|し]の{窓口|まどぐち}で なおせます。',
      'It is not broken. The city’s counter mends it.'
    ),
    { when: [is('tries', '2')], to: 'locked', marks: { tries: '' } }
  ),
  wrong(
    w(
      '[番号|ばんごう]が ちがいました。あと 2[回|かい] [入|い]れられます。',
      'Wrong number. Two tries are left.'
    ),
    again,
    {
      marks: { tries: '1' }
    }
  )
];

export const pin: Screen = {
  app: 'machine',
  title: w('4けたの {暗証番号|あんしょうばんごう}', 'Four-digit PIN'),
  back: 'stopped',
  parts: [
    {
      part: 'card',
      title: w('{練習|れんしゅう}の [番号|ばんごう] 2580', 'Practice number 2580'),
      sign: 'notebook',
      lines: [
        w(
          '[本当|ほんとう]の [番号|ばんごう]は、ここに [入|い]れません。',
          'Never enter your real one here.'
        )
      ]
    },
    note(w('あと 2[回|かい]', '2 tries left'), [is('tries', '1')]),
    note(w('あと [1回|いっかい]', '1 try left'), [is('tries', '2')])
  ],
  input: {
    kind: 'keys',
    board: 'digits',
    secret: true,
    label: w('4けたを [入|い]れて「{決定|けってい}」に ふれます', 'Enter four digits, then “OK”'),
    accepts: [practicePin],
    right: [
      right(w('[番号|ばんごう]が [合|あ]いました。', 'The number is right.'), {
        to: 'take-card',
        marks: { tries: '', pin: 'good' }
      })
    ],
    wrong: wrongPin
  },
  places: [stop],
  hints: [
    hint(
      'keys',
      w('2・5・8・0の じゅんに ふれて、「{決定|けってい}」です。', 'Touch 2, 5, 8, 0, then “OK”.')
    )
  ]
};

export const takeCard: Screen = {
  app: 'machine',
  title: w('カードを お{取|と}りください', 'Take your card'),
  back: 'stopped',
  parts: [text(w('カードは もう [使|つか]いません。', 'The card is not needed any more.'))],
  places: [
    main(
      'take',
      w('カードを {取|と}る', 'Take the card'),
      way('choose', { marks: { reader: 'off' } }),
      { sign: 'card' }
    ),
    plain('skip', w('あとで {取|と}る', 'Take it later'), way('choose'))
  ],
  hints: [hint('take', w('「カードを {取|と}る」に ふれます。', 'Touch “Take the card”.'))]
};

export const locked: Screen = {
  app: 'machine',
  title: w('カードが [止|と]まりました', 'The card is locked'),
  back: 'stopped',
  parts: [
    strong(w('3[回|かい] ちがいました', 'Three wrong numbers')),
    text(
      w(
        '[本当|ほんとう]の[時|とき]は、カードを [持|も]って [市|し]の{窓口|まどぐち}へ [行|い]きます。',
        'In earnest, take the card to the city’s counter.'
      )
    ),
    text(w('お[金|かね]は かかっていません。', 'Nothing was charged.'))
  ],
  places: [
    main('again', w('{練習|れんしゅう}なので はじめから', 'Practice: begin again'), way('stopped'))
  ],
  hints: [
    hint(
      'again',
      w('「{練習|れんしゅう}なので はじめから」です。', 'It is “Practice: begin again”.')
    )
  ]
};

export const stopped: Screen = {
  app: 'machine',
  title: w('{中止|ちゅうし}しました', 'Stopped'),
  parts: [
    text(w('お[金|かね]は かかっていません。', 'Nothing was charged.')),
    text(w('カードが [台|だい]に あります。', 'Your card is on the reader.'), [is('reader', 'on')])
  ],
  places: [
    main(
      'take',
      w('カードを {取|と}る', 'Take the card'),
      way('start', { marks: { reader: 'off' } }),
      {
        sign: 'card',
        when: [is('reader', 'on')]
      }
    ),
    plain('start', w('はじめの [画面|がめん]へ', 'To the first screen'), [
      wrong(
        w('カードが [台|だい]に のこっています。', 'Your card is still on the reader.'),
        w('「カードを {取|と}る」に ふれます。', 'Touch “Take the card”.'),
        { when: [is('reader', 'on')] }
      ),
      way('start')
    ])
  ],
  hints: [
    hint('take', w('「カードを {取|と}る」に ふれます。', 'Touch “Take the card”.'), [
      is('reader', 'on')
    ]),
    hint('start', w('「はじめの [画面|がめん]へ」です。', 'It is “To the first screen”.'), [
      isNot('reader', 'on')
    ])
  ]
};
