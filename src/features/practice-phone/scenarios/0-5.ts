import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import {
  app,
  backHints,
  homeHints,
  homeScreen,
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
  wrong
} from './kit.ts';

const deeper: Words = w(
  'もっと [奥|おく]の [画面|がめん]に [来|き]ました。こわれては いません。',
  'You are deeper in now. Nothing is broken.'
);

const wayOut: Words = w(
  'スマホの「もどる」か 「ホーム」に ふれます。',
  'Touch Back or Home on the phone.'
);

const wentHome: Turn[] = [
  right(
    w(
      'ホームに もどりました。どこに いても、これで もどれます。',
      'You are Home. Wherever you are, this brings you here.'
    ),
    {
      to: 'home',
      marks: { home: 'good' },
      todo: w(
        'つぎは「メール」の [絵|え]に ふれて、つづきを ひらきます。',
        'Now touch the picture “Mail” to go on writing.'
      )
    }
  )
];

const wentBack = (to: string): Turn[] => [
  right(w('[1|ひと]つ [前|まえ]に もどりました。', 'You went one screen back.'), {
    to,
    marks: { back: 'good' }
  })
];

/** Screens one can only leave by the phone's own buttons. */
function lost(back: string, screen: Omit<Screen, 'hints' | 'back'>): Screen {
  return {
    ...screen,
    backTurns: wentBack(back),
    homeTurns: wentHome,
    hints: [...backHints([isNot('back', 'good')]), ...homeHints()]
  };
}

const opened = (words: Words): Turn =>
  wrong(
    words,
    w('「メール」の [絵|え]を さがして ふれます。', 'Look for the picture “Mail” and touch it.')
  );

const writeHint: Hint = hint(
  'write',
  w('「つづきを [書|か]く」に ふれます。', 'Touch “Go on writing”.')
);

const mail: Screen = {
  app: 'message',
  title: w('[書|か]きかけの メール', 'A mail half written'),
  parts: [
    note(w('あて[先|さき]:さくらさん', 'To: Sakura')),
    text(
      w(
        'こんにちは。[庭|にわ]の [花|はな]が [咲|さ]きました。こんどの…',
        'Hello. The flowers in my garden are out. Next…'
      )
    ),
    strong(
      w('[書|か]いた [字|じ]は、そのまま [残|のこ]って います。', 'Your words are all still here.')
    )
  ],
  places: [
    main('write', w('つづきを [書|か]く', 'Go on writing'), [
      right(
        w(
          'メールの つづきが ひらきました。なにも [消|き]えて いません。',
          'Your mail is open again, and nothing was lost.'
        ),
        { when: [is('home', 'good')], marks: { written: 'good' } }
      ),
      right(
        w(
          '「もどる」を くりかえして、メールに もどれました。',
          'By going back again and again you reached your mail.'
        ),
        {
          marks: { written: 'good' },
          todo: w(
            'ホームからも ひらけます。「ホーム」に ふれて みましょう。',
            'It opens from Home too. Try Home now.'
          )
        }
      )
    ]),
    plain(
      'ad',
      w('[天気|てんき]の お[知|し]らせを [見|み]る', 'See the weather'),
      wrong(deeper, wayOut, { to: 'weather' })
    )
  ],
  backTurns: wentBack('home'),
  homeTurns: wentHome,
  hints: [
    { ...writeHint, when: [isNot('written', 'good')] },
    ...backHints([isNot('back', 'good')]),
    ...homeHints()
  ]
};

const screens: Record<string, Screen> = {
  gift: lost('weather', {
    app: 'page',
    title: w('[知|し]らない [画面|がめん]', 'A screen you do not know'),
    parts: [
      note(
        w(
          'メールを [書|か]いて いたら、この [画面|がめん]に なりました。',
          'You were writing a mail when this appeared.'
        )
      ),
      strong(w('[今日|きょう]の プレゼントが あります。', 'There is a present for you today.'))
    ],
    places: [
      plain('yes', w('はい', 'Yes'), wrong(deeper, wayOut, { to: 'form' })),
      plain('no', w('くわしく [見|み]る', 'Tell me more'), wrong(deeper, wayOut, { to: 'news' }))
    ]
  }),
  form: lost('gift', {
    app: 'form',
    title: w('お[名前|なまえ]の [画面|がめん]', 'A screen that wants your name'),
    parts: [
      { part: 'field', label: w('お[名前|なまえ]', 'Your name') },
      note(
        w(
          'まだ [何|なに]も [入|い]れて いません。ここまでは お[金|かね]は かかりません。',
          'Nothing is written yet. So far it costs nothing.'
        )
      )
    ],
    places: [
      plain(
        'send',
        w('[次|つぎ]へ', 'Next'),
        wrong(
          w(
            '[名前|なまえ]が ないので、{進|すす}みませんでした。',
            'Without a name it does not go on.'
          ),
          w('[何|なに]も [入|い]れずに「ホーム」に ふれます。', 'Write nothing, and touch Home.')
        )
      )
    ]
  }),
  news: lost('gift', {
    app: 'page',
    title: w('[今日|きょう]の ニュース', 'News of today'),
    parts: [
      text(
        w('れんしゅう{市|し}で お{祭|まつ}りが ありました。', 'There was a fair in Renshu City.')
      )
    ],
    places: [
      row('more', w('つぎの ニュース', 'More news'), wrong(deeper, wayOut, { to: 'weather' }))
    ]
  }),
  weather: lost('mail', {
    app: 'page',
    title: w('あしたの [天気|てんき]', 'The weather tomorrow'),
    parts: [
      { part: 'sign', sign: 'sun', words: w('{晴|は}れ', 'Sunny') },
      text(w('[朝|あさ]は {冷|ひ}えます。', 'The morning will be cold.'))
    ],
    places: [
      row(
        'gift',
        w('[今日|きょう]の プレゼント', 'A present for today'),
        wrong(deeper, wayOut, { to: 'gift' })
      )
    ]
  }),
  mail,
  home: homeScreen(
    [
      app(
        'phone',
        w('[電話|でんわ]', 'Phone'),
        'call',
        opened(
          w(
            '[電話|でんわ]の しるしでした。メールでは ありません。',
            'That was the phone, not the mail.'
          )
        )
      ),
      app('mail', w('メール', 'Mail'), 'letter', [
        right(w('メールが ひらきました。', 'The mail has opened.'), {
          to: 'mail',
          marks: { home: 'good' }
        })
      ]),
      app(
        'camera',
        w('カメラ', 'Camera'),
        'camera',
        opened(
          w(
            'カメラの しるしでした。[写真|しゃしん]は とって いません。',
            'That was the camera. No photograph was taken.'
          )
        )
      )
    ],
    [
      hint(
        'mail',
        w('「メール」の [手紙|てがみ]の [絵|え]です。', 'It is the picture of a letter, “Mail”.')
      )
    ]
  )
};

/** もどる・ホーム: out of a maze by the phone's own two buttons, and nothing was lost. */
const scenario: Scenario = {
  slug: '0-5',
  title: w('もどる・ホーム', 'Back and Home'),
  task: w(
    '「もどる」と「ホーム」を [1回|いっかい]ずつ つかって、メールの つづきを ひらきます。',
    'Use Back once and Home once, and open your mail again.'
  ),
  first: 'gift',
  home: 'home',
  goal: { kind: 'marks', marks: ['back', 'home', 'written'], is: 'good', atLeast: 3 },
  done: w(
    'まよっても、ホームに もどれました。つづきも [残|のこ]って いました。',
    'You were lost, you came Home, and your work was still there.'
  ),
  whereToAsk: w(
    'スマホに よって「もどる」の [場所|ばしょ]は ちがいます。{相談会|そうだんかい}で いっしょに さがせます。',
    'Back is at different places on different phones. At a help day we look for yours together.'
  ),
  screens
};

export default scenario;
