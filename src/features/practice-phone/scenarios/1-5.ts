import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { evening } from './1-5-evening.ts';
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
  wouldHave,
  wrong
} from './kit.ts';

const isKantan = [is('face', 'kantan')];
const isIphone = [is('face', 'iphone')];
const isAndroid = [is('face', 'android')];
const later: Words = w('あとで', 'Later');
const tonight: Words = w('{今夜|こんや}', 'Tonight');

/** The drawn home button leads to the day: what is still to be done stands on it. */
const home: Screen = {
  app: 'home',
  title: w('[1日|いちにち]の できごと', 'One day with the phone'),
  places: [
    row(
      'hospital',
      w('[朝|あさ] [病院|びょういん]で [待|ま]つ', 'Morning: at the hospital'),
      way('notice'),
      {
        follows: 'later',
        sign: 'doctor'
      }
    ),
    row('page', w('[昼|ひる] ページを [見|み]る', 'Noon: reading a page'), way('page'), {
      follows: 'closed',
      sign: 'browser'
    }),
    row('evening', w('[夜|よる] [家|いえ]で やすむ', 'Night: at home'), way('settings'), {
      follows: 'night',
      sign: 'house'
    })
  ],
  hints: [
    hint(
      'hospital',
      w(
        '「[朝|あさ] [病院|びょういん]で [待|ま]つ」に ふれます。',
        'Touch “Morning: at the hospital”.'
      ),
      [isNot('later', 'good')]
    ),
    hint(
      'page',
      w('「[昼|ひる] ページを [見|み]る」に ふれます。', 'Touch “Noon: reading a page”.'),
      [isNot('closed', 'good')]
    ),
    hint('evening', w('「[夜|よる] [家|いえ]で やすむ」に ふれます。', 'Touch “Night: at home”.'))
  ]
};

const nowTurn = wrong(
  w(
    '{更新|こうしん}が {始|はじ}まり、しばらく [電話|でんわ]に [出|で]られません。',
    'The update begins, and for a while nobody can call you.'
  ),
  w(
    'お[金|かね]は かかりません。おわるまで [待|ま]ちます。',
    'It costs nothing. Wait until it is done.'
  ),
  { to: 'updating' }
);

const waits = (happened: Words): Turn => right(happened, { to: 'home', marks: { later: 'good' } });
const laterTurn = waits(
  w(
    '[何|なに]も {始|はじ}まりません。[診察|しんさつ]に [呼|よ]ばれても {大丈夫|だいじょうぶ}です。',
    'Nothing begins. You can be called in at any time.'
  )
);
const tonightTurn = waits(
  w(
    '[夜|よる]に する {予約|よやく}です。[今|いま]は [何|なに]も {始|はじ}まりません。',
    'It is set for the night. Nothing begins now.'
  )
);

const notice: Screen = {
  app: 'notice',
  title: w('お[知|し]らせ', 'Notice'),
  back: 'home',
  parts: [
    { part: 'sign', sign: 'update' },
    strong(w('{更新|こうしん}が あります', 'An update is ready')),
    note(w('[再起動|さいきどう]に 20[分|ぷん] かかります。', 'It takes 20 minutes and a restart.')),
    text(
      w(
        '[病院|びょういん]で [待|ま]って います。もうすぐ [呼|よ]ばれます。',
        'You wait at the hospital and will soon be called.'
      )
    )
  ],
  places: [
    plain('now', w('[今|いま]すぐ', 'Now'), nowTurn),
    plain('tonight', tonight, tonightTurn, { when: isAndroid }),
    plain('tonight-iphone', w('{今夜|こんや}アップデート', 'Update Tonight'), tonightTurn, {
      when: isIphone
    }),
    plain('tonight-kantan', w('{予約|よやく}([夜中|よなか])', 'Schedule (night)'), tonightTurn, {
      when: isKantan
    }),
    plain('later', later, laterTurn)
  ],
  hints: [hint('later', w('[今|いま]は 「あとで」に します。', 'For now, choose “Later”.'))]
};

const updating: Screen = {
  app: 'notice',
  title: w('{更新中|こうしんちゅう}', 'Updating'),
  back: 'notice',
  parts: [
    strong(w('{電源|でんげん}を [切|き]らないで ください。', 'Do not switch the phone off.')),
    text(w('[画面|がめん]が [暗|くら]く なる ことも あります。', 'The screen may go dark.'))
  ],
  places: [
    plain(
      'power',
      w('{電源|でんげん}の ボタン', 'Power button'),
      wrong(
        w(
          '{途中|とちゅう}で [切|き]ると、[動|うご]かなく なる ことが あります。',
          'Stopping halfway may make trouble.'
        ),
        w('「[待|ま]つ」に ふれます。', 'Touch “Wait”.')
      ),
      { sign: 'power' }
    ),
    main(
      'wait',
      w('[待|ま]つ', 'Wait'),
      {
        outcome: 'way',
        to: 'notice',
        answer: {
          happened: w(
            'ぶじに おわりました。[練習|れんしゅう]なので、お[知|し]らせに もどります。',
            'It is done. For practice, we go back to the notice.'
          ),
          todo: w('こんどは 「あとで」を えらびます。', 'This time, choose “Later”.')
        }
      },
      { sign: 'clock' }
    )
  ],
  hints: [hint('wait', w('「[待|ま]つ」に ふれます。', 'Touch “Wait”.'))]
};

const page: Screen = {
  app: 'page',
  title: w('{天気|てんき}の ページ', 'Weather page'),
  back: 'home',
  parts: [
    { part: 'address', host: 'tenki-news.example' },
    {
      part: 'card',
      title: w('{危険|きけん}! スマホが [古|ふる]いです', 'Danger! Your phone is old'),
      sign: 'warning',
      lines: [w('[今|いま]すぐ ここから [新|あたら]しく', 'Update it here, now')]
    }
  ],
  places: [
    plain(
      'update',
      w('[今|いま]すぐ {更新|こうしん}', 'Update now'),
      wrong(
        w(
          'ページの [中|なか]の、にせの お[知|し]らせでした。',
          'It was a false notice inside a page.'
        ),
        w('[何|なに]も [入|い]れずに とじます。', 'Close it without entering anything.'),
        { to: 'false-update' }
      )
    ),
    plain(
      'call',
      w('[電話|でんわ]で {相談|そうだん} 050-0000-0000', 'Call 050-0000-0000'),
      wrong(
        w(
          'にせの お[知|し]らせの [番号|ばんごう]です。',
          'That number belongs to the false notice.'
        ),
        w('かけずに、ページを とじます。', 'Do not call it. Close the page.')
      ),
      { sign: 'call' }
    ),
    plain(
      'close',
      w('ページを とじる', 'Close the page'),
      right(
        w(
          'とじました。{本物|ほんもの}の {更新|こうしん}は、「{設定|せってい}」の [中|なか]に あります。',
          'You closed it. Real updates are found in the settings.'
        ),
        { to: 'home', marks: { closed: 'good' } }
      ),
      { sign: 'cross' }
    )
  ],
  hints: [hint('close', w('「ページを とじる」に ふれます。', 'Touch “Close the page”.'))]
};

const falseUpdate = wouldHave(
  [
    w(
      'お[金|かね]や カードの [番号|ばんごう]を もとめられる ことが あります。',
      'It may ask for money or a card number.'
    ),
    w(
      '{本物|ほんもの}の {更新|こうしん}に お[金|かね]は かかりません。',
      'Real updates cost nothing.'
    ),
    w(
      'ひらいただけなら、とじれば {大丈夫|だいじょうぶ}です。',
      'If you only opened it, closing it is enough.'
    )
  ],
  'page'
);

/** 充電・容量・更新: later at the hospital, closed on a page, tonight at home. */
const scenario: Scenario = {
  slug: '1-5',
  title: w('{更新|こうしん}の お[知|し]らせ', 'Update notices'),
  task: w(
    '[朝|あさ]、[昼|ひる]、[夜|よる]の お[知|し]らせに、あわてずに こたえます。',
    'Answer the notices of a morning, a noon and a night calmly.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['later', 'closed', 'night'], is: 'good', atLeast: 3 },
  done: w(
    'お[知|し]らせを [見分|みわ]けて、[自分|じぶん]で えらべました。',
    'You told the notices apart and chose for yourself.'
  ),
  whereToAsk: w(
    '{本物|ほんもの}か まよったら、とじて、{公民館|こうみんかん}の {相談会|そうだんかい}で [聞|き]きましょう。',
    'If you doubt a notice, close it and ask at the help day of the community hall.'
  ),
  screens: { home, notice, updating, page, 'false-update': falseUpdate, ...evening }
};

export default scenario;
