import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { card, locked, pin, stopped, takeCard } from './6-4-card.ts';
import type { Words } from '../domain/turn.ts';
import { out, pay, printing } from './6-4-fee.ts';
import {
  choice,
  hint,
  is,
  isNot,
  main,
  plain,
  right,
  set,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const start: Screen = {
  app: 'machine',
  title: w('コンビニの {機械|きかい}', 'The machine in the store'),
  places: [
    plain(
      'copy',
      w('コピー', 'Copy'),
      wrong(
        w(
          'ここは、[持|も]ってきた [紙|かみ]を うつす[所|ところ]です。',
          'This copies a paper that you bring.'
        ),
        w('「{行政|ぎょうせい}サービス」に ふれます。', 'Touch “Public services”.')
      ),
      { sign: 'paper' }
    ),
    plain(
      'photo',
      w('[写真|しゃしん]', 'Photos'),
      wrong(
        w(
          'ここは、[写真|しゃしん]を [紙|かみ]に する[所|ところ]です。',
          'This prints photographs.'
        ),
        w('「{行政|ぎょうせい}サービス」に ふれます。', 'Touch “Public services”.')
      ),
      { sign: 'picture' }
    ),
    plain('city', w('{行政|ぎょうせい}サービス', 'Public services'), way('card'), {
      sign: 'city-hall'
    })
  ],
  hints: [hint('city', w('「{行政|ぎょうせい}サービス」に ふれます。', 'Touch “Public services”.'))]
};

const notThisOne = wrong(
  w(
    'ちがう {証明書|しょうめいしょ}です。まだ お[金|かね]は かかりません。',
    'Another certificate. Nothing is charged yet.'
  ),
  w('「{住民票|じゅうみんひょう}の [写|うつ]し」に ふれます。', 'Touch “Residence certificate”.')
);

const choose: Screen = {
  app: 'machine',
  title: w('{証明書|しょうめいしょ}を えらぶ', 'Choose a certificate'),
  back: 'stopped',
  places: [
    plain('seal', w('{印鑑|いんかん}の {証明書|しょうめいしょ}', 'Seal certificate'), notThisOne),
    plain(
      'residence',
      w('{住民票|じゅうみんひょう}の [写|うつ]し', 'Residence certificate'),
      way('whose')
    ),
    plain('tax', w('{税|ぜい}の {証明書|しょうめいしょ}', 'Tax certificate'), notThisOne)
  ],
  hints: [
    hint(
      'residence',
      w(
        'まん[中|なか]の「{住民票|じゅうみんひょう}の [写|うつ]し」です。',
        'It is “Residence certificate”, in the middle.'
      )
    )
  ]
};

/** One of two choices; a second touch takes it back. */
function whom(id: string, other: string, label: Words) {
  const turns = [
    set({ [id]: 'off' }, { when: [is(id, 'on')] }),
    set({ [id]: 'on', [other]: 'off' })
  ];
  return choice(id, label, turns, { follows: id });
}

const whose: Screen = {
  app: 'machine',
  title: w('だれの {住民票|じゅうみんひょう}ですか', 'Whose certificate?'),
  back: 'choose',
  places: [
    whom('family', 'self', w('{家族|かぞく} みんな', 'The whole family')),
    whom('self', 'family', w('[自分|じぶん]だけ', 'Only yourself')),
    main('next', w('つぎへ', 'Next'), [
      way('check', { when: [is('self', 'on')] }),
      way('check', { when: [is('family', 'on')] }),
      wrong(
        w('まだ えらんでいません。', 'Nothing is chosen yet.'),
        w(
          '「[自分|じぶん]だけ」に ふれてから、「つぎへ」です。',
          'Touch “Only yourself”, then “Next”.'
        )
      )
    ])
  ],
  hints: [
    hint('self', w('「[自分|じぶん]だけ」に ふれます。', 'Touch “Only yourself”.'), [
      isNot('self', 'on')
    ]),
    hint('next', w('「つぎへ」に ふれます。', 'Touch “Next”.'))
  ]
};

const check: Screen = {
  app: 'machine',
  title: w('[内容|ないよう]の {確認|かくにん}', 'Check'),
  back: 'whose',
  parts: [
    strong(w('{住民票|じゅうみんひょう} [自分|じぶん]だけ', 'Certificate: only yourself'), [
      is('self', 'on')
    ]),
    strong(w('{住民票|じゅうみんひょう} {家族|かぞく} みんな', 'Certificate: the whole family'), [
      is('family', 'on')
    ]),
    text(w('[1枚|いちまい] 300[円|えん]', '1 copy, 300 yen'))
  ],
  places: [
    main('confirm', w('これで よい', 'This is right'), [
      wrong(
        w(
          '{家族|かぞく} みんなの {住民票|じゅうみんひょう}に なっています。',
          'It is for the whole family.'
        ),
        w(
          '「なおす」に ふれて、「[自分|じぶん]だけ」を えらびます。',
          'Touch “Change” and choose “Only yourself”.'
        ),
        { when: [is('family', 'on')] }
      ),
      right(
        w('よく [見直|みなお]しました。つぎは お[金|かね]です。', 'Well checked. Now the fee.'),
        { to: 'pay', marks: { checked: 'good' } }
      )
    ]),
    plain('change', w('なおす', 'Change'), way('whose'))
  ],
  hints: [
    hint(
      'change',
      w('「なおす」に ふれて、えらびなおします。', 'Touch “Change” and choose again.'),
      [is('family', 'on')]
    ),
    hint('confirm', w('「これで よい」に ふれます。', 'Touch “This is right”.'))
  ]
};

/** コンビニ交付: the machine asks for a four-digit number three times at most, and keeps what is forgotten. */
const scenario: Scenario = {
  slug: '6-4',
  title: w('コンビニ{交付|こうふ}', 'Certificate from a store'),
  task: w(
    '[自分|じぶん]だけの {住民票|じゅうみんひょう}を [1枚|いちまい] とり、カードと [紙|かみ]を [持|も]って [出|で]ます。',
    'Get one certificate of yourself, and leave with card and paper.'
  ),
  first: 'start',
  home: 'start',
  goal: { kind: 'marks', marks: ['pin', 'checked', 'home'], is: 'good', atLeast: 3 },
  done: w(
    '{住民票|じゅうみんひょう}が とれました。カードも [手|て]に あります。[本当|ほんとう]の [番号|ばんごう]は、[自分|じぶん]だけが [知|し]っています。',
    'You have the certificate and your card. Your real PIN is known to you alone.'
  ),
  whereToAsk: w(
    '[止|と]まった[時|とき]や {心配|しんぱい}な[時|とき]は、[市|し]の{窓口|まどぐち}で とれます。カードを お[持|も]ちください。',
    'If it locks, or you would rather not, come to the city’s counter with the card.'
  ),
  screens: {
    start,
    card,
    pin,
    locked,
    stopped,
    'take-card': takeCard,
    choose,
    whose,
    check,
    pay,
    printing,
    out
  }
};

export default scenario;
