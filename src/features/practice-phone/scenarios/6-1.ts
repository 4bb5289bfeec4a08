import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { bulletin, form, lookAlikes, received } from './6-1-form.ts';
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
  set,
  strong,
  text,
  theirs,
  w,
  way,
  wrong
} from './kit.ts';

const city = w('れんしゅう[市|し]', 'Renshu City');

const blocked = wrong(
  w(
    'ブロックしました。{防災|ぼうさい}の お[知|し]らせも [来|こ]なくなります。',
    'It is blocked: news about disasters would stop too.'
  ),
  w('「ブロック{解除|かいじょ}」に ふれると、もとに もどります。', 'Touch “Unblock” to undo it.'),
  { to: 'blocked' }
);

const home = homeScreen(
  [
    app('camera', w('カメラ', 'Camera'), 'camera', way('bulletin')),
    app('line', w('LINE', 'LINE'), 'talk', way('talks'))
  ],
  [
    hint(
      'camera',
      w(
        '「カメラ」で、{市報|しほう}の QRコードを [読|よ]みます。',
        'Read the QR code of the bulletin with “Camera”.'
      ),
      [isNot('friend', 'good')]
    ),
    hint('line', w('「LINE」に ふれます。', 'Touch “LINE”.'))
  ]
);

const talks: Screen = {
  app: 'messages',
  title: w('LINEの トーク', 'Talks of LINE'),
  back: 'home',
  places: [
    row('city', city, way('talk'), { when: [is('friend', 'good')], sign: 'city' }),
    row(
      'hana',
      w('となりの はなさん', 'Hana next door'),
      wrong(
        w(
          'はなさんとの トークです。きょうは [用|よう]が ありません。',
          'That is your talk with Hana. There is nothing to do.'
        ),
        w(
          '[市|し]の トークか、{市報|しほう}の QRコードを つかいます。',
          'Use the city’s talk, or the QR code of the bulletin.'
        )
      ),
      { sign: 'person' }
    ),
    plain('search', w('[名前|なまえ]で さがす', 'Search by name'), way('search')),
    plain(
      'paper',
      w('{市報|しほう}の QRコードを [読|よ]む', 'Read the QR code of the bulletin'),
      way('bulletin')
    )
  ],
  hints: [
    hint('city', w('「れんしゅう[市|し]」の [行|ぎょう]です。', 'It is the line “Renshu City”.'), [
      is('friend', 'good')
    ]),
    hint(
      'paper',
      w(
        '「{市報|しほう}の QRコードを [読|よ]む」です。',
        'It is “Read the QR code of the bulletin”.'
      )
    )
  ]
};

const account: Screen = {
  app: 'talk',
  title: w('[読|よ]みとった {相手|あいて}', 'What the code led to'),
  back: 'bulletin',
  parts: [
    { part: 'sign', sign: 'city', words: city },
    note(w('{追加|ついか}しても、お[金|かね]は かかりません。', 'Adding it costs nothing.'))
  ],
  places: [
    main(
      'add',
      w('{追加|ついか}', 'Add'),
      right(
        w('[市|し]のLINEが [友|とも]だちに なりました。', 'The city is now among your friends.'),
        {
          to: 'added',
          marks: { friend: 'good' }
        }
      ),
      { when: [isNot('friend', 'good')] }
    ),
    main('talk', w('トーク', 'Talk'), way('talk'), { when: [is('friend', 'good')] }),
    plain('block', w('ブロック', 'Block'), blocked)
  ],
  hints: [
    hint('add', w('みどりの「{追加|ついか}」です。', 'It is the green “Add”.'), [
      isNot('friend', 'good')
    ]),
    hint('talk', w('みどりの「トーク」です。', 'It is the green “Talk”.'))
  ]
};

const added: Screen = {
  app: 'talk',
  title: city,
  back: 'talks',
  parts: [
    text(
      w(
        '「トーク」を ひらくと、[市|し]からの [知|し]らせが [読|よ]めます。',
        'In “Talk” you read what the city says.'
      )
    )
  ],
  places: [
    main('talk', w('トーク', 'Talk'), way('talk')),
    plain('block', w('ブロック', 'Block'), blocked)
  ],
  hints: [hint('talk', w('みどりの「トーク」です。', 'It is the green “Talk”.'))]
};

const talk: Screen = {
  app: 'talk',
  title: city,
  back: 'talks',
  parts: [
    theirs(w('[友|とも]だち{追加|ついか} ありがとうございます。', 'Thank you for adding us.')),
    theirs(
      w(
        '「{受信|じゅしん}{設定|せってい}」で、ほしい お[知|し]らせを えらべます。',
        'Choose your news in “What to receive”.'
      )
    )
  ],
  places: [
    plain('menu', w('メニュー ▲', 'Menu ▲'), set({ menu: 'open' }), {
      when: [isNot('menu', 'open')]
    }),
    plain('receive', w('{受信|じゅしん}{設定|せってい}', 'What to receive'), way('form'), {
      when: [is('menu', 'open')],
      sign: 'settings'
    }),
    plain(
      'waste',
      w('ごみの[日|ひ]', 'Waste collection'),
      wrong(
        w(
          'ごみの[日|ひ]が [出|で]るところです。いまは [用|よう]が ありません。',
          'It tells the days of collection. Not today.'
        ),
        w('「{受信|じゅしん}{設定|せってい}」に ふれます。', 'Touch “What to receive”.')
      ),
      { when: [is('menu', 'open')], sign: 'calendar' }
    ),
    plain('block', w('ブロック', 'Block'), blocked)
  ],
  hints: [
    hint(
      'menu',
      w(
        '[下|した]の「メニュー」に ふれると、ボタンが [出|で]ます。',
        'Touch “Menu” below: more buttons appear.'
      ),
      [isNot('menu', 'open')]
    ),
    hint(
      'receive',
      w('「{受信|じゅしん}{設定|せってい}」に ふれます。', 'Touch “What to receive”.')
    )
  ]
};

const blockedScreen: Screen = {
  app: 'talk',
  title: city,
  back: 'talks',
  parts: [
    strong(w('ブロックしています', 'Blocked')),
    text(
      w(
        '[市|し]からの お[知|し]らせは、[何|なに]も とどきません。',
        'Nothing from the city arrives.'
      )
    )
  ],
  places: [main('unblock', w('ブロック{解除|かいじょ}', 'Unblock'), way('account'))],
  hints: [hint('unblock', w('「ブロック{解除|かいじょ}」に ふれます。', 'Touch “Unblock”.'))]
};

/** 受信設定: adds the city by the bulletin's code, and asks for two kinds of news only. */
const scenario: Scenario = {
  slug: '6-1',
  title: w('[市|し]のLINEの {受信|じゅしん}{設定|せってい}', 'The city’s news on LINE'),
  task: w(
    '[市|し]のLINEを {追加|ついか}して、{防災|ぼうさい}と {健康|けんこう}の お[知|し]らせだけを えらびます。',
    'Add the city on LINE, and choose only Disaster safety and Health.'
  ),
  first: 'bulletin',
  home: 'home',
  goal: { kind: 'marks', marks: ['friend', 'saved'], is: 'good', atLeast: 2 },
  done: w(
    '{防災|ぼうさい}と {健康|けんこう}の お[知|し]らせだけが とどきます。いつでも かえられます。',
    'Only Disaster safety and Health will come. You can change it at any time.'
  ),
  whereToAsk: w(
    '[市|し]のLINEの QRコードは、{市報|しほう}に のっています。{相談会|そうだんかい}で いっしょに {設定|せってい}できます。',
    'The QR code is in the city bulletin. At a help session we can set it together.'
  ),
  screens: {
    home,
    bulletin,
    talks,
    search: lookAlikes,
    account,
    added,
    talk,
    blocked: blockedScreen,
    form,
    received
  }
};

export default scenario;
