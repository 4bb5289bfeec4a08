import type { Hint, Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { choice, hint, is, plain, right, strong, text, w, way, wrong } from './kit.ts';

/** The keys on which the parts of the address are typed, and the changes from one kind to the next. */

const handKey: Words = w(
  '[手|て]の しるしの ある ボタンに ふれます。',
  'Touch the key with the hand on it.'
);
const eraseAndTry: Words = w(
  'ちがう [字|じ]は 「[消|け]す」で [消|け]せます。',
  'Take wrong letters away with “Erase”.'
);

type Change = { readonly labels: Readonly<Record<string, Words>>; readonly to: string };

/** The key that changes to another kind of keys; every phone calls it differently. */
function changeKeys({ labels, to }: Change): { places: Place[]; hints: Hint[] } {
  const entries = Object.entries(labels);
  return {
    places: entries.map(([face, label]) =>
      plain(`change-${face}`, label, way(to), { when: [is('face', face)] })
    ),
    hints: entries.map(([face, label]) =>
      hint(
        `change-${face}`,
        w(`[左|ひだり]の「${label.ja}」です。`, `It is “${label.en}” at the left.`),
        [is('face', face)]
      )
    )
  };
}

const toLetters = changeKeys({
  labels: {
    android: w('あa1', 'あa1'),
    iphone: w('ABC', 'ABC'),
    kantan: w('[文字|もじ]', 'Kind of letters')
  },
  to: 'letters'
});

export const lettersFirst: Screen = {
  app: 'keyboard',
  title: w('[文字|もじ]の ボタン', 'Keys'),
  back: 'form',
  parts: [text(w('かなの ボタンが [出|で]ました。', 'The keys are kana.'))],
  places: [
    plain(
      'kana',
      w('あ か さ', 'あ か さ'),
      wrong(
        w('これでは 「あい」と かなに なります。', 'This would give kana.'),
        w('[英語|えいご]の ボタンに かえます。', 'Change to Latin letters.')
      )
    ),
    ...toLetters.places
  ],
  hints: toLetters.hints
};

export const lettersKeys: Screen = {
  app: 'keyboard',
  title: w('[英語|えいご]の [字|じ]', 'Latin letters'),
  back: 'form',
  parts: [
    strong(w('ai', 'ai')),
    text(
      w(
        '「いま {全角|ぜんかく}」に ふれると、せまい [字|じ]に なります。',
        'Touch “Wide letters” to make them narrow.'
      )
    )
  ],
  input: {
    kind: 'keys',
    board: 'letters',
    full: true,
    label: w('「ai」を せまい、[小|ちい]さい [字|じ]で', '“ai”, narrow and small'),
    accepts: ['ai'],
    right: [
      right(
        w('「ai」が {半角|はんかく}で [入|はい]りました。', 'You have entered a narrow “ai”.'),
        {
          to: 'figures-first',
          marks: { letters: 'good' }
        }
      )
    ],
    wrong: [
      wrong(
        w(
          '{幅|はば}か [大|おお]きさの ちがう [字|じ]が あるようです。',
          'A letter seems wide, or large, or another one.'
        ),
        w(
          '「[消|け]す」で [消|け]して、「いま {半角|はんかく}」に します。',
          'Erase it, and see that it says “Narrow letters”.'
        )
      )
    ]
  },
  places: [],
  hints: [hint('keys', handKey)]
};

const toFigures = changeKeys({
  labels: {
    android: w('?123', '?123'),
    iphone: w('123', '123'),
    kantan: w('[文字|もじ]', 'Kind of letters')
  },
  to: 'figures'
});

export const figuresFirst: Screen = {
  app: 'keyboard',
  title: w('[英語|えいご]の [字|じ]', 'Latin letters'),
  back: 'letters',
  parts: [
    strong(w('ai', 'ai')),
    text(w('つぎは [数字|すうじ]の 「10」です。', 'Next come the digits “10”.'))
  ],
  places: [
    plain(
      'letter-l',
      w('l(エル)', 'l'),
      wrong(
        w(
          '1に [似|に]た、[英語|えいご]の 「l」です。',
          'This is the letter “l”, which looks like 1.'
        ),
        w('[数字|すうじ]の ボタンに かえます。', 'Change to digits.')
      )
    ),
    plain(
      'letter-o',
      w('o(オー)', 'o'),
      wrong(
        w(
          '0に [似|に]た、[英語|えいご]の 「o」です。',
          'This is the letter “o”, which looks like 0.'
        ),
        w('[数字|すうじ]の ボタンに かえます。', 'Change to digits.')
      )
    ),
    ...toFigures.places
  ],
  hints: toFigures.hints
};

export const figuresKeys: Screen = {
  app: 'keyboard',
  title: w('[数字|すうじ]', 'Digits'),
  back: 'figures-first',
  parts: [strong(w('ai10', 'ai10'))],
  input: {
    kind: 'keys',
    board: 'digits',
    label: w('「10」を [入|い]れます', 'Enter “10”'),
    accepts: ['10'],
    right: [
      right(w('「ai10」まで [入|はい]りました。', 'You have “ai10” now.'), {
        to: 'sign-first',
        marks: { figures: 'good' }
      })
    ],
    wrong: [wrong(w('まだ 「10」に なって いません。', 'It is not “10” yet.'), eraseAndTry)]
  },
  places: [],
  hints: [hint('keys', handKey)]
};

const toSigns = changeKeys({
  labels: {
    android: w('@', '@'),
    iphone: w('ABC', 'ABC'),
    kantan: w('{記号|きごう}', 'Signs')
  },
  to: 'sign'
});

export const signFirst: Screen = {
  app: 'keyboard',
  title: w('[数字|すうじ]', 'Digits'),
  back: 'figures',
  parts: [
    strong(w('ai10', 'ai10')),
    text(w('つぎは 「@」(アットマーク)です。', 'Next comes “@”, the at sign.'))
  ],
  places: [
    plain(
      'a',
      w('a', 'a'),
      wrong(
        w('「a」は [英語|えいご]の [字|じ]です。', '“a” is a letter.'),
        w('[丸|まる]で かこんだ 「@」を さがします。', 'Look for “@”, an a inside a circle.')
      )
    ),
    ...toSigns.places
  ],
  hints: toSigns.hints
};

export const signKeys: Screen = {
  app: 'keyboard',
  title: w('しるし', 'Signs'),
  back: 'sign-first',
  parts: [strong(w('ai10@', 'ai10@'))],
  input: {
    kind: 'keys',
    board: 'letters',
    label: w('「@」を [1|ひと]つ [入|い]れます', 'Enter one “@”'),
    accepts: ['@'],
    right: [
      right(w('「@」が [入|はい]りました。', 'You have entered “@”.'), {
        to: 'domain',
        marks: { sign: 'good' }
      })
    ],
    wrong: [
      wrong(
        w('「@」だけでは ないようです。', 'There is more than one “@”, or another sign.'),
        eraseAndTry
      )
    ]
  },
  places: [],
  hints: [hint('keys', handKey)]
};

const readOnce: Words = w(
  '[紙|かみ]の 「renshu.example」を もう[1度|いちど] [見|み]ます。',
  'Look at “renshu.example” on the paper once more.'
);

/** Phones offer the rest of an address: it is read before it is chosen. */
export const domainChoice: Screen = {
  app: 'keyboard',
  title: w('{候補|こうほ}', 'Candidates'),
  back: 'sign',
  parts: [
    strong(w('ai10@', 'ai10@')),
    text(
      w(
        '[後|うし]ろの {候補|こうほ}が [出|で]ました。[紙|かみ]は renshu.example です。',
        'The phone offers the rest. The paper says renshu.example.'
      )
    )
  ],
  places: [
    choice(
      'comma',
      w('renshu、example', 'renshu、example'),
      wrong(
        w(
          '{区切|くぎ}りが 「、」でした。[日本語|にほんご]の [点|てん]です。',
          'It has “、”, the Japanese comma.'
        ),
        readOnce
      )
    ),
    choice(
      'dot',
      w('renshu.example', 'renshu.example'),
      right(w('おわりまで [入|はい]りました。', 'It is complete.'), {
        to: 'form',
        marks: { typed: 'good' },
        todo: w('「これで よい」に ふれます。', 'Touch “This is right”.')
      })
    ),
    choice(
      'gap',
      w('renshu. example', 'renshu. example'),
      wrong(
        w('[点|てん]の [後|うし]ろに すきまが あります。', 'There is a gap behind the dot.'),
        readOnce
      )
    )
  ],
  hints: [
    hint(
      'dot',
      w('まん[中|なか]の 「renshu.example」です。', 'It is “renshu.example” in the middle.')
    )
  ]
};
