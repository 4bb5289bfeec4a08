import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { firstCall, ringing } from './2-1-ringing.ts';
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
  theirs,
  w,
  way,
  wrong
} from './kit.ts';

const endLabel: Words = w('[切|き]る', 'End');
const endHint: Words = w(
  '[受話器|じゅわき]を {伏|ふ}せた しるしの「[切|き]る」です。',
  'It is “End”, the receiver that points down.'
);
const nextCall: Words = w(
  'つぎの [電話|でんわ]を [待|ま]って みましょう。',
  'Now wait for the next call.'
);

/** The drawn home button leads here in the middle of a call too, and the call goes on. */
const home: Screen = {
  app: 'home',
  title: w('ホームの {画面|がめん}', 'Home screen'),
  parts: [
    text(w('スマホは つくえの [上|うえ]に あります。', 'The phone lies on the table.'), [
      isNot('line', 'one'),
      isNot('line', 'two')
    ]),
    strong(
      w(
        'ホームに もどっても、[電話|でんわ]は まだ つながって います。',
        'You are on the home screen, but the call is still connected.'
      ),
      [isNot('line', '')]
    )
  ],
  places: [
    main(
      'wait',
      w('[電話|でんわ]が [鳴|な]るのを [待|ま]つ', 'Wait for a call'),
      [
        ...firstCall.map((turn) => ({
          ...turn,
          when: [...(turn.when ?? []), isNot('one', 'good')]
        })),
        way('ringing-in-use', { when: [isNot('two', 'good')] }),
        way('ringing-unknown')
      ],
      { when: [is('line', '')], sign: 'clock' }
    ),
    row('to-call', w('{通話中|つうわちゅう} 0:42', 'In a call 0:42'), way('talking'), {
      when: [isNot('line', '')],
      sign: 'call'
    })
  ],
  hints: [
    hint(
      'to-call',
      w(
        '「{通話中|つうわちゅう}」に ふれると、[電話|でんわ]の [画面|がめん]に もどります。',
        'Touch “In a call” to go back to the call.'
      ),
      [isNot('line', '')]
    ),
    hint(
      'wait',
      w('「[電話|でんわ]が [鳴|な]るのを [待|ま]つ」に ふれます。', 'Touch “Wait for a call”.')
    )
  ]
};

const talking: Screen = {
  app: 'call',
  title: w('{通話中|つうわちゅう}', 'In a call'),
  back: 'home',
  parts: [
    strong(w('むすめ はなこ 0:42', 'Hanako, daughter 0:42'), [is('line', 'one')]),
    theirs(
      w(
        'お[母|かあ]さん、[夕方|ゆうがた] [行|い]くね。じゃあ、またね。',
        'Mum, I will come this evening. Bye!'
      ),
      [is('line', 'one')]
    ),
    strong(w('たなか けんじ 0:42', 'Tanaka Kenji 0:42'), [isNot('line', 'one')]),
    theirs(
      w(
        '{体操|たいそう}は [土曜日|どようび]ですよ。では、また。',
        'The exercise class is on Saturday. See you!'
      ),
      [isNot('line', 'one')]
    ),
    note(w('[話|はなし]が すみました。', 'You have finished talking.'))
  ],
  places: [
    plain(
      'end',
      endLabel,
      [
        right(w('[電話|でんわ]が [切|き]れました。', 'The call has ended.'), {
          when: [is('line', 'one')],
          to: 'home',
          marks: { line: '', one: 'good' },
          todo: nextCall
        }),
        right(w('[電話|でんわ]が [切|き]れました。', 'The call has ended.'), {
          to: 'home',
          marks: { line: '', two: 'good' },
          todo: nextCall
        })
      ],
      { sign: 'hang-up' }
    ),
    plain(
      'speaker',
      w('スピーカー', 'Speaker'),
      {
        outcome: 'way',
        answer: {
          happened: w(
            '[声|こえ]が [大|おお]きく なりました。[電話|でんわ]は つながったままです。',
            'The voice is louder now. The call is still connected.'
          )
        }
      },
      { sign: 'speaker' }
    ),
    plain(
      'bag',
      w('このまま かばんに しまう', 'Put the phone in the bag'),
      wrong(
        w(
          'しまっても、[電話|でんわ]は つながったままです。',
          'In the bag, the call stays connected.'
        ),
        w('さきに「[切|き]る」に ふれます。', 'Touch “End” first.')
      ),
      { sign: 'bag' }
    )
  ],
  hints: [hint('end', endHint)]
};

const stranger: Screen = {
  app: 'call',
  title: w('{通話中|つうわちゅう}', 'In a call'),
  back: 'ringing-unknown',
  parts: [
    strong(w('050-0000-0000', '050-0000-0000')),
    theirs(
      w(
        '{確認|かくにん}です。お[名前|なまえ]と ご[住所|じゅうしょ]を どうぞ。',
        'A short check. Your name and address, please.'
      )
    )
  ],
  places: [
    plain(
      'end',
      endLabel,
      {
        outcome: 'way',
        to: 'ringing-unknown',
        answer: {
          happened: w(
            '[切|き]れました。{途中|とちゅう}で [切|き]っても {失礼|しつれい}では ありません。',
            'The call has ended. It is not impolite to end it.'
          ),
          todo: w(
            'また [鳴|な]りました。こんどは [出|で]ないで みましょう。',
            'It rings again. This time, do not answer.'
          )
        }
      },
      { sign: 'hang-up' }
    ),
    plain(
      'tell',
      w('[名前|なまえ]を [言|い]う', 'Say your name'),
      wrong(
        w(
          '[練習|れんしゅう]なので、どこにも [伝|つた]わりません。',
          'This is practice: nobody hears it.'
        ),
        w(
          '[知|し]らない [人|ひと]には [言|い]わずに「[切|き]る」に ふれます。',
          'Tell strangers nothing and touch “End”.'
        )
      ),
      { sign: 'talk' }
    )
  ],
  hints: [hint('end', endHint)]
};

/** 電話を受ける・切る: two calls to take and end, and one to let ring. */
const scenario: Scenario = {
  slug: '2-1',
  title: w('[電話|でんわ]を [受|う]ける・[切|き]る', 'Taking and ending a call'),
  task: w(
    '[知|し]っている [人|ひと]の [電話|でんわ]には [出|で]て、おわったら [切|き]ります。',
    'Take the calls of people you know, and end each of them.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['one', 'two', 'three'], is: 'good', atLeast: 3 },
  done: w(
    '[出|で]る、[切|き]る、[出|で]ない。3つとも できました。',
    'Answer, end, or let it ring: you can do all three.'
  ),
  whereToAsk: w(
    'しつこい [電話|でんわ]で こまったら、#9110({警察|けいさつ}の {相談|そうだん})か {公民館|こうみんかん}で [聞|き]きましょう。',
    'If calls trouble you, telephone #9110 (police advice) or ask at the community hall.'
  ),
  screens: { home, ...ringing, talking, stranger }
};

export default scenario;
