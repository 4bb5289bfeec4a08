import type { Scenario } from '../domain/scenario.ts';
import type { Part, Screen, ScreenInput } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  plain,
  right,
  row,
  sized,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const zooms = ['whole', 'large', 'larger', 'huge'] as const;
type Zoom = (typeof zooms)[number];

/** Before anything was moved the mark is empty, and the whole is seen. */
const zoomed = (mark: string, zoom: Zoom): Condition[] =>
  zoom === 'whole' ? zooms.slice(1).map((each) => isNot(mark, each)) : [is(mark, zoom)];

const inPhoto = (zoom: Zoom) => zoomed('photo', zoom);
const onMap = (zoom: Zoom) => zoomed('map', zoom);
const notRead = isNot('read', 'good');
const read = is('read', 'good');

const spread: Words = w(
  '[2本|にほん]の [指|ゆび]を おいて [広|ひろ]げます。「[大|おお]きく」でも できます。',
  'Put two fingers down and spread them. “Larger” does the same.'
);

const pinch: Words = w(
  '[2本|にほん]の [指|ゆび]を つまむように [近|ちか]づけます。「[小|ちい]さく」でも できます。',
  'Bring two fingers together, as if you pinched. “Smaller” does the same.'
);

const zoomBy = (mark: string, turns: Turn[]): ScreenInput => ({
  kind: 'move',
  gesture: 'pinch',
  mark,
  values: [...zooms],
  more: w('+ [大|おお]きく', '+ Larger'),
  less: w('− [小|ちい]さく', '− Smaller'),
  turns
});

const board: Words = w('れんしゅう{駅|えき}', 'Renshu Station');

const bus = (size: Extract<Part, { part: 'sign' }>['size'], when: Condition[]): Part => ({
  part: 'sign',
  sign: 'bus',
  ...(size && { size }),
  when
});

const misread = wrong(
  w('ちがう [字|じ]でした。', 'That is not what it says.'),
  w(
    '[写真|しゃしん]の[下|した]の [字|じ]を、もう[一度|いちど] [見|み]ます。',
    'Look once more at the letters below the picture.'
  )
);

const readBoard: Condition[] = [...inPhoto('larger'), notRead];

const photo: Screen = {
  app: 'page',
  title: w('バスの [写真|しゃしん]', 'A photograph of a bus'),
  back: 'home',
  parts: [
    bus('small', inPhoto('whole')),
    text(
      w(
        '[行|い]き[先|さき]の [字|じ]が、[小|ちい]さくて [読|よ]めません。',
        'Where it goes is too small to read.'
      ),
      inPhoto('whole')
    ),
    bus(undefined, inPhoto('large')),
    text(w('[行|い]き[先|さき]:れん…', 'To: Ren…'), inPhoto('large')),
    bus('large', inPhoto('larger')),
    sized('larger', board, inPhoto('larger')),
    sized('largest', w('ん し', 'e n s'), inPhoto('huge'))
  ],
  input: zoomBy('photo', [
    right(w('もとの [大|おお]きさに もどせました。', 'It is as small as it was at first.'), {
      when: [...inPhoto('whole'), read],
      marks: { whole: 'good' },
      todo: w('つぎは「[地図|ちず]を ひらく」に ふれます。', 'Now touch “Open the map”.')
    }),
    wrong(
      w(
        '[大|おお]きすぎて、どこか わからなく なりました。',
        'So large that one cannot tell what it is.'
      ),
      pinch,
      { when: inPhoto('huge') }
    ),
    right(w('[行|い]き[先|さき]が [読|よ]めます。', 'Now one can read where it goes.'), {
      when: readBoard,
      todo: w('[何|なん]と [書|か]いて あるか、えらびます。', 'Choose what it says.')
    })
  ]),
  places: [
    row('sakura', w('さくら{駅|えき}', 'Sakura Station'), misread, { when: readBoard }),
    row(
      'renshu',
      board,
      right(
        w('[読|よ]めました。「れんしゅう{駅|えき}」です。', 'Well read: it says “Renshu Station”.'),
        {
          marks: { read: 'good' },
          todo: w(
            'こんどは つまんで、もとの [大|おお]きさに もどします。',
            'Now pinch it back to its first size.'
          )
        }
      ),
      { when: readBoard }
    ),
    row('midori', w('みどり{駅|えき}', 'Midori Station'), misread, { when: readBoard }),
    main('to-map', w('[地図|ちず]を ひらく', 'Open the map'), way('map'), {
      when: [is('whole', 'good'), ...inPhoto('whole')]
    })
  ],
  hints: [
    hint('to-map', w('「[地図|ちず]を ひらく」に ふれます。', 'Touch “Open the map”.'), [
      is('whole', 'good'),
      ...inPhoto('whole')
    ]),
    hint('move-less', pinch, inPhoto('huge')),
    hint('move-less', pinch, [read]),
    hint(
      'renshu',
      w('[行|い]き[先|さき]は「れんしゅう{駅|えき}」です。', 'It says “Renshu Station”.'),
      readBoard
    ),
    hint('move-more', spread)
  ]
};

const map: Screen = {
  app: 'map',
  title: w('れんしゅう{市|し}の [地図|ちず]', 'Map of Renshu City'),
  back: 'photo',
  parts: [
    {
      part: 'sign',
      sign: 'map',
      words: w('{市|し}の [全体|ぜんたい]', 'The whole city'),
      when: onMap('whole')
    },
    {
      part: 'sign',
      sign: 'map',
      size: 'large',
      words: w('{駅|えき}の まわり', 'Around the station'),
      when: onMap('large')
    },
    {
      part: 'sign',
      sign: 'hall',
      words: w('{公民館|こうみんかん}の まわり', 'Around the community hall'),
      when: onMap('larger')
    },
    {
      part: 'sign',
      sign: 'walk',
      size: 'larger',
      words: w('[道|みち]だけです', 'Only a road'),
      when: onMap('huge')
    }
  ],
  input: zoomBy('map', [
    wrong(
      w(
        '[道|みち]だけに なりました。[行|い]きすぎです。',
        'Only a road is left: that was too far.'
      ),
      pinch,
      { when: onMap('huge') }
    )
  ]),
  places: [
    plain(
      'shop',
      w('となりの [店|みせ]', 'The shop next to it'),
      wrong(
        w('[店|みせ]の しるしでした。', 'That was the shop.'),
        w('「{公民館|こうみんかん}」に ふれます。', 'Touch “Community hall”.')
      ),
      { when: onMap('larger') }
    ),
    plain(
      'hall',
      w('{公民館|こうみんかん}', 'Community hall'),
      right(w('{公民館|こうみんかん}が [見|み]つかりました。', 'You found the community hall.'), {
        marks: { hall: 'good' }
      }),
      { when: onMap('larger') }
    )
  ],
  hints: [
    hint(
      'hall',
      w('「{公民館|こうみんかん}」に ふれます。', 'Touch “Community hall”.'),
      onMap('larger')
    ),
    hint('move-less', pinch, onMap('huge')),
    hint('move-more', spread)
  ]
};

const home = homeScreen(
  [
    app('photo', w('[写真|しゃしん]', 'Photos'), 'picture', way('photo')),
    app('map', w('[地図|ちず]', 'Map'), 'map', [
      way('map', { when: [is('whole', 'good')] }),
      wrong(
        w(
          '[地図|ちず]は、[写真|しゃしん]の あとに します。',
          'The map comes after the photograph.'
        ),
        w('「[写真|しゃしん]」の [絵|え]に ふれます。', 'Touch the picture “Photos”.')
      )
    ])
  ],
  [
    hint('map', w('「[地図|ちず]」の [絵|え]に ふれます。', 'Touch the picture “Map”.'), [
      is('whole', 'good')
    ]),
    hint('photo', w('「[写真|しゃしん]」の [絵|え]に ふれます。', 'Touch the picture “Photos”.'))
  ]
);

/** 広げる・つまむ: where a bus goes, in a photograph, its size put back, and the hall on a map. */
const scenario: Scenario = {
  slug: '0-3',
  title: w('[広|ひろ]げる・つまむ', 'Spread and pinch'),
  task: w(
    '[写真|しゃしん]を [大|おお]きくして [字|じ]を [読|よ]み、もとに もどします。[地図|ちず]でも {試|ため}します。',
    'Make a photograph larger to read it, and put it back. Then try the same on a map.'
  ),
  first: 'photo',
  home: 'home',
  goal: { kind: 'marks', marks: ['read', 'whole', 'hall'], is: 'good', atLeast: 3 },
  done: w(
    '[広|ひろ]げて [読|よ]み、つまんで もどせました。[何度|なんど]でも できます。',
    'You spread to read and pinched to put it back. You can do it as often as you like.'
  ),
  whereToAsk: w(
    '[2本|にほん]の [指|ゆび]が むずかしいときは、{相談会|そうだんかい}で ほかの やり[方|かた]も [聞|き]けます。',
    'If two fingers are hard for you, ask at a help day about other ways.'
  ),
  screens: { photo, map, home }
};

export default scenario;
