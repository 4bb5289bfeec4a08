import type { Part, Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { hint, is, isNot, main, note, plain, strong, text, w, way, wrong } from './kit.ts';

export const onIphone = [is('face', 'iphone')];
export const onOthers = [isNot('face', 'iphone')];

const getLabel = w('{入手|にゅうしゅ}', 'Get');
const installLabel = w('インストール', 'Install');

const backToResults = plain('back', w('＜ さがした {結果|けっか}', '< Results'), way('results'));

/** The page of one app in the shop; `get` is what its button leads to. */
function appPage(name: Words, parts: Part[], places: Place[], where: [string, Words][]): Screen {
  return {
    app: 'store',
    title: name,
    back: 'results',
    parts,
    places: [...places, backToResults],
    hints: where.map(([place, words], index) =>
      where.length > 1 ? hint(place, words, index === 0 ? onIphone : onOthers) : hint(place, words)
    )
  };
}

const wrongApp = wrong(
  w(
    'さがしていた アプリと ちがいました。{練習|れんしゅう}なので [入|はい]って いません。',
    'That is another app. This is practice, so it was not added.'
  ),
  w(
    '「さがした {結果|けっか}」で、れんしゅう{市|し}が {作|つく}った ものを さがします。',
    'Under “Results”, look for the one that Renshu City made.'
  )
);

const advertised = appPage(
  w('{防災|ぼうさい}ナビ かんたん', 'Safety Navi Easy'),
  [
    note(w('スポンサー({広告|こうこく})', 'Sponsored (advertisement)')),
    text(w('{作|つく}った [所|ところ]：あおぞら{工房|こうぼう}', 'Made by Aozora Works')),
    text(w('アプリ{内|ない}{課金|かきん}あり', 'In-app purchases'))
  ],
  [
    plain('get-iphone', getLabel, wrongApp, { when: onIphone }),
    plain('get', installLabel, wrongApp, { when: onOthers })
  ],
  [
    [
      'back',
      w(
        '{作|つく}った [所|ところ]が ちがいます。「さがした {結果|けっか}」に ふれます。',
        'Another maker. Touch “Results”.'
      )
    ]
  ]
);

const paid = appPage(
  w('れんしゅう{防災|ぼうさい}プロ', 'Renshu Safety Pro'),
  [
    text(w('{作|つく}った [所|ところ]：プロ{工房|こうぼう}', 'Made by Pro Works')),
    strong(w('¥980', '¥980'))
  ],
  [
    plain(
      'buy',
      w('¥980', '¥980'),
      wrong(
        w(
          '{値段|ねだん}の ボタンは、[買|か]う ための ボタンです。{練習|れんしゅう}なので お[金|かね]は かかって いません。',
          'A button with a price is for buying. This is practice, so it cost nothing.'
        ),
        w(
          '{値段|ねだん}を [見|み]たら、ふれずに もどります。',
          'When you see a price, go back without touching it.'
        )
      )
    )
  ],
  [
    [
      'back',
      w(
        '{値段|ねだん}が あります。「さがした {結果|けっか}」に ふれます。',
        'There is a price. Touch “Results”.'
      )
    ]
  ]
);

const real = appPage(
  w('れんしゅう{防災|ぼうさい}', 'Renshu Safety'),
  [
    { part: 'sign', sign: 'shelter' },
    text(w('{作|つく}った [所|ところ]：れんしゅう{市|し}', 'Made by Renshu City')),
    text(w('{無料|むりょう}です。{値段|ねだん}は ありません。', 'Free: there is no price.'))
  ],
  [
    main('get-iphone', getLabel, way('side-key'), { when: onIphone }),
    main('get', installLabel, way('payment'), { when: onOthers })
  ],
  [
    [
      'get-iphone',
      w(
        '「{入手|にゅうしゅ}」に ふれます。お[金|かね]は かかりません。',
        'Touch “Get”. It costs nothing.'
      )
    ],
    [
      'get',
      w(
        '「インストール」に ふれます。お[金|かね]は かかりません。',
        'Touch “Install”. It costs nothing.'
      )
    ]
  ]
);

/** The three apps that are found: one advertised, one to be paid for, and the city’s own. */
export const appPages: Record<string, Screen> = { advertised, paid, real };
