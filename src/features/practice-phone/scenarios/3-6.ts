import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
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
  toggle,
  w,
  way,
  wrong
} from './kit.ts';
import { groups } from './3-6-group.ts';

const onIphone = [is('face', 'iphone')];
const onOthers = [isNot('face', 'iphone')];
const ringing = [is('call', '')];
const talking = [is('call', 'on')];
const sakura = w('さくら', 'Sakura');
const inCall = w('さくらと {通話中|つうわちゅう}', 'Call with Sakura');
const stillRinging = w('さくらから {着信|ちゃくしん}', 'Sakura is calling');

const home = homeScreen(
  [
    { ...app('ringing', stillRinging, 'call', way('lock')), when: ringing },
    { ...app('in-call', inCall, 'call', way('talking')), when: talking },
    app('line', w('LINE', 'LINE'), 'talk', way('chats'))
  ],
  [
    hint(
      'ringing',
      w(
        'まだ [鳴|な]って います。「{着信|ちゃくしん}」に ふれます。',
        'It still rings. Touch “Sakura is calling”.'
      ),
      ringing
    ),
    hint(
      'in-call',
      w(
        'ホームでは {電話|でんわ}は [切|き]れません。「{通話中|つうわちゅう}」に ふれます。',
        'Home does not hang up. Touch “Call with Sakura”.'
      ),
      talking
    ),
    hint('line', w('「LINE」の [絵|え]に ふれます。', 'Touch the picture “LINE”.'))
  ]
);

const answeredTurn = right(w('さくらさんと [話|はな]せます。', 'You can talk to Sakura.'), {
  to: 'talking',
  marks: { call: 'on', slid: 'left' }
});

const lock: Screen = {
  app: 'lock',
  title: w('LINEの {電話|でんわ}', 'LINE call'),
  parts: [{ part: 'sign', sign: 'family' }, strong(sakura)],
  places: [
    main('look', w('{電話|でんわ}を [見|み]る', 'See the call'), way('slide'), {
      sign: 'call',
      when: onIphone
    }),
    main('answer', w('{応答|おうとう}', 'Answer'), answeredTurn, { sign: 'call', when: onOthers }),
    plain(
      'refuse',
      w('{拒否|きょひ}', 'Decline'),
      wrong(
        w(
          '{電話|でんわ}が [切|き]れました。よく ある ことです。',
          'The call has ended. That happens to many.'
        ),
        w(
          'もう[一度|いちど] かかって きました。みどりの しるしです。',
          'It rings again. Look for the green sign.'
        )
      ),
      { sign: 'hang-up' }
    )
  ],
  hints: [
    hint(
      'look',
      w('「{電話|でんわ}を [見|み]る」に ふれます。', 'Touch “See the call”.'),
      onIphone
    ),
    hint('answer', w('「{応答|おうとう}」に ふれます。', 'Touch “Answer”.'))
  ]
};

/** A locked iPhone is answered by sliding. */
const slide: Screen = {
  app: 'call',
  title: sakura,
  back: 'lock',
  parts: [
    strong(w('スライドで {応答|おうとう}', 'slide to answer')),
    { part: 'sign', sign: 'call', words: w('[右|みぎ]へ すべらせます', 'Slide it to the right') }
  ],
  places: [],
  hints: [
    hint('move-more', w('しるしを [右|みぎ]へ すべらせます。', 'Slide the sign to the right.'))
  ],
  input: {
    kind: 'move',
    gesture: 'left-right',
    mark: 'slid',
    values: ['left', 'right'],
    more: w('[右|みぎ]へ', 'To the right'),
    less: w('[左|ひだり]へ', 'To the left'),
    turns: [{ ...answeredTurn, when: [is('slid', 'right')] }]
  }
};

const hungUp = w('{電話|でんわ}が [切|き]れました。', 'The call has ended.');
const hangUp = main(
  'end',
  w('{終了|しゅうりょう}', 'End'),
  [
    right(hungUp, {
      to: 'chats',
      marks: { call: 'good' },
      when: [isNot('muted', 'good')],
      todo: w(
        'つぎは {体操|たいそう}の{会|かい}の [音|おと]を [止|と]めます。',
        'Now silence the exercise group.'
      )
    }),
    right(hungUp, { to: 'chats', marks: { call: 'good' } })
  ],
  { sign: 'hang-up' }
);

const talkingScreen: Screen = {
  app: 'call',
  title: w('さくら {通話中|つうわちゅう}', 'Sakura, in a call'),
  back: 'chats',
  parts: [theirs(w('{元気|げんき}ですか。またね。', 'Are you well? See you soon.'))],
  places: [
    toggle(
      'speaker',
      w('スピーカー', 'Speaker'),
      [set({ speaker: 'on' }, { when: [isNot('speaker', 'on')] }), set({ speaker: 'off' })],
      { sign: 'speaker', follows: 'speaker' }
    ),
    plain(
      'camera',
      w('カメラ', 'Camera'),
      wrong(
        w(
          'ビデオに なりました。{顔|かお}が うつって います。',
          'It is a video call now: you are seen.'
        ),
        w(
          '「カメラを [切|き]る」に ふれると、[声|こえ]だけに なります。',
          'Touch “Camera off”, and only your voice is left.'
        ),
        { to: 'video' }
      ),
      { sign: 'video' }
    ),
    hangUp
  ],
  hints: [
    hint(
      'end',
      w(
        '[赤|あか]い {受話器|じゅわき}の「{終了|しゅうりょう}」です。',
        'It is “End”, with the red receiver.'
      )
    )
  ]
};

const video: Screen = {
  app: 'call',
  title: w('さくら ビデオ{通話|つうわ}', 'Sakura, video call'),
  back: 'talking',
  parts: [{ part: 'sign', sign: 'person', words: w('{自分|じぶん}の {顔|かお}', 'Your own face') }],
  places: [
    plain('camera-off', w('カメラを [切|き]る', 'Camera off'), way('talking'), {
      sign: 'video-off'
    }),
    hangUp
  ],
  hints: [hint('camera-off', w('「カメラを [切|き]る」に ふれます。', 'Touch “Camera off”.'))]
};

const chats: Screen = {
  app: 'talk',
  title: w('トーク', 'Chats'),
  back: 'home',
  places: [
    row('ringing', stillRinging, way('lock'), { sign: 'call', when: ringing }),
    row('in-call', inCall, way('talking'), { sign: 'call', when: talking }),
    row('sakura', sakura, way('sakura'), { sign: 'family', when: [is('call', 'good')] }),
    row('group', w('{体操|たいそう}の{会|かい}', 'Exercise group'), way('group'), {
      sign: 'group',
      note: w('きょうは [晴|は]れですね。', 'A fine day today.')
    }),
    row('invite', w('もうかる{会|かい}', 'Money club'), way('invite'), {
      sign: 'stranger',
      note: w('{招待|しょうたい}されて います', 'You are invited'),
      when: [isNot('invite', 'no')]
    })
  ],
  hints: [
    hint(
      'ringing',
      w('「さくらから {着信|ちゃくしん}」に ふれます。', 'Touch “Sakura is calling”.'),
      ringing
    ),
    hint(
      'in-call',
      w('「さくらと {通話中|つうわちゅう}」に ふれます。', 'Touch “Call with Sakura”.'),
      talking
    ),
    hint('group', w('「{体操|たいそう}の{会|かい}」に ふれます。', 'Touch “Exercise group”.'))
  ]
};

const back = (to: string, label: Words) => plain('back', label, way(to));
const allChats = w('＜ トークの {一覧|いちらん}', '< All chats');
const allChatsHint = hint(
  'back',
  w('「トークの {一覧|いちらん}」に もどります。', 'Go back to “All chats”.')
);

const sakuraChat: Screen = {
  app: 'talk',
  title: sakura,
  back: 'chats',
  parts: [theirs(w('また {電話|でんわ}してね。', 'Call me again.'))],
  places: [
    plain('call', w('{受話器|じゅわき}の しるし', 'Sign of a receiver'), way('how'), {
      sign: 'call'
    }),
    back('chats', allChats)
  ],
  hints: [allChatsHint]
};

const how: Screen = {
  app: 'talk',
  title: w('どう かけますか', 'How would you like to call?'),
  back: 'sakura',
  places: [
    row(
      'voice',
      w('[音声|おんせい]{通話|つうわ}', 'Voice call'),
      way('talking', { marks: { call: 'on' } }),
      {
        sign: 'call'
      }
    ),
    row(
      'video',
      w('ビデオ{通話|つうわ}', 'Video call'),
      wrong(
        w(
          '{顔|かお}の うつる {電話|でんわ}です。[呼|よ]びだす [前|まえ]に [切|き]りました。',
          'That call shows your face. It was stopped before it rang.'
        ),
        w(
          '[声|こえ]だけなら「[音声|おんせい]{通話|つうわ}」に ふれます。',
          'For the voice only, touch “Voice call”.'
        )
      ),
      { sign: 'video' }
    ),
    back('sakura', w('やめる', 'Cancel'))
  ],
  hints: [hint('back', w('「やめる」に ふれます。', 'Touch “Cancel”.'))]
};

/** LINE②: take a call and end it, and silence a group without leaving it. */
const scenario: Scenario = {
  slug: '3-6',
  title: w('LINE② {通話|つうわ}・グループ', 'LINE 2: calls and groups'),
  task: w(
    'さくらさんの {電話|でんわ}に [出|で]て、{体操|たいそう}の{会|かい}の [音|おと]を [止|と]めます。',
    'Take Sakura’s call and end it, then silence the exercise group.'
  ),
  first: 'lock',
  home: 'home',
  goal: { kind: 'marks', marks: ['call', 'muted'], is: 'good', atLeast: 2 },
  done: w(
    '{電話|でんわ}を [受|う]けて [切|き]り、グループを しずかに できました。',
    'You took and ended a call, and silenced a group.'
  ),
  whereToAsk: w(
    'LINEの {設定|せってい}は、{公民館|こうみんかん}の {相談会|そうだんかい}で いっしょに できます。',
    'At the community hall’s help day someone sets up LINE together with you.'
  ),
  screens: {
    home,
    lock,
    slide,
    talking: talkingScreen,
    video,
    chats,
    sakura: sakuraChat,
    how,
    ...groups
  }
};

export default scenario;
