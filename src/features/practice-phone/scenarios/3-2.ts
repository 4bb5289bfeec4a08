import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { app, hint, homeScreen, is, isNot, note, row, w, way, wrong } from './kit.ts';
import { foundPages } from './3-2-pages.ts';

const windows = [
  ['iphone', w('Safari', 'Safari')],
  ['android', w('Chrome', 'Chrome')],
  ['kantan', w('インターネット', 'Internet')]
] as const;

const home = homeScreen(
  windows.map(([face, name]) => ({
    ...app(`browser-${face}`, name, 'browser', way('search')),
    when: [is('face', face)]
  })),
  windows.map(([face, { ja, en }]) =>
    hint(`browser-${face}`, w(`「${ja}」の [絵|え]に ふれます。`, `Touch the picture “${en}”.`), [
      is('face', face)
    ])
  )
);

const chosenWords = w('れんしゅう{市|し} ごみの[日|ひ]', 'renshu city garbage');

const search: Screen = {
  app: 'search',
  title: w('{検索|けんさく}', 'Search'),
  back: 'home',
  parts: [
    note(
      w(
        '{市報|しほう}に ある [住所|じゅうしょ]：city.renshu.example.jp',
        'Address in the city’s paper: city.renshu.example.jp'
      )
    )
  ],
  places: [
    row(
      'long',
      w('ごみを [出|だ]したいのですが いつですか', 'I would like to put out garbage, when is it'),
      wrong(
        w(
          '{全国|ぜんこく}の ごみの [話|はなし]が たくさん [出|で]ました。',
          'It found many pages about garbage from all over the country.'
        ),
        w(
          '[町|まち]の [名前|なまえ]と、[短|みじか]い [言葉|ことば]を えらびます。',
          'Choose the name of the town and a short word.'
        )
      ),
      { sign: 'search' }
    ),
    row('short', chosenWords, way('results'), { sign: 'search' })
  ],
  hints: [
    hint(
      'short',
      w('「れんしゅう{市|し} ごみの[日|ひ]」に ふれます。', 'Touch “renshu city garbage”.')
    )
  ]
};

const above = [isNot('shown', 'below')];
const below = [is('shown', 'below')];

const results: Screen = {
  app: 'search',
  title: chosenWords,
  back: 'search',
  parts: [
    note(w('[上|うえ]の ほうを [見|み]て います', 'You see the upper part'), above),
    note(w('[下|した]の ほうを [見|み]て います', 'You see the lower part'), below),
    {
      part: 'card',
      title: w('AIの まとめ', 'Put together by AI'),
      lines: [
        w('ごみの[日|ひ]は [月曜日|げつようび]です。', 'Garbage day is Monday.'),
        w('まちがいも あります。', 'It may be wrong.')
      ],
      when: above
    }
  ],
  places: [
    row(
      'ad',
      w('いらない [物|もの] すぐ {回収|かいしゅう}', 'We collect anything now'),
      way('ad'),
      {
        sign: 'advertisement',
        note: w('スポンサー({広告|こうこく})', 'Sponsored'),
        when: above
      }
    ),
    row('fake', w('れんしゅう{市|し} ごみの[日|ひ]', 'Renshu City garbage'), way('fake'), {
      note: w('city-renshu.example.jp', 'city-renshu.example.jp'),
      when: below
    }),
    row('real', w('ごみの[日|ひ] れんしゅう{市|し}', 'Garbage days, Renshu City'), way('city'), {
      note: w('city.renshu.example.jp', 'city.renshu.example.jp'),
      when: below
    })
  ],
  hints: [
    hint(
      'real',
      w(
        '[住所|じゅうしょ]が city.renshu.example.jp の ほうに ふれます。',
        'Touch the one with the address city.renshu.example.jp.'
      ),
      below
    ),
    hint(
      'move-more',
      w(
        '[上|うえ]は {広告|こうこく}です。「[下|した]へ」で ページを [送|おく]ります。',
        'The top is advertising. Move the page with “Down”.'
      )
    )
  ],
  input: {
    kind: 'move',
    gesture: 'up-down',
    mark: 'shown',
    values: ['above', 'below'],
    more: w('[下|した]へ', 'Down'),
    less: w('[上|うえ]へ', 'Up')
  }
};

/** インターネットで調べる: past the advertisement and the look-alike, to the city’s own page. */
const scenario: Scenario = {
  slug: '3-2',
  title: w('インターネットで [調|しら]べる', 'Looking things up'),
  task: w(
    'れんしゅう{市|し}の ごみの[日|ひ]を、{市|し}の {本物|ほんもの}の ページで [調|しら]べます。',
    'Look up the garbage days on Renshu City’s real page.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['found'], is: 'good', atLeast: 1 },
  done: w(
    '{広告|こうこく}を とばして、[住所|じゅうしょ]を [読|よ]む。これが できました。',
    'Pass by the advertising, and read the address: you can do it.'
  ),
  whereToAsk: w(
    'ほんとうの {市|し}の ページか まよったら、{公民館|こうみんかん}や {市役所|しやくしょ}に [聞|き]けます。',
    'If you doubt a page, ask at the community hall or the city hall.'
  ),
  screens: {
    home,
    search,
    results,
    ...foundPages
  }
};

export default scenario;
