import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Turn } from '../domain/turn.ts';
import {
  android,
  darkStays,
  iphone,
  kantan,
  key,
  labels,
  pressBoth,
  pressLong,
  pressShort,
  touchDark
} from './1-1-keys.ts';
import { menu, menuIphone, off, starting } from './1-1-off.ts';
import { hint, isNot, main, note, plain, right, strong, w, way, wrong } from './kit.ts';

const notRung = isNot('rang', 'good');

const askedToTalk = wrong(
  w(
    '[話|はな]しかける [画面|がめん]が [出|で]ました。{電源|でんげん}は [切|き]れて いません。',
    'A screen came that wants to talk. The phone is not off.'
  ),
  w(
    '「とじる」に ふれます。つぎは、いっしょに {押|お}します。',
    'Touch “Close”. Then press both together.'
  ),
  { to: 'talker' }
);

const held: Turn[] = [
  { ...askedToTalk, when: android },
  { ...askedToTalk, when: iphone },
  way('menu', { when: kantan })
];

const on: Screen = {
  app: 'lock',
  title: w('スマホの [画面|がめん]と [横|よこ]の ボタン', 'The screen and the keys on the side'),
  parts: [
    { part: 'sign', sign: 'clock', words: w('[午前|ごぜん] 10[時|じ]', '10 in the morning') }
  ],
  places: [
    key(
      'power',
      labels.short,
      [
        right(
          w(
            '[画面|がめん]が [消|き]えました。{電源|でんげん}は [入|はい]ったままです。',
            'The screen is dark. The phone is still on.'
          ),
          { to: 'dark' }
        )
      ],
      { held }
    ),
    key('long', labels.long, held),
    key('both-android', labels.both, [way('menu')], { when: android }),
    key('both-iphone', labels.both, [way('menu-iphone')], { when: iphone }),
    key('volume', w('{音量|おんりょう}ボタン', 'Volume key'), [
      wrong(
        w('[音|おと]の [大|おお]きさが かわりました。', 'That changed the volume.'),
        w('{電源|でんげん}ボタンを つかいます。', 'Use the power key.')
      )
    ])
  ],
  hints: [
    hint('power', pressShort, [notRung]),
    hint('both-android', pressBoth, android),
    hint('both-iphone', pressBoth, iphone),
    hint('long', pressLong)
  ]
};

const dark: Screen = {
  app: 'lock',
  mood: 'dark',
  title: w('[画面|がめん]が [消|き]えて います', 'The screen is dark'),
  homeTurns: darkStays(pressShort),
  backTurns: darkStays(pressShort),
  places: [
    plain('call', labels.call, way('ringing')),
    key('power', labels.short, [
      way('on', { happened: w('[画面|がめん]が つきました。', 'The screen is lit again.') })
    ]),
    touchDark(pressShort)
  ],
  hints: [
    hint(
      'call',
      w(
        '「[家族|かぞく]に かけてもらう」に ふれて みます。',
        'Touch “Have your family call you” to see.'
      ),
      [notRung]
    ),
    hint('power', pressShort)
  ]
};

const rang = right(
  w(
    '[画面|がめん]が [消|き]えて いても、[電話|でんわ]は {鳴|な}りました。',
    'The screen was dark, and yet it rang.'
  ),
  {
    to: 'on',
    marks: { rang: 'good' },
    todo: w('つぎは {電源|でんげん}を [切|き]って みましょう。', 'Now try switching the phone off.')
  }
);

const stillRings: Turn[] = [
  wrong(
    w('[電話|でんわ]は まだ {鳴|な}って います。', 'It is still ringing.'),
    w('「[出|で]る」か「[出|で]ない」に ふれます。', 'Touch “Answer” or “Decline”.')
  )
];

const ringing: Screen = {
  app: 'call',
  title: w('[電話|でんわ]が [来|き]ました', 'A call comes in'),
  homeTurns: stillRings,
  backTurns: stillRings,
  parts: [strong(w('むすめの よしこ', 'Yoshiko, your daughter'))],
  places: [
    main('take', w('[出|で]る', 'Answer'), rang),
    plain('decline', w('[出|で]ない', 'Decline'), rang)
  ],
  hints: [hint('take', w('「[出|で]る」に ふれます。', 'Touch “Answer”.'))]
};

const talker: Screen = {
  app: 'chat',
  title: w('[話|はな]しかける [画面|がめん]', 'A screen that wants to talk'),
  back: 'on',
  parts: [
    strong(w('[何|なに]を しましょうか。', 'What can I do for you?')),
    note(w('[返事|へんじ]を しなくて よいです。', 'You need not answer.'))
  ],
  places: [main('close', w('とじる', 'Close'), way('on'))],
  hints: [hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))]
};

/** 電源: a dark screen still rings, a phone that is off does not, and both come back. */
const scenario: Scenario = {
  slug: '1-1',
  title: w('{電源|でんげん}・[画面|がめん]を [消|け]す', 'Power, and a dark screen'),
  task: w(
    '[画面|がめん]を [消|け]した ときと、{電源|でんげん}を [切|き]った ときを くらべます。',
    'Compare a dark screen with a phone that is off.'
  ),
  first: 'on',
  home: 'on',
  goal: { kind: 'marks', marks: ['rang', 'silent', 'woke'], is: 'good', atLeast: 3 },
  done: w(
    '[画面|がめん]を [消|け]すのと、{電源|でんげん}を [切|き]るのは ちがいます。どちらも できました。',
    'A dark screen and a phone that is off are two things, and you did both.'
  ),
  whereToAsk: w(
    'ボタンの [場所|ばしょ]は スマホで ちがいます。{相談会|そうだんかい}で いっしょに さがせます。',
    'The keys are at different places on different phones. At a help day we look for yours together.'
  ),
  screens: { on, dark, ringing, menu, 'menu-iphone': menuIphone, off, starting, talker }
};

export default scenario;
