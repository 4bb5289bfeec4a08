import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Part, Screen } from '../domain/screen.ts';
import type { Condition, Words } from '../domain/turn.ts';
import {
  app,
  backHints,
  hint,
  homeScreen,
  is,
  isNot,
  link,
  main,
  note,
  right,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

/** Where the page stands; the cherry tree is three moves down, and there is one more below it. */
const stops = ['top', 'tea', 'path', 'tree', 'gate'] as const;
/** A finger to the left turns to the next photograph, like a page of a book: the last is the least. */
const views = ['third', 'second', 'first'] as const;

const found = is('tree', 'good');
const seen = is('photo', 'good');

/** Before the first move the mark is empty: one is at the top. */
const onPage = (stop: (typeof stops)[number]): Condition[] =>
  stop === 'top' ? stops.slice(1).map((each) => isNot('page', each)) : [is('page', stop)];
const inAlbum = (view: (typeof views)[number]): Condition[] => [is('album', view)];

const slideUp: Words = w(
  'みどりの わくの [中|なか]に [指|ゆび]を おいて、[上|うえ]へ すべらせます。「つづき」でも [動|うご]きます。',
  'Put a finger inside the green frame and slide up. “Read on” does the same.'
);

const slideDown: Words = w(
  'みどりの わくの [中|なか]で、[指|ゆび]を [下|した]へ すべらせます。「[上|うえ]へ」でも [動|うご]きます。',
  'Slide down inside the green frame. “Back up” does the same.'
);

const picture = (
  sign: Extract<Part, { part: 'sign' }>['sign'],
  words: Words,
  when: Condition[]
): Part => ({ part: 'sign', sign, words, when });

const notFoundYet = isNot('tree', 'good');
const albumNotSeen = isNot('photo', 'good');

const pageHints: Hint[] = [
  hint(
    'tree',
    w('「さくらの [写真|しゃしん]」に ふれます。', 'Touch “Photographs of the cherry tree”.'),
    [...onPage('tree'), albumNotSeen]
  ),
  hint(
    'move-less',
    w(
      'さくらは [少|すこ]し [上|うえ]です。[指|ゆび]を [下|した]へ すべらせます。',
      'The cherry tree is a little higher up. Slide down.'
    ),
    [...onPage('gate'), albumNotSeen]
  ),
  hint('move-more', slideUp, [albumNotSeen]),
  hint('move-less', slideDown)
];

const page: Screen = {
  app: 'page',
  title: w('れんしゅう{公園|こうえん} [花|はな]だより', 'Renshu Park: what is in flower'),
  back: 'home',
  parts: [
    strong(w('ようこそ {公園|こうえん}へ', 'Welcome to the park'), onPage('top')),
    picture('sun', w('[今日|きょう]は よい お[天気|てんき]です。', 'A fine day.'), onPage('top')),
    picture('shop', w('お[茶|ちゃ]の [店|みせ]です。', 'A tea shop.'), onPage('tea')),
    text(w('[花|はな]は、もっと [下|した]です。', 'The flowers are further down.'), onPage('tea')),
    picture('walk', w('[道|みち]を [歩|ある]きます。', 'Along the path.'), onPage('path')),
    text(w('もう [少|すこ]し [下|した]です。', 'A little further down.'), onPage('path')),
    picture(
      'flower',
      w('さくらが {満開|まんかい}です。', 'The cherry tree is in full flower.'),
      onPage('tree')
    ),
    picture(
      'house',
      w('[出口|でぐち]の [門|もん]です。', 'The gate, the way out.'),
      onPage('gate')
    ),
    text(w('ここが いちばん [下|した]です。', 'This is the very bottom.'), onPage('gate'))
  ],
  input: {
    kind: 'move',
    gesture: 'up-down',
    mark: 'page',
    values: [...stops],
    more: w('つづき↓', 'Read on ↓'),
    less: w('[上|うえ]へ↑', 'Back up ↑'),
    turns: [
      right(
        w(
          '[一番上|いちばんうえ]まで もどれました。[上|うえ]へも [下|した]へも {送|おく}れます。',
          'You are back at the top. You can move both ways.'
        ),
        { when: [...onPage('top'), found, seen], marks: { top: 'good' } }
      ),
      wrong(
        w(
          'さくらを [通|とお]りすぎて、[一番下|いちばんした]まで [来|き]ました。',
          'You passed the cherry tree and are at the very bottom.'
        ),
        slideDown,
        { when: [...onPage('gate'), notFoundYet] }
      ),
      right(w('さくらが [見|み]つかりました。', 'There is the cherry tree.'), {
        when: [...onPage('tree'), notFoundYet],
        marks: { tree: 'good' },
        todo: w(
          '[下|した]の「さくらの [写真|しゃしん]」に、トンと ふれます。',
          'Lightly touch “Photographs of the cherry tree” below.'
        )
      })
    ]
  },
  places: [
    main(
      'tree',
      w('さくらの [写真|しゃしん]', 'Photographs of the cherry tree'),
      way('album', { marks: { album: 'first' } }),
      {
        when: onPage('tree')
      }
    ),
    link(
      'advert',
      w('お[花見|はなみ]{弁当|べんとう}の {広告|こうこく}', 'Advertisement: picnic boxes'),
      wrong(
        w(
          'なぞる[途中|とちゅう]で ふれると、こうして {別|べつ}の [画面|がめん]が ひらきます。',
          'A touch on the way opens another screen, like this.'
        ),
        w(
          'こわれて いません。スマホの「もどる」に ふれます。',
          'Nothing is broken. Touch Back on the phone.'
        ),
        { to: 'advert' }
      ),
      { when: [notFoundYet] }
    )
  ],
  hints: pageHints
};

const advert: Screen = {
  app: 'page',
  title: w('{広告|こうこく}の ページ', 'An advertisement'),
  back: 'page',
  parts: [
    strong(w('お[花見|はなみ]{弁当|べんとう} 1,200[円|えん]', 'Picnic box, 1,200 yen')),
    note(
      w(
        '[見|み]ただけです。ここまでは お[金|かね]は かかりません。',
        'You only looked. So far it costs nothing.'
      )
    )
  ],
  places: [
    link(
      'order',
      w('{注文|ちゅうもん}の ページへ', 'To the order form'),
      wrong(
        w(
          '{練習|れんしゅう}なので、{注文|ちゅうもん}は して いません。',
          'This is practice, so nothing was ordered.'
        ),
        w('スマホの「もどる」に ふれます。', 'Touch Back on the phone.')
      )
    )
  ],
  hints: backHints()
};

const nextPhoto: Words = w(
  'みどりの わくの [中|なか]で、[指|ゆび]を [左|ひだり]へ すべらせます。「つぎの [写真|しゃしん]」でも [動|うご]きます。',
  'Slide to the left inside the green frame. “Next photo” does the same.'
);

const album: Screen = {
  app: 'page',
  title: w('さくらの [写真|しゃしん]', 'Photographs of the cherry tree'),
  back: 'page',
  parts: [
    picture(
      'shop',
      w('[1枚|いちまい][目|め]。お[茶|ちゃ]の [店|みせ]です。', 'One: the tea shop.'),
      inAlbum('first')
    ),
    picture(
      'group',
      w('[2枚|にまい][目|め]。お[花見|はなみ]の [人|ひと]です。', 'Two: people at a picnic.'),
      inAlbum('second')
    ),
    picture(
      'flower',
      w('[3枚|さんまい][目|め]。さくらの [花|はな]です。', 'Three: the cherry flowers.'),
      inAlbum('third')
    )
  ],
  input: {
    kind: 'move',
    gesture: 'left-right',
    mark: 'album',
    values: [...views],
    more: w('[前|まえ]の [写真|しゃしん] →', 'Photo before →'),
    less: w('← つぎの [写真|しゃしん]', '← Next photo'),
    turns: [
      right(w('さくらの [花|はな]の [写真|しゃしん]です。', 'Here are the cherry flowers.'), {
        when: [...inAlbum('third'), albumNotSeen],
        marks: { photo: 'good' },
        todo: w(
          'スマホの「もどる」で ページへ。そのあと [一番上|いちばんうえ]まで もどします。',
          'Go back to the page, and then up to its very top.'
        )
      })
    ]
  },
  places: [],
  hints: [hint('move-less', nextPhoto, [albumNotSeen]), ...backHints()]
};

const home = homeScreen(
  [
    app('page', w('[花|はな]だより', 'In flower'), 'flower', way('page')),
    app(
      'phone',
      w('[電話|でんわ]', 'Phone'),
      'call',
      wrong(
        w(
          '[電話|でんわ]の しるしでした。まだ かけて いません。',
          'That was the phone. Nobody was called.'
        ),
        w('「[花|はな]だより」の [絵|え]に ふれます。', 'Touch the picture “In flower”.')
      )
    )
  ],
  [hint('page', w('「[花|はな]だより」の [絵|え]に ふれます。', 'Touch the picture “In flower”.'))]
);

/** なぞる・送る: down a long page to the cherry tree, sideways through photographs, and up again. */
const scenario: Scenario = {
  slug: '0-2',
  title: w('なぞる・{送|おく}る', 'Slide and scroll'),
  task: w(
    'ページを {送|おく}って さくらを さがし、[一番上|いちばんうえ]に もどします。',
    'Move the page to find the cherry tree, and come back to the top.'
  ),
  first: 'page',
  home: 'home',
  goal: { kind: 'marks', marks: ['tree', 'photo', 'top'], is: 'good', atLeast: 3 },
  done: w(
    '[上|うえ]へ、[下|した]へ、[横|よこ]へ {送|おく}れました。ボタンでも、なぞっても おなじです。',
    'You moved up, down and sideways. Sliding and the buttons do the same.'
  ),
  whereToAsk: w(
    'うまく すべらないときは、{相談会|そうだんかい}で [指|ゆび]の おき[方|かた]を いっしょに [見|み]ましょう。',
    'If your finger does not slide well, let us look at it together at a help day.'
  ),
  screens: { page, advert, album, home }
};

export default scenario;
