import type { Screen } from '../domain/screen.ts';
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

/** The names in the air, the key on the paper, and where an unknown name would lead. */

const hallNetwork = w('Renshu-Kominkan', 'Renshu-Kominkan');

const list: Screen = {
  app: 'settings',
  title: w('Wi-Fi', 'Wi-Fi'),
  back: 'settings',
  parts: [
    text(
      w(
        'はり[紙|がみ]の [名前|なまえ]は Renshu-Kominkan です。',
        'The notice says Renshu-Kominkan.'
      )
    )
  ],
  places: [
    row(
      'free',
      w('FREE-WiFi', 'FREE-WiFi'),
      wrong(
        w(
          'だれが {置|お}いたか わからない [名前|なまえ]でした。',
          'Nobody knows who put that name there.'
        ),
        w('[何|なに]も [入|い]れずに とじます。', 'Close it without entering anything.'),
        { to: 'trap' }
      ),
      { note: w('かぎ なし', 'No key'), sign: 'wifi' }
    ),
    row('hall', hallNetwork, [way('joined', { when: [is('joined', 'good')] }), way('key')], {
      note: w('かぎ あり', 'With a key'),
      sign: 'lock'
    }),
    row(
      'look-alike',
      w('Renshu-Kominkan2', 'Renshu-Kominkan2'),
      wrong(
        w(
          '{似|に}て いますが、「2」が ついて います。',
          'It looks alike, but there is a “2” at its end.'
        ),
        w(
          'はり[紙|がみ]と [同|おな]じ [名前|なまえ]に ふれます。',
          'Touch the name that the notice says.'
        )
      ),
      { note: w('かぎ なし', 'No key'), sign: 'wifi' }
    )
  ],
  hints: [
    hint(
      'hall',
      w('まん[中|なか]の「Renshu-Kominkan」です。', 'It is “Renshu-Kominkan”, in the middle.')
    )
  ]
};

const trap = wouldHave(
  [
    w(
      '「カードの [番号|ばんごう]を [入|い]れて ください」と [出|で]る ことが あります。',
      'It may ask: “Please enter your card number.”'
    ),
    w(
      '[入|い]れた ものを、[人|ひと]に [見|み]られる おそれが あります。',
      'Somebody may see what you enter.'
    ),
    w(
      'つないだだけなら、[切|き]れば {大丈夫|だいじょうぶ}です。',
      'If you only joined it, leaving it is enough.'
    )
  ],
  'list'
);

const key: Screen = {
  app: 'settings',
  title: hallNetwork,
  back: 'list',
  parts: [
    strong(w('はり[紙|がみ]の かぎ 2026', 'Key on the notice: 2026')),
    note(w('[練習|れんしゅう]の [数字|すうじ]です。', 'These digits are for practice.'))
  ],
  input: {
    kind: 'keys',
    board: 'digits',
    label: w('かぎを [入|い]れます', 'Enter the key'),
    accepts: ['2026'],
    right: [
      right(
        w('つながりました。お[金|かね]は かかりません。', 'You are connected. It costs nothing.'),
        {
          to: 'joined',
          marks: { joined: 'good' },
          todo: w('「{接続済|せつぞくず}み」を たしかめます。', 'See that it says “Connected”.')
        }
      )
    ],
    wrong: [
      wrong(
        w(
          'かぎが ちがいました。[何度|なんど]でも できます。',
          'The key was wrong. You may try again.'
        ),
        w('「[消|け]す」で [消|け]して、2026と [入|い]れます。', 'Erase it and enter 2026.')
      )
    ]
  },
  places: [],
  hints: [
    hint('keys', w('[手|て]の しるしの ある [数字|すうじ]です。', 'It is the digit with the hand.'))
  ]
};

const joined: Screen = {
  app: 'settings',
  title: w('Wi-Fi', 'Wi-Fi'),
  back: 'list',
  parts: [
    { part: 'sign', sign: 'wifi', words: hallNetwork },
    strong(w('{接続済|せつぞくず}み', 'Connected'), [isNot('face', 'iphone')]),
    strong(w('✓ Renshu-Kominkan', '✓ Renshu-Kominkan'), [is('face', 'iphone')])
  ],
  places: [
    main('look', w('[画面|がめん]の [上|うえ]を [見|み]る', 'Look at the top of the screen'), [
      way('after', { when: [is('data', 'good')] }),
      way('before')
    ]),
    plain(
      'again',
      w('もう[1度|いちど] つなぐ', 'Connect once more'),
      wrong(
        w('もう つながって います。', 'You are connected already.'),
        w(
          '「[画面|がめん]の [上|うえ]を [見|み]る」に ふれます。',
          'Touch “Look at the top of the screen”.'
        )
      )
    )
  ],
  hints: [
    hint(
      'look',
      w(
        '「[画面|がめん]の [上|うえ]を [見|み]る」に ふれます。',
        'Touch “Look at the top of the screen”.'
      )
    )
  ]
};

export const networks = { list, trap, key, joined } satisfies Record<string, Screen>;
