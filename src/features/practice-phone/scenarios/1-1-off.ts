import type { Screen } from '../domain/screen.ts';
import type { Turn } from '../domain/turn.ts';
import { darkStays, key, labels, pressLong, touchDark } from './1-1-keys.ts';
import { hint, isNot, main, plain, right, row, text, w, way, wrong } from './kit.ts';

const turnedOff: Turn = right(w('{電源|でんげん}が [切|き]れました。', 'The phone is off.'), {
  to: 'off',
  todo: w(
    'いま [電話|でんわ]が [来|き]たら どうなるか、{試|ため}して みます。',
    'Try what happens now when somebody calls.'
  )
});

const cancelPlace = plain('cancel', w('キャンセル', 'Cancel'), way('on', {}));

const emergency = row(
  'emergency',
  w('{緊急|きんきゅう}の [電話|でんわ]', 'Emergency call'),
  wrong(
    w(
      '{練習|れんしゅう}なので、どこにも かかって いません。',
      'This is practice: nobody was called.'
    ),
    w('{電源|でんげん}を [切|き]る ところを えらびます。', 'Choose what switches the phone off.')
  )
);

export const menu: Screen = {
  app: 'lock',
  title: w('{電源|でんげん}を [切|き]る [画面|がめん]', 'The screen for switching off'),
  back: 'on',
  places: [
    emergency,
    main('power-off', w('{電源|でんげん}を [切|き]る', 'Power off'), turnedOff),
    plain(
      'restart',
      w('{再起動|さいきどう}', 'Restart'),
      wrong(
        w('いちど [切|き]れて、また つきました。', 'It went off and on again.'),
        w(
          '[切|き]ったままに するには「{電源|でんげん}を [切|き]る」です。',
          'To keep it off, choose “Power off”.'
        ),
        { to: 'on' }
      )
    ),
    cancelPlace
  ],
  hints: [
    hint('power-off', w('「{電源|でんげん}を [切|き]る」に ふれます。', 'Touch “Power off”.'))
  ]
};

export const menuIphone: Screen = {
  app: 'lock',
  title: w('{電源|でんげん}を [切|き]る [画面|がめん]', 'The screen for switching off'),
  back: 'on',
  parts: [
    {
      part: 'sign',
      sign: 'power',
      size: 'small',
      words: w('スライドで {電源|でんげん}オフ →', 'slide to power off →')
    }
  ],
  input: {
    kind: 'move',
    gesture: 'left-right',
    mark: 'slider',
    values: ['left', 'right'],
    more: w('[右|みぎ]へ →', 'To the right →'),
    less: w('← [左|ひだり]へ', '← To the left'),
    turns: [{ ...turnedOff, marks: { slider: 'left' } }]
  },
  places: [emergency, cancelPlace],
  hints: [
    hint(
      'move-more',
      w(
        'みどりの わくの [中|なか]を、[右|みぎ]へ すべらせます。「[右|みぎ]へ」でも できます。',
        'Slide to the right inside the green frame. “To the right” does the same.'
      )
    )
  ]
};

const wakeUp: Turn = way('starting');

export const off: Screen = {
  app: 'lock',
  mood: 'dark',
  title: w('{電源|でんげん}が [切|き]れて います', 'The phone is off'),
  homeTurns: darkStays(pressLong),
  backTurns: darkStays(pressLong),
  places: [
    plain('call', labels.call, [
      right(
        w(
          '{鳴|な}りません。{電源|でんげん}が [切|き]れて いると、[電話|でんわ]は とどきません。',
          'It does not ring. A phone that is off cannot be reached.'
        ),
        {
          marks: { silent: 'good' },
          todo: w(
            'また つけましょう。[長|なが]く {押|お}します。',
            'Now switch it on again: press long.'
          )
        }
      )
    ]),
    key(
      'power',
      labels.short,
      [
        wrong(
          w('みじかく{押|お}しても つきません。', 'A brief press does not switch it on.'),
          pressLong
        )
      ],
      { held: [wakeUp] }
    ),
    key('long', labels.long, [wakeUp]),
    touchDark(pressLong)
  ],
  hints: [
    hint(
      'call',
      w(
        '「[家族|かぞく]に かけてもらう」に ふれて みます。',
        'Touch “Have your family call you” to see.'
      ),
      [isNot('silent', 'good')]
    ),
    hint('long', pressLong)
  ]
};

const waiting: Turn[] = [
  wrong(
    w(
      'いま {準備|じゅんび}を して います。こわれて いません。',
      'It is getting ready. Nothing is broken.'
    ),
    w('「[1分|いっぷん]ほど [待|ま]つ」に ふれます。', 'Touch “Wait about a minute”.')
  )
];

export const starting: Screen = {
  app: 'lock',
  mood: 'dark',
  title: w('[画面|がめん]が {光|ひか}りました', 'The screen lights up'),
  homeTurns: waiting,
  backTurns: waiting,
  parts: [
    text(
      w('いつもの [画面|がめん]を {用意|ようい}して います。', 'The screen you know is on its way.')
    )
  ],
  places: [
    main('wait', w('[1分|いっぷん]ほど [待|ま]つ', 'Wait about a minute'), [
      right(w('いつもの [画面|がめん]に なりました。', 'Here is the screen you know.'), {
        to: 'on',
        marks: { woke: 'good' }
      })
    ]),
    key('power', labels.short, waiting)
  ],
  hints: [
    hint('wait', w('「[1分|いっぷん]ほど [待|ま]つ」に ふれます。', 'Touch “Wait about a minute”.'))
  ]
};
