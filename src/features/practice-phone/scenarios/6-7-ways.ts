import type { Screen } from '../domain/screen.ts';
import { hint, main, right, row, text, theirs, w, way, wrong } from './kit.ts';

const toReceipt = w('{申|もう}しこめました。', 'You are signed up.');

/** Three ways, each as good as the other; all end with a copy that one keeps. */
export const wayScreens: Readonly<Record<string, Screen>> = {
  ways: {
    app: 'paper',
    title: w('[楽|らく]な [道|みち]は どれですか', 'Which way is easy for you?'),
    back: 'notice',
    places: [
      row('paper', w('[紙|かみ]を {送|おく}って もらう', 'Have the form sent'), way('paper'), {
        note: w('[外|そと]に [出|で]にくい [方|かた]に', 'If going out is hard'),
        sign: 'envelope'
      }),
      row('desk', w('{窓口|まどぐち}へ [行|い]く', 'Go to the desk'), way('desk'), {
        note: w(
          '[顔|かお]を [見|み]て [話|はな]したい [方|かた]に',
          'If you like to talk face to face'
        ),
        sign: 'desk'
      }),
      row('phone', w('[電話|でんわ]だけで すます', 'By telephone alone'), way('phone'), {
        note: w('[書|か]くのが つらい [方|かた]に', 'If writing is hard'),
        sign: 'call'
      })
    ],
    hints: [
      hint(
        'phone',
        w(
          'どれでも よいです。たとえば [電話|でんわ]だけで。',
          'Any is right. By telephone, for one.'
        )
      )
    ]
  },
  paper: {
    app: 'paper',
    title: w('とどいた [紙|かみ]', 'The form that came'),
    back: 'ways',
    parts: [
      text(w('{封筒|ふうとう}と [紙|かみ]が とどきました。', 'A form and an envelope came.'))
    ],
    places: [
      row(
        'unsure',
        w('わからない [所|ところ]は {空|から}で [出|だ]す', 'Leave blanks and post it'),
        wrong(
          w('あとで もう[一度|いちど] [聞|き]かれます。', 'They would have to ask you again.'),
          w('[先|さき]に [電話|でんわ]で [聞|き]けば よいです。', 'Just telephone and ask first.')
        )
      ),
      row(
        'helped',
        w('[電話|でんわ]で [聞|き]きながら [書|か]く', 'Fill it in on the telephone'),
        right(toReceipt, { to: 'receipt' })
      )
    ],
    hints: [
      hint(
        'helped',
        w('「[電話|でんわ]で [聞|き]きながら [書|か]く」です。', 'Fill it in on the telephone.')
      )
    ]
  },
  desk: {
    app: 'call',
    title: w('{窓口|まどぐち}へ [行|い]く[前|まえ]に', 'Before you go'),
    back: 'ways',
    parts: [
      theirs(
        w(
          '12[月|がつ]1[日|ついたち]の [午前|ごぜん]に どうぞ。',
          'Come on December 1, in the morning.'
        )
      )
    ],
    places: [
      row(
        'go',
        w('[聞|き]かずに [電話|でんわ]を [切|き]る', 'Hang up without asking'),
        wrong(
          w(
            '{窓口|まどぐち}で、[持|も]ちものが たりませんでした。',
            'At the desk something was missing.'
          ),
          w(
            '[持|も]ちものを [聞|き]いて、[紙|かみ]に [書|か]きます。',
            'Ask what to bring and write it down.'
          )
        )
      ),
      row(
        'bring',
        w('「[持|も]ちものは [何|なん]ですか」', '“What shall I bring?”'),
        right(
          w(
            '[持|も]ちものを そろえて {窓口|まどぐち}へ。{申|もう}しこめました。',
            'You brought what was needed, and you are signed up.'
          ),
          { to: 'receipt' }
        )
      )
    ],
    hints: [hint('bring', w('[持|も]ちものを [聞|き]いて おきます。', 'Ask what to bring.'))]
  },
  phone: {
    app: 'call',
    title: w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
    back: 'ways',
    parts: [
      theirs(w('お[名前|なまえ]と、ご{希望|きぼう}の [日|ひ]は。', 'Your name, and which day?'))
    ],
    places: [
      row(
        'hurry',
        w('「はい」だけ [言|い]って [切|き]る', 'Say “Yes” and hang up'),
        wrong(
          w('[日|ひ]にちが きまらないままです。', 'No day was agreed.'),
          w(
            '[名前|なまえ]と [日|ひ]を ゆっくり [言|い]います。',
            'Say your name and the day slowly.'
          )
        )
      ),
      row(
        'tell',
        w('[名前|なまえ]と [日|ひ]を [言|い]う', 'Say your name and a day'),
        right(toReceipt, { to: 'receipt' })
      )
    ],
    hints: [
      hint('tell', w('[名前|なまえ]と [日|ひ]を [言|い]います。', 'Say your name and a day.'))
    ]
  },
  receipt: {
    app: 'paper',
    title: w('さいごに', 'In the end'),
    back: 'ways',
    parts: [
      {
        part: 'card',
        title: w('{受付|うけつけ}[番号|ばんごう] 27', 'Number 27'),
        lines: [w('12[月|がつ]1[日|ついたち] [午前|ごぜん]', 'December 1, morning')]
      }
    ],
    places: [
      row(
        'leave',
        w('[何|なに]も もらわずに おわる', 'Take nothing with you'),
        wrong(
          w('[日|ひ]にちを わすれた[時|とき]に こまります。', 'You would not know the day later.'),
          w(
            '{控|ひか}えを もらうか、[番号|ばんごう]を [書|か]きます。',
            'Get a copy, or note the number.'
          )
        )
      ),
      main(
        'copy',
        w('{控|ひか}えを もらう', 'Get a copy'),
        right(
          w('{控|ひか}えが あれば {安心|あんしん}です。', 'With the copy you can be at ease.'),
          {
            marks: { kept: 'good' }
          }
        ),
        {
          note: w('[電話|でんわ]なら [番号|ばんごう]を [書|か]く', 'By telephone: note the number')
        }
      )
    ],
    hints: [hint('copy', w('「{控|ひか}えを もらう」です。', 'It is “Get a copy”.'))]
  }
};
