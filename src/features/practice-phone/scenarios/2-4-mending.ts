import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { choice, hint, main, mine, plain, right, text, w, way, wrong } from './kit.ts';

const heardWrong: Words = w('あした 10{字|じ}に [行|い]きます', 'I come at 10 letters tomorrow');
const label: Words = w('[書|か]く {枠|わく}', 'Your message');

function field(words: Words) {
  return { part: 'field', label, words } as const;
}

const tooEarly = wrong(
  w(
    '「10{字|じ}」の まま {送|おく}る ところでした。',
    'It was about to go out with the wrong word.'
  ),
  w('さきに、まちがいを [直|なお]します。', 'Mend the mistake first.')
);

const heard: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'listening',
  parts: [
    field(heardWrong),
    text(w('マイクは まだ [聞|き]いて います。', 'The microphone still listens.'))
  ],
  places: [
    main('stop', w('マイク(とめる)', 'Microphone (stop)'), way('read'), { sign: 'microphone' }),
    plain('send', w('{送信|そうしん}', 'Send'), tooEarly, { sign: 'letter' })
  ],
  hints: [
    hint('stop', w('もう[1度|いちど] マイクに ふれます。', 'Touch the microphone once more.'))
  ]
};

const thisIsRight = wrong(
  w('そこは [正|ただ]しく [入|はい]って います。', 'That part is right.'),
  w(
    '[字|じ]の [意味|いみ]が おかしい [所|ところ]を さがします。',
    'Look for the part that makes no sense.'
  )
);

const read: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'listening',
  parts: [
    field(heardWrong),
    text(w('まちがいの すぐ [右|みぎ]に ふれて ください。', 'Touch just behind the mistake.'))
  ],
  places: [
    choice('tomorrow', w('「あした」の [右|みぎ]', 'Behind “tomorrow”'), thisIsRight),
    choice(
      'ten',
      w('「10{字|じ}」の [右|みぎ]', 'Behind “letters”'),
      right(
        w(
          '[見|み]つけました。{字|じ}の [右|みぎ]に たての [線|せん]が [立|た]ちました。',
          'You found it. A line stands behind the word now.'
        ),
        { to: 'fix', marks: { found: 'good' } }
      )
    ),
    choice('go', w('「[行|い]きます」の [右|みぎ]', 'Behind “I come”'), thisIsRight),
    plain('send', w('{送信|そうしん}', 'Send'), tooEarly, { sign: 'letter' })
  ],
  hints: [
    hint(
      'ten',
      w(
        '「10{字|じ}」が まちがいです。その [右|みぎ]に ふれます。',
        '“10 letters” is wrong. Touch behind it.'
      )
    )
  ]
};

const fix: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'read',
  parts: [field(w('あした 10{字|じ}｜に [行|い]きます', 'I come at 10 letters｜ tomorrow'))],
  places: [
    main('erase', w('×([1文字|ひともじ] [消|け]す)', '× (erase it)'), way('type'), {
      sign: 'cross'
    }),
    plain(
      'erase-all',
      w('ぜんぶ [消|け]す', 'Erase everything'),
      wrong(
        w(
          'ぜんぶ [消|け]さなくて {大丈夫|だいじょうぶ}です。そのまま [残|のこ]しました。',
          'There is no need to erase it all. It is still there.'
        ),
        w('「×」で [1文字|ひともじ]だけ [消|け]します。', 'Erase only the wrong one with “×”.')
      ),
      { sign: 'trash' }
    )
  ],
  hints: [hint('erase', w('「×」に [1回|いっかい] ふれます。', 'Touch “×” once.'))]
};

const type: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'fix',
  parts: [
    field(w('あした 10に [行|い]きます', 'I come at 10 tomorrow')),
    text(
      w('「じ」は、「さ」に 2[回|かい] ふれて、「゛゜」です。', 'For じ touch さ twice, then ゛゜.')
    )
  ],
  input: {
    kind: 'keys',
    board: 'kana',
    label: w('「じ」と [入|い]れます', 'Enter じ (o’clock)'),
    accepts: ['じ'],
    right: [right(w('「じ」が [入|はい]りました。', 'You have entered じ.'), { to: 'choose' })],
    wrong: [
      wrong(
        w('まだ 「じ」に なって いません。', 'It is not じ yet.'),
        w(
          'ちがう [字|じ]は 「[消|け]す」で [消|け]せます。',
          'Take wrong letters away with “Erase”.'
        )
      )
    ]
  },
  places: [],
  hints: [
    hint('keys', w('[手|て]の しるしの ある ボタンです。', 'It is the key with the hand on it.'))
  ]
};

const otherLetter = wrong(
  w('おとは [同|おな]じでも、べつの [字|じ]です。', 'It sounds alike, but is another word.'),
  w('[時間|じかん]の 「[時|じ]」に ふれます。', 'Touch the one of time, “o’clock”.')
);

const choose: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'type',
  parts: [text(w('{候補|こうほ}が [出|で]ました。', 'The phone offers these.'))],
  places: [
    choice('letter', w('{字|じ}', 'Letters'), otherLetter),
    choice(
      'hour',
      w('[時|じ]', 'O’clock'),
      right(w('[1文字|ひともじ]だけ [直|なお]りました。', 'Just that one is mended.'), {
        to: 'ready',
        marks: { mended: 'good' }
      })
    ),
    choice('matter', w('[事|じ]', 'Matters'), otherLetter)
  ],
  hints: [hint('hour', w('「[時|じ]」に ふれます。', 'Touch “O’clock”.'))]
};

const ready: Omit<Screen, 'title'> = {
  app: 'talk',
  back: 'choose',
  parts: [mine(w('あした 10[時|じ]に [行|い]きます', 'I come at 10 o’clock tomorrow'))],
  places: [
    main(
      'send',
      w('{送信|そうしん}', 'Send'),
      right(w('[練習|れんしゅう]の {送信|そうしん}が できました。', 'It is sent, for practice.'), {
        marks: { sent: 'good' }
      }),
      { sign: 'letter' }
    ),
    plain(
      'again',
      w('はじめから [話|はな]しなおす', 'Speak it all again'),
      wrong(
        w(
          'もう [正|ただ]しく [入|はい]って います。そのままに しました。',
          'It is right already. It stays as it is.'
        ),
        w('「{送信|そうしん}」に ふれます。', 'Touch “Send”.')
      ),
      { sign: 'microphone' }
    )
  ],
  hints: [hint('send', w('「{送信|そうしん}」に ふれます。', 'Touch “Send”.'))]
};

/** What was heard, and how its one wrong letter is found, erased and typed anew. */
export function mending(title: Words): Record<string, Screen> {
  const screens = { heard, read, fix, type, choose, ready };
  return Object.fromEntries(
    Object.entries(screens).map(([name, screen]) => [name, { ...screen, title }])
  );
}
