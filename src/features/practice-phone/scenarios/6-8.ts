import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { found, guide, inStore, paying, search } from './6-8-store.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  link,
  main,
  note,
  plain,
  right,
  row,
  text,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';

const storeHint = w('アプリの[店|みせ]の しるしに ふれます。', 'Touch the sign of the store.');

const home: Screen = {
  ...homeScreen([
    app('store', w('ストア', 'Store'), 'store', way('search')),
    app('messages', w('[短|みじか]い [手紙|てがみ]', 'Messages'), 'short-letter', way('messages'))
  ]),
  hints: [
    hint('store', storeHint, [isNot('opened', 'good')]),
    hint('messages', w('「[短|みじか]い [手紙|てがみ]」に ふれます。', 'Touch “Messages”.'))
  ]
};

const tokyo: Screen = {
  app: 'page',
  title: w('[東京|とうきょう]アプリ', 'Tokyo app'),
  back: 'home',
  parts: [
    text(w('[東京都|とうきょうと]の アプリが ひらきました。', 'The app of Tokyo is open.')),
    note(
      w('[名前|なまえ]や カードは、あとで ゆっくり [入|い]れられます。', 'Name and card can wait.')
    )
  ],
  places: [
    plain(
      'card',
      w('すぐ カードを [読|よ]みとる', 'Read the card at once'),
      wrong(
        w(
          'いそがなくて {大丈夫|だいじょうぶ}です。カードは {相談会|そうだんかい}で いっしょに できます。',
          'No hurry: we can do the card together.'
        ),
        w('「あとで」に ふれます。', 'Touch “Later”.')
      )
    ),
    main('later', w('あとで', 'Later'), way('messages'))
  ],
  hints: [hint('later', w('「あとで」に ふれます。', 'Touch “Later”.'))]
};

const messages: Screen = {
  app: 'messages',
  title: w('[短|みじか]い [手紙|てがみ]', 'Messages'),
  back: 'home',
  places: [
    row('bait', w('[東京|とうきょう]ポイント [係|かかり]', 'Tokyo points desk'), way('bait'), {
      note: w('1[万|まん]ポイント {当選|とうせん}', 'You won 10,000 points'),
      follows: 'bait'
    }),
    plain('store', w('ストアに [行|い]く', 'To the store'), way('search'))
  ],
  hints: [
    hint(
      'bait',
      w(
        '「[東京|とうきょう]ポイント [係|かかり]」の [行|ぎょう]です。',
        'It is the line “Tokyo points desk”.'
      ),
      [isNot('bait', 'good')]
    ),
    hint('store', w('「ストアに [行|い]く」です。', 'It is “To the store”.'))
  ]
};

const bait: Screen = {
  app: 'message',
  title: w('1[万|まん]ポイント {当選|とうせん}', 'You won 10,000 points'),
  back: 'messages',
  parts: [
    note(
      w(
        '[東京|とうきょう]ポイント [係|かかり]と [名|な]のる[人|ひと]',
        'Somebody called “Tokyo points desk”'
      )
    ),
    text(w('[今日中|きょうじゅう]に [受|う]けとってください。', 'Please collect them today.'))
  ],
  places: [
    link(
      'open',
      w('point-tokyo.example を ひらく', 'Open point-tokyo.example'),
      wrong(
        w('{練習|れんしゅう}なので、ひらきませんでした。', 'This is practice, so nothing opened.'),
        w('[読|よ]んだら「とじて もどる」に ふれます。', 'Read, then touch “Close and go back”.'),
        { to: 'bait-after' }
      )
    ),
    plain(
      'delete',
      w('[消|け]す', 'Delete'),
      right(
        w(
          '[消|け]しました。ポイントの さそいは、わなのことが あります。',
          'Deleted. Points are often used as bait.'
        ),
        {
          to: 'messages',
          marks: { bait: 'good' }
        }
      ),
      { when: [isNot('bait', 'good')] }
    ),
    main('close', w('とじる', 'Close'), way('messages'), { when: [is('bait', 'good')] })
  ],
  hints: [
    hint('delete', w('「[消|け]す」に ふれます。', 'Touch “Delete”.'), [isNot('bait', 'good')]),
    hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))
  ]
};

/** 東京アプリ: looks at the maker, pays nothing, and leaves the bait alone. */
const scenario: Scenario = {
  slug: '6-8',
  title: w('[東京|とうきょう]アプリ', 'The app of Tokyo'),
  task: w(
    '{本物|ほんもの}の [東京|とうきょう]アプリを [入|い]れて、ポイントの さそいを [消|け]します。',
    'Install the real app of Tokyo, and delete the offer of points.'
  ),
  first: 'search',
  home: 'home',
  goal: { kind: 'marks', marks: ['installed', 'opened', 'bait'], is: 'good', atLeast: 3 },
  done: w(
    '[作|つく]った[所|ところ]を [見|み]て、{本物|ほんもの}を [入|い]れられました。お[金|かね]は かかりません。',
    'You looked at the maker and installed the real one. It costs nothing.'
  ),
  whereToAsk: w(
    'まよったら [入|い]れずに、{相談会|そうだんかい}で いっしょに [見|み]ましょう。なくても [市|し]の[手続|てつづ]きは できます。',
    'If in doubt, do not install: let us look together. The city serves you without it too.'
  ),
  screens: {
    home,
    search,
    found,
    guide,
    tokyo,
    messages,
    bait,
    paying,
    'in-store': inStore,
    'ad-after': wouldHave(
      [
        w(
          'ポイントを あつめる {遊|あそ}びが [入|はい]ります。',
          'A game that collects points would come in.'
        ),
        w('あとで お[金|かね]が かかることも あります。', 'Later it might cost money.'),
        w(
          '[入|い]れてしまっても、[消|け]せば {大丈夫|だいじょうぶ}です。',
          'Even then, delete it and all is well.'
        )
      ],
      'found'
    ),
    'guide-after': wouldHave(
      [
        w(
          '[名前|なまえ]と [電話番号|でんわばんごう]を [聞|き]く [画面|がめん]が [出|で]ます。',
          'It would ask for name and telephone.'
        ),
        w(
          '[何|なに]も [入|い]れずに [消|け]せば {大丈夫|だいじょうぶ}です。',
          'Enter nothing, delete it, and all is well.'
        )
      ],
      'found'
    ),
    'bait-after': wouldHave(
      [
        w(
          'カードの [番号|ばんごう]を [入|い]れる ページが [出|で]ます。',
          'A page would ask for your card number.'
        ),
        w(
          'ひらいてしまっても、[入|い]れなければ {大丈夫|だいじょうぶ}です。',
          'Even then, enter nothing and all is well.'
        )
      ],
      'bait'
    )
  }
};

export default scenario;
