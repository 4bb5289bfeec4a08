import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  link,
  main,
  note,
  plain,
  right,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';
import { orderScreens } from './4-4-pay.ts';

const atTop = [isNot('shown', 'middle'), isNot('shown', 'end')];
const inMiddle = [is('shown', 'middle')];
const atEnd = [is('shown', 'end')];
const read = [is('read', 'good')];
const notRead = [isNot('read', 'good')];

const shop: Screen = {
  app: 'page',
  title: w('ぽかぽか{堂|どう}', 'Pokapoka Shop'),
  back: 'home',
  parts: [
    strong(
      w(
        '{元気|げんき}{青汁|あおじる} {初回|しょかい} 500[円|えん]！',
        'Green Juice: first time 500 yen!'
      ),
      atTop
    ),
    note(w('のこり 3こ。お[急|いそ]ぎください。', 'Only 3 left. Hurry!'), atTop),
    text(
      w(
        '「[毎朝|まいあさ] おいしい」と {評判|ひょうばん}です。',
        '“Delicious every morning”, people say.'
      ),
      inMiddle
    ),
    note(
      w(
        '※{定期|ていき}お{届|とど}けは 6{回|かい}の お{約束|やくそく}です。',
        '* The subscription is for six times.'
      ),
      atEnd
    ),
    note(w('※2{回|かい}めから 4,980[円|えん]です。', '* From the second time: 4,980 yen.'), atEnd),
    note(w('※1{回|かい}だけは 1,980[円|えん]です。', '* One time only: 1,980 yen.'), atEnd)
  ],
  places: [
    plain(
      'hurry',
      w('いますぐ 500[円|えん]で たのむ', 'Order now for 500 yen'),
      wrong(
        w(
          'まだ [小|ちい]さな[字|じ]を [読|よ]んで いません。',
          'You have not read the small print yet.'
        ),
        w(
          '「[下|した]へ」で、ページの おわりまで [読|よ]みます。',
          'With “Down”, read to the end of the page.'
        )
      ),
      { when: notRead }
    ),
    link(
      'company',
      w('[店|みせ]の {住所|じゅうしょ}と {返品|へんぴん}の きまり', 'The shop’s address and rules'),
      way('company'),
      {
        when: atEnd
      }
    ),
    main(
      'buy',
      w('{注文|ちゅうもん}へ すすむ', 'Go on to the order'),
      way('course', { marks: { once: 'off', regular: 'on' } }),
      {
        when: read
      }
    )
  ],
  hints: [
    hint(
      'buy',
      w(
        '[読|よ]めました。「{注文|ちゅうもん}へ すすむ」に ふれます。',
        'You have read it. Touch “Go on to the order”.'
      ),
      read
    ),
    hint(
      'move-more',
      w(
        '「[下|した]へ」で、ページの おわりまで [読|よ]みます。',
        'With “Down”, read to the end of the page.'
      )
    )
  ],
  input: {
    kind: 'move',
    gesture: 'up-down',
    mark: 'shown',
    values: ['top', 'middle', 'end'],
    more: w('[下|した]へ', 'Down'),
    less: w('[上|うえ]へ', 'Up'),
    turns: [
      right(
        w(
          '[小|ちい]さな[字|じ]に、6{回|かい}の {約束|やくそく}が ありました。',
          'The small print says: six times.'
        ),
        {
          marks: { read: 'good' },
          when: [...atEnd, ...notRead],
          todo: w('「1{回|かい}だけ」で たのみます。', 'Order it for one time only.')
        }
      )
    ]
  }
};

const company: Screen = {
  app: 'page',
  title: w('[店|みせ]に ついて', 'About the shop'),
  back: 'shop',
  parts: [
    text(
      w(
        'ぽかぽか{堂|どう} れんしゅう{市|し}{本町|ほんちょう}2',
        'Pokapoka Shop, 2 Honcho, Renshu City'
      )
    ),
    text(w('{電話|でんわ} 0120-000-000', 'Telephone 0120-000-000')),
    note(w('{食|た}べ[物|もの]は {返品|へんぴん}できません。', 'Food cannot be returned.'))
  ],
  places: [main('back', w('[店|みせ]に もどる', 'Back to the shop'), way('shop'))],
  hints: [hint('back', w('「[店|みせ]に もどる」に ふれます。', 'Touch “Back to the shop”.'))]
};

/** 買い物・定期購入: the small print first, then one time only, to the last screen. */
const scenario: Scenario = {
  slug: '4-4',
  title: w('[買|か]い[物|もの]・{定期|ていき}{購入|こうにゅう}', 'Shopping and repeat orders'),
  task: w(
    '{青汁|あおじる}の [小|ちい]さな[字|じ]を [読|よ]んで、「1{回|かい}だけ」で たのみます。',
    'Read the small print of the green juice, and order it one time only.'
  ),
  first: 'shop',
  home: 'home',
  goal: { kind: 'marks', marks: ['ordered'], is: 'good', atLeast: 1 },
  done: w(
    '[小|ちい]さな[字|じ]を [読|よ]み、{回数|かいすう}と {合計|ごうけい}を たしかめました。',
    'You read the small print, and checked how many times and how much.'
  ),
  whereToAsk: w(
    'おかしいと [思|おも]ったら、188({消費者|しょうひしゃ}ホットライン)に {電話|でんわ}できます。',
    'If something seems wrong, telephone 188, the consumer hotline.'
  ),
  screens: {
    home: homeScreen([app('shop', w('ネットの[店|みせ]', 'Net shop'), 'bag', way('shop'))]),
    shop,
    company,
    ...orderScreens
  }
};

export default scenario;
