import type { Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { hint, is, isNot, main, plain, right, row, strong, text, w, way, wrong } from './kit.ts';

/** At home: the real update is found in the settings, the cable goes in, and the night does the rest. */

const settingsTitle: Words = w('{設定|せってい}', 'Settings');
const isIphone = [is('face', 'iphone')];
const notIphone = [isNot('face', 'iphone')];

const settings: Screen = {
  app: 'settings',
  title: settingsTitle,
  back: 'home',
  parts: [text(w('[電池|でんち] 18%', 'Battery 18 %'), [isNot('cable', 'on')])],
  places: [
    row('system', w('システム', 'System'), way('system'), { when: notIphone, sign: 'phone' }),
    row('general', w('[一般|いっぱん]', 'General'), way('system'), {
      when: isIphone,
      sign: 'settings'
    }),
    row(
      'storage',
      w('ストレージ', 'Storage'),
      {
        outcome: 'way',
        answer: {
          happened: w(
            '{空|あ}きは 12GBです。{十分|じゅうぶん} {空|あ}いて います。',
            '12 GB are free. That is plenty.'
          )
        }
      },
      { sign: 'storage' }
    ),
    row(
      'sound',
      w('[音|おと]', 'Sound'),
      wrong(
        w('[音|おと]を かえる [所|ところ]でした。', 'That is where sound is changed.'),
        w('{更新|こうしん}は、べつの [所|ところ]に あります。', 'The update is in another place.')
      ),
      { sign: 'volume' }
    )
  ],
  hints: [
    hint('general', w('「[一般|いっぱん]」に ふれます。', 'Touch “General”.'), isIphone),
    hint('system', w('「システム」の [所|ところ]です。', 'It is the line “System”.'))
  ]
};

const system: Screen = {
  app: 'settings',
  title: settingsTitle,
  back: 'settings',
  places: [
    row('update', w('ソフトウェア {更新|こうしん}', 'Software update'), way('update'), {
      note: w('1[件|けん] あります', '1 is ready'),
      sign: 'update'
    }),
    row(
      'clock',
      w('[日付|ひづけ]と {時刻|じこく}', 'Date and time'),
      wrong(
        w('[時計|とけい]を [合|あ]わせる [所|ところ]でした。', 'That is where the clock is set.'),
        w('「ソフトウェア {更新|こうしん}」に ふれます。', 'Touch “Software update”.')
      ),
      { sign: 'clock' }
    )
  ],
  hints: [
    hint('update', w('「ソフトウェア {更新|こうしん}」に ふれます。', 'Touch “Software update”.'))
  ]
};

const tonightTurns: Turn[] = [
  wrong(
    w(
      '[電池|でんち]が 18%です。[夜|よる]の {途中|とちゅう}で [切|き]れて しまいます。',
      'The battery is at 18 %. It would run out at night.'
    ),
    w(
      'さきに 「{充電|じゅうでん}の [線|せん]を つなぐ」です。',
      'First comes “Plug in the cable”.'
    ),
    { when: [isNot('cable', 'on')] }
  ),
  right(
    w(
      '[夜|よる]の あいだに すみます。[朝|あさ]には [新|あたら]しく なって います。',
      'It is done in the night. By morning the phone is up to date.'
    ),
    { to: 'home', marks: { night: 'good' } }
  )
];

const tonightLabels: readonly { face: string; label: Words }[] = [
  { face: 'android', label: w('{今夜|こんや}', 'Tonight') },
  { face: 'iphone', label: w('{今夜|こんや}アップデート', 'Update Tonight') },
  { face: 'kantan', label: w('{予約|よやく}([夜中|よなか])', 'Schedule (night)') }
];

const update: Screen = {
  app: 'settings',
  title: w('ソフトウェア {更新|こうしん}', 'Software update'),
  back: 'system',
  parts: [
    strong(w('{更新|こうしん}が あります', 'An update is ready')),
    text(
      w(
        '「{設定|せってい}」に あるので、{本物|ほんもの}です。',
        'It is in the settings, so it is real.'
      )
    ),
    text(w('[電池|でんち] 18%', 'Battery 18 %'), [isNot('cable', 'on')]),
    text(w('{充電中|じゅうでんちゅう}', 'Charging'), [is('cable', 'on')])
  ],
  places: [
    plain(
      'cable',
      w('{充電|じゅうでん}の [線|せん]を つなぐ', 'Plug in the cable'),
      {
        outcome: 'way',
        marks: { cable: 'on' },
        answer: {
          happened: w('{充電|じゅうでん}が {始|はじ}まりました。', 'The phone is charging.'),
          todo: w('[夜|よる]に する {予約|よやく}を します。', 'Now set it for the night.')
        }
      },
      { when: [isNot('cable', 'on')], sign: 'charger' }
    ),
    ...tonightLabels.map(({ face, label }) =>
      main(`tonight-${face}`, label, tonightTurns, { when: [is('face', face)], sign: 'clock' })
    ),
    plain('later', w('あとで', 'Later'), {
      outcome: 'way',
      to: 'home',
      answer: {
        happened: w(
          'あとに しました。{何日|なんにち}か あとでも {大丈夫|だいじょうぶ}です。',
          'It waits. A few days later is fine too.'
        ),
        todo: w(
          '[練習|れんしゅう]では、[夜|よる]に して みましょう。',
          'In this practice, choose the night.'
        )
      }
    })
  ],
  hints: [
    hint(
      'cable',
      w('「{充電|じゅうでん}の [線|せん]を つなぐ」です。', 'It is “Plug in the cable”.'),
      [isNot('cable', 'on')]
    ),
    ...tonightLabels.map(({ face, label }) =>
      hint(`tonight-${face}`, w(`「${label.ja}」です。`, `It is “${label.en}”.`), [
        is('face', face)
      ])
    )
  ]
};

export const evening = { settings, system, update } satisfies Record<string, Screen>;
