import type { Part, Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { hint, is, main, note, plain, right, row, strong, text, w, wrong } from './kit.ts';

type Drill = {
  readonly id: 'digits' | 'letters';
  readonly title: Words;
  readonly asked: Words;
  /** What is entered wrongly on purpose; it is nobody's. */
  readonly sample: string;
  readonly locksAt: number;
};

const digits: Drill = {
  id: 'digits',
  title: w('コンビニの {機械|きかい}', 'The shop’s machine'),
  asked: w('4けたの [番号|ばんごう]を [入|い]れて ください', 'Please enter the 4 digits'),
  sample: '0000',
  locksAt: 3
};

const letters: Drill = {
  id: 'letters',
  title: w('ネットの {届|とど}け', 'A form online'),
  asked: w('{署名用|しょめいよう}の 6〜16[字|じ]を どうぞ', 'Please enter your 6–16 letters'),
  sample: 'ABC123',
  locksAt: 5
};

/** The screen that counts mistakes: on purpose, with a sample that is nobody's number. */
function tryScreen({ id, title, asked, sample, locksAt }: Drill): Screen {
  const left = (made: number): Words =>
    w(`ちがいます。のこり ${locksAt - made}[回|かい]です`, `Wrong. Tries left: ${locksAt - made}`);
  const mistakes = Array.from({ length: locksAt }, (_, made) => made);

  return {
    app: 'machine',
    title,
    back: 'cards',
    parts: [
      strong(asked),
      note(
        w(
          '{練習|れんしゅう}です。ご[自分|じぶん]の [番号|ばんごう]は [入|い]れません。',
          'This is practice. Your own number is not entered.'
        )
      ),
      ...mistakes.slice(1).map((made): Part => strong(left(made), [is('tries', String(made))]))
    ],
    places: [
      main(
        'try',
        w(`わざと ${sample} と [入|い]れる`, `Enter ${sample} on purpose`),
        mistakes.map((made) => mistake(id, made, locksAt))
      ),
      plain('stop', w('やめて、[紙|かみ]を さがす', 'Stop and look for the paper'), [
        {
          outcome: 'way',
          answer: {
            happened: w(
              '{本番|ほんばん}では、それが いちばん よいです。',
              'In earnest that is the best thing to do.'
            ),
            todo: w(
              '{練習|れんしゅう}では、かぎが かかる ところまで [見|み]ましょう。',
              'In practice, let us see how it locks.'
            )
          }
        }
      ])
    ],
    hints: [
      hint(
        'try',
        w(
          `[上|うえ]の「わざと ${sample} と [入|い]れる」です。こわれません。`,
          `It is “Enter ${sample} on purpose”. Nothing breaks.`
        )
      )
    ]
  };
}

/** The mark `tries` counts for both drills: whoever opens one begins anew. */
function mistake(id: Drill['id'], made: number, locksAt: number): Turn {
  const when = [is('tries', made === 0 ? '' : String(made))];
  const now = made + 1;
  if (now === locksAt) {
    return right(
      w(
        `${locksAt}[回|かい] まちがえたので、かぎが かかりました。カードを {守|まも}る ためです。`,
        `After ${locksAt} mistakes it locked. That protects your card.`
      ),
      { to: `${id}-locked`, marks: { tries: '' }, when }
    );
  }
  return right(
    w(
      `${now}[回目|かいめ]の まちがいです。あと ${locksAt - now}[回|かい]で かぎが かかります。`,
      `Mistake number ${now}. Tries left until it locks: ${locksAt - now}.`
    ),
    { marks: { tries: String(now) }, when }
  );
}

const lockedParts: Part[] = [
  { part: 'sign', sign: 'lock' },
  strong(w('この [番号|ばんごう]は つかえません', 'This number no longer works')),
  text(w('どこで なおせますか。', 'Where can it be mended?'))
];

const cityHall = w('カードを [持|も]って {市役所|しやくしょ}へ', 'To the city hall with the card');
const askCity = hint(
  'city',
  w('カードを [出|だ]した {市役所|しやくしょ}が なおします。', 'The city hall mends it.')
);

const digitsLocked: Screen = {
  app: 'machine',
  title: w('かぎが かかりました', 'It is locked'),
  back: 'cards',
  parts: lockedParts,
  places: [
    row(
      'wait',
      w('あしたまで [待|ま]つ', 'Wait until tomorrow'),
      wrong(
        w('[待|ま]っても かぎは ひらきません。', 'Waiting does not open it.'),
        w('なおして くれる [所|ところ]へ [行|い]きましょう。', 'Go where it can be mended.')
      )
    ),
    row(
      'clerk',
      w('[店|みせ]の [人|ひと]に たのむ', 'Ask the shop assistant'),
      wrong(
        w('[店|みせ]の [人|ひと]には なおせません。', 'The assistant cannot mend it.'),
        w('カードを [出|だ]した [所|ところ]を えらびます。', 'Choose who issued the card.')
      )
    ),
    row(
      'city',
      cityHall,
      right(
        w(
          'そうです。{市役所|しやくしょ}の {窓口|まどぐち}で なおせます。',
          'Yes: the desk at the city hall mends it.'
        ),
        { to: 'bring' }
      )
    ),
    row(
      'phone',
      w('[電話|でんわ]で なおして もらう', 'Have it mended by telephone'),
      wrong(
        w(
          '[電話|でんわ]では なおせません。[番号|ばんごう]を [聞|き]く [電話|でんわ]は うそです。',
          'It cannot be mended by telephone. Whoever asks for it there is false.'
        ),
        w('[顔|かお]を [見|み]て なおす [所|ところ]へ。', 'Go where they see your face.')
      )
    )
  ],
  hints: [askCity]
};

const bring: Screen = {
  app: 'paper',
  title: w('{市役所|しやくしょ}へ [行|い]く したく', 'Ready for the city hall'),
  back: 'digits-locked',
  parts: [text(w('[何|なに]を [持|も]って [行|い]きますか。', 'What do you take with you?'))],
  places: [
    row(
      'both',
      w('カードと、もう1つの {証明|しょうめい}', 'The card and one more proof'),
      right(
        w(
          'そろいました。{窓口|まどぐち}で [新|あたら]しい [番号|ばんごう]を [自分|じぶん]で きめます。',
          'That is all. At the desk you set a new number yourself.'
        ),
        { to: 'cards', marks: { digits: 'good' } }
      ),
      {
        note: w(
          '{運転|うんてん}{免許証|めんきょしょう}や {資格|しかく}{確認書|かくにんしょ}など',
          'Such as a driving licence or insurance paper'
        )
      }
    ),
    row(
      'seal',
      w('はんこだけ', 'Only the seal'),
      wrong(
        w('はんこは いりません。カードが いります。', 'No seal is needed, but the card is.'),
        w('カードの ある ほうを えらびます。', 'Choose the one with the card.')
      )
    ),
    row(
      'helper',
      w('[家族|かぞく]に [番号|ばんごう]を [言|い]って たのむ', 'Tell a relative the number'),
      wrong(
        w('[番号|ばんごう]は [家族|かぞく]にも [言|い]いません。', 'Not even relatives are told.'),
        w(
          '[行|い]けない [時|とき]は、{市役所|しやくしょ}に [電話|でんわ]で やり[方|かた]を [聞|き]けます。',
          'If you cannot go, telephone the city hall and ask how.'
        )
      )
    )
  ],
  hints: [
    hint('both', w('カードと、もう1つの {証明|しょうめい}です。', 'The card and one more proof.'))
  ]
};

const lettersLocked: Screen = {
  ...digitsLocked,
  places: [
    row(
      'more',
      w('6[回目|かいめ]を ためす', 'Try a sixth time'),
      wrong(
        w(
          'かぎが かかると、[正|ただ]しい [字|じ]でも ひらきません。',
          'Once locked, even the right letters do nothing.'
        ),
        w('なおして くれる [所|ところ]を えらびます。', 'Choose where it can be mended.')
      )
    ),
    row(
      'city',
      cityHall,
      right(
        w(
          'そうです。4けたが わかれば、コンビニで なおせる ことも あります。',
          'Yes. If you know your 4 digits, some convenience stores can do it too.'
        ),
        { to: 'cards', marks: { letters: 'good' } }
      )
    ),
    row(
      'maker',
      w('スマホの [店|みせ]へ [行|い]く', 'Go to the phone shop'),
      wrong(
        w('スマホは こわれて いません。', 'The phone is not broken.'),
        w('カードの ことは {市役所|しやくしょ}です。', 'The card is the city hall’s matter.')
      )
    )
  ],
  hints: [askCity]
};

/** What three wrong tries of four digits do, and five of the letters; and who helps. */
export const lockScreens: Readonly<Record<string, Screen>> = {
  digits: tryScreen(digits),
  'digits-locked': digitsLocked,
  bring,
  letters: tryScreen(letters),
  'letters-locked': lettersLocked
};
