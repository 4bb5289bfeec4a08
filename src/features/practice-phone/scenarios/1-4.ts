import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { networks } from './1-4-networks.ts';
import {
  app,
  choice,
  hint,
  homeScreen,
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

const isIphone = [is('face', 'iphone')];

const before: Screen = {
  app: 'lock',
  title: w('[画面|がめん]の [一番|いちばん][上|うえ]', 'The very top of the screen'),
  parts: [
    { part: 'sign', sign: 'data', words: w('10:30 5G', '10:30 5G') },
    strong(w('どちらに つながって いますか。', 'What is the phone connected to?'))
  ],
  places: [
    choice(
      'wi-fi',
      w('Wi-Fi', 'Wi-Fi'),
      wrong(
        w(
          'Wi-Fiは {扇|おうぎ}の [形|かたち]です。これは [棒|ぼう]の [形|かたち]でした。',
          'Wi-Fi is a fan. This sign has bars.'
        ),
        w('もう[一方|いっぽう]を えらびます。', 'Choose the other one.')
      )
    ),
    choice(
      'data',
      w('ギガ(5G)', 'Data (5G)'),
      right(
        w(
          'そのとおりです。[公民館|こうみんかん]の Wi-Fiには まだ つながって いません。',
          'Just so. The phone is not on the Wi-Fi of the hall yet.'
        ),
        {
          to: 'home',
          marks: { data: 'good' },
          todo: w('「{設定|せってい}」で つないで みましょう。', 'Join it in “Settings”.')
        }
      )
    )
  ],
  hints: [hint('data', w('「ギガ(5G)」です。', 'It is “Data (5G)”.'))]
};

const home = homeScreen(
  [
    app('settings', w('{設定|せってい}', 'Settings'), 'settings', way('settings')),
    app('notice', w('はり[紙|がみ]を [見|み]る', 'Look at the notice'), 'paper', way('notice')),
    app('top', w('[上|うえ]を [見|み]る', 'Look at the top'), 'eye', [
      way('after', { when: [is('data', 'good'), is('joined', 'good')] }),
      way('before')
    ])
  ],
  [
    hint('top', w('「[上|うえ]を [見|み]る」に ふれます。', 'Touch “Look at the top”.'), [
      is('joined', 'good')
    ]),
    hint('top', w('「[上|うえ]を [見|み]る」に ふれます。', 'Touch “Look at the top”.'), [
      isNot('data', 'good')
    ]),
    hint(
      'settings',
      w('「{設定|せってい}」の [絵|え]に ふれます。', 'Touch the picture “Settings”.')
    )
  ]
);

const notice: Screen = {
  app: 'paper',
  title: w('{公民館|こうみんかん}の はり[紙|がみ]', 'Notice of the community hall'),
  back: 'home',
  parts: [
    {
      part: 'card',
      title: w('Renshu-Kominkan', 'Renshu-Kominkan'),
      sign: 'wifi',
      lines: [
        w('[練習|れんしゅう]の かぎ 2026', 'Key for practice: 2026'),
        w('カードの [番号|ばんごう]は [聞|き]きません。', 'We never ask for a card number.')
      ]
    }
  ],
  places: [main('leave', w('スマホに もどる', 'Back to the phone'), way('home'))],
  hints: [hint('leave', w('「スマホに もどる」に ふれます。', 'Touch “Back to the phone”.'))]
};

const settings: Screen = {
  app: 'settings',
  title: w('{設定|せってい}', 'Settings'),
  back: 'home',
  places: [
    row('internet', w('インターネット', 'Internet'), way('list'), {
      when: [is('face', 'android')],
      sign: 'wifi'
    }),
    row('wi-fi', w('Wi-Fi', 'Wi-Fi'), way('list'), {
      when: [isNot('face', 'android')],
      sign: 'wifi'
    }),
    row(
      'airplane',
      w('{機内|きない}モード', 'Airplane mode'),
      wrong(
        w(
          '{電波|でんぱ}を [切|き]る [所|ところ]です。[切|き]らずに もどしました。',
          'This switches all radio off. It is on again.'
        ),
        w('{扇|おうぎ}の しるしの [所|ところ]に ふれます。', 'Touch the line with the fan.')
      ),
      { when: isIphone, sign: 'airplane' }
    ),
    row(
      'sound',
      w('[音|おと]', 'Sound'),
      wrong(
        w('[音|おと]を かえる [所|ところ]でした。', 'That is where sound is changed.'),
        w('{扇|おうぎ}の しるしの [所|ところ]に ふれます。', 'Touch the line with the fan.')
      ),
      { sign: 'volume' }
    )
  ],
  hints: [
    hint('internet', w('「インターネット」に ふれます。', 'Touch “Internet”.'), [
      is('face', 'android')
    ]),
    hint('wi-fi', w('「Wi-Fi」の [所|ところ]です。', 'It is the line “Wi-Fi”.'))
  ]
};

const after: Screen = {
  app: 'lock',
  title: w('[画面|がめん]の [一番|いちばん][上|うえ]', 'The very top of the screen'),
  back: 'home',
  parts: [
    { part: 'sign', sign: 'wifi', words: w('10:35', '10:35') },
    strong(
      w(
        '[長|なが]い [動画|どうが]を [見|み]ても、ギガは へりますか。',
        'Would a long video use your data now?'
      )
    ),
    text(w('{扇|おうぎ}の しるしを よく [見|み]ます。', 'Look well at the fan.'))
  ],
  places: [
    plain(
      'less',
      w('へる', 'It would'),
      wrong(
        w(
          '{扇|おうぎ}の しるしが あるので、Wi-Fiを つかって います。',
          'The fan means that Wi-Fi is used.'
        ),
        w('もう[一方|いっぽう]を えらびます。', 'Choose the other one.')
      )
    ),
    plain(
      'same',
      w('へらない', 'It would not'),
      right(
        w(
          'そのとおりです。{公民館|こうみんかん}の Wi-Fiに つながって います。',
          'Just so. The phone is on the Wi-Fi of the hall.'
        ),
        { marks: { seen: 'good' } }
      )
    )
  ],
  hints: [hint('same', w('「へらない」です。', 'It is “It would not”.'))]
};

/** Wi-Fiと「ギガ」: read the sign, join the hall's Wi-Fi by its notice, read the sign again. */
const scenario: Scenario = {
  slug: '1-4',
  title: w('Wi-Fiと「ギガ」', 'Wi-Fi and your data'),
  task: w(
    'しるしを [見|み]て、{公民館|こうみんかん}の Wi-Fiに つなぎます。',
    'Read the signs, and join the Wi-Fi of the community hall.'
  ),
  first: 'before',
  home: 'home',
  goal: { kind: 'marks', marks: ['data', 'joined', 'seen'], is: 'good', atLeast: 3 },
  done: w(
    'Wi-Fiに つながって いるか、[見分|みわ]けられました。',
    'You can tell whether you are on Wi-Fi.'
  ),
  whereToAsk: w(
    'Wi-Fiの [名前|なまえ]や かぎは、{公民館|こうみんかん}の {窓口|まどぐち}で [聞|き]けます。',
    'The desk of the community hall tells you the name and the key of its Wi-Fi.'
  ),
  screens: { before, home, notice, settings, ...networks, after }
};

export default scenario;
