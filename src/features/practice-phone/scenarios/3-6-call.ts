import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import {
  hint,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  set,
  strong,
  theirs,
  toggle,
  w,
  way,
  wrong
} from './kit.ts';

const onIphone = [is('face', 'iphone')];
const onOthers = [isNot('face', 'iphone')];
export const sakura = w('さくら', 'Sakura');

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

/** A call that comes in, the talk itself, and calling from one’s own side. */
export const calls: Record<string, Screen> = {
  lock,
  slide,
  talking: talkingScreen,
  video,
  sakura: sakuraChat,
  how
};
