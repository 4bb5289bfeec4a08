import type { Part, Place, Screen } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';
import { choice, hint, homeHints, is, isNot, right, sized, text, w, wrong } from './kit.ts';

/** Where the letters are made larger: by + on Android, by a knob on an iPhone, by a choice on a かんたん phone. */

const sizes = ['normal', 'large', 'larger', 'largest'] as const;
type LetterSize = (typeof sizes)[number];

/** Before anything was touched the mark is empty, and the letters are small. */
const asTheyCome: Condition[] = sizes.slice(1).map((size) => isNot('size', size));

export const tooLarge: Condition[] = [is('size', 'largest')];
export const wellSized: Condition[][] = [[is('size', 'large')], [is('size', 'larger')]];

/** The same words in the size that was chosen. */
export function inChosenSize(words: Words): Part[] {
  return [
    text(words, asTheyCome),
    sized('large', words, [is('size', 'large')]),
    sized('larger', words, [is('size', 'larger')]),
    sized('largest', words, tooLarge)
  ];
}

const goHome: Words = w(
  'よければ「ホーム」に ふれて、「メール」を ひらきます。',
  'If they suit you, touch Home and open “Mail”.'
);

const becameLarger: Words = w(
  '{見本|みほん}の [字|じ]が [大|おお]きく なりました。',
  'The letters are larger now.'
);

const becameTooLarge = (way: Words): Turn =>
  wrong(
    w(
      '[大|おお]きすぎて、[少|すこ]ししか [出|で]ません。',
      'They are so large that little fits on the screen.'
    ),
    way,
    { when: tooLarge }
  );

const notYet = (todo: Words): Turn =>
  wrong(
    w('{見本|みほん}の [字|じ]は、まだ [小|ちい]さいです。', 'The letters are still small.'),
    todo,
    {
      when: asTheyCome
    }
  );

const sample: Words = w(
  '{庭|にわ}の [花|はな]が [咲|さ]きました。',
  'The flowers in the garden are out.'
);

function moved(name: {
  title: Words;
  more: Words;
  less: Words;
  larger: Words;
  smaller: Words;
}): Screen {
  return {
    app: 'settings',
    title: name.title,
    back: 'display',
    parts: [
      ...inChosenSize(sample),
      {
        part: 'gauge',
        label: w('[字|じ]の [大|おお]きさ', 'Size of letters'),
        mark: 'size',
        values: [...sizes]
      }
    ],
    input: {
      kind: 'move',
      gesture: 'left-right',
      mark: 'size',
      values: [...sizes],
      more: name.more,
      less: name.less,
      turns: [
        becameTooLarge(name.smaller),
        notYet(name.larger),
        right(becameLarger, { todo: goHome })
      ]
    },
    places: [],
    hints: [
      hint('move-more', name.larger, asTheyCome),
      hint('move-less', name.smaller, tooLarge),
      ...homeHints()
    ]
  };
}

const plusMinus = moved({
  title: w('{表示|ひょうじ}サイズと テキスト', 'Display size and text'),
  more: w('+ [大|おお]きく', '+ larger'),
  less: w('− [小|ちい]さく', '− smaller'),
  larger: w('「+」に [1回|いっかい] ふれます。', 'Touch “+” once.'),
  smaller: w('「−」に [1回|いっかい] ふれます。', 'Touch “−” once.')
});

const knob = moved({
  title: w('テキストサイズを {変更|へんこう}', 'Text Size'),
  more: w('[右|みぎ]へ', 'To the right'),
  less: w('[左|ひだり]へ', 'To the left'),
  larger: w(
    'みどりの わくの [中|なか]を、[右|みぎ]へ すべらせます。「[右|みぎ]へ」でも [動|うご]きます。',
    'Slide to the right inside the green frame. “To the right” does the same.'
  ),
  smaller: w(
    'みどりの わくの [中|なか]を、[左|ひだり]へ すべらせます。「[左|ひだり]へ」でも [動|うご]きます。',
    'Slide to the left inside the green frame. “To the left” does the same.'
  )
});

const chosen = (size: LetterSize) => ({
  size,
  ...Object.fromEntries(sizes.map((each) => [`is-${each}`, each === size ? 'on' : 'off']))
});

const choose: Words = w(
  '「[大|おお]きい」か「{特大|とくだい}」に ふれます。',
  'Touch “Large” or “Extra large”.'
);

function sizeChoice(size: LetterSize, label: Words, turn: Turn): Place {
  return choice(size, label, { ...turn, marks: chosen(size) }, { follows: `is-${size}` });
}

const choices: Screen = {
  app: 'settings',
  title: w('[文字|もじ]サイズ', 'Letter size'),
  back: 'display',
  parts: inChosenSize(sample),
  places: [
    sizeChoice(
      'normal',
      w('ふつう', 'Normal'),
      wrong(
        w('{見本|みほん}の [字|じ]は、まだ [小|ちい]さいです。', 'The letters are still small.'),
        choose
      )
    ),
    sizeChoice('large', w('[大|おお]きい', 'Large'), right(becameLarger, { todo: goHome })),
    sizeChoice(
      'larger',
      w('{特大|とくだい}', 'Extra large'),
      right(becameLarger, { todo: goHome })
    ),
    sizeChoice('largest', w('いちばん [大|おお]きい', 'Largest'), {
      ...becameTooLarge(choose),
      when: []
    })
  ],
  hints: [hint('larger', choose, asTheyCome), hint('larger', choose, tooLarge), ...homeHints()]
};

export const sizeScreens = {
  'size-android': plusMinus,
  'size-iphone': knob,
  'size-kantan': choices
} as const;
