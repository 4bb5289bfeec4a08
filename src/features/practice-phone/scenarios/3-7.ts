import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  mine,
  plain,
  right,
  set,
  text,
  theirs,
  toggle,
  w,
  way,
  wrong
} from './kit.ts';
import { doors } from './3-7-doors.ts';

const inMeeting = [is('in', 'on')];
const spoken = [is('spoke', 'good')];
const notSpoken = [isNot('spoke', 'good')];

const home = homeScreen(
  [
    app('mail', w('メール', 'Mail'), 'letter', way('inbox')),
    app('meeting', w('{会議|かいぎ}', 'Meeting'), 'video', [
      way('meeting', { when: inMeeting }),
      wrong(
        w(
          'ここからでは、どの {会議|かいぎ}か わかりません。',
          'From here, it is not known which meeting.'
        ),
        w(
          '「メール」の {招待|しょうたい}から [入|はい]ります。',
          'Go in by the invitation in “Mail”.'
        )
      )
    ])
  ],
  [
    hint(
      'meeting',
      w(
        'まだ {会議|かいぎ}の [中|なか]です。「{会議|かいぎ}」に ふれます。',
        'You are still in the meeting. Touch “Meeting”.'
      ),
      inMeeting
    ),
    hint('mail', w('「メール」の [絵|え]に ふれます。', 'Touch the picture “Mail”.'))
  ]
);

const switchOf = (id: string) => [
  set({ [id]: 'on' }, { when: [isNot(id, 'on')] }),
  set({ [id]: 'off' })
];

const meeting: Screen = {
  app: 'meeting',
  title: w('{体操|たいそう}の{会|かい}の {会議|かいぎ}', 'Meeting of the exercise group'),
  back: 'leave',
  parts: [
    theirs(w('はなこさん、おはようございます。', 'Good morning, Hanako.')),
    { ...mine(w('おはようございます。', 'Good morning.')), when: spoken },
    {
      part: 'sign',
      sign: 'person',
      words: w('{顔|かお}が うつって います', 'You are seen'),
      when: [is('camera', 'on')]
    }
  ],
  places: [
    toggle('microphone', w('マイク', 'Microphone'), switchOf('microphone'), {
      sign: 'microphone',
      follows: 'microphone'
    }),
    toggle('camera', w('カメラ', 'Camera'), switchOf('camera'), {
      sign: 'video',
      follows: 'camera'
    }),
    plain(
      'speak',
      w('「おはようございます」と [話|はな]す', 'Say “Good morning”'),
      [
        right(w('[声|こえ]が とどきました。', 'They heard you.'), {
          when: [is('microphone', 'on')],
          marks: { spoke: 'good' },
          todo: w('{終|お}わったので「{退出|たいしゅつ}」します。', 'That was all. Now leave.')
        }),
        wrong(
          w(
            '{田中|たなか}さんが「[聞|き]こえません」と [言|い]って います。マイクが [切|き]れて います。',
            'Tanaka says he cannot hear you. The microphone is off.'
          ),
          w('「マイク」に [1回|いっかい] ふれます。', 'Touch “Microphone” once.')
        )
      ],
      { sign: 'talk', when: notSpoken }
    ),
    plain('leave', w('{退出|たいしゅつ}', 'Leave'), way('leave'), { sign: 'hang-up' })
  ],
  hints: [
    hint(
      'microphone',
      w(
        'マイクが [切|き]れて います。「マイク」に ふれます。',
        'The microphone is off. Touch “Microphone”.'
      ),
      [...notSpoken, isNot('microphone', 'on')]
    ),
    hint(
      'speak',
      w('つぎは、あいさつの ボタンに ふれます。', 'Now touch the button for the greeting.'),
      notSpoken
    ),
    hint('leave', w('「{退出|たいしゅつ}」に ふれます。', 'Touch “Leave”.'))
  ]
};

const leave: Screen = {
  app: 'notice',
  title: w('{会議|かいぎ}から [出|で]ますか', 'Leave the meeting?'),
  back: 'meeting',
  places: [
    main('leave', w('{退出|たいしゅつ}', 'Leave'), [
      right(w('{会議|かいぎ}から [出|で]ました。', 'You have left the meeting.'), {
        to: 'after',
        marks: { in: 'off', left: 'good' },
        when: spoken
      }),
      wrong(
        w(
          'あいさつの {前|まえ}に [出|で]ました。よく ある ことです。',
          'You left before the greeting. That happens to many.'
        ),
        w(
          '[同|おな]じ {招待|しょうたい}から、もう[一度|いちど] [入|はい]れます。',
          'The same invitation lets you in again.'
        ),
        { to: 'invite', marks: { in: 'off', microphone: 'off', camera: 'off' } }
      )
    ]),
    plain('cancel', w('キャンセル', 'Cancel'), way('meeting'))
  ],
  hints: [
    hint('leave', w('「{退出|たいしゅつ}」に ふれます。', 'Touch “Leave”.'), spoken),
    hint(
      'cancel',
      w(
        'あいさつが まだです。「キャンセル」に ふれます。',
        'The greeting is still to come. Touch “Cancel”.'
      )
    )
  ]
};

const after: Screen = {
  app: 'page',
  title: w('{会議|かいぎ}が {終|お}わりました', 'The meeting is over'),
  back: 'home',
  parts: [text(w('マイクも カメラも [切|き]れて います。', 'Microphone and camera are off.'))],
  places: [plain('close', w('とじる', 'Close'), way('home'))],
  hints: [hint('close', w('「とじる」で もどれます。', '“Close” leads back.'))]
};

/** オンライン会議: in by the invitation, heard by the others, and out again. */
const scenario: Scenario = {
  slug: '3-7',
  title: w('オンライン{会議|かいぎ}', 'Meeting by video'),
  task: w(
    '{体操|たいそう}の{会|かい}の {会議|かいぎ}に [入|はい]って あいさつを し、[出|で]ます。',
    'Join the exercise group’s meeting, say good morning, and leave.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['left'], is: 'good', atLeast: 1 },
  done: w(
    '{招待|しょうたい}から [入|はい]り、[声|こえ]を とどけて、[出|で]られました。',
    'You came in by the invitation, were heard, and left.'
  ),
  whereToAsk: w(
    'はじめての [時|とき]は、{公民館|こうみんかん}の {相談会|そうだんかい}で いっしょに [入|はい]れます。',
    'For the first time, someone joins together with you at a help day.'
  ),
  screens: { home, ...doors, meeting, leave, after }
};

export default scenario;
