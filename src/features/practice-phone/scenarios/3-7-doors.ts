import type { Screen } from '../domain/screen.ts';
import {
  hint,
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

const onIphone = [is('face', 'iphone')];
const onOthers = [isNot('face', 'iphone')];
const named = [is('name', 'yes')];
const backToInbox = plain('back', w('＜ {受信箱|じゅしんばこ}', '< Inbox'), way('inbox'));

const inbox: Screen = {
  app: 'messages',
  title: w('{受信箱|じゅしんばこ}', 'Inbox'),
  back: 'home',
  places: [
    row('police', w('{捜査課|そうさか}', 'Investigation office'), way('police'), {
      sign: 'stranger',
      note: w('ビデオで お[話|はなし]を', 'Talk to us by video')
    }),
    row(
      'invite',
      w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group'),
      way('invite'),
      {
        sign: 'person',
        note: w('{会議|かいぎ}の ご{招待|しょうたい}', 'Invitation to a meeting')
      }
    )
  ],
  hints: [
    hint(
      'invite',
      w(
        '「{体操|たいそう}の{会|かい} [田中|たなか]」に ふれます。',
        'Touch “Tanaka, Exercise group”.'
      )
    )
  ]
};

const police: Screen = {
  app: 'message',
  title: w('ビデオで お[話|はなし]を', 'Talk to us by video'),
  back: 'inbox',
  parts: [
    note(w('{捜査課|そうさか} [知|し]らない [人|ひと]', 'Investigation office, unknown')),
    text(
      w(
        'あなたの {口座|こうざ}を [調|しら]べます。だれにも [言|い]わずに [入|はい]って ください。',
        'We look into your bank account. Join, and tell nobody.'
      )
    )
  ],
  places: [
    link(
      'join',
      w('{会議|かいぎ}に [入|はい]る', 'Join the meeting'),
      wrong(
        w(
          'ここは {練習|れんしゅう}なので、なにも おきません。',
          'This is practice, so nothing happened.'
        ),
        w(
          '{本物|ほんもの}の スマホなら どうなったかを [読|よ]みます。',
          'Read what a real phone would have done.'
        ),
        { to: 'police-after' }
      )
    ),
    backToInbox
  ],
  hints: [
    hint(
      'back',
      w(
        '[知|し]らない [人|ひと]の {招待|しょうたい}です。「{受信箱|じゅしんばこ}」に もどります。',
        'A stranger invites you. Go back to the inbox.'
      )
    )
  ]
};

const invite: Screen = {
  app: 'message',
  title: w('{会議|かいぎ}の ご{招待|しょうたい}', 'Invitation to a meeting'),
  back: 'inbox',
  parts: [
    note(w('{体操|たいそう}の{会|かい} [田中|たなか]', 'Tanaka, Exercise group')),
    text(w('きょう 10[時|じ]から、みんなで [話|はな]しましょう。', 'Let us talk today at 10.'))
  ],
  places: [
    link('join', w('{会議|かいぎ}に [入|はい]る', 'Join the meeting'), way('name')),
    backToInbox
  ],
  hints: [
    hint(
      'join',
      w(
        '[青|あお]い「{会議|かいぎ}に [入|はい]る」に ふれます。',
        'Touch the blue “Join the meeting”.'
      )
    )
  ]
};

const fieldLabel = w('お[名前|なまえ]', 'Your name');

const name: Screen = {
  app: 'meeting',
  title: w('{会議|かいぎ}に {参加|さんか}', 'Join the meeting'),
  back: 'invite',
  parts: [
    { part: 'field', label: fieldLabel, when: [isNot('name', 'yes')] },
    { part: 'field', label: fieldLabel, words: w('はなこ', 'Hanako'), when: named }
  ],
  places: [
    plain(
      'write',
      w('「はなこ」と [書|か]く', 'Write “Hanako”'),
      { outcome: 'way', marks: { name: 'yes' } },
      { sign: 'pencil', when: [isNot('name', 'yes')] }
    ),
    main('join', w('{参加|さんか}', 'Join'), [
      way('permission', { when: named }),
      wrong(
        w('[名前|なまえ]が まだ [空|あ]いて います。', 'The name is still empty.'),
        w('さきに [名前|なまえ]を [書|か]きます。', 'Write a name first.')
      )
    ])
  ],
  hints: [
    hint('join', w('「{参加|さんか}」に ふれます。', 'Touch “Join”.'), named),
    hint('write', w('「はなこ」と [書|か]く ボタンに ふれます。', 'Touch “Write “Hanako””.'))
  ]
};

const permission: Screen = {
  app: 'notice',
  title: w('マイクを {使|つか}いますか', 'Use the microphone?'),
  back: 'name',
  parts: [
    text(w('[声|こえ]を {会議|かいぎ}に とどける ためです。', 'So that the others can hear you.'))
  ],
  places: [
    main('allow-iphone', w('{許可|きょか}', 'Allow'), way('waiting'), { when: onIphone }),
    main('allow', w('アプリの {使用時|しようじ}のみ', 'While using the app'), way('waiting'), {
      when: onOthers
    }),
    plain(
      'never',
      w('{許可|きょか}しない', 'Don’t allow'),
      wrong(
        w('これでは [声|こえ]が とどきません。', 'Nobody would hear you.'),
        w(
          'もう[一度|いちど] {聞|き}かれました。{会議|かいぎ}の あいだだけ {許可|きょか}します。',
          'It asks once more. Allow it for the meeting.'
        )
      )
    )
  ],
  hints: [
    hint('allow-iphone', w('「{許可|きょか}」に ふれます。', 'Touch “Allow”.'), onIphone),
    hint(
      'allow',
      w('「アプリの {使用時|しようじ}のみ」に ふれます。', 'Touch “While using the app”.')
    )
  ]
};

const waiting: Screen = {
  app: 'meeting',
  title: w('お[待|ま]ちください', 'Please wait'),
  back: 'name',
  parts: [
    text(
      w(
        '[開|ひら]く [人|ひと]が [入|い]れて くれるまで [待|ま]ちます。',
        'You wait until the host lets you in.'
      )
    )
  ],
  places: [
    main(
      'wait',
      w('ひと[息|いき] [待|ま]つ', 'Wait a moment'),
      right(w('{会議|かいぎ}に [入|はい]りました。', 'You are in the meeting.'), {
        to: 'meeting',
        marks: { in: 'on' }
      }),
      { sign: 'clock' }
    ),
    plain(
      'leave',
      w('やめる', 'Cancel'),
      wrong(
        w(
          '[入|はい]る {前|まえ}に [出|で]ました。こわれては いません。',
          'You left before you were in. Nothing is broken.'
        ),
        w(
          'もう[一度|いちど]「{会議|かいぎ}に [入|はい]る」に ふれます。',
          'Touch “Join the meeting” again.'
        ),
        { to: 'invite' }
      )
    )
  ],
  hints: [hint('wait', w('「ひと[息|いき] [待|ま]つ」に ふれます。', 'Touch “Wait a moment”.'))]
};

/** From the invitation to the meeting’s door, and the invitation nobody should take. */
export const doors: Record<string, Screen> = {
  inbox,
  police,
  invite,
  name,
  permission,
  waiting,
  'police-after': wouldHave(
    [
      w(
        'にせの {警察官|けいさつかん}が うつり、お[金|かね]を [送|おく]らせようと します。',
        'You would have seen a false policeman who wants your money.'
      ),
      w(
        '{警察|けいさつ}は ビデオで [調|しら]べません。[切|き]って #9110に {電話|でんわ}します。',
        'The police never question people by video. Hang up and call #9110.'
      )
    ],
    'inbox'
  )
};
