import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { entryScreens, hall } from './2-2-entry.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
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

const contactsLabel: Words = w('{連絡先|れんらくさき}', 'Contacts');
const phoneBookLabel: Words = w('[電話帳|でんわちょう]', 'Phone book');
const tanaka: Words = w('たなか けんじ', 'Tanaka Kenji');
const isKantan = [is('face', 'kantan')];
const notKantan = [isNot('face', 'kantan')];

const home = homeScreen(
  [
    app('phone', w('[電話|でんわ]', 'Phone'), 'call', way('phone')),
    app(
      'mail',
      w('メール', 'Mail'),
      'letter',
      wrong(
        w('メールは、ネットの [手紙|てがみ]です。', 'Mail is for letters.'),
        w('[受話器|じゅわき]の 「[電話|でんわ]」に ふれます。', 'Touch “Phone”, the receiver.')
      )
    )
  ],
  [hint('phone', w('「[電話|でんわ]」の [絵|え]に ふれます。', 'Touch the picture “Phone”.'))]
);

const phone: Screen = {
  app: 'call',
  title: w('[電話|でんわ]', 'Phone'),
  back: 'home',
  places: [
    row('recents', w('{履歴|りれき}', 'Recent calls'), way('recents'), { sign: 'clock' }),
    row('contacts', contactsLabel, way('contacts'), { when: notKantan, sign: 'contacts' }),
    row('phone-book', phoneBookLabel, way('contacts'), { when: isKantan, sign: 'contacts' }),
    row(
      'keypad',
      w('[数字|すうじ]で かける', 'Keypad'),
      wrong(
        w(
          '[番号|ばんごう]を [1|ひと]つずつ [入|い]れる [所|ところ]です。',
          'Here one dials digit by digit.'
        ),
        w(
          'まちがえにくいのは、しまった [番号|ばんごう]から かける ことです。',
          'Calling from a kept number makes fewer mistakes.'
        )
      ),
      { sign: 'keypad' }
    )
  ],
  hints: [
    hint('phone-book', w('「[電話帳|でんわちょう]」です。', 'It is “Phone book”.'), isKantan),
    hint('contacts', w('「{連絡先|れんらくさき}」に ふれます。', 'Touch “Contacts”.'))
  ]
};

const recents: Screen = {
  app: 'call',
  title: w('{履歴|りれき}', 'Recent calls'),
  back: 'phone',
  parts: [
    text(
      w(
        'かけた [電話|でんわ]と、かかってきた [電話|でんわ]の [記録|きろく]です。',
        'Calls that were made and calls that came.'
      )
    )
  ],
  places: [
    row(
      'tanaka',
      tanaka,
      wrong(
        w('ふれたので、たなかさんに かかりはじめました。', 'Your touch began a call to Mr Tanaka.'),
        w(
          'すぐ 「[切|き]る」に ふれます。つながる [前|まえ]なら お[金|かね]は かかりません。',
          'Touch “End” at once. Before it connects, it costs nothing.'
        ),
        { to: 'calling-tanaka' }
      ),
      { note: w('きのう 15:20', 'Yesterday 15:20'), sign: 'person' }
    ),
    row(
      'unknown',
      w('050-0000-0000', '050-0000-0000'),
      wrong(
        w('[知|し]らない [番号|ばんごう]でした。', 'You do not know that number.'),
        w('かけなおさずに、「もどる」で もどります。', 'Do not call it back. Go back with “Back”.')
      ),
      { note: w('{不在|ふざい}{着信|ちゃくしん} 2[件|けん]', '2 missed calls'), sign: 'question' }
    ),
    plain('leave', w('[電話|でんわ]の [画面|がめん]へ もどる', 'Back to Phone'), way('phone'))
  ],
  hints: [
    hint('leave', w('「[電話|でんわ]の [画面|がめん]へ もどる」です。', 'It is “Back to Phone”.'))
  ]
};

const callingTanaka: Screen = {
  app: 'call',
  title: w('{発信中|はっしんちゅう}', 'Calling'),
  back: 'recents',
  parts: [strong(tanaka), note(w('よびだして います', 'Ringing there'))],
  places: [
    plain(
      'end',
      w('[切|き]る', 'End'),
      {
        outcome: 'way',
        to: 'phone',
        answer: {
          happened: w(
            'つながる [前|まえ]に [切|き]れました。お[金|かね]は かかりません。',
            'It ended before it connected. It costs nothing.'
          )
        }
      },
      { sign: 'hang-up' }
    )
  ],
  hints: [hint('end', w('「[切|き]る」に ふれます。', 'Touch “End”.'))]
};

const newLabels: [string, Words, string][] = [
  [
    'android',
    w('[新|あたら]しい {連絡先|れんらくさき}を {作成|さくせい}', 'Create new contact'),
    'add-android'
  ],
  ['iphone', w('+({追加|ついか})', '+ (Add)'), 'add-iphone'],
  ['kantan', w('{新規登録|しんきとうろく}', 'New entry'), 'add-kantan']
];

const contacts: Screen = {
  app: 'contacts',
  title: contactsLabel,
  back: 'phone',
  places: [
    ...newLabels.map(([face, label, id]) =>
      row(id, label, way('new'), { when: [is('face', face)], sign: 'plus' })
    ),
    row('hall', hall, way('entry'), { when: [is('saved', 'good')], sign: 'hall' }),
    row(
      'tanaka',
      tanaka,
      wrong(
        w('たなかさんの [番号|ばんごう]でした。', 'That is Mr Tanaka’s number.'),
        w('[上|うえ]から さがして みましょう。', 'Look again from the top.')
      ),
      { sign: 'person' }
    )
  ],
  hints: [
    hint('hall', w('「{公民館|こうみんかん}」に ふれます。', 'Touch “Community hall”.'), [
      is('saved', 'good')
    ]),
    ...newLabels.map(([face, label, id]) =>
      hint(id, w(`「${label.ja}」です。`, `It is “${label.en}”.`), [is('face', face)])
    )
  ]
};

const callingHall: Screen = {
  app: 'call',
  title: w('{通話中|つうわちゅう}', 'In a call'),
  back: 'entry',
  parts: [strong(hall), note(w('[話|はなし]が すみました。', 'You have finished talking.'))],
  places: [
    plain(
      'end',
      w('[切|き]る', 'End'),
      right(w('[電話|でんわ]が [切|き]れました。', 'The call has ended.'), {
        to: 'home',
        marks: { ended: 'good' }
      }),
      { sign: 'hang-up' }
    ),
    plain(
      'bag',
      w('このまま かばんに しまう', 'Put the phone in the bag'),
      wrong(
        w('[電話|でんわ]は つながったままです。', 'The call stays connected.'),
        w('さきに「[切|き]る」に ふれます。', 'Touch “End” first.')
      ),
      { sign: 'bag' }
    )
  ],
  hints: [hint('end', w('「[切|き]る」に ふれます。', 'Touch “End”.'))]
};

/** 電話をかける・登録: keep the number of the hall, and call it from there. */
const scenario: Scenario = {
  slug: '2-2',
  title: w('[電話|でんわ]を かける・{登録|とうろく}', 'Calling, and keeping a number'),
  task: w(
    '{公民館|こうみんかん}の [番号|ばんごう]を しまって、そこから かけます。',
    'Keep the number of the community hall, and call it from there.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['saved', 'called', 'ended'], is: 'good', atLeast: 3 },
  done: w(
    '{登録|とうろく}して、かけて、[切|き]ることが できました。',
    'You kept a number, called it and hung up.'
  ),
  whereToAsk: w(
    '{登録|とうろく}は、{公民館|こうみんかん}の {相談会|そうだんかい}でも いっしょに できます。',
    'At the help day of the community hall you can do it with a helper.'
  ),
  screens: {
    home,
    phone,
    recents,
    'calling-tanaka': callingTanaka,
    contacts,
    ...entryScreens,
    'calling-hall': callingHall
  }
};

export default scenario;
