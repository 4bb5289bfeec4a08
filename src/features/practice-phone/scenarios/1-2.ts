import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Screen } from '../domain/screen.ts';
import type { Condition, Words } from '../domain/turn.ts';
import {
  android,
  films,
  iphone,
  isSilent,
  kantan,
  needsCall,
  needsRing,
  silentTurns,
  soundScreens
} from './1-2-sounds.ts';
import {
  app,
  hint,
  homeHints,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  strong,
  text,
  toggle,
  w,
  way,
  wrong
} from './kit.ts';

const filmsOnly = wrong(
  w(
    '{動画|どうが}の [音|おと]が かわりました。[電話|でんわ]の [音|おと]は そのままです。',
    'The sound of films has changed. Calls ring as before.'
  ),
  w('「{設定|せってい}」から かえます。', 'Change it in “Settings”.')
);

const touchVolume: Words = w(
  '[横|よこ]の「{音量|おんりょう}ボタン」に ふれます。',
  'Touch “Volume key”, on the side.'
);
const openSettings: Words = w(
  '「{設定|せってい}」の、[歯車|はぐるま]の [絵|え]です。',
  'It is the cogwheel, “Settings”.'
);
const touchCall: Words = w(
  '「[家族|かぞく]に かけてもらう」に ふれます。',
  'Touch “Have your family call you”.'
);
const touchSwitch: Words = w(
  '[横|よこ]の「[小|ちい]さな スイッチ」に ふれます。',
  'Touch “Small switch”, on the side.'
);

/** Where silent mode is switched, seen from the home screen. */
const silentHints = (when: Condition[]): Hint[] => [
  hint('volume', touchVolume, [...android, ...when]),
  hint('side-switch', touchSwitch, [...iphone, ...when]),
  hint('settings', openSettings, [...kantan, ...when])
];

const home: Screen = {
  ...homeScreen(
    [
      app('settings', w('{設定|せってい}', 'Settings'), 'settings', way('settings')),
      app(
        'films',
        w('{動画|どうが}', 'Films'),
        'picture',
        wrong(
          w(
            '{動画|どうが}の しるしでした。[電話|でんわ]の [音|おと]は かわりません。',
            'That was films. Calls ring as before.'
          ),
          w(
            '「{設定|せってい}」か、[横|よこ]の ボタンを つかいます。',
            'Use “Settings” or the keys on the side.'
          )
        )
      ),
      {
        ...plain(
          'volume',
          w('{音量|おんりょう}ボタン', 'Volume key'),
          [way('bar', { when: android }), filmsOnly],
          { sign: 'volume' }
        ),
        look: 'key'
      },
      toggle('side-switch', w('[小|ちい]さな スイッチ', 'Small switch'), silentTurns, {
        follows: 'silent',
        when: iphone
      }),
      plain('call', w('[家族|かぞく]に かけてもらう', 'Have your family call you'), [
        right(
          w(
            'ブルブルと ふるえて、[音|おと]は {鳴|な}りませんでした。',
            'It shook, and made no sound.'
          ),
          {
            to: 'ringing',
            when: [isSilent],
            marks: { heard: 'good' },
            todo: w(
              '[用|よう]が すんだら、[音|おと]を もどします。',
              'Afterwards, bring the sound back.'
            )
          }
        ),
        way('ringing', { happened: w('リンリンと {鳴|な}りました。', 'It rang.') })
      ])
    ],
    [
      hint('volume', touchVolume, [...android, needsRing]),
      hint('settings', openSettings, [needsRing]),
      hint('call', touchCall, [needsCall, isSilent]),
      ...silentHints([])
    ]
  )
};

const ringing: Screen = {
  app: 'call',
  title: w('[電話|でんわ]が [来|き]ました', 'A call comes in'),
  back: 'home',
  parts: [
    strong(w('むすめの よしこ', 'Yoshiko, your daughter')),
    text(w('ブルブル…', 'It shakes…'), [isSilent]),
    text(w('リンリン…', 'It rings…'), [isNot('silent', 'on')])
  ],
  places: [main('take', w('[出|で]て、[切|き]る', 'Answer, and hang up'), way('home'))],
  hints: [hint('take', w('みどりの ボタンに ふれます。', 'Touch the green button.'))]
};

const bar: Screen = {
  app: 'settings',
  title: w('[音|おと]の {棒|ぼう}', 'Volume bar'),
  back: 'home',
  parts: [
    note(
      w(
        '[横|よこ]の ボタンを {押|お}すと [出|で]ます。',
        'It appears when the key on the side is pressed.'
      )
    )
  ],
  places: [
    toggle('bell', w('ベルの しるし(マナーモード)', 'The bell: silent mode'), silentTurns, {
      follows: 'silent',
      sign: 'bell'
    }),
    films,
    plain('more', w('… ほかの [音|おと]', '… other sounds'), way('sounds-android'))
  ],
  hints: [
    hint('more', w('いちばん [下|した]の「…」に ふれます。', 'Touch “…” at the bottom.'), [
      needsRing
    ]),
    ...homeHints([needsCall, isSilent]),
    hint('bell', w('「ベルの しるし」に ふれます。', 'Touch “The bell”.'))
  ]
};

const soundRow = (face: 'android' | 'iphone' | 'kantan', label: Words) =>
  row(`sounds-${face}`, label, way(`sounds-${face}`), { when: [is('face', face)] });

const soundRows = {
  android: w('[音|おと]の {設定|せってい}', 'Sound settings'),
  iphone: w('サウンドと {触覚|しょっかく}', 'Sounds & Haptics'),
  kantan: w('[音|おと]・{振動|しんどう}', 'Sound, vibration')
} as const;

const settings: Screen = {
  app: 'settings',
  title: w('{設定|せってい}', 'Settings'),
  back: 'home',
  places: [
    row(
      'notices',
      w('お[知|し]らせ', 'Notifications'),
      wrong(
        w('お[知|し]らせの {札|ふだ}の {設定|せってい}でした。', 'That is for notes from apps.'),
        w('[音|おと]の [行|ぎょう]を さがします。', 'Look for the line about sound.')
      )
    ),
    soundRow('android', soundRows.android),
    soundRow('iphone', soundRows.iphone),
    soundRow('kantan', soundRows.kantan),
    row(
      'display',
      w('[画面|がめん]の [明|あか]るさ', 'Brightness'),
      wrong(
        w('[画面|がめん]の {設定|せってい}でした。', 'That is for the screen.'),
        w('[音|おと]の [行|ぎょう]を さがします。', 'Look for the line about sound.')
      )
    )
  ],
  hints: [
    ...homeHints([is('ring-done', 'good'), needsCall, isSilent]),
    ...(['android', 'iphone', 'kantan'] as const).map((face) =>
      hint(
        `sounds-${face}`,
        w(`「${soundRows[face].ja}」に ふれます。`, `Touch “${soundRows[face].en}”.`),
        [is('face', face)]
      )
    )
  ]
};

/** 音・マナーモード: calls louder, then silent, tried with a call, and the sound brought back. */
const scenario: Scenario = {
  slug: '1-2',
  title: w('[音|おと]・マナーモード', 'Sound and silent mode'),
  task: w(
    '[電話|でんわ]の [音|おと]を [大|おお]きくし、マナーモードも {試|ため}して、[音|おと]を もどします。',
    'Make calls ring louder, try silent mode, and bring the sound back.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['ring-done', 'heard', 'restored'], is: 'good', atLeast: 3 },
  done: w(
    '[電話|でんわ]の [音|おと]も マナーモードも、[自分|じぶん]で かえられました。',
    'You changed the ringing and silent mode by yourself.'
  ),
  whereToAsk: w(
    'ご[自分|じぶん]の スマホの ボタンは、{相談会|そうだんかい}で いっしょに たしかめられます。',
    'At a help day we can look at the keys of your own phone together.'
  ),
  screens: { home, ringing, bar, settings, ...soundScreens }
};

export default scenario;
