import type { Scenario } from '../domain/scenario.ts';
import type { Place, Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { android, arranging, askDelete, asksToDelete, iphone, kantan } from './0-4-arranging.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const closed: Turn = right(w('[字|じ]が しまわれました。', 'The words are put away.'), {
  to: 'home',
  marks: { closed: 'good' },
  todo: w(
    'こんどは「{歩数計|ほすうけい}」に、トンと {軽|かる}く ふれます。',
    'Now touch “Step counter” lightly.'
  )
});

const menu: Screen = {
  app: 'lock',
  title: w('{歩数計|ほすうけい}の しるしから [出|で]た [字|じ]', 'Words beside the step counter'),
  backTurns: [closed],
  homeTurns: [closed],
  places: [
    row(
      'info',
      w('アプリ[情報|じょうほう]', 'App info'),
      wrong(
        w('[道具|どうぐ]の くわしい [説明|せつめい]でした。', 'That tells about the tool.'),
        w('スマホの「もどる」で {戻|もど}れます。', 'Back on the phone leads back.'),
        { to: 'info' }
      ),
      { when: android }
    ),
    row(
      'edit',
      w('ホーム[画面|がめん]を {編集|へんしゅう}', 'Edit Home Screen'),
      wrong(
        w('しるしが ふるえだしました。', 'The signs began to wobble.'),
        w('「{完了|かんりょう}」で [止|と]まります。', '“Done” makes it stop.'),
        { to: 'wobble' }
      ),
      { when: iphone }
    ),
    row(
      'arrange',
      w('ならべかえ', 'Arrange'),
      wrong(
        w('「ならべかえ」の [画面|がめん]に なりました。', 'You can arrange the signs now.'),
        w('「{終|お}わる」で もどれます。', '“End” leads back.'),
        { to: 'wobble' }
      ),
      { when: kantan }
    ),
    row('remove-android', w('アンインストール', 'Uninstall'), asksToDelete, { when: android }),
    row('remove-iphone', w('アプリを {削除|さくじょ}', 'Remove App'), asksToDelete, {
      when: iphone
    }),
    row('remove-kantan', w('{削除|さくじょ}', 'Delete'), asksToDelete, { when: kantan }),
    main('empty', w('[何|なに]も ない ところ', 'An empty place'), closed)
  ],
  hints: [
    hint(
      'empty',
      w('「[何|なに]も ない ところ」に、トンと ふれます。', 'Lightly touch “An empty place”.')
    )
  ]
};

const held = right(
  w(
    '[長|なが]おしが できました。[字|じ]が [出|で]て きました。',
    'That was a long press, and words appeared.'
  ),
  {
    to: 'menu',
    marks: { held: 'good' },
    todo: w(
      '[消|け]す [行|ぎょう]には ふれずに、しまいましょう。',
      'Leave the line that deletes, and put them away.'
    )
  }
);

const stepCounter: Place = {
  ...app('steps', w('{歩数計|ほすうけい}', 'Step counter'), 'walk', [
    right(
      w(
        'トンと ふれたので、{歩数計|ほすうけい}が ひらきました。',
        'A light touch: the step counter has opened.'
      ),
      { to: 'steps', marks: { tapped: 'good' }, when: [is('closed', 'good')] }
    ),
    wrong(
      w(
        'いまのは トンでした。{歩数計|ほすうけい}が ひらきました。',
        'That was a light touch: the step counter has opened.'
      ),
      w(
        'スマホの「もどる」で {戻|もど}ります。つぎは [長|なが]く ふれます。',
        'Go back, and then touch it long.'
      ),
      { to: 'steps' }
    )
  ]),
  held: [held]
};

const tapHint: Words = w(
  '「{歩数計|ほすうけい}」に トンと ふれて、すぐ はなします。',
  'Touch “Step counter” lightly and let go at once.'
);

const holdHint: Words = w(
  '「{歩数計|ほすうけい}」に ふれたまま、[2|ふた]つ [数|かぞ]えます。[下|した]の ボタンでも できます。',
  'Keep your finger on “Step counter” and count to two. The button below does the same.'
);

const home: Screen = {
  ...homeScreen(
    [
      stepCounter,
      app('camera', w('カメラ', 'Camera'), 'camera', [
        wrong(
          w(
            'カメラの しるしでした。[写真|しゃしん]は とって いません。',
            'That was the camera. No photograph was taken.'
          ),
          w('「{歩数計|ほすうけい}」の しるしを つかいます。', 'Use the sign “Step counter”.')
        )
      ]),
      plain('hold-instead', w('[長|なが]おしの かわり', 'Instead of a long press'), held, {
        when: [isNot('closed', 'good')]
      })
    ],
    [hint('steps', tapHint, [is('closed', 'good')]), hint('hold-instead', holdHint)]
  ),
  parts: [
    note(
      w(
        'ふれたまま [2|ふた]つ [数|かぞ]えると、[長|なが]おしです。',
        'To touch and count to two is a long press.'
      ),
      [isNot('closed', 'good')]
    )
  ]
};

function inside(title: Words, words: Words): Screen {
  return {
    app: 'page',
    title,
    back: 'home',
    parts: [text(words)],
    places: [main('close', w('とじる', 'Close'), way('home'))],
    hints: [hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))]
  };
}

/** 長おし: out of the wobbling screen, then a long press on purpose, and a light touch again. */
const scenario: Scenario = {
  slug: '0-4',
  title: w('[長|なが]おし(わざと)', 'Touching long, on purpose'),
  task: w(
    'へんな [画面|がめん]を もとに もどして、[長|なが]おしと トンを [1回|いっかい]ずつ します。',
    'Put the strange screen right. Then touch once long and once lightly.'
  ),
  first: 'wobble',
  home: 'home',
  goal: { kind: 'marks', marks: ['held', 'closed', 'tapped'], is: 'good', atLeast: 3 },
  done: w(
    '[長|なが]おしと トンの ちがいが わかりました。ふるえても、もう あわてません。',
    'You know a long press from a light touch. Wobbling signs need not worry you any more.'
  ),
  whereToAsk: w(
    'しるしの [場所|ばしょ]を なおしたいときは、{相談会|そうだんかい}で いっしょに できます。',
    'If you would like a sign back at its place, we can do it together at a help day.'
  ),
  screens: {
    wobble: arranging,
    'ask-delete': askDelete,
    home,
    menu,
    info: inside(
      w('アプリ[情報|じょうほう]', 'App info'),
      w(
        'この [道具|どうぐ]の [大|おお]きさなどが [書|か]いて あります。',
        'It tells how large this tool is, and so on.'
      )
    ),
    steps: inside(
      w('{歩数計|ほすうけい}', 'Step counter'),
      w('[今日|きょう]は 2,300{歩|ぽ}です。', 'Today: 2,300 steps.')
    )
  }
};

export default scenario;
