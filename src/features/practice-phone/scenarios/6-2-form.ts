import type { Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  set,
  strong,
  text,
  toggle,
  w,
  way,
  wrong
} from './kit.ts';

export const sent = { sent: 'good' };

const nameField = w('[名前|なまえ]', 'Name');
const dayField = w('{健診|けんしん}の [日|ひ]', 'Day of the checkup');

export const form: Screen = {
  app: 'form',
  title: w('{申請|しんせい}の [内容|ないよう]', 'Application'),
  back: 'lost',
  parts: [
    { part: 'field', label: nameField, when: [isNot('filled', 'on')] },
    { part: 'field', label: dayField, when: [isNot('filled', 'on')] },
    {
      part: 'field',
      label: nameField,
      words: w('{見本|みほん} [花子|はなこ]', 'Hanako Mihon'),
      when: [is('filled', 'on')]
    },
    {
      part: 'field',
      label: dayField,
      words: w('12[月|がつ]1[日|ついたち] [火曜日|かようび]', 'Tuesday, December 1'),
      when: [is('filled', 'on')]
    }
  ],
  places: [
    plain(
      'fill',
      w('[名前|なまえ]と [日|ひ]を [入|い]れる', 'Enter name and day'),
      set({ filled: 'on' }),
      {
        when: [isNot('filled', 'on')],
        note: w('{練習|れんしゅう}の [字|じ]が [入|はい]ります', 'Practice words are entered'),
        sign: 'pencil'
      }
    ),
    toggle(
      'agree',
      w('{同意|どうい}する', 'I agree'),
      [set({ agree: 'off' }, { when: [is('agree', 'on')] }), set({ agree: 'on' })],
      { follows: 'agree', note: w('きまりを [読|よ]みました', 'I have read the rules') }
    ),
    main('next', w('[次|つぎ]へ', 'Next'), [
      wrong(
        w('まだ [名前|なまえ]が [入|はい]っていません。', 'There is no name yet.'),
        w('「[名前|なまえ]と [日|ひ]を [入|い]れる」に ふれます。', 'Touch “Enter name and day”.'),
        { when: [isNot('filled', 'on')] }
      ),
      wrong(
        w('「{同意|どうい}する」に しるしが ありません。', '“I agree” is not marked.'),
        w(
          '「{同意|どうい}する」に ふれてから「[次|つぎ]へ」です。',
          'Touch “I agree”, then “Next”.'
        ),
        { when: [isNot('agree', 'on')] }
      ),
      way('review')
    ])
  ],
  hints: [
    hint(
      'fill',
      w('「[名前|なまえ]と [日|ひ]を [入|い]れる」です。', 'It is “Enter name and day”.'),
      [isNot('filled', 'on')]
    ),
    hint('agree', w('「{同意|どうい}する」に ふれます。', 'Touch “I agree”.'), [
      isNot('agree', 'on')
    ]),
    hint('next', w('「[次|つぎ]へ」に ふれます。', 'Touch “Next”.'))
  ]
};

/** Going back with the phone's own button leaves the form, as on real pages. */
export const lost: Screen = {
  app: 'page',
  title: w('[前|まえ]の ページ', 'The page before'),
  back: 'mail',
  parts: [
    text(
      w('もどると、[入|い]れた[字|じ]は [消|き]えます。', 'Going back clears what you entered.')
    ),
    text(
      w('まだ [出|で]ていないので {大丈夫|だいじょうぶ}です。', 'Nothing was sent, so all is well.')
    )
  ],
  places: [
    main(
      'again',
      w('もう[1度|いちど] [入|い]れる', 'Enter it again'),
      way('form', { marks: { filled: 'off', agree: 'off' } })
    )
  ],
  hints: [hint('again', w('「もう[1度|いちど] [入|い]れる」です。', 'It is “Enter it again”.'))]
};

export const review: Screen = {
  app: 'form',
  title: w('{申請|しんせい}[内容|ないよう]の {確認|かくにん}', 'Check your entries'),
  back: 'form',
  parts: [
    { part: 'field', label: nameField, words: w('{見本|みほん} [花子|はなこ]', 'Hanako Mihon') },
    {
      part: 'field',
      label: dayField,
      words: w('12[月|がつ]1[日|ついたち] [火曜日|かようび]', 'Tuesday, December 1')
    },
    note(w('ここまでは まだ [出|で]ていません。', 'So far nothing is sent.'))
  ],
  places: [
    main(
      'apply',
      w('{申請|しんせい}する', 'Apply'),
      right(
        w(
          '{申請|しんせい}が [出|で]ました。{受付|うけつけ}[番号|ばんごう]が [出|で]ています。',
          'Your application is in, and has a number.'
        ),
        {
          to: 'receipt',
          marks: sent,
          todo: w(
            '{受付|うけつけ}の メールも [見|み]てみましょう。',
            'Now find the mail of receipt.'
          )
        }
      )
    ),
    plain('change', w('[直|なお]す', 'Change'), way('form'))
  ],
  hints: [
    hint('apply', w('よければ「{申請|しんせい}する」です。', 'If it is right, touch “Apply”.'))
  ]
};

export const receipt: Screen = {
  app: 'page',
  title: w('[受|う]け{付|つ}けました', 'Received'),
  back: 'list',
  parts: [
    strong(w('{受付|うけつけ}[番号|ばんごう] 0123-4567', 'Number 0123-4567')),
    text(w('{受付|うけつけ}の メールを {送|おく}りました。', 'A mail of receipt was sent.'))
  ],
  places: [
    plain(
      'again',
      w('もう[1度|いちど] {申請|しんせい}する', 'Apply once more'),
      wrong(
        w(
          '{申請|しんせい}が [2|ふた]つに なってしまいます。[1|ひと]つで {十分|じゅうぶん}です。',
          'There would be two. One is enough.'
        ),
        w('「{受信箱|じゅしんばこ}を [見|み]る」に ふれます。', 'Touch “Look at the inbox”.')
      )
    ),
    main('inbox', w('{受信箱|じゅしんばこ}を [見|み]る', 'Look at the inbox'), way('inbox'))
  ],
  hints: [
    hint('inbox', w('「{受信箱|じゅしんばこ}を [見|み]る」です。', 'It is “Look at the inbox”.'))
  ]
};
