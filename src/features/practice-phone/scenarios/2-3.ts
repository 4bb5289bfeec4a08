import type { Scenario } from '../domain/scenario.ts';
import type { Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import {
  app,
  choice,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const formTitle: Words = w('{体験会|たいけんかい}の [名札|なふだ]', 'Name tag for the class');
const chooseKana: Words = w(
  'ひらがなの [名札|なふだ]です。ひらがなを えらびます。',
  'The tag is in hiragana: choose the hiragana.'
);
const kanjiChosen: Words = w(
  '[漢字|かんじ]でした。まだ {決|き}まって いません。',
  'That was kanji. Nothing is settled yet.'
);

/** The key that brings the kana back has another name on each phone. */
function toKana(label: Words, face: string): Place {
  return plain(
    `to-kana-${face}`,
    label,
    right(w('ひらがなの ボタンに かわりました。', 'The keys are kana now.'), {
      to: 'family-keys',
      marks: { kana: 'good' }
    }),
    { when: [is('face', face)] }
  );
}

const latin: Screen = {
  app: 'keyboard',
  title: w('[文字|もじ]の ボタン', 'Keys'),
  back: 'form',
  parts: [
    text(
      w(
        '[英語|えいご]の ボタンが [出|で]ました。よく ある ことです。',
        'The keys are Latin letters. That often happens.'
      )
    )
  ],
  places: [
    plain(
      'abc',
      w('a b c', 'a b c'),
      wrong(
        w('[英語|えいご]の [字|じ]が [出|で]ます。', 'This gives Latin letters.'),
        w(
          '[左下|ひだりした]の ボタンで、ひらがなに かえます。',
          'Change to kana with the key at the bottom left.'
        )
      )
    ),
    toKana(w('あa1', 'あa1'), 'android'),
    toKana(w('[地球|ちきゅう]の しるし', 'The globe'), 'iphone'),
    toKana(w('[文字|もじ]', 'Kind of letters'), 'kantan')
  ],
  hints: [
    hint('to-kana-android', w('「あa1」に ふれます。', 'Touch “あa1”.'), [is('face', 'android')]),
    hint('to-kana-iphone', w('「[地球|ちきゅう]の しるし」に ふれます。', 'Touch the globe.'), [
      is('face', 'iphone')
    ]),
    hint('to-kana-kantan', w('「[文字|もじ]」の ボタンです。', 'It is “Kind of letters”.'))
  ]
};

type Name = {
  readonly kana: string;
  readonly label: Words;
  readonly how: readonly Words[];
  readonly to: string;
};

/** A screen of kana keys for one part of the name. */
function kanaKeys({ kana, label, how, to }: Name): Screen {
  return {
    app: 'keyboard',
    title: label,
    back: 'form',
    parts: how.map((line) => text(line)),
    input: {
      kind: 'keys',
      board: 'kana',
      label: w(`「${kana}」と [入|い]れます`, `Enter ${kana}`),
      accepts: [kana],
      right: [
        right(w(`「${kana}」が [入|はい]りました。`, `You have entered ${kana}.`), {
          to,
          todo: chooseKana
        })
      ],
      wrong: [
        wrong(
          w(`まだ 「${kana}」に なって いません。`, `It is not ${kana} yet.`),
          w(
            'ちがう [字|じ]は 「[消|け]す」で [消|け]せます。',
            'Take the wrong letters away with “Erase”.'
          )
        )
      ]
    },
    places: [],
    hints: [
      hint(
        'keys',
        w(
          '[手|て]の しるしの ある ボタンに トンと ふれます。',
          'Touch the key with the hand on it.'
        )
      )
    ]
  };
}

const familyKeys = kanaKeys({
  kana: 'あいだ',
  label: w('{姓|せい}を [入|い]れる', 'Family name'),
  how: [
    w('「あ」の [後|あと]は、「つぎの[字|じ]へ」です。', 'After あ touch “Next letter”.'),
    w('「だ」は、「た」の [後|あと]に 「゛゜」です。', 'For だ touch ゛゜ after た.')
  ],
  to: 'family-choice'
});
const givenKeys = kanaKeys({
  kana: 'はなこ',
  label: w('[名|な]を [入|い]れる', 'Given name'),
  how: [
    w('「こ」は、「か」に 5[回|かい] ふれます。', 'For こ touch か five times.'),
    w('「か」を [下|した]へ はじいても [出|で]ます。', 'Brushing か down gives it too.')
  ],
  to: 'given-choice'
});

type Choosing = {
  readonly kana: Words;
  readonly kanji: Words;
  readonly other: Words;
  readonly mark: string;
  readonly back: string;
};

/** The candidates that a phone offers: only one is in hiragana. */
function candidates({ kana, kanji, other, mark, back }: Choosing): Screen {
  const inKanji = wrong(kanjiChosen, chooseKana);
  return {
    app: 'keyboard',
    title: w('{候補|こうほ}', 'Candidates'),
    back,
    parts: [text(chooseKana)],
    places: [
      choice('kanji', kanji, inKanji),
      choice(
        'kana',
        kana,
        right(w(`「${kana.ja}」に {決|き}まりました。`, `It is ${kana.en} now.`), {
          to: 'form',
          marks: { [mark]: 'good' }
        })
      ),
      choice('other', other, inKanji)
    ],
    hints: [hint('kana', w(`「${kana.ja}」に ふれます。`, `Touch ${kana.en}.`))]
  };
}

const form: Screen = {
  app: 'form',
  title: formTitle,
  back: 'home',
  parts: [text(w('「あいだ はなこ」さんに なって みましょう。', 'Today you are Aida Hanako.'))],
  places: [
    row(
      'family',
      w('{姓|せい}の {枠|わく}', 'Box for the family name'),
      [way('latin', { when: [isNot('kana', 'good')] }), way('family-keys')],
      { follows: 'family', sign: 'pencil' }
    ),
    row(
      'given',
      w('[名|な]の {枠|わく}', 'Box for the given name'),
      [way('latin', { when: [isNot('kana', 'good')] }), way('given-keys')],
      { follows: 'given', sign: 'pencil' }
    ),
    main('done', w('これで よい', 'This is right'), [
      wrong(
        w('まだ {空|あ}いている {枠|わく}が あります。', 'One of the boxes is still empty.'),
        w('{姓|せい}の {枠|わく}に ふれます。', 'Touch the box for the family name.'),
        { when: [isNot('family', 'good')] }
      ),
      wrong(
        w('まだ {空|あ}いている {枠|わく}が あります。', 'One of the boxes is still empty.'),
        w('[名|な]の {枠|わく}に ふれます。', 'Touch the box for the given name.'),
        { when: [isNot('given', 'good')] }
      ),
      right(w('[名札|なふだ]が できました。', 'The name tag is made.'), { marks: { done: 'good' } })
    ])
  ],
  hints: [
    hint(
      'family',
      w('「{姓|せい}の {枠|わく}」に ふれます。', 'Touch the box for the family name.'),
      [isNot('family', 'good')]
    ),
    hint('given', w('「[名|な]の {枠|わく}」に ふれます。', 'Touch the box for the given name.'), [
      isNot('given', 'good')
    ]),
    hint('done', w('「これで よい」に ふれます。', 'Touch “This is right”.'))
  ]
};

/** 文字を入れる① かな: a name in hiragana, by repeated touches or by flicks. */
const scenario: Scenario = {
  slug: '2-3',
  title: w('ひらがなを [入|い]れる', 'Typing hiragana'),
  task: w(
    'ひらがなで、「あいだ はなこ」と [名前|なまえ]を [入|い]れます。',
    'Enter the name Aida Hanako in hiragana.'
  ),
  first: 'form',
  home: 'home',
  goal: { kind: 'marks', marks: ['kana', 'family', 'given', 'done'], is: 'good', atLeast: 4 },
  done: w(
    'ひらがなで [名前|なまえ]が [入|い]れられました。',
    'You have entered a name in hiragana.'
  ),
  whereToAsk: w(
    '[自分|じぶん]の [名前|なまえ]は、{相談会|そうだんかい}で いっしょに [入|い]れて みましょう。',
    'At the help day you can try your own name together with a helper.'
  ),
  screens: {
    form,
    latin,
    'family-keys': familyKeys,
    'family-choice': candidates({
      kana: w('あいだ', 'Aida in hiragana'),
      kanji: w('{相田|あいだ}', 'Aida in kanji'),
      other: w('[間|あいだ]', 'Between, in kanji'),
      mark: 'family',
      back: 'family-keys'
    }),
    'given-keys': givenKeys,
    'given-choice': candidates({
      kana: w('はなこ', 'Hanako in hiragana'),
      kanji: w('[花子|はなこ]', 'Hanako in kanji'),
      other: w('[花|はな]こ', 'Half in kanji'),
      mark: 'given',
      back: 'given-keys'
    }),
    home: homeScreen([app('open', formTitle, 'pencil', way('form'))])
  }
};

export default scenario;
