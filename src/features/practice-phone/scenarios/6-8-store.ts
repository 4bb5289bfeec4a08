import type { Screen } from '../domain/screen.ts';
import {
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
  wrong
} from './kit.ts';

const readFirst = w(
  '[読|よ]んだら「とじて もどる」に ふれます。',
  'Read, then touch “Close and go back”.'
);
const notInstalled = w(
  '{練習|れんしゅう}なので、[何|なに]も [入|はい]っていません。',
  'This is practice, so nothing was installed.'
);
const onIphone = [is('face', 'iphone')];
const notOnIphone = [isNot('face', 'iphone')];

export const search: Screen = {
  app: 'store',
  title: w('アプリの [店|みせ]', 'The store'),
  back: 'home',
  parts: [
    note(w('「Play ストア」の {練習|れんしゅう}です。', 'Practice of “Play Store”.'), notOnIphone),
    note(w('「App Store」の {練習|れんしゅう}です。', 'Practice of “App Store”.'), onIphone)
  ],
  places: [
    row('tokyo', w('「[東京|とうきょう]アプリ」で さがす', 'Search: Tokyo app'), way('found'), {
      sign: 'search'
    }),
    row(
      'points',
      w('「ポイント {無料|むりょう}」で さがす', 'Search: free points'),
      wrong(
        w('{広告|こうこく}が たくさん [出|で]てしまいます。', 'Many advertisements would come.'),
        w(
          '[名前|なまえ]の「[東京|とうきょう]アプリ」で さがします。',
          'Search by its name, “Tokyo app”.'
        )
      ),
      { sign: 'search' }
    )
  ],
  hints: [hint('tokyo', w('「[東京|とうきょう]アプリ」で さがします。', 'Search by “Tokyo app”.'))]
};

export const found: Screen = {
  app: 'store',
  title: w('さがした {結果|けっか}', 'What was found'),
  back: 'search',
  places: [
    row(
      'ad',
      w('ポイント[大王|だいおう]', 'Point King'),
      wrong(notInstalled, readFirst, { to: 'ad-after' }),
      { note: w('{広告|こうこく}', 'Advertisement'), sign: 'advertisement' }
    ),
    row('guide', w('[東京|とうきょう]アプリ {案内|あんない}', 'Tokyo app guide'), way('guide'), {
      note: w('[星|ほし] 4.9', '4.9 stars'),
      sign: 'star'
    }),
    row('real', w('[東京|とうきょう]アプリ', 'Tokyo app'), way('in-store'), {
      note: w('くらしの {道具|どうぐ}', 'For daily life'),
      sign: 'city-hall'
    })
  ],
  hints: [
    hint(
      'real',
      w(
        '[一番|いちばん][下|した]の「[東京|とうきょう]アプリ」の [作|つく]った[所|ところ]を [見|み]ます。',
        'See who made the lowest one, “Tokyo app”.'
      )
    )
  ]
};

export const guide: Screen = {
  app: 'store',
  title: w('[東京|とうきょう]アプリ {案内|あんない}', 'Tokyo app guide'),
  back: 'found',
  parts: [
    strong(w('[作|つく]った[所|ところ] ポイント{商会|しょうかい}', 'Made by: Point Trading')),
    text(w('お[金|かね]が かかることが あります', 'In-app purchases'))
  ],
  places: [
    plain(
      'install',
      w('インストール', 'Install'),
      wrong(notInstalled, readFirst, { to: 'guide-after' }),
      {
        when: notOnIphone
      }
    ),
    plain(
      'get',
      w('{入手|にゅうしゅ}', 'Get'),
      wrong(notInstalled, readFirst, { to: 'guide-after' }),
      { when: onIphone }
    ),
    main('back', w('[入|い]れずに もどる', 'Go back without it'), way('found'))
  ],
  hints: [
    hint(
      'back',
      w(
        '[作|つく]った[所|ところ]が [東京都|とうきょうと]では ありません。「[入|い]れずに もどる」です。',
        'Tokyo did not make it. Go back.'
      )
    )
  ]
};

const installed = right(
  w(
    '[入|はい]りました。[作|つく]った[所|ところ]は [東京都|とうきょうと]です。',
    'Installed. Tokyo is its maker.'
  ),
  {
    marks: { installed: 'good' }
  }
);

export const inStore: Screen = {
  app: 'store',
  title: w('[東京|とうきょう]アプリ', 'Tokyo app'),
  back: 'found',
  parts: [
    strong(w('[作|つく]った[所|ところ] [東京都|とうきょうと]', 'Made by: Tokyo')),
    text(w('お[金|かね]は かかりません', 'Free'))
  ],
  places: [
    main('install', w('インストール', 'Install'), way('paying'), {
      when: [isNot('installed', 'good'), ...notOnIphone]
    }),
    main('get', w('{入手|にゅうしゅ}', 'Get'), installed, {
      when: [isNot('installed', 'good'), ...onIphone]
    }),
    main(
      'open',
      w('[開|ひら]く', 'Open'),
      right(
        w(
          '{本物|ほんもの}の [東京|とうきょう]アプリが ひらきました。',
          'The real app of Tokyo is open.'
        ),
        {
          to: 'tokyo',
          marks: { opened: 'good' }
        }
      ),
      { when: [is('installed', 'good')] }
    )
  ],
  hints: [
    hint('open', w('「[開|ひら]く」に ふれます。', 'Touch “Open”.'), [is('installed', 'good')]),
    hint('get', w('「{入手|にゅうしゅ}」に ふれます。', 'Touch “Get”.'), onIphone),
    hint('install', w('「インストール」に ふれます。', 'Touch “Install”.'))
  ]
};

/** The store likes to ask for a card, even where nothing costs money. */
export const paying: Screen = {
  app: 'store',
  title: w('{支払|しはら}い{方法|ほうほう}の {追加|ついか}', 'Add a way to pay'),
  back: 'in-store',
  parts: [text(w('カードが なくても、[入|い]れられます。', 'You can install without a card.'))],
  places: [
    plain(
      'add-card',
      w('カードを {追加|ついか}', 'Add a card'),
      wrong(
        w('お[金|かね]の かからない アプリに、カードは いりません。', 'A free app needs no card.'),
        w('「スキップ」に ふれると、とばせます。', 'Touch “Skip” to pass it by.')
      ),
      { sign: 'card' }
    ),
    plain('skip', w('スキップ', 'Skip'), { ...installed, to: 'in-store' })
  ],
  hints: [hint('skip', w('「スキップ」に ふれます。', 'Touch “Skip”.'))]
};
