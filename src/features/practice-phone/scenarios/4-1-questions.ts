import type { Screen } from '../domain/screen.ts';
import { hint, is, main, note, plain, right, row, strong, text, w, wrong } from './kit.ts';

const another = w('ほかの ものを えらびます。', 'Choose another.');

export const make: Screen = {
  app: 'form',
  title: w('[新|あたら]しい パスワード', 'New password'),
  back: 'list',
  parts: [
    text(
      w(
        'どれに しますか。どれも {練習|れんしゅう}[用|よう]です。',
        'Which one? All are for practice only.'
      )
    )
  ],
  places: [
    row(
      'birthday',
      w('19480503', '19480503'),
      wrong(
        w(
          'たん[生日|じょうび]は、ほかの[人|ひと]も [知|し]っています。',
          'Others know your birthday.'
        ),
        another
      ),
      { note: w('[自分|じぶん]の たん[生日|じょうび]', 'Your birthday') }
    ),
    row(
      'counting',
      w('12345678', '12345678'),
      wrong(
        w(
          'じゅんに ならんだ[数|かず]は、[一番|いちばん]に ためされます。',
          'Digits in a row are tried first.'
        ),
        another
      )
    ),
    row(
      'words',
      w('Ume-Sakura-Fuji8', 'Plum-Cherry-Maple8'),
      right(w('[長|なが]くて、おぼえやすい パスワードです。', 'It is long and easy to remember.'), {
        to: 'save'
      }),
      { note: w('すきな[花|はな]を [3|みっ]つ つなげたもの', 'Three plants you like, joined') }
    ),
    row(
      'name',
      w('hanako', 'hanako'),
      wrong(
        w('[名前|なまえ]は すぐ [当|あ]てられてしまいます。', 'A name is soon guessed.'),
        another
      ),
      { note: w('[自分|じぶん]の [名前|なまえ]', 'Your name') }
    )
  ],
  hints: [
    hint(
      'words',
      w(
        '[花|はな]を [3|みっ]つ つなげた、[長|なが]いものです。',
        'It is the long one, three plants joined.'
      )
    )
  ]
};

const savedHere = right(
  w(
    'スマホが おぼえました。[画面|がめん]の かぎで {守|まも}られます。',
    'Your phone keeps it, behind its own lock.'
  ),
  {
    to: 'list',
    marks: { make: 'good' }
  }
);
const onPaper = right(
  w(
    'しまわずに [進|すす]みました。あとで ノートに [書|か]きます。',
    'Not saved. Write it in your notebook.'
  ),
  {
    to: 'list',
    marks: { make: 'good' }
  }
);

/** Phones word the question differently; both answers are good ones. */
export const save: Screen = {
  app: 'notice',
  title: w('パスワードを {保存|ほぞん}しますか', 'Save the password?'),
  back: 'make',
  parts: [
    note(
      w('[自分|じぶん]の スマホなら {保存|ほぞん}できます。', 'On your own phone you may save it.')
    )
  ],
  places: [
    main('save', w('{保存|ほぞん}', 'Save'), savedHere, {
      when: [{ mark: 'face', isNot: 'iphone' }]
    }),
    main('save-password', w('パスワードを {保存|ほぞん}', 'Save Password'), savedHere, {
      when: [is('face', 'iphone')]
    }),
    plain('not-now', w('[今|いま]は しない', 'Not now'), onPaper)
  ],
  hints: [
    hint('save-password', w('「パスワードを {保存|ほぞん}」です。', 'It is “Save Password”.'), [
      is('face', 'iphone')
    ]),
    hint('save', w('「{保存|ほぞん}」に ふれます。', 'Touch “Save”.'))
  ]
};

export const keep: Screen = {
  app: 'paper',
  title: w('[書|か]いた ノートを しまう', 'Put the notebook away'),
  back: 'list',
  places: [
    row(
      'phone',
      w('スマホの {裏|うら}に はる', 'On the back of the phone'),
      wrong(
        w(
          'スマホを {落|お}とすと、かぎも {落|お}とします。',
          'Losing the phone would lose the key too.'
        ),
        another
      ),
      { sign: 'phone' }
    ),
    row(
      'purse',
      w('さいふに [入|い]れる', 'In the purse'),
      wrong(
        w('カードと いっしょに なくすことが あります。', 'It may be lost together with the cards.'),
        another
      ),
      { sign: 'wallet' }
    ),
    row(
      'drawer',
      w('[家|いえ]の [引|ひ]き[出|だ]しに [入|い]れる', 'In a drawer at home'),
      right(w('[家|いえ]の[中|なか]なら {安心|あんしん}です。', 'At home it is safe.'), {
        to: 'list',
        marks: { keep: 'good' }
      }),
      { sign: 'house' }
    )
  ],
  hints: [
    hint('drawer', w('「[家|いえ]の [引|ひ]き[出|だ]し」です。', 'It is “In a drawer at home”.'))
  ]
};

export const pin: Screen = {
  app: 'form',
  title: w('{銀行|ぎんこう}の 4けた', 'Four digits for the bank'),
  back: 'list',
  parts: [text(w('どの 4けたに しますか。', 'Which four digits?'))],
  places: [
    row(
      'year',
      w('[生|う]まれた [年|とし]', 'The year you were born'),
      wrong(
        w(
          'さいふの[中|なか]の カードで [分|わ]かってしまいます。',
          'A card in your purse tells it.'
        ),
        another
      )
    ),
    row(
      'same',
      w('スマホの かぎと [同|おな]じ', 'The same as the phone’s'),
      wrong(
        w(
          '[1|ひと]つ [知|し]られると、{両方|りょうほう} ひらいてしまいます。',
          'If one is known, both can be opened.'
        ),
        another
      )
    ),
    row(
      'own',
      w('[自分|じぶん]だけが [分|わ]かる、べつの 4けた', 'Others, that only you know'),
      right(
        w(
          'よい きめ[方|かた]です。[声|こえ]に[出|だ]さずに おぼえます。',
          'A good way. Learn them without saying them.'
        ),
        {
          to: 'list',
          marks: { pin: 'good' }
        }
      )
    )
  ],
  hints: [
    hint(
      'own',
      w('「[自分|じぶん]だけが [分|わ]かる」ものです。', 'It is “Others, that only you know”.')
    )
  ]
};

export const call: Screen = {
  app: 'call',
  title: w('[電話|でんわ]の {相手|あいて}', 'On the telephone'),
  back: 'list',
  parts: [
    strong(w('「{銀行|ぎんこう}です」', '“This is the bank.”')),
    text(
      w(
        '「カードが あぶないので、{暗証番号|あんしょうばんごう}を [教|おし]えてください」',
        '“Your card is in danger. Please tell me your PIN.”'
      )
    )
  ],
  places: [
    plain(
      'tell',
      w('[番号|ばんごう]を [言|い]う', 'Tell the number'),
      wrong(
        w(
          '[言|い]うと、お[金|かね]を [引|ひ]き[出|だ]されてしまいます。{練習|れんしゅう}なので [言|い]っていません。',
          'Your money could be taken. In practice nothing was said.'
        ),
        w(
          '{銀行|ぎんこう}は [番号|ばんごう]を [聞|き]きません。[電話|でんわ]を [切|き]ります。',
          'A bank never asks. Hang up.'
        )
      )
    ),
    plain(
      'half',
      w('はじめの 2けただけ [言|い]う', 'Tell only two digits'),
      wrong(
        w(
          'のこりも [当|あ]てられやすく なります。{練習|れんしゅう}なので [言|い]っていません。',
          'The rest is easier to guess. In practice nothing was said.'
        ),
        w(
          '{銀行|ぎんこう}は [番号|ばんごう]を [聞|き]きません。[電話|でんわ]を [切|き]ります。',
          'A bank never asks. Hang up.'
        )
      )
    ),
    main(
      'hang-up',
      w('[切|き]る', 'Hang up'),
      right(
        w(
          '[何|なに]も [言|い]わずに [切|き]れました。{失礼|しつれい}には なりません。',
          'You hung up without a word. It is not impolite.'
        ),
        {
          to: 'list',
          marks: { call: 'good' }
        }
      ),
      { sign: 'hang-up' }
    )
  ],
  hints: [hint('hang-up', w('「[切|き]る」に ふれます。', 'Touch “Hang up”.'))]
};
