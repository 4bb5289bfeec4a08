import type { Scenario } from '../domain/scenario.ts';
import type { Screen, Place } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { hold, key, locked, reading } from './6-3-card.ts';
import { amount, processing } from './6-3-pay.ts';
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
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

/** Besides the one of 6-2, which needs neither card nor payment. */
const kinds = {
  card: {
    label: w('[引|ひ]っこしの {届|とど}け', 'Notice of moving out'),
    needs: w('カード いる・お[金|かね] なし', 'Card: yes. Payment: no.')
  },
  pay: {
    label: w('{料理|りょうり}の[会|かい]の [申込|もうしこ]み', 'Cooking course'),
    needs: w('カード なし・お[金|かね] 500[円|えん]', 'Card: no. Payment: 500 yen.')
  },
  both: {
    label: w('{住民票|じゅうみんひょう}を {郵便|ゆうびん}で', 'Certificate by post'),
    needs: w('カード いる・お[金|かね] 410[円|えん]', 'Card: yes. Payment: 410 yen.')
  }
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

function kindRow(kind: Kind): Place {
  const { label, needs } = kinds[kind];
  return row(
    kind,
    label,
    [
      wrong(
        w('これは もう [出|だ]してあります。', 'This one was sent already.'),
        w('「まだ」と [書|か]いた [手続|てつづ]きに ふれます。', 'Touch one that is not done yet.'),
        { when: [is(kind, 'good')] }
      ),
      way('review', { marks: { kind, payer: '' } })
    ],
    { note: needs, follows: kind }
  );
}

const list: Screen = {
  app: 'page',
  title: w('[市|し]の [手続|てつづ]き', 'City procedures'),
  back: 'home',
  places: kindNames.map(kindRow),
  hints: kindNames.map((kind) => hint(kind, touchLine(kinds[kind].label), [isNot(kind, 'good')]))
};

function touchLine(label: Words): Words {
  return w(`「${label.ja}」に ふれます。`, `Touch “${label.en}”.`);
}

const home = homeScreen([
  app('city', w('[市|し]の [手続|てつづ]き', 'City procedures'), 'city-hall', way('list'))
]);

const review: Screen = {
  app: 'form',
  title: w('{申請|しんせい}[内容|ないよう]の {確認|かくにん}', 'Check your entries'),
  back: 'list',
  parts: [
    ...kindNames.map((kind) => strong(kinds[kind].label, [is('kind', kind)])),
    {
      part: 'field',
      label: w('[名前|なまえ]', 'Name'),
      words: w('{見本|みほん} [花子|はなこ]', 'Hanako Mihon')
    },
    note(w('ここまでは お[金|かね]は かかりません。', 'So far nothing costs money.'))
  ],
  places: [
    main(
      'to-sign',
      w('[電子|でんし]{署名|しょめい}に [進|すす]む', 'Go to the signature'),
      way('key'),
      {
        when: [isNot('kind', 'pay')]
      }
    ),
    main('to-pay', w('{支払|しはら}いに [進|すす]む', 'Go to the payment'), way('amount'), {
      when: [is('kind', 'pay')]
    })
  ],
  hints: [
    hint('to-pay', w('「{支払|しはら}いに [進|すす]む」です。', 'It is “Go to the payment”.'), [
      is('kind', 'pay')
    ]),
    hint(
      'to-sign',
      w('「[電子|でんし]{署名|しょめい}に [進|すす]む」です。', 'It is “Go to the signature”.')
    )
  ]
};

const send: Screen = {
  app: 'form',
  title: w('{申請|しんせい}を [出|だ]す', 'Send the application'),
  back: 'review',
  parts: [text(w('カードの {署名|しょめい}が できています。', 'It is signed with your card.'))],
  places: [
    main(
      'apply',
      w('{申請|しんせい}する', 'Apply'),
      right(
        w('カードの {申請|しんせい}が [出|で]ました。', 'The application with your card is in.'),
        {
          to: 'receipt',
          marks: { card: 'good' }
        }
      )
    )
  ],
  hints: [hint('apply', w('「{申請|しんせい}する」に ふれます。', 'Touch “Apply”.'))]
};

const receipt: Screen = {
  app: 'page',
  title: w('{受付|うけつけ}の メール', 'Mail of receipt'),
  back: 'list',
  parts: [
    ...kindNames.map((kind) => strong(kinds[kind].label, [is('kind', kind)])),
    text(
      w(
        '{申請|しんせい}を [受|う]けとりました。{受付|うけつけ}[番号|ばんごう] 0123-4568',
        'Your application has arrived. Number 0123-4568'
      )
    )
  ],
  places: [
    main('list', w('[手続|てつづ]きに もどる', 'Back to the procedures'), way('list')),
    plain(
      'again',
      w('もう[1度|いちど] {申請|しんせい}する', 'Apply once more'),
      wrong(
        w(
          '{申請|しんせい}が [2|ふた]つに なってしまいます。[1|ひと]つで {十分|じゅうぶん}です。',
          'There would be two. One is enough.'
        ),
        w('「[手続|てつづ]きに もどる」に ふれます。', 'Touch “Back to the procedures”.')
      )
    )
  ],
  hints: [hint('list', w('「[手続|てつづ]きに もどる」です。', 'It is “Back to the procedures”.'))]
};

/** スマート申請 in three kinds: a card to sign with, a payment, or both. */
const scenario: Scenario = {
  slug: '6-3',
  title: w(
    'スマート{申請|しんせい}② カードと {支払|しはら}い',
    'Applying online ②: card and payment'
  ),
  task: w(
    '[3|みっ]つの [手続|てつづ]きを [出|だ]します。カードや お[金|かね]が いるかは、それぞれです。',
    'Send three applications. Each needs the card, a payment, or both.'
  ),
  first: 'list',
  home: 'home',
  goal: { kind: 'marks', marks: kindNames, is: 'good', atLeast: 3 },
  done: w(
    '[3|みっ]つとも [出|だ]せました。わからなくなったら、やめても お[金|かね]は かかりません。',
    'All three are in. Whenever you are unsure, stopping costs nothing.'
  ),
  whereToAsk: w(
    'パスワードが [止|と]まった[時|とき]は、カードを [持|も]って [市|し]の{窓口|まどぐち}へ お{越|こ}しください。[紙|かみ]でも [出|だ]せます。',
    'If the password locks, bring the card to the city’s counter. Paper is just as good.'
  ),
  screens: { list, home, review, key, locked, hold, reading, send, amount, processing, receipt }
};

export default scenario;
