import type { InputOf, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { hint, is, main, note, plain, right, strong, text, w, way, wrong } from './kit.ts';

/** The screens on which a call comes in: three phones for the first, one each for the others. */

const incoming: Words = w('{着信|ちゃくしん}', 'Incoming call');
const daughter: Words = w('むすめ はなこ', 'Hanako, daughter');
const darkScreen: Words = w(
  '[画面|がめん]が [暗|くら]い ときに [鳴|な]りました。',
  'It rang while the screen was dark.'
);

const taken: Words = w(
  '[電話|でんわ]に [出|で]ました。つながって います。',
  'You have answered. The call is connected.'
);

type Sliding = Pick<InputOf<'move'>, 'gesture' | 'more' | 'less'> & {
  readonly band: Words;
  readonly where: Words;
};

/** A call that only sliding answers; touching the sign is what most people try first. */
function slidingCall({ gesture, more, less, band, where }: Sliding): Screen {
  return {
    app: 'call',
    title: incoming,
    back: 'home',
    parts: [note(darkScreen), strong(daughter), { part: 'sign', sign: 'call', words: band }],
    input: {
      kind: 'move',
      gesture,
      mark: 'slide',
      values: ['start', 'end'],
      more,
      less,
      turns: [
        right(taken, {
          when: [is('slide', 'end')],
          to: 'talking',
          marks: { slide: 'start', line: 'one' }
        })
      ]
    },
    places: [
      plain(
        'tap-sign',
        w('[受話器|じゅわき]に トンと ふれる', 'Touch the receiver'),
        wrong(
          w(
            'トンと ふれただけでは [出|で]られない [電話|でんわ]です。まだ [鳴|な]って います。',
            'A mere touch does not answer this call. It still rings.'
          ),
          where
        ),
        { sign: 'call' }
      )
    ],
    hints: [hint('move-more', where)]
  };
}

const ringingUp = slidingCall({
  gesture: 'up-down',
  more: w('[上|うえ]へ すべらせる', 'Slide up'),
  less: w('[下|した]へ すべらせる', 'Slide down'),
  band: w('↑ [上|うえ]へ すべらせて {応答|おうとう}', '↑ Swipe up to answer'),
  where: w(
    'みどりの [所|ところ]に ふれたまま、[上|うえ]へ すべらせます。',
    'Keep your finger on the green part and slide it up.'
  )
});

const ringingRight = slidingCall({
  gesture: 'left-right',
  more: w('[右|みぎ]へ すべらせる', 'Slide right'),
  less: w('[左|ひだり]へ すべらせる', 'Slide left'),
  band: w('「スライドで {応答|おうとう}」→', '“slide to answer” →'),
  where: w(
    'みどりの [所|ところ]に ふれたまま、[右|みぎ]へ すべらせます。',
    'Keep your finger on the green part and slide it to the right.'
  )
});

const ringingKey: Screen = {
  app: 'call',
  title: incoming,
  back: 'home',
  parts: [note(darkScreen), strong(daughter)],
  places: [
    main(
      'answer',
      w('[電話|でんわ]に [出|で]る', 'Answer the call'),
      right(taken, { to: 'talking', marks: { line: 'one' } }),
      { sign: 'call' }
    ),
    plain(
      'refuse',
      w('[電話|でんわ]を [切|き]る', 'End the call'),
      wrong(
        w('[出|で]る [前|まえ]に [切|き]れました。', 'The call ended before you answered.'),
        w(
          'はなこさんが かけなおしました。「[電話|でんわ]に [出|で]る」です。',
          'Hanako calls again. It is “Answer the call”.'
        )
      ),
      { sign: 'hang-up' }
    )
  ],
  hints: [
    hint(
      'answer',
      w('「[電話|でんわ]に [出|で]る」の ボタンです。', 'It is the button “Answer the call”.')
    )
  ]
};

/** The phone is in use: the call comes in above what one was reading. */
const ringingInUse: Screen = {
  app: 'page',
  title: w('{天気|てんき}', 'Weather'),
  back: 'home',
  parts: [
    {
      part: 'card',
      title: w('{着信|ちゃくしん} たなか けんじ', 'Incoming call: Tanaka Kenji'),
      sign: 'call',
      lines: []
    }
  ],
  places: [
    main(
      'answer',
      w('{応答|おうとう}', 'Answer'),
      right(taken, { to: 'talking', marks: { line: 'two' } }),
      { sign: 'call' }
    ),
    plain(
      'refuse',
      w('{拒否|きょひ}', 'Decline'),
      wrong(
        w(
          '[出|で]ないで [切|き]りました。{失礼|しつれい}には なりません。',
          'You did not answer. It is not impolite.'
        ),
        w(
          'たなかさんが かけなおしました。「{応答|おうとう}」に ふれます。',
          'Mr Tanaka calls again. Touch “Answer”.'
        )
      ),
      { sign: 'hang-up' }
    ),
    plain(
      'weather',
      w('あしたは [晴|は]れでしょう。', 'Tomorrow will be fine.'),
      wrong(
        w(
          '[天気|てんき]の [字|じ]に ふれました。[電話|でんわ]は まだ [鳴|な]って います。',
          'You touched the weather. The call still rings.'
        ),
        w('[上|うえ]の「{応答|おうとう}」に ふれます。', 'Touch “Answer” above it.')
      )
    )
  ],
  hints: [
    hint('answer', w('[上|うえ]の「{応答|おうとう}」に ふれます。', 'Touch “Answer” at the top.'))
  ]
};

const ringingUnknown: Screen = {
  app: 'call',
  title: incoming,
  back: 'home',
  parts: [
    strong(w('050-0000-0000', '050-0000-0000')),
    text(
      w(
        '[名前|なまえ]が [出|で]ません。{登録|とうろく}して いない [番号|ばんごう]です。',
        'There is no name: it is not among your contacts.'
      )
    )
  ],
  places: [
    plain(
      'answer',
      w('{応答|おうとう}', 'Answer'),
      wrong(
        w(
          '[知|し]らない [人|ひと]が、[名前|なまえ]と [住所|じゅうしょ]を きいて きました。',
          'A stranger asks for your name and address.'
        ),
        w('[言|い]わずに、「[切|き]る」に ふれます。', 'Say nothing and touch “End”.'),
        { to: 'stranger' }
      ),
      { sign: 'call' }
    ),
    plain(
      'refuse',
      w('{拒否|きょひ}', 'Decline'),
      right(
        w(
          '[出|で]ないで [切|き]りました。それで {大丈夫|だいじょうぶ}です。',
          'You ended it without answering. That is fine.'
        ),
        { to: 'home', marks: { three: 'good' } }
      ),
      { sign: 'hang-up' }
    ),
    plain(
      'leave',
      w('ふれずに、[鳴|な]りやむまで [待|ま]つ', 'Touch nothing until it stops'),
      right(
        w(
          '[鳴|な]りやみました。{用|よう}の ある [人|ひと]なら、{伝言|でんごん}を [残|のこ]します。',
          'It stopped. Who really needs you leaves a message.'
        ),
        { to: 'home', marks: { three: 'good' } }
      ),
      { sign: 'hand' }
    )
  ],
  hints: [
    hint(
      'leave',
      w('「ふれずに、[鳴|な]りやむまで [待|ま]つ」です。', 'It is “Touch nothing until it stops”.')
    )
  ]
};

/** Every screen on which a call comes in. */
export const ringing = {
  'ringing-up': ringingUp,
  'ringing-right': ringingRight,
  'ringing-key': ringingKey,
  'ringing-in-use': ringingInUse,
  'ringing-unknown': ringingUnknown
} satisfies Record<string, Screen>;

/** The first call rings as it does on the phone that is drawn. */
export const firstCall = [
  way('ringing-right', { when: [is('face', 'iphone')] }),
  way('ringing-key', { when: [is('face', 'kantan')] }),
  way('ringing-up')
];
