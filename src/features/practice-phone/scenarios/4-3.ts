import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { alarm, closeByPower, closed, happenedClosed, open, thenTell } from './4-3-alarm.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  right,
  row,
  text,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';

const told = { told: 'good' };

const recent: Screen = {
  app: 'home',
  title: w('ひらいている ページ', 'Open pages'),
  back: 'alarm',
  parts: [
    {
      part: 'card',
      title: w('{警告|けいこく}', 'Warning'),
      sign: 'warning',
      lines: [w('ウイルスを [3|みっ]つ [見|み]つけました', '3 viruses were found')]
    }
  ],
  input: {
    kind: 'move',
    gesture: 'up-down',
    mark: 'card',
    values: ['here', 'gone'],
    more: w('[上|うえ]へ はじく', 'Flick it up'),
    less: w('[下|した]へ', 'Down'),
    turns: [
      right(happenedClosed, {
        when: [is('card', 'gone'), isNot('told', 'good')],
        to: 'first',
        marks: closed,
        todo: thenTell
      }),
      right(happenedClosed, { when: [is('card', 'gone')], to: 'first', marks: closed })
    ]
  },
  places: [],
  hints: [
    hint(
      'move-more',
      w(
        '{警告|けいこく}の ページを [上|うえ]へ はじきます。「[上|うえ]へ はじく」でも [動|うご]きます。',
        'Flick the page up, or touch “Flick it up”.'
      )
    )
  ]
};

const first: Screen = homeScreen(
  [
    app('browser', w('ホームページ', 'Web'), 'browser', [
      way('alarm', { when: [open] }),
      way('blank')
    ]),
    app('phone', w('[電話|でんわ]', 'Phone'), 'call', way('contacts')),
    {
      ...app('power', w('{電源|でんげん}を [切|き]る', 'Power off'), 'power', closeByPower),
      when: [open]
    }
  ],
  [
    hint(
      'power',
      w(
        '{警告|けいこく}の ページが まだ [残|のこ]っています。{電源|でんげん}を [切|き]ると [消|き]えます。',
        'The page is still open. Switching off ends it.'
      ),
      [open]
    ),
    hint(
      'phone',
      w(
        '「[電話|でんわ]」の [絵|え]に ふれて、だれかに [話|はな]します。',
        'Touch “Phone” and tell somebody.'
      )
    )
  ]
);

const tell = (happened: Scenario['task']) => [
  right(happened, {
    to: 'first',
    marks: told,
    when: [open],
    todo: w('つぎに、{警告|けいこく}の ページを とじましょう。', 'Now close the page of the alarm.')
  }),
  right(happened, { to: 'first', marks: told })
];

const contacts: Screen = {
  app: 'contacts',
  title: w('どこに かけますか', 'Whom do you call?'),
  back: 'first',
  places: [
    row(
      'recent-call',
      w('0000-11-0000', '0000-11-0000'),
      wrong(
        w(
          'これは {警告|けいこく}に [出|で]ていた [番号|ばんごう]です。{練習|れんしゅう}なので かかりません。',
          'This is the alarm’s own number. In practice nobody is called.'
        ),
        w('[知|し]っている [番号|ばんごう]を えらびます。', 'Choose a number that you know.')
      ),
      { note: w('さっき [見|み]た [番号|ばんごう]', 'Seen a moment ago') }
    ),
    row(
      'family',
      w('むすめ', 'Daughter'),
      tell(
        w(
          '「[話|はな]してくれて よかった」と [言|い]っています。',
          'She is glad that you told her.'
        )
      ),
      { sign: 'family' }
    ),
    row(
      'consumer',
      w('188', '188'),
      tell(
        w(
          '[係|かかり]の[人|ひと]が、これから どうするか [教|おし]えてくれました。',
          'They told you what to do next.'
        )
      ),
      { note: w('{消費者|しょうひしゃ}ホットライン', 'Consumer hotline') }
    ),
    row(
      'police',
      w('#9110', '#9110'),
      tell(
        w(
          '[係|かかり]の[人|ひと]が、[話|はなし]を [聞|き]いてくれました。',
          'They listened and gave advice.'
        )
      ),
      { note: w('{警察|けいさつ}の {相談|そうだん}', 'Police advice line') }
    )
  ],
  hints: [
    hint(
      'consumer',
      w(
        '「188」の [行|ぎょう]です。{家族|かぞく}でも かまいません。',
        'It is the line “188”. Family is right too.'
      )
    )
  ]
};

/** にせの警告: closes a full-screen alarm by what lies outside it, and tells somebody. */
const scenario: Scenario = {
  slug: '4-3',
  title: w('{警告|けいこく}の [画面|がめん]が [出|で]たら', 'When an alarm fills the screen'),
  task: w(
    'にせの {警告|けいこく}を とじて、だれかに [話|はな]します。',
    'Close the false alarm and tell somebody.'
  ),
  first: 'alarm',
  home: 'first',
  goal: { kind: 'marks', marks: ['closed', 'told'], is: 'good', atLeast: 2 },
  done: w(
    '{警告|けいこく}を とじて、[話|はな]すことが できました。かけない、[入|はい]れない、はらわない。これで {大丈夫|だいじょうぶ}です。',
    'You closed the alarm and told somebody. Do not call, install or pay: that is enough.'
  ),
  whereToAsk: w(
    '[本当|ほんとう]に [出|で]た[時|とき]は、188か #9110に [電話|でんわ]できます。スマホを {相談会|そうだんかい}に お[持|も]ちください。',
    'In earnest, call 188 or #9110, or bring the phone to a help session.'
  ),
  screens: {
    alarm: alarm([]),
    'alarm-again': {
      ...alarm([
        note(
          w(
            'もどっても、[同|おな]じ [画面|がめん]が [出|で]ました。',
            'Going back shows the same screen.'
          )
        )
      ]),
      back: 'alarm'
    },
    'repair-after': wouldHave(
      [
        w(
          'いらない {道具|どうぐ}が [入|はい]ります。[中|なか]を のぞかれることも あります。',
          'Something unwanted would come into your phone, and others might look inside.'
        ),
        w(
          '[入|い]れてしまっても、ひらかなければ {相談会|そうだんかい}で [消|け]せます。',
          'Even then we can take it off at a help session.'
        )
      ],
      'alarm'
    ),
    'call-after': wouldHave(
      [
        w(
          'にせの [係|かかり]の[人|ひと]が [出|で]て、お[金|かね]を もとめます。',
          'A false helper would ask for money.'
        ),
        w(
          'かけてしまっても、[何|なに]も [言|い]わずに [切|き]れば {大丈夫|だいじょうぶ}です。',
          'Even then, hang up without a word and all is well.'
        )
      ],
      'alarm'
    ),
    recent,
    first,
    blank: {
      app: 'page',
      title: w('[新|あたら]しい ページ', 'New page'),
      back: 'first',
      parts: [text(w('{警告|けいこく}は もう ありません。', 'The alarm is no longer there.'))],
      places: [main('close', w('とじる', 'Close'), way('first'))],
      hints: [hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))]
    },
    off: {
      app: 'lock',
      title: w('{電源|でんげん}が [切|き]れました', 'The phone is off'),
      back: 'first',
      parts: [text(w('[画面|がめん]は {暗|くら}くなりました。', 'The screen is dark.'))],
      places: [main('start', w('{電源|でんげん}を [入|い]れる', 'Switch it on'), way('first'))],
      hints: [
        hint('start', w('「{電源|でんげん}を [入|い]れる」に ふれます。', 'Touch “Switch it on”.'))
      ]
    },
    contacts
  }
};

export default scenario;
