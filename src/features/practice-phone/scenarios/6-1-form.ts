import type { Place, Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  plain,
  poster,
  right,
  row,
  set,
  strong,
  text,
  theirs,
  toggle,
  w,
  way,
  wrong
} from './kit.ts';

/** The paper with the code; whoever reads it need not search. */
export const bulletin: Screen = {
  app: 'camera',
  title: w('カメラ', 'Camera'),
  places: [
    poster('code', w('{市報|しほう}の QRコード', 'QR code in the bulletin'), way('account'), {
      note: w('れんしゅう[市|し]の LINE', 'Renshu City on LINE'),
      sign: 'qr-code'
    }),
    poster(
      'leaflet',
      w('ちらしの QRコード', 'QR code on a leaflet'),
      wrong(
        w(
          '[知|し]らない[店|みせ]の ページでした。{練習|れんしゅう}なので ひらきません。',
          'A shop you do not know. Practice opens nothing.'
        ),
        w('{市報|しほう}の QRコードを [読|よ]みます。', 'Read the QR code of the bulletin.')
      ),
      { note: w('ポイント[大当|おおあ]たり', 'Win many points'), sign: 'qr-code' }
    )
  ],
  hints: [
    hint(
      'code',
      w(
        '「{市報|しほう}の QRコード」に ふれると、[読|よ]みとります。',
        'Touch “QR code in the bulletin” to read it.'
      )
    )
  ]
};

/** What a search by name finds: two that look alike, and the way back to the bulletin. */
export const lookAlikes: Screen = {
  app: 'search',
  title: w('「れんしゅう[市|し]」で さがす', 'Search: Renshu City'),
  back: 'talks',
  places: [
    row(
      'gift',
      w('れんしゅう[市|し] {給付金|きゅうふきん} {受付|うけつけ}', 'Renshu City money desk'),
      wrong(
        w(
          '[市|し]の [名前|なまえ]を つかった にせものです。{追加|ついか}しませんでした。',
          'A fake with the city’s name. It was not added.'
        ),
        w(
          '{市報|しほう}の QRコードから [入|はい]ると {安心|あんしん}です。',
          'The QR code of the bulletin is safe.'
        )
      ),
      { sign: 'coins' }
    ),
    row(
      'fans',
      w('れんしゅう[市|し] すきな[人|ひと]', 'Friends of Renshu'),
      wrong(
        w(
          '[市|し]を すきな [人|ひと]の [集|あつ]まりです。[市|し]では ありません。',
          'A club of people who like the town, not the city itself.'
        ),
        w(
          '{市報|しほう}の QRコードから [入|はい]ると {安心|あんしん}です。',
          'The QR code of the bulletin is safe.'
        )
      ),
      { sign: 'heart' }
    ),
    main(
      'paper',
      w('{市報|しほう}の QRコードを [読|よ]む', 'Read the QR code of the bulletin'),
      way('bulletin')
    )
  ],
  hints: [
    hint(
      'paper',
      w(
        '「{市報|しほう}の QRコードを [読|よ]む」です。',
        'It is “Read the QR code of the bulletin”.'
      )
    )
  ]
};

const kinds = {
  disaster: { label: w('{防災|ぼうさい}', 'Disaster safety'), sign: 'shelter' },
  health: { label: w('{健康|けんこう}', 'Health'), sign: 'heart' },
  children: { label: w('{子育|こそだ}て', 'Bringing up children'), sign: 'family' }
} as const;
type Kind = keyof typeof kinds;

function kindPlace(kind: Kind): Place {
  const { label, sign } = kinds[kind];
  const turns = [set({ [kind]: 'on' }, { when: [isNot(kind, 'on')] }), set({ [kind]: 'off' })];
  return toggle(kind, label, turns, { follows: kind, sign });
}

/** Saving is answered by what is still missing, the most important first. */
const saving = [
  wrong(
    w('「{防災|ぼうさい}」に しるしが ありません。', '“Disaster safety” is not marked.'),
    w(
      '「{防災|ぼうさい}」に ふれてから、もう[1度|いちど]「{設定|せってい}する」です。',
      'Touch “Disaster safety”, then “Save” again.'
    ),
    { when: [isNot('disaster', 'on')] }
  ),
  wrong(
    w('「{健康|けんこう}」に しるしが ありません。', '“Health” is not marked.'),
    w(
      '「{健康|けんこう}」に ふれてから、もう[1度|いちど]「{設定|せってい}する」です。',
      'Touch “Health”, then “Save” again.'
    ),
    { when: [isNot('health', 'on')] }
  ),
  wrong(
    w(
      '「{子育|こそだ}て」の お[知|し]らせも [来|き]ることに なります。',
      'News about children would come too.'
    ),
    w(
      '「{子育|こそだ}て」に もう[1度|いちど] ふれると、しるしが [消|き]えます。',
      'Touch “Bringing up children” again to unmark it.'
    ),
    { when: [is('children', 'on')] }
  ),
  right(
    w(
      '{設定|せってい}できました。[市|し]から {返事|へんじ}が [来|き]ます。',
      'Saved. The city answers.'
    ),
    {
      to: 'received',
      marks: { saved: 'good' }
    }
  )
];

export const form: Screen = {
  app: 'form',
  title: w('{受信|じゅしん}{設定|せってい}', 'What to receive'),
  back: 'talk',
  parts: [
    text(w('ほしい お[知|し]らせに ふれて、しるしを つけます。', 'Touch the news that you want.'))
  ],
  places: [
    kindPlace('disaster'),
    kindPlace('health'),
    kindPlace('children'),
    main('save', w('{設定|せってい}する', 'Save'), saving)
  ],
  hints: [
    hint('disaster', w('「{防災|ぼうさい}」に ふれます。', 'Touch “Disaster safety”.'), [
      isNot('disaster', 'on')
    ]),
    hint('health', w('「{健康|けんこう}」に ふれます。', 'Touch “Health”.'), [
      isNot('health', 'on')
    ]),
    hint(
      'children',
      w('「{子育|こそだ}て」の しるしを [消|け]します。', 'Unmark “Bringing up children”.'),
      [is('children', 'on')]
    ),
    hint('save', w('[下|した]の「{設定|せってい}する」です。', 'It is “Save”, at the bottom.'))
  ]
};

export const received: Screen = {
  app: 'talk',
  title: w('れんしゅう[市|し]', 'Renshu City'),
  back: 'talk',
  parts: [
    strong(w('{返事|へんじ}が [来|き]ました', 'An answer came')),
    theirs(
      w(
        '{設定|せってい}しました。{防災|ぼうさい}・{健康|けんこう}',
        'Saved: Disaster safety, Health'
      )
    )
  ],
  places: [
    plain(
      'change',
      w('{受信|じゅしん}{設定|せってい}を かえる', 'Change what to receive'),
      way('form')
    )
  ],
  hints: [
    hint(
      'change',
      w(
        'かえたい[時|とき]は「{受信|じゅしん}{設定|せってい}を かえる」です。',
        'To change it, touch “Change what to receive”.'
      )
    )
  ]
};
