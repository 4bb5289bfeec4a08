import type { Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  set,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

export const pay: Screen = {
  app: 'machine',
  title: w('お[金|かね]を [入|い]れる', 'Pay'),
  back: 'check',
  parts: [
    strong(w('300[円|えん]', '300 yen')),
    note(w('{練習|れんしゅう}です。お[金|かね]は かかりません。', 'Practice: it costs nothing.'))
  ],
  places: [
    main('coins', w('300[円|えん]を [入|い]れる', 'Put in 300 yen'), way('printing'), {
      sign: 'coins'
    }),
    plain('stop', w('{中止|ちゅうし}', 'Stop'), way('stopped'))
  ],
  hints: [
    hint('coins', w('「300[円|えん]を [入|い]れる」に ふれます。', 'Touch “Put in 300 yen”.'))
  ]
};

export const printing: Screen = {
  app: 'machine',
  title: w('{印刷|いんさつ}しています', 'Printing'),
  parts: [
    text(
      w(
        '2[分|ふん]ほど かかります。{機械|きかい}の[前|まえ]で お[待|ま]ちください。',
        'It takes about two minutes. Please wait here.'
      )
    )
  ],
  places: [
    main('wait', w('[待|ま]つ', 'Wait'), way('out')),
    plain(
      'leave',
      w('[店|みせ]を [出|で]る', 'Leave the store'),
      wrong(
        w(
          '[紙|かみ]が [出|で]る[前|まえ]でした。ほかの[人|ひと]が [見|み]るかも しれません。',
          'The paper is not out yet; others might see it.'
        ),
        w(
          '「[待|ま]つ」に ふれて、[紙|かみ]を [受|う]けとります。',
          'Touch “Wait” and take your paper.'
        )
      )
    )
  ],
  hints: [hint('wait', w('「[待|ま]つ」に ふれます。', 'Touch “Wait”.'))]
};

export const out: Screen = {
  app: 'machine',
  title: w('できました', 'Ready'),
  parts: [
    text(
      w(
        'わすれものが ないか [見|み]てから、[店|みせ]を [出|で]ます。',
        'Look for what is yours before you leave.'
      )
    )
  ],
  places: [
    row(
      'paper',
      w('{住民票|じゅうみんひょう}を {取|と}る', 'Take the certificate'),
      set({ paper: 'on' }),
      {
        sign: 'paper',
        when: [isNot('paper', 'on')]
      }
    ),
    row('card', w('カードを {取|と}る', 'Take the card'), set({ reader: 'off' }), {
      sign: 'card',
      when: [is('reader', 'on')]
    }),
    main('leave', w('[店|みせ]を [出|で]る', 'Leave the store'), [
      wrong(
        w(
          'カードが {機械|きかい}の [台|だい]に のこっています。',
          'Your card is still on the reader.'
        ),
        w('「カードを {取|と}る」に ふれます。', 'Touch “Take the card”.'),
        { when: [is('reader', 'on')] }
      ),
      wrong(
        w(
          '{住民票|じゅうみんひょう}が {機械|きかい}に のこっています。',
          'The certificate is still in the machine.'
        ),
        w(
          '「{住民票|じゅうみんひょう}を {取|と}る」に ふれます。',
          'Touch “Take the certificate”.'
        ),
        { when: [isNot('paper', 'on')] }
      ),
      right(w('カードと [紙|かみ]が [手|て]に あります。', 'You hold the card and the paper.'), {
        marks: { home: 'good' }
      })
    ])
  ],
  hints: [
    hint('card', w('カードが まだ [台|だい]に あります。', 'The card is still on the reader.'), [
      is('reader', 'on')
    ]),
    hint(
      'paper',
      w('「{住民票|じゅうみんひょう}を {取|と}る」に ふれます。', 'Touch “Take the certificate”.'),
      [isNot('paper', 'on')]
    ),
    hint('leave', w('「[店|みせ]を [出|で]る」に ふれます。', 'Touch “Leave the store”.'))
  ]
};
