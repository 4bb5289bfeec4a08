import type { Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import {
  hint,
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

const again = w(
  '[紙|かみ]の「{署名|しょめい}」の[所|ところ]と [同|おな]じものを えらびます。',
  'Choose what stands on the paper at “Signature”.'
);
const left = (count: number) =>
  w(`あと ${count}[回|かい]で [止|と]まります。`, `${count} more would lock it.`);

/** Five wrong passwords lock the signature; every one but the last says how many are left. */
function wrongKey(happened: Words): [Turn, ...Turn[]] {
  const say = (count: number) =>
    w(happened.ja + left(count).ja, `${happened.en} ${left(count).en}`);
  const later = [1, 2, 3].map((tries) =>
    wrong(say(4 - tries), again, {
      when: [is('tries', `${tries}`)],
      marks: { tries: `${tries + 1}` }
    })
  );
  return [
    wrong(
      w(
        '5[回|かい] ちがったので、{署名|しょめい}が [止|と]まりました。',
        'Five wrong passwords: the signature is locked.'
      ),
      w(
        'こわれては いません。[市|し]の{窓口|まどぐち}で なおせます。',
        'It is not broken. The city’s counter mends it.'
      ),
      { when: [is('tries', '4')], to: 'locked', marks: { tries: '' } }
    ),
    ...later,
    wrong(say(4), again, { marks: { tries: '1' } })
  ];
}

export const key: Screen = {
  app: 'notice',
  title: w('{署名|しょめい}の パスワード', 'Password of the signature'),
  back: 'review',
  parts: [
    {
      part: 'card',
      title: w('{練習|れんしゅう}の [紙|かみ]', 'Practice paper'),
      sign: 'notebook',
      lines: [
        w('{署名|しょめい} ABC123', 'Signature: ABC123'),
        w('4けた 2580', 'Four digits: 2580'),
        w('[本当|ほんとう]の ものは [入|い]れません。', 'Never enter your real ones.')
      ]
    },
    text(w('どれを [入|い]れますか。', 'Which one do you enter?'))
  ],
  places: [
    row(
      'four',
      w('2580', '2580'),
      wrongKey(w('4けたは コンビニなどの かぎです。', 'Four digits are for stores and the like.')),
      {
        sign: 'keypad'
      }
    ),
    row(
      'small',
      w('abc123', 'abc123'),
      wrongKey(w('[小|ちい]さい[字|じ]では [合|あ]いません。', 'Small letters do not fit.')),
      {
        sign: 'keyboard'
      }
    ),
    row(
      'capitals',
      w('ABC123', 'ABC123'),
      right(w('パスワードが [合|あ]いました。', 'The password is right.'), {
        to: 'hold',
        marks: { tries: '' }
      }),
      { sign: 'keyboard' }
    ),
    plain('stop', w('[今日|きょう]は やめる', 'Stop for today'), way('list'))
  ],
  hints: [
    hint('capitals', w('[大|おお]きい[字|じ]の「ABC123」です。', 'It is “ABC123”, in capitals.'))
  ]
};

export const locked: Screen = {
  app: 'notice',
  title: w('{署名|しょめい}が [止|と]まりました', 'The signature is locked'),
  back: 'list',
  parts: [
    strong(w('5[回|かい] ちがいました', 'Five wrong passwords')),
    text(
      w(
        '[本当|ほんとう]の[時|とき]は、カードを [持|も]って [市|し]の{窓口|まどぐち}へ [行|い]きます。',
        'In earnest, take the card to the city’s counter.'
      )
    ),
    text(w('お[金|かね]は かかっていません。', 'Nothing was charged.'))
  ],
  places: [
    main('again', w('{練習|れんしゅう}なので もう[1度|いちど]', 'Practice: once more'), way('key'))
  ],
  hints: [
    hint(
      'again',
      w('「{練習|れんしゅう}なので もう[1度|いちど]」です。', 'It is “Practice: once more”.')
    )
  ]
};

const placed = way('reading');
const notHere = wrong(
  w(
    'カードが [読|よ]みとれません。こわれては いません。',
    'The card is not read. Nothing is broken.'
  ),
  w(
    '[上|うえ]の「あてる[所|ところ]」を [読|よ]んで、ほかの [所|ところ]に あてます。',
    'Read “Where to hold it” above, and try another place.'
  )
);

export const hold: Screen = {
  app: 'notice',
  title: w('カードを あてる', 'Hold the card to the phone'),
  back: 'key',
  parts: [
    note(
      w(
        'あてる[所|ところ]は スマホの [上|うえ]の {端|はし}です。',
        'Where to hold it: the top edge.'
      ),
      [is('face', 'iphone')]
    ),
    note(
      w(
        'あてる[所|ところ]は {裏|うら}の まん[中|なか]です。',
        'Where to hold it: the middle of the back.'
      ),
      [is('face', 'android')]
    ),
    note(
      w('あてる[所|ところ]は {裏|うら}の しるしです。', 'Where to hold it: the sign on the back.'),
      [is('face', 'kantan')]
    ),
    { part: 'sign', sign: 'card' }
  ],
  places: [
    plain('top', w('[上|うえ]の {端|はし}', 'The top edge'), [
      { ...placed, when: [is('face', 'iphone')] },
      notHere
    ]),
    plain(
      'middle',
      w('{裏|うら}の まん[中|なか]', 'The middle of the back'),
      [{ ...placed, when: [is('face', 'android')] }, notHere],
      {
        when: [isNot('face', 'kantan')]
      }
    ),
    plain('sign', w('{裏|うら}の しるし', 'The sign on the back'), placed, {
      when: [is('face', 'kantan')]
    }),
    plain('screen', w('[画面|がめん]の おもて', 'On the screen'), notHere)
  ],
  hints: [
    hint('top', w('「[上|うえ]の {端|はし}」に あてます。', 'Hold it to “The top edge”.'), [
      is('face', 'iphone')
    ]),
    hint(
      'middle',
      w('「{裏|うら}の まん[中|なか]」に あてます。', 'Hold it to “The middle of the back”.'),
      [is('face', 'android')]
    ),
    hint('sign', w('「{裏|うら}の しるし」に あてます。', 'Hold it to “The sign on the back”.'))
  ]
};

export const reading: Screen = {
  app: 'notice',
  title: w('[読|よ]みとり[中|ちゅう]', 'Reading'),
  back: 'hold',
  parts: [
    {
      part: 'sign',
      sign: 'card-reader',
      words: w('そのまま お[待|ま]ちください', 'Please hold still')
    }
  ],
  places: [
    main('wait', w('そのまま [待|ま]つ', 'Hold still'), [
      way('amount', { when: [is('kind', 'both')] }),
      way('send')
    ]),
    plain(
      'away',
      w('すぐ はなす', 'Take it away'),
      wrong(
        w(
          '[読|よ]みとる[前|まえ]に はなれました。お[金|かね]は かかりません。',
          'It was taken away too soon. Nothing was charged.'
        ),
        w('もう[1度|いちど] カードを あてます。', 'Hold the card there again.'),
        { to: 'hold' }
      )
    )
  ],
  hints: [hint('wait', w('「そのまま [待|ま]つ」です。', 'It is “Hold still”.'))]
};
