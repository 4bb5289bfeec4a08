import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { mending } from './2-4-mending.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  plain,
  right,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const to: Words = w('むすめ はなこ', 'Hanako, daughter');
const touchMicrophone: Words = w(
  'さきに マイクの しるしに ふれます。',
  'Touch the microphone first.'
);
const isIphone = [is('face', 'iphone')];
const notIphone = [isNot('face', 'iphone')];

const write: Screen = {
  app: 'talk',
  title: to,
  back: 'home',
  parts: [{ part: 'field', label: w('[書|か]く {枠|わく}', 'Your message') }],
  places: [
    plain(
      'speak',
      w('[話|はな]して みる', 'Speak'),
      wrong(
        w(
          'まだ マイクが [聞|き]いて いません。[字|じ]は [出|で]ませんでした。',
          'The microphone does not listen yet. No letters appeared.'
        ),
        touchMicrophone
      ),
      { sign: 'talk' }
    ),
    main(
      'microphone',
      w('マイク', 'Microphone'),
      [way('ask', { when: [isNot('allowed', 'good')] }), way('listening')],
      { sign: 'microphone' }
    ),
    plain(
      'send',
      w('{送信|そうしん}', 'Send'),
      wrong(
        w('まだ [何|なに]も [書|か]いて いません。', 'Nothing is written yet.'),
        touchMicrophone
      ),
      { sign: 'letter' }
    )
  ],
  hints: [hint('microphone', w('マイクの しるしに ふれます。', 'Touch the microphone.'))]
};

const refused = wrong(
  w(
    'マイクは つかえないままです。こまる ことは ありません。',
    'The microphone stays off. No harm is done.'
  ),
  w(
    '[声|こえ]で [入|い]れるなら、もう[1度|いちど] マイクに ふれます。',
    'To use your voice, touch the microphone once more.'
  ),
  { to: 'write' }
);

/** What the phone asks once: allowing it costs nothing. */
const ask: Screen = {
  app: 'notice',
  title: w('スマホからの {質問|しつもん}', 'The phone asks'),
  back: 'write',
  parts: [
    strong(
      w('{音声|おんせい}の {録音|ろくおん}を {許可|きょか}しますか。', 'Allow to record audio?'),
      notIphone
    ),
    strong(
      w('{音声|おんせい}{入力|にゅうりょく}を {有効|ゆうこう}に しますか。', 'Enable Dictation?'),
      isIphone
    ),
    text(w('お[金|かね]は かかりません。', 'It costs nothing.'))
  ],
  places: [
    main(
      'allow',
      w('[使用中|しようちゅう]のみ {許可|きょか}', 'While using the app'),
      way('listening', { marks: { allowed: 'good' } }),
      { when: notIphone }
    ),
    main(
      'enable',
      w('{有効|ゆうこう}に する', 'Enable'),
      way('listening', { marks: { allowed: 'good' } }),
      { when: isIphone }
    ),
    plain('refuse', w('{許可|きょか}しない', 'Don’t allow'), refused, { when: notIphone }),
    plain('not-now', w('[今|いま]は しない', 'Not now'), refused, { when: isIphone })
  ],
  hints: [
    hint(
      'enable',
      w('「{有効|ゆうこう}に する」で {大丈夫|だいじょうぶ}です。', '“Enable” is fine.'),
      isIphone
    ),
    hint(
      'allow',
      w(
        '「[使用中|しようちゅう]のみ {許可|きょか}」で {大丈夫|だいじょうぶ}です。',
        '“While using the app” is fine.'
      )
    )
  ]
};

const listening: Screen = {
  app: 'talk',
  title: to,
  back: 'write',
  parts: [
    {
      part: 'sign',
      sign: 'microphone',
      words: w('お[話|はな]しください', 'Speak now'),
      when: notIphone
    },
    {
      part: 'sign',
      sign: 'microphone',
      words: w('{枠|わく}に マイクが [出|で]ました', 'A microphone is in the box'),
      when: isIphone
    },
    text(w('[聞|き]いて いる しるしです。', 'This means that it listens.'))
  ],
  places: [
    main(
      'say',
      w('「あした 10[時|じ]に [行|い]きます」', '“I come at 10 tomorrow”'),
      right(w('[声|こえ]が [字|じ]に なりました。', 'Your voice has become letters.'), {
        to: 'heard',
        marks: { spoken: 'good' },
        todo: w('もう[1度|いちど] マイクに ふれて、とめます。', 'Touch the microphone to stop it.')
      }),
      { sign: 'talk', note: w('ふれると、こう [話|はな]します', 'Touch to say this') }
    ),
    plain(
      'think',
      w('だまって [考|かんが]える', 'Think in silence'),
      wrong(
        w(
          'しばらく [声|こえ]が ないので、マイクが [止|と]まりました。',
          'There was no voice, and the microphone stopped.'
        ),
        w(
          '[言|い]う ことを {決|き}めてから、マイクに ふれます。',
          'Know what you will say, then touch the microphone.'
        ),
        { to: 'write' }
      ),
      { sign: 'think' }
    )
  ],
  hints: [
    hint(
      'say',
      w('「あした 10[時|じ]に [行|い]きます」に ふれます。', 'Touch “I come at 10 tomorrow”.')
    )
  ]
};

/** 文字を入れる② 声: speak, find the wrong letter, mend only that, and send. */
const scenario: Scenario = {
  slug: '2-4',
  title: w('[声|こえ]で [入|い]れる', 'Typing by voice'),
  task: w(
    '[声|こえ]で 「あした 10[時|じ]に [行|い]きます」と [入|い]れて、{送|おく}ります。',
    'Say “I come at 10 tomorrow”, mend what is wrong, and send it.'
  ),
  first: 'write',
  home: 'home',
  goal: { kind: 'marks', marks: ['spoken', 'found', 'mended', 'sent'], is: 'good', atLeast: 4 },
  done: w(
    '[声|こえ]で [入|い]れて、[1文字|ひともじ]だけ [直|なお]せました。',
    'You spoke, and mended just one letter.'
  ),
  whereToAsk: w(
    'マイクが [見|み]つからない ときは、{相談会|そうだんかい}で [聞|き]きましょう。',
    'If you cannot find the microphone, ask at the help day.'
  ),
  screens: {
    write,
    ask,
    listening,
    ...mending(to),
    home: homeScreen([app('talk', w('メッセージ', 'Messages'), 'short-letter', way('write'))])
  }
};

export default scenario;
