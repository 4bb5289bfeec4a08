import type { Part, Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { hint, note, plain, right, strong, theirs, w, wrong } from './kit.ts';

/** The four cards: what one would like to do, what it costs, which kind, and how not to be hurried. */

export const cards = ['wish', 'cost', 'kind', 'shop'] as const;
type Card = (typeof cards)[number];

export const names: Record<Card, Words> = {
  wish: w('やりたいこと', 'What I would like to do'),
  cost: w('ひと[月|つき]の お[金|かね]', 'What a month costs'),
  kind: w('どの スマホか', 'Which kind of phone'),
  shop: w('お[店|みせ]で', 'In the shop')
};

/** A choice that is a good one; the card is then dealt with. */
function good(card: Card, id: string, label: Words, happened: Words): Place {
  return plain(id, label, right(happened, { to: 'table', marks: { [card]: 'good' } }));
}

/** A choice to think over once more; the card stays open. */
function again(id: string, label: Words, happened: Words): Place {
  return plain(
    id,
    label,
    wrong(happened, w('もう[一度|いちど] えらんで みましょう。', 'Please choose once more.'))
  );
}

function cardScreen(card: Card, parts: Part[], places: Place[], where: Words): Screen {
  const [best] = places.filter(({ turns }) => turns[0]?.outcome === 'right');
  return {
    app: 'paper',
    title: names[card],
    back: 'table',
    parts,
    places,
    hints: best ? [hint(best.id, where)] : [hint('frame-back', where)]
  };
}

export const wish = cardScreen(
  'wish',
  [strong(w('スマホで、いちばん やりたいことは どれですか。', 'What would you like to do most?'))],
  [
    good(
      'wish',
      'see',
      w('まごの [顔|かお]を [見|み]て [話|はな]す', 'See my grandchild while we talk'),
      w(
        'それには スマホが {役立|やくだ}ちます。ネットの お[金|かね]も いります。',
        'A smartphone helps with that. You would pay for the net, too.'
      )
    ),
    good(
      'wish',
      'call-only',
      w('[電話|でんわ]だけ できれば よい', 'Telephoning is enough'),
      w(
        '[今|いま]の [電話|でんわ]で [足|た]りるかも しれません。',
        'The telephone you have may be enough.'
      )
    ),
    good(
      'wish',
      'none',
      w('[思|おも]いつかない', 'Nothing comes to mind'),
      w(
        'いそがなくて よいです。[持|も]たないのも よい [答|こた]えです。',
        'There is no hurry. Having none is a good answer.'
      )
    )
  ],
  w(
    'どれを えらんでも よいです。お[気持|きも]ちに [近|ちか]いものに ふれます。',
    'Any of them is fine. Touch what is nearest to your wish.'
  )
);

export const cost = cardScreen(
  'cost',
  [
    note(w('{練習|れんしゅう}の{見積|みつ}もりです。', 'An estimate for practice.')),
    {
      part: 'card',
      title: w('ひと[月|つき]の お[金|かね]', 'Each month'),
      sign: 'coins',
      lines: [
        w('[電話|でんわ]と ネット 2,500[円|えん]', 'Calls and the net 2,500 yen'),
        w('スマホの [代金|だいきん] 1,500[円|えん]', 'The phone itself 1,500 yen'),
        w('はじめの 3か[月|げつ]だけ 500[円|えん][引|び]き', 'First three months 500 yen off')
      ]
    },
    strong(
      w(
        '4か[月|げつ][目|め]からは、ひと[月|つき] いくらですか。',
        'What does a month cost from the fourth on?'
      )
    )
  ],
  [
    again(
      'net-only',
      w('2,500[円|えん]', '2,500 yen'),
      w(
        'スマホの [代金|だいきん]も、[毎月|まいつき] はらいます。',
        'The phone itself is paid every month, too.'
      )
    ),
    again(
      'with-offer',
      w('3,500[円|えん]', '3,500 yen'),
      w(
        '[安|やす]いのは、はじめの 3か[月|げつ]だけです。',
        'It is cheaper in the first three months only.'
      )
    ),
    good(
      'cost',
      'sum',
      w('4,000[円|えん]', '4,000 yen'),
      w(
        'そのとおりです。ぜんぶを [足|た]して くらべます。',
        'Just so. Add up everything, and compare that.'
      )
    )
  ],
  w(
    '2,500[円|えん]と 1,500[円|えん]を [足|た]した [数|かず]です。',
    'It is 2,500 and 1,500 yen together.'
  )
);

export const kind = cardScreen(
  'kind',
  [
    { part: 'sign', sign: 'phone-easy', size: 'small' },
    strong(w('どうやって えらびますか。', 'How do you choose?'))
  ],
  [
    again(
      'same',
      w('となりの [人|ひと]と おなじものを [買|か]う', 'Buy what my neighbour has'),
      w('[目|め]も [指|ゆび]も、[人|ひと]で ちがいます。', 'Eyes and fingers differ.')
    ),
    again(
      'dearest',
      w('いちばん [高|たか]いものを [買|か]う', 'Buy the dearest'),
      w(
        '[高|たか]くても、つかわない [道具|どうぐ]が [多|おお]いかも しれません。',
        'It may be full of tools you never use.'
      )
    ),
    good(
      'kind',
      'try',
      w('{体験会|たいけんかい}で [両方|りょうほう] さわる', 'Try both kinds at a workshop'),
      w(
        'よい えらび[方|かた]です。さわるだけなら お[金|かね]は かかりません。',
        'A good way. Trying them costs nothing.'
      )
    )
  ],
  w(
    '「{体験会|たいけんかい}で [両方|りょうほう] さわる」に ふれます。',
    'Touch “Try both kinds at a workshop”.'
  )
);

export const shop = cardScreen(
  'shop',
  [
    theirs(
      w(
        '[今日|きょう]だけ [安|やす]いです。[今|いま] [決|き]めましょう。',
        'It is cheap today only. Let us settle it now.'
      )
    )
  ],
  [
    again(
      'now',
      w('[今|いま] [決|き]める', 'Settle it now'),
      w(
        'いそいで [決|き]めると、いらないものまで ついて きます。',
        'In a hurry one takes what one does not need.'
      )
    ),
    again(
      'all',
      w('すすめられたものを ぜんぶ つける', 'Take all they recommend'),
      w('[毎月|まいつき]の お[金|かね]が ふえて いきます。', 'Then you pay more every month.')
    ),
    good(
      'shop',
      'paper',
      w('[紙|かみ]を もらって、[家|いえ]で [考|かんが]える', 'Take a paper and think at home'),
      w(
        'それで {失礼|しつれい}には なりません。[明日|あした]でも [間|ま]に[合|あ]います。',
        'That is not rude. Tomorrow is soon enough.'
      )
    )
  ],
  w(
    '「[紙|かみ]を もらって、[家|いえ]で [考|かんが]える」に ふれます。',
    'Touch “Take a paper and think at home”.'
  )
);
