import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import {
  domainChoice,
  lettersFirst,
  lettersKeys,
  figuresFirst,
  figuresKeys,
  signFirst,
  signKeys
} from './2-5-keys.ts';
import {
  app,
  choice,
  hint,
  homeScreen,
  isNot,
  main,
  right,
  row,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const address = 'ai10@renshu.example';
const boxLabel: Words = w('メールアドレス', 'Mail address');
const formTitle: Words = w('ご[連絡先|れんらくさき]', 'How to reach you');

const form: Screen = {
  app: 'form',
  title: formTitle,
  back: 'home',
  parts: [
    {
      part: 'card',
      title: w(address, address),
      sign: 'paper',
      lines: [
        w('[紙|かみ]に [書|か]いた メールアドレスです。', 'The mail address on the paper.'),
        w('1と 0は [数字|すうじ]です。', '1 and 0 are digits.')
      ]
    }
  ],
  places: [
    row('box', boxLabel, [way('compare', { when: [isNot('typed', '')] }), way('letters-first')], {
      follows: 'typed',
      sign: 'pencil'
    }),
    main('send', w('これで よい', 'This is right'), [
      wrong(
        w('{枠|わく}が まだ {空|あ}いて います。', 'The box is still empty.'),
        w('「メールアドレス」の {枠|わく}に ふれます。', 'Touch the box for the mail address.'),
        { when: [isNot('typed', 'good')] }
      ),
      way('compare')
    ])
  ],
  hints: [
    hint(
      'box',
      w('「メールアドレス」の {枠|わく}に ふれます。', 'Touch the box for the mail address.'),
      [isNot('typed', 'good')]
    ),
    hint('send', w('「これで よい」に ふれます。', 'Touch “This is right”.'))
  ]
};

const looksAlike = (happened: Words) =>
  wrong(
    happened,
    w(
      '[紙|かみ]と [1文字|ひともじ]ずつ [見|み]くらべます。',
      'Compare it with the paper, letter by letter.'
    )
  );

const compare: Screen = {
  app: 'paper',
  title: w('[見|み]くらべる', 'Compare'),
  back: 'form',
  parts: [
    strong(w(`[紙|かみ] ${address}`, `Paper: ${address}`)),
    text(w('[紙|かみ]と [同|おな]じ ものは どれですか。', 'Which one is the same as the paper?'))
  ],
  places: [
    choice(
      'letter-o',
      w('ai1o@renshu.example', 'ai1o@renshu.example'),
      looksAlike(
        w(
          '4[文字目|もじめ]が 「o」(オー)です。[数字|すうじ]の 0では ありません。',
          'The fourth one is the letter “o”, not the digit 0.'
        )
      )
    ),
    choice(
      'capital',
      w('Ai10@renshu.example', 'Ai10@renshu.example'),
      looksAlike(
        w('はじめの [字|じ]が [大|おお]きい 「A」でした。', 'It begins with a capital “A”.')
      )
    ),
    choice(
      'same',
      w(address, address),
      right(w('[1文字|ひともじ]も ちがいません。', 'Not a single letter differs.'), {
        marks: { compared: 'good' }
      })
    ),
    choice(
      'letter-l',
      w('ail0@renshu.example', 'ail0@renshu.example'),
      looksAlike(
        w(
          '3[文字目|もじめ]が 「l」(エル)です。[数字|すうじ]の 1では ありません。',
          'The third one is the letter “l”, not the digit 1.'
        )
      )
    )
  ],
  hints: [hint('same', w('[上|うえ]から 3つ[目|め]です。', 'It is the third one.'))]
};

/** 英数字・@・大文字: a mail address from kana keys to the last dot. */
const scenario: Scenario = {
  slug: '2-5',
  title: w('メールアドレスを [入|い]れる', 'Entering a mail address'),
  task: w(
    '[紙|かみ]と [同|おな]じ メールアドレスを [入|い]れます。',
    'Enter the mail address that stands on the paper.'
  ),
  first: 'form',
  home: 'home',
  goal: {
    kind: 'marks',
    marks: ['letters', 'figures', 'sign', 'typed', 'compared'],
    is: 'good',
    atLeast: 5
  },
  done: w(
    'メールアドレスが [正|ただ]しく [入|はい]りました。',
    'The mail address is right to the last letter.'
  ),
  whereToAsk: w(
    '[自分|じぶん]の メールアドレスが わからない ときは、{相談会|そうだんかい}で [聞|き]きましょう。',
    'If you do not know your own mail address, ask at the help day.'
  ),
  screens: {
    form,
    'letters-first': lettersFirst,
    letters: lettersKeys,
    'figures-first': figuresFirst,
    figures: figuresKeys,
    'sign-first': signFirst,
    sign: signKeys,
    domain: domainChoice,
    compare,
    home: homeScreen([app('open', formTitle, 'pencil', way('form'))])
  }
};

export default scenario;
