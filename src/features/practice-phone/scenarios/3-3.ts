import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';
import { dotKnown, dotUnknown, mapPlaces } from './3-3-places.ts';

const onKantan = [is('face', 'kantan')];
const onOthers = [isNot('face', 'kantan')];
const onIphone = [is('face', 'iphone')];
const notIphone = [isNot('face', 'iphone')];

const home = homeScreen(
  [
    { ...app('map', w('マップ', 'Maps'), 'map', way('map')), when: onOthers },
    { ...app('map-kantan', w('[地図|ちず]', 'Map'), 'map', way('map')), when: onKantan }
  ],
  [
    hint('map', w('「マップ」の [絵|え]に ふれます。', 'Touch the picture “Maps”.'), onOthers),
    hint('map-kantan', w('「[地図|ちず]」の [絵|え]に ふれます。', 'Touch the picture “Map”.'))
  ]
);

const map: Screen = {
  app: 'map',
  title: w('[地図|ちず]', 'Map'),
  back: 'home',
  parts: [
    {
      part: 'sign',
      sign: 'place-pin',
      words: w(
        '[青|あお]い {丸|まる}が [今|いま]いる [所|ところ]です',
        'The blue dot is where you are'
      ),
      when: dotKnown
    },
    {
      part: 'sign',
      sign: 'map',
      words: w('[青|あお]い {丸|まる}は まだ ありません', 'There is no blue dot yet'),
      when: dotUnknown
    }
  ],
  places: [
    plain('here', w('[今|いま]いる [所|ところ]', 'Where I am'), way('permission'), {
      sign: 'place-pin',
      when: dotUnknown
    }),
    row('field', w('ここで {検索|けんさく}', 'Search here'), way('search'), { sign: 'search' })
  ],
  hints: [
    hint(
      'here',
      w('「[今|いま]いる [所|ところ]」に ふれます。', 'Touch “Where I am”.'),
      dotUnknown
    ),
    hint('field', w('「ここで {検索|けんさく}」に ふれます。', 'Touch “Search here”.'))
  ]
};

const allowed = right(
  w(
    '[青|あお]い {丸|まる}が [出|で]ました。お[金|かね]は かかりません。',
    'The blue dot has appeared. It costs nothing.'
  ),
  { to: 'map', marks: { place: 'on' } }
);

const permission: Screen = {
  app: 'notice',
  title: w('{位置|いち}{情報|じょうほう}', 'Your location'),
  back: 'map',
  parts: [
    text(
      w(
        '「[地図|ちず]」が [今|いま]いる [所|ところ]を {使|つか}っても よいですか。',
        'May “Map” use where you are?'
      )
    )
  ],
  places: [
    plain('once', w('1{度|ど}だけ {許可|きょか}', 'Allow once'), allowed, { when: onIphone }),
    main(
      'while-iphone',
      w('アプリの {使用中|しようちゅう}は {許可|きょか}', 'Allow while using app'),
      allowed,
      {
        when: onIphone
      }
    ),
    main('while', w('アプリの {使用時|しようじ}のみ', 'While using the app'), allowed, {
      when: notIphone
    }),
    plain('once-other', w('{今回|こんかい}のみ', 'Only this time'), allowed, { when: notIphone }),
    plain(
      'never',
      w('{許可|きょか}しない', 'Don’t allow'),
      wrong(
        w(
          '[地図|ちず]は [見|み]られますが、[青|あお]い {丸|まる}が [出|で]ません。',
          'You can see the map, but no blue dot.'
        ),
        w(
          'もう[一度|いちど]「[今|いま]いる [所|ところ]」に ふれると、えらびなおせます。',
          'Touch “Where I am” again to choose once more.'
        ),
        { to: 'map' }
      )
    )
  ],
  hints: [
    hint(
      'while-iphone',
      w(
        '「アプリの {使用中|しようちゅう}は {許可|きょか}」に ふれます。',
        'Touch “Allow while using app”.'
      ),
      onIphone
    ),
    hint(
      'while',
      w('「アプリの {使用時|しようじ}のみ」に ふれます。', 'Touch “While using the app”.')
    )
  ]
};

const search: Screen = {
  app: 'map',
  title: w('どこへ [行|い]きますか', 'Where to?'),
  back: 'map',
  parts: [note(w('えらぶと、{欄|らん}に [入|はい]ります', 'Your choice goes into the box'))],
  places: [
    row(
      'ward',
      w('{市役所|しやくしょ}', 'City hall'),
      wrong(
        w(
          'いろいろな {市|し}の {市役所|しやくしょ}が [出|で]ました。',
          'It found city halls of many cities.'
        ),
        w(
          '[町|まち]の [名前|なまえ]を [足|た]した ほうを えらびます。',
          'Choose the one with the name of the town.'
        )
      ),
      { sign: 'search' }
    ),
    row('hall', w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'), way('found'), {
      sign: 'search'
    })
  ],
  hints: [
    hint('hall', w('「れんしゅう{市役所|しやくしょ}」に ふれます。', 'Touch “Renshu City Hall”.'))
  ]
};

/** 地図: where I am, and the way on foot to the city hall that is meant. */
const scenario: Scenario = {
  slug: '3-3',
  title: w('[地図|ちず]', 'Maps'),
  task: w(
    'れんしゅう{市役所|しやくしょ}まで [歩|ある]く {道|みち}を、[地図|ちず]で [見|み]ます。',
    'See on the map how to walk to Renshu City Hall.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['way'], is: 'good', atLeast: 1 },
  done: w(
    '[今|いま]いる [所|ところ]から {市役所|しやくしょ}までの {道|みち}が [見|み]られました。',
    'You saw the way from where you are to the city hall.'
  ),
  whereToAsk: w(
    '[青|あお]い {丸|まる}が [出|で]ない [時|とき]は、{公民館|こうみんかん}の {相談会|そうだんかい}で [聞|き]けます。',
    'If the blue dot does not appear, ask at a help day at the community hall.'
  ),
  screens: { home, map, permission, search, ...mapPlaces }
};

export default scenario;
