import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { inChosenSize, sizeScreens, tooLarge, wellSized } from './1-3-sizes.ts';
import {
  app,
  backHints,
  hint,
  homeHints,
  homeScreen,
  is,
  main,
  note,
  plain,
  right,
  row,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const faces = ['android', 'iphone', 'kantan'] as const;
type Face = (typeof faces)[number];
const on = (face: Face) => [is('face', face)];

const goBack: Words = w('スマホの「もどる」に ふれます。', 'Touch Back on the phone.');
const nothingChanged: Words = w(
  '[見|み]ただけでは、[何|なに]も かわりません。',
  'Looking alone changes nothing.'
);

/** A page of the settings that is not the one: it says what it is for. */
function elsewhere(title: Words, what: Words, back: string): Screen {
  return {
    app: 'settings',
    title,
    back,
    parts: [text(what), note(nothingChanged)],
    places: [],
    hints: backHints()
  };
}

function astray(
  id: string,
  label: Words,
  happened: Words,
  rest: { when?: Place['when'] } = {}
): Place {
  return row(id, label, wrong(happened, goBack, { to: id }), rest.when ? { when: rest.when } : {});
}

const displayRow: Record<Face, Words> = {
  android: w('ディスプレイ', 'Display'),
  iphone: w('{画面表示|がめんひょうじ}と [明|あか]るさ', 'Display & Brightness'),
  kantan: w('[画面|がめん]・[文字|もじ]', 'Screen and letters')
};

const sizeRow: Record<Face, Words> = {
  android: w('{表示|ひょうじ}サイズと テキスト', 'Display size and text'),
  iphone: w('テキストサイズを {変更|へんこう}', 'Text Size'),
  kantan: w('[文字|もじ]サイズ', 'Letter size')
};

const rowHints = (rows: Record<Face, Words>, id: (face: Face) => string): Hint[] =>
  faces.map((face) =>
    hint(
      id(face),
      w(`「${rows[face].ja}」の [行|ぎょう]に ふれます。`, `Touch the line “${rows[face].en}”.`),
      on(face)
    )
  );

const settings: Screen = {
  app: 'settings',
  title: w('{設定|せってい}', 'Settings'),
  back: 'home',
  places: [
    astray(
      'network',
      w('ネットの つながり', 'Network'),
      w('ネットの つながりの [画面|がめん]です。', 'This is the page for the network.')
    ),
    ...faces.map((face) =>
      row(`display-${face}`, displayRow[face], way('display'), { when: on(face) })
    ),
    astray(
      'sound',
      w('[音|おと]', 'Sound'),
      w('[音|おと]の [画面|がめん]です。', 'This is the page for sound.')
    ),
    row(
      'reset',
      w('リセット', 'Reset'),
      wrong(
        w(
          'はじめに もどしますか、と [聞|き]かれました。まだ [何|なに]も かわって いません。',
          'It asks whether to reset. Nothing is changed yet.'
        ),
        w('「キャンセル」に ふれます。「やめる」の ことです。', 'Touch “Cancel”: it means stop.'),
        { to: 'reset' }
      )
    )
  ],
  hints: rowHints(displayRow, (face) => `display-${face}`)
};

const display: Screen = {
  app: 'settings',
  title: w('[画面|がめん]と [字|じ]の {設定|せってい}', 'Screen and letters'),
  back: 'settings',
  places: [
    astray(
      'brightness',
      w('[明|あか]るさ', 'Brightness'),
      w(
        '[画面|がめん]の [明|あか]るさの [画面|がめん]です。',
        'This is for how bright the screen is.'
      )
    ),
    ...faces.map((face) =>
      row(`size-${face}`, sizeRow[face], way(`size-${face}`), { when: on(face) })
    ),
    astray(
      'dark-after',
      w('[画面|がめん]が [消|き]えるまで', 'Screen timeout'),
      w(
        '[画面|がめん]が [消|き]えるまでの [時間|じかん]です。',
        'This is for how soon the screen goes dark.'
      )
    )
  ],
  hints: rowHints(sizeRow, (face) => `size-${face}`)
};

const reset: Screen = {
  app: 'settings',
  title: w('リセット', 'Reset'),
  back: 'settings',
  parts: [strong(w('{設定|せってい}を はじめに もどしますか。', 'Reset all settings?'))],
  places: [
    main('cancel', w('キャンセル', 'Cancel'), way('settings')),
    plain(
      'do-reset',
      w('リセットする', 'Reset'),
      wrong(
        w(
          '{練習|れんしゅう}なので、かわって いません。[本当|ほんとう]なら {設定|せってい}が [消|き]えます。',
          'This is practice, so nothing was lost. In earnest your settings would be gone.'
        ),
        w('「キャンセル」に ふれます。', 'Touch “Cancel”.')
      )
    )
  ],
  hints: [hint('cancel', w('「キャンセル」に ふれます。', 'Touch “Cancel”.'))]
};

const letter: Words = w(
  'お{元気|げんき}ですか。[公園|こうえん]の [花|はな]が [咲|さ]きました。',
  'How are you? The flowers in the park are out.'
);

const mail: Screen = {
  app: 'message',
  title: w('さくらさんの メール', 'Mail from Sakura'),
  back: 'home',
  parts: inChosenSize(letter),
  places: [],
  hints: homeHints()
};

const openSettings: Words = w(
  '「ホーム」に もどって、「{設定|せってい}」を ひらきます。',
  'Go Home and open “Settings”.'
);

const settingsHint: Hint = hint(
  'settings',
  w('「{設定|せってい}」の、[歯車|はぐるま]の [絵|え]です。', 'It is the cogwheel, “Settings”.')
);

const home = homeScreen(
  [
    app('mail', w('メール', 'Mail'), 'letter', [
      ...wellSized.map((when) =>
        right(
          w('メールの [字|じ]が、{読|よ}みやすく なりました。', 'The mail is easy to read now.'),
          { to: 'mail', marks: { read: 'good' }, when }
        )
      ),
      wrong(
        w(
          '[大|おお]きすぎて、つづきが [見|み]えません。',
          'Too large: you cannot see how it goes on.'
        ),
        w(
          '「ホーム」に もどって、「{設定|せってい}」で [小|ちい]さくします。',
          'Go Home, and make them smaller in “Settings”.'
        ),
        { to: 'mail', when: tooLarge }
      ),
      wrong(w('[字|じ]は まだ [小|ちい]さいです。', 'The letters are still small.'), openSettings, {
        to: 'mail'
      })
    ]),
    app('settings', w('{設定|せってい}', 'Settings'), 'settings', way('settings')),
    app(
      'store',
      w('アプリの [店|みせ]', 'App shop'),
      'store',
      wrong(
        w(
          '[店|みせ]でした。[何|なに]も [買|か]わなくて よいです。',
          'That was the shop. You need not buy anything.'
        ),
        w('「{設定|せってい}」の [歯車|はぐるま]に ふれます。', 'Touch the cogwheel “Settings”.')
      )
    )
  ],
  [
    ...wellSized.map((when) =>
      hint(
        'mail',
        w('「メール」の [手紙|てがみ]の [絵|え]です。', 'It is the letter, “Mail”.'),
        when
      )
    ),
    settingsHint
  ]
);

/** 字を大きくする: through the settings as each phone has them, and then to a mail to see it. */
const scenario: Scenario = {
  slug: '1-3',
  title: w('[字|じ]を [大|おお]きくする', 'Larger letters'),
  task: w(
    '「{設定|せってい}」で [字|じ]を [大|おお]きくして、メールで たしかめます。',
    'Make the letters larger in “Settings”, and look at a mail to see it.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['read'], is: 'good', atLeast: 1 },
  done: w(
    '[字|じ]の [大|おお]きさを かえて、たしかめられました。[何度|なんど]でも かえられます。',
    'You changed the letters and saw it. You can change them as often as you like.'
  ),
  whereToAsk: w(
    'ご[自分|じぶん]の スマホでは、[行|ぎょう]の [名前|なまえ]が [少|すこ]し ちがうことが あります。{相談会|そうだんかい}に お[持|も]ちください。',
    'On your own phone the lines may have other names. Bring it to a help day.'
  ),
  screens: {
    home,
    settings,
    display,
    ...sizeScreens,
    reset,
    mail,
    network: elsewhere(
      w('ネットの つながり', 'Network'),
      w('Wi-Fiなどを えらぶ [所|ところ]です。', 'Here one chooses Wi-Fi and the like.'),
      'settings'
    ),
    sound: elsewhere(
      w('[音|おと]', 'Sound'),
      w('[音|おと]の [大|おお]きさを えらぶ [所|ところ]です。', 'Here one chooses how loud it is.'),
      'settings'
    ),
    brightness: elsewhere(
      w('[明|あか]るさ', 'Brightness'),
      w('[明|あか]るさを えらぶ [所|ところ]です。', 'Here one chooses how bright it is.'),
      'display'
    ),
    'dark-after': elsewhere(
      w('[画面|がめん]が [消|き]えるまで', 'Screen timeout'),
      w(
        '[消|き]えるまでの [時間|じかん]を えらぶ [所|ところ]です。',
        'Here one chooses how soon it goes dark.'
      ),
      'display'
    )
  }
};

export default scenario;
