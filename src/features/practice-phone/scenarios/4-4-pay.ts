import type { Screen } from '../domain/screen.ts';
import {
  choice,
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  strong,
  text,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';

const once = [is('once', 'on')];
const notOnce = [isNot('once', 'on')];
const onceOnly = w('1{回|かい}だけ', 'One time only');
const regularName = w('{定期|ていき}お{届|とど}け', 'Subscription');

const becameRegular = w(
  '{定期|ていき}お{届|とど}けに なりました。6{回|かい} つづける {約束|やくそく}です。',
  'It is a subscription now: a promise of six times.'
);
const chooseOnce = w('「1{回|かい}だけ」に ふれなおします。', 'Touch “One time only”.');

/** The shop has chosen the subscription beforehand, as many do. */
const course: Screen = {
  app: 'form',
  title: w('[買|か]い[方|かた]を えらぶ', 'How to buy'),
  back: 'shop',
  places: [
    choice(
      'regular',
      regularName,
      wrong(becameRegular, chooseOnce, { marks: { once: 'off', regular: 'on' } }),
      {
        follows: 'regular',
        note: w(
          '1{回|かい}め 500[円|えん]、つぎから 4,980[円|えん]',
          'First 500 yen, then 4,980 yen'
        )
      }
    ),
    choice(
      'once',
      onceOnly,
      right(w('「1{回|かい}だけ」を えらびました。', 'You chose one time only.'), {
        marks: { once: 'on', regular: 'off' }
      }),
      { follows: 'once', note: w('1,980[円|えん]', '1,980 yen') }
    ),
    main('next', w('{次|つぎ}へ', 'Next'), [way('popup', { when: once }), way('confirm')])
  ],
  hints: [
    hint('next', w('「{次|つぎ}へ」に ふれます。', 'Touch “Next”.'), once),
    hint(
      'once',
      w(
        'はじめから {定期|ていき}が えらばれて います。「1{回|かい}だけ」に ふれます。',
        'The subscription is chosen beforehand. Touch “One time only”.'
      )
    )
  ]
};

const popup: Screen = {
  app: 'page',
  title: w('お[待|ま]ちください！', 'Wait!'),
  back: 'course',
  parts: [
    strong(
      w('{定期|ていき}なら さらに 300[円|えん]{引|び}き！', 'Another 300 yen off by subscription!')
    )
  ],
  places: [
    plain(
      'regular',
      w('はい、お{得|とく}に する', 'Yes, save money'),
      wrong(becameRegular, chooseOnce, { to: 'course', marks: { once: 'off', regular: 'on' } })
    ),
    plain('no', w('いいえ、1{回|かい}だけ', 'No, one time only'), way('pay'))
  ],
  hints: [hint('no', w('「いいえ、1{回|かい}だけ」に ふれます。', 'Touch “No, one time only”.'))]
};

const pay: Screen = {
  app: 'form',
  title: w('{支払|しはら}い[方|かた]を えらぶ', 'How to pay'),
  back: 'course',
  places: [
    row(
      'card',
      w('カード', 'Card'),
      wrong(
        w(
          '{番号|ばんごう}を [書|か]く {画面|がめん}が [出|で]る ところでした。',
          'It would have asked for your card number.'
        ),
        w(
          '{練習|れんしゅう}では [書|か]きません。「とどいた [時|とき]に はらう」に します。',
          'Not in practice. Choose “Pay on arrival”.'
        )
      ),
      { sign: 'card' }
    ),
    row('arrival', w('とどいた [時|とき]に はらう', 'Pay on arrival'), way('confirm'), {
      sign: 'box',
      note: w('{手数料|てすうりょう} 330[円|えん]', 'Fee: 330 yen')
    })
  ],
  hints: [
    hint('arrival', w('「とどいた [時|とき]に はらう」に ふれます。', 'Touch “Pay on arrival”.'))
  ]
};

const confirm: Screen = {
  app: 'form',
  title: w('ご{注文|ちゅうもん}の {確認|かくにん}', 'Check your order'),
  back: 'course',
  parts: [
    note(w('{元気|げんき}{青汁|あおじる}', 'Green Juice')),
    strong(w('{回数|かいすう}：1{回|かい}だけ', 'How many times: one only'), once),
    strong(w('{合計|ごうけい}：2,310[円|えん]', 'In all: 2,310 yen'), once),
    strong(w('{回数|かいすう}：6{回|かい}', 'How many times: six'), notOnce),
    strong(w('{合計|ごうけい}：25,400[円|えん]', 'In all: 25,400 yen'), notOnce),
    text(w('ここまでは お[金|かね]は かかりません。', 'Up to here it costs nothing.'))
  ],
  places: [
    main('order', w('{注文|ちゅうもん}を {確定|かくてい}', 'Place the order'), [
      right(
        w(
          '1{回|かい}だけの {注文|ちゅうもん}が できました。{練習|れんしゅう}なので とどきません。',
          'Ordered, one time only. This is practice, so nothing comes.'
        ),
        { to: 'ordered', marks: { ordered: 'good' }, when: once }
      ),
      wrong(
        w(
          '6{回|かい}の {約束|やくそく}で たのむ ところでした。',
          'You were about to order six times.'
        ),
        w(
          '{本物|ほんもの}なら どうなったかを [読|よ]みます。',
          'Read what would have happened in earnest.'
        ),
        { to: 'order-after' }
      )
    ]),
    plain('again', w('えらびなおす', 'Choose again'), way('course'))
  ],
  hints: [
    hint(
      'order',
      w(
        '1{回|かい}だけで 2,310[円|えん]です。「{注文|ちゅうもん}を {確定|かくてい}」です。',
        'One time, 2,310 yen. Touch “Place the order”.'
      ),
      once
    ),
    hint(
      'again',
      w(
        '6{回|かい}に なって います。「えらびなおす」に ふれます。',
        'It says six times. Touch “Choose again”.'
      )
    )
  ]
};

const ordered: Screen = {
  app: 'page',
  title: w('ありがとうございました', 'Thank you'),
  back: 'home',
  parts: [
    {
      part: 'card',
      title: w('{注文|ちゅうもん}の ひかえ', 'Your order'),
      sign: 'receipt',
      lines: [onceOnly, w('2,310[円|えん]', '2,310 yen')]
    }
  ],
  places: [plain('close', w('とじる', 'Close'), way('home'))],
  hints: [hint('close', w('「とじる」で もどれます。', '“Close” leads back.'))]
};

/** From choosing how to buy to the last screen before the order. */
export const orderScreens: Record<string, Screen> = {
  course,
  popup,
  pay,
  confirm,
  ordered,
  'order-after': wouldHave(
    [
      w(
        '2{回|かい}めから、[毎月|まいつき] 4,980[円|えん]の {青汁|あおじる}が とどいたでしょう。',
        'From the second month on, 4,980 yen a time would have come due.'
      ),
      w(
        'たのんで しまったら、{箱|はこ}の [紙|かみ]を [持|も]って 188に {電話|でんわ}します。',
        'Once ordered: take the paper from the box, and telephone 188.'
      )
    ],
    'course'
  )
};
