import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
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
import { appPages, onIphone, onOthers } from './3-1-apps.ts';

const playStore = w('Play ストア', 'Play Store');
const appStore = w('App Store', 'App Store');

const home = homeScreen(
  [
    app(
      'camera',
      w('カメラ', 'Camera'),
      'camera',
      wrong(
        w('カメラが ひらいたので とじました。', 'The camera opened, and was closed again.'),
        w(
          'アプリの [店|みせ]の [絵|え]を さがします。[名前|なまえ]に「ストア」か「Store」が あります。',
          'Look for the picture of the shop: its name says “Store”.'
        )
      )
    ),
    { ...app('store-iphone', appStore, 'store', way('store')), when: onIphone },
    { ...app('store', playStore, 'store', way('store')), when: onOthers }
  ],
  [
    hint(
      'store-iphone',
      w('「App Store」の [絵|え]に ふれます。', 'Touch the picture “App Store”.'),
      onIphone
    ),
    hint('store', w('「Play ストア」の [絵|え]に ふれます。', 'Touch the picture “Play Store”.'))
  ]
);

const store: Screen = {
  app: 'store',
  title: w('アプリの [店|みせ]', 'The app shop'),
  back: 'home',
  parts: [text(w('[何|なに]を おさがしですか。', 'What are you looking for?'))],
  places: [
    row('game', w('{今月|こんげつ}の おすすめ ゲーム', 'Game of the month'), way('game'), {
      sign: 'star'
    }),
    main(
      'search',
      w('「れんしゅう{防災|ぼうさい}」を {検索|けんさく}', 'Search “Renshu Safety”'),
      way('results'),
      {
        sign: 'search'
      }
    )
  ],
  hints: [
    hint(
      'search',
      w(
        '「れんしゅう{防災|ぼうさい}」の [所|ところ]に ふれます。',
        'Touch “Search “Renshu Safety””.'
      )
    )
  ]
};

const game: Screen = {
  app: 'store',
  title: w('{宝石|ほうせき}ならべ', 'Jewel Game'),
  back: 'store',
  parts: [
    text(
      w(
        '[入|い]れるのは {無料|むりょう}です。[中|なか]で お[金|かね]の かかる ものが あります。',
        'Adding it is free. Things are sold inside.'
      )
    ),
    note(w('アプリ{内|ない}{課金|かきん}あり', 'In-app purchases'))
  ],
  places: [plain('back', w('＜ アプリの [店|みせ]', '< The app shop'), way('store'))],
  hints: [
    hint(
      'back',
      w(
        'ゲームは いりません。「アプリの [店|みせ]」に ふれます。',
        'No game is needed. Touch “The app shop”.'
      )
    )
  ]
};

const results: Screen = {
  app: 'store',
  title: w('さがした {結果|けっか}', 'Results'),
  back: 'store',
  places: [
    row('advertised', w('{防災|ぼうさい}ナビ かんたん', 'Safety Navi Easy'), way('advertised'), {
      sign: 'advertisement',
      note: w('スポンサー({広告|こうこく})', 'Sponsored')
    }),
    row('paid', w('れんしゅう{防災|ぼうさい}プロ', 'Renshu Safety Pro'), way('paid'), {
      sign: 'tool',
      note: w('¥980', '¥980')
    }),
    row('real', w('れんしゅう{防災|ぼうさい}', 'Renshu Safety'), way('real'), {
      sign: 'shelter',
      note: w('れんしゅう{市|し}', 'Renshu City')
    })
  ],
  hints: [
    hint(
      'real',
      w(
        '[名前|なまえ]の [下|した]に「れんしゅう{市|し}」と あるものに ふれます。',
        'Touch the one with “Renshu City” under its name.'
      )
    )
  ]
};

const payment: Screen = {
  app: 'store',
  title: w('{支払|しはら}い{方法|ほうほう}の {追加|ついか}', 'Add a way to pay'),
  back: 'real',
  parts: [
    text(
      w(
        'はじめての [時|とき]に [出|で]ることが あります。{無料|むりょう}の アプリには いりません。',
        'It may appear the first time. A free app does not need it.'
      )
    )
  ],
  places: [
    row(
      'card',
      w('カードを {追加|ついか}', 'Add a card'),
      wrong(
        w(
          'カードの {番号|ばんごう}を [書|か]く {画面|がめん}が [出|で]るので、もどりました。',
          'It would have asked for your card number, so you are back here.'
        ),
        w('[何|なに]も [書|か]かずに「スキップ」に ふれます。', 'Write nothing, and touch “Skip”.')
      ),
      { sign: 'card' }
    ),
    main('skip', w('スキップ', 'Skip'), way('installed'))
  ],
  hints: [hint('skip', w('「スキップ」に ふれます。', 'Touch “Skip”.'))]
};

const sideKey: Screen = {
  app: 'store',
  title: w('れんしゅう{防災|ぼうさい} {無料|むりょう}', 'Renshu Safety: free'),
  back: 'real',
  parts: [
    strong(
      w(
        '[横|よこ]の ボタンを 2{回|かい} {押|お}して、{顔|かお}を [見|み]せます。',
        'Press the side button twice and show your face.'
      )
    ),
    note(
      w(
        '{絵|え}の スマホでは、[下|した]の ボタンに ふれます。',
        'On this drawn phone, touch the button below.'
      )
    )
  ],
  places: [
    main('side', w('[横|よこ]の ボタンを 2{回|かい}', 'Side button, twice'), way('installed'), {
      sign: 'power'
    }),
    plain(
      'password',
      w('パスワードが わからない', 'I do not know the password'),
      wrong(
        w(
          'わからない [時|とき]は、やめても {大丈夫|だいじょうぶ}です。[何|なに]も なくなりません。',
          'Then stopping is fine. Nothing is lost.'
        ),
        w(
          '{本物|ほんもの}の スマホなら {相談会|そうだんかい}へ。ここでは [横|よこ]の ボタンに ふれます。',
          'With a real phone, come to a help day. Here, touch the side button.'
        )
      )
    )
  ],
  hints: [
    hint(
      'side',
      w('「[横|よこ]の ボタンを 2{回|かい}」に ふれます。', 'Touch “Side button, twice”.')
    )
  ]
};

const installed: Screen = {
  app: 'store',
  title: w('れんしゅう{防災|ぼうさい}', 'Renshu Safety'),
  back: 'real',
  parts: [
    strong(w('アプリが [入|はい]りました。', 'The app is on your phone.')),
    text(w('お[金|かね]は かかって いません。', 'It cost nothing.'))
  ],
  places: [
    main(
      'open',
      w('[開|ひら]く', 'Open'),
      right(w('れんしゅう{防災|ぼうさい}が [開|ひら]きました。', 'Renshu Safety is open.'), {
        to: 'opened',
        marks: { app: 'good' }
      })
    ),
    plain(
      'delete',
      w('アンインストール', 'Uninstall'),
      wrong(
        w(
          '[入|い]れた アプリを {消|け}す ボタンです。{消|け}さずに のこしました。',
          'That button removes the app again. It was kept.'
        ),
        w('「[開|ひら]く」に ふれます。', 'Touch “Open”.')
      ),
      { when: onOthers }
    )
  ],
  hints: [hint('open', w('「[開|ひら]く」に ふれます。', 'Touch “Open”.'))]
};

const opened: Screen = {
  app: 'page',
  title: w('れんしゅう{防災|ぼうさい}', 'Renshu Safety'),
  back: 'home',
  parts: [
    { part: 'sign', sign: 'shelter' },
    text(w('{近|ちか}くの {避難所|ひなんじょ}が わかります。', 'It shows the shelters near you.'))
  ],
  places: [plain('close', w('とじる', 'Close'), way('home'))],
  hints: [hint('close', w('「とじる」で もどれます。', '“Close” leads back.'))]
};

/** アプリを入れる: past the advertisement and the price, without a card. */
const scenario: Scenario = {
  slug: '3-1',
  title: w('アプリを [入|い]れる', 'Adding an app'),
  task: w(
    'れんしゅう{市|し}が {作|つく}った「れんしゅう{防災|ぼうさい}」を [入|い]れて、[開|ひら]きます。',
    'Add “Renshu Safety”, made by Renshu City, and open it.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['app'], is: 'good', atLeast: 1 },
  done: w(
    '{作|つく}った [所|ところ]と {値段|ねだん}を [見|み]てから [入|い]れる。これが できました。',
    'See who made it and what it costs, then add it: you can do it.'
  ),
  whereToAsk: w(
    'パスワードや {支払|しはら}いで こまったら、{公民館|こうみんかん}の {相談会|そうだんかい}へ お[持|も]ちください。',
    'If a password or payment troubles you, bring the phone to a help day at the community hall.'
  ),
  screens: {
    home,
    store,
    game,
    results,
    ...appPages,
    payment,
    'side-key': sideKey,
    installed,
    opened
  }
};

export default scenario;
