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

const paid = w(
  '{支払|しはら}いが [1回|いっかい]だけ すみ、{申請|しんせい}も [出|で]ました。',
  'Paid once, and the application is in.'
);

export const amount: Screen = {
  app: 'form',
  title: w('お{支払|しはら}い', 'Payment'),
  back: 'review',
  parts: [
    text(w('カードの {署名|しょめい}が できています。', 'It is signed with your card.'), [
      is('kind', 'both')
    ]),
    text(w('{手数料|てすうりょう} 300[円|えん]', 'Fee 300 yen'), [is('kind', 'both')]),
    text(w('{郵便|ゆうびん} 110[円|えん]', 'Postage 110 yen'), [is('kind', 'both')]),
    strong(w('{合計|ごうけい} 410[円|えん]', 'Total 410 yen'), [is('kind', 'both')]),
    text(w('{料理|りょうり}の[会|かい] [1回|いっかい]', 'Cooking course, once'), [
      is('kind', 'pay')
    ]),
    strong(w('{合計|ごうけい} 500[円|えん]', 'Total 500 yen'), [is('kind', 'pay')]),
    note(w('{練習|れんしゅう}の カードを [入|い]れました。', 'The practice card is entered.'), [
      is('payer', 'on')
    ]),
    note(w('{練習|れんしゅう}です。お[金|かね]は かかりません。', 'Practice: it costs nothing.'))
  ],
  places: [
    row(
      'payer',
      w('{練習|れんしゅう}の カードを [使|つか]う', 'Use the practice card'),
      set({ payer: 'on' }),
      {
        sign: 'card',
        note: w('[本当|ほんとう]の [番号|ばんごう]は [入|い]れません', 'Never enter a real number'),
        when: [isNot('payer', 'on')]
      }
    ),
    main('pay', w('{支払|しはら}って {申請|しんせい}する', 'Pay and apply'), [
      way('processing', { when: [is('payer', 'on')] }),
      wrong(
        w(
          '{支払|しはら}う カードが まだ [入|はい]っていません。',
          'There is no card to pay with yet.'
        ),
        w(
          '「{練習|れんしゅう}の カードを [使|つか]う」に ふれます。',
          'Touch “Use the practice card”.'
        )
      )
    ]),
    plain('stop', w('{支払|しはら}わずに やめる', 'Stop without paying'), way('list'))
  ],
  hints: [
    hint(
      'payer',
      w(
        '{額|がく}を [見|み]てから「{練習|れんしゅう}の カードを [使|つか]う」です。',
        'Look at the amount, then “Use the practice card”.'
      ),
      [isNot('payer', 'on')]
    ),
    hint(
      'pay',
      w(
        '{額|がく}が よければ「{支払|しはら}って {申請|しんせい}する」です。',
        'If it is right, touch “Pay and apply”.'
      )
    )
  ]
};

export const processing: Screen = {
  app: 'form',
  title: w('{支払|しはら}いの [手続|てつづ]き[中|ちゅう]', 'Payment under way'),
  parts: [
    text(
      w('[画面|がめん]が かわるまで お[待|ま]ちください。', 'Please wait until the screen changes.')
    )
  ],
  places: [
    plain(
      'twice',
      w('もう[1度|いちど] {支払|しはら}う', 'Pay again'),
      wrong(
        w(
          '2[回|かい] はらうところでした。{練習|れんしゅう}なので [止|と]めました。',
          'You would have paid twice. Practice stopped it.'
        ),
        w('「[待|ま]つ」に ふれます。', 'Touch “Wait”.')
      )
    ),
    main('wait', w('[待|ま]つ', 'Wait'), [
      right(paid, { to: 'receipt', marks: { both: 'good' }, when: [is('kind', 'both')] }),
      right(paid, { to: 'receipt', marks: { pay: 'good' } })
    ])
  ],
  hints: [hint('wait', w('「[待|ま]つ」に ふれます。', 'Touch “Wait”.'))]
};
