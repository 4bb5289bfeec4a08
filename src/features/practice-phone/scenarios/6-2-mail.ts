import type { Screen } from '../domain/screen.ts';
import { sent } from './6-2-form.ts';
import {
  hint,
  is,
  link,
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

const isSent = is('sent', sent.sent);

const toThePage = w('「[市|し]のページへ」に ふれます。', 'Touch “To the city’s page”.');

/** The mail that was asked for is not here but in the junk box, as it often is. */
export const inbox: Screen = {
  app: 'messages',
  title: w('{受信箱|じゅしんばこ}', 'Inbox'),
  back: 'home',
  places: [
    row(
      'receipt',
      w('れんしゅう[市|し] {申請|しんせい}の {受付|うけつけ}', 'Renshu City: application received'),
      right(
        w('{受付|うけつけ}の メールが [見|み]つかりました。', 'You found the mail of receipt.'),
        {
          to: 'receipt-mail',
          marks: { got: 'good' }
        }
      ),
      { when: [isSent], sign: 'letter' }
    ),
    row(
      'shop',
      w('[花|はな]の [店|みせ]', 'Flower shop'),
      wrong(
        w('[花|はな]の [店|みせ]の お[知|し]らせでした。', 'This is news from a flower shop.'),
        w(
          '[市|し]の メールは「{迷惑|めいわく}メール」に まぎれることが あります。',
          'Mail of the city is sometimes in “Junk mail”.'
        )
      ),
      { note: w('[今週|こんしゅう]の [花|はな]', 'Flowers of the week'), sign: 'flower' }
    ),
    row('junk', w('{迷惑|めいわく}メール', 'Junk mail'), way('junk'), { sign: 'trash' }),
    plain('page', w('[市|し]のページへ', 'To the city’s page'), way('list'))
  ],
  hints: [
    hint(
      'receipt',
      w(
        '「{申請|しんせい}の {受付|うけつけ}」の [行|ぎょう]です。',
        'It is the line “application received”.'
      ),
      [isSent]
    ),
    hint('page', toThePage, [is('asked', '')]),
    hint(
      'junk',
      w('「{迷惑|めいわく}メール」の [箱|はこ]を [見|み]ます。', 'Look into “Junk mail”.')
    )
  ]
};

export const junk: Screen = {
  app: 'messages',
  title: w('{迷惑|めいわく}メール', 'Junk mail'),
  back: 'inbox',
  parts: [
    text(
      w(
        '[市|し]の メールは ありません。メールアドレスの[字|じ]が ちがうと とどきません。',
        'No mail of the city. With a wrong letter in the address it never arrives.'
      ),
      [is('asked', 'typo')]
    )
  ],
  places: [
    row(
      'prize',
      w('[大当|おおあ]たり {受付|うけつけ}', 'Grand prize desk'),
      wrong(
        w('にせものの メールです。ひらきませんでした。', 'A fake. It was not opened.'),
        w('[自分|じぶん]で たのんだ メールだけ ひらきます。', 'Open only what you asked for.')
      ),
      { note: w('1{億円|おくえん} {当選|とうせん}', 'You won 100 million yen'), sign: 'gift' }
    ),
    row('mail', w('れんしゅう[市|し] {申請|しんせい}', 'Renshu City: application'), way('mail'), {
      note: w('[今|いま] とどきました', 'Just now'),
      sign: 'letter',
      when: [is('asked', 'good')]
    }),
    plain('fix', w('メールアドレスを [見直|みなお]す', 'Check the address'), way('address'), {
      when: [is('asked', 'typo')]
    }),
    plain('inbox', w('{受信箱|じゅしんばこ}に もどる', 'Back to the inbox'), way('inbox'))
  ],
  hints: [
    hint('inbox', w('「{受信箱|じゅしんばこ}に もどる」です。', 'It is “Back to the inbox”.'), [
      isSent
    ]),
    hint(
      'mail',
      w(
        '「れんしゅう[市|し] {申請|しんせい}」の [行|ぎょう]です。',
        'It is the line “Renshu City”.'
      ),
      [is('asked', 'good')]
    ),
    hint('fix', w('「メールアドレスを [見直|みなお]す」です。', 'It is “Check the address”.'), [
      is('asked', 'typo')
    ]),
    hint('inbox', w('「{受信箱|じゅしんばこ}に もどる」です。', 'It is “Back to the inbox”.'))
  ]
};

export const mail: Screen = {
  app: 'message',
  title: w('{申請|しんせい}に [進|すす]む[方|かた]へ', 'To go on'),
  back: 'junk',
  parts: [
    note(w('れんしゅう[市|し]から', 'From Renshu City')),
    text(w('たのんだ すぐあとに とどいた メールです。', 'It came right after you asked for it.'))
  ],
  places: [
    link('go-on', w('{申請|しんせい}に [進|すす]む', 'Go on'), [
      wrong(
        w('この{申請|しんせい}は もう [出|だ]してあります。', 'This application was sent already.'),
        w('{受付|うけつけ}の メールを [見|み]ます。', 'Look at the mail of receipt.'),
        { when: [isSent], to: 'receipt' }
      ),
      way('form')
    ]),
    plain(
      'delete',
      w('[消|け]す', 'Delete'),
      wrong(
        w(
          '[消|け]すと、はじめから やりなおしに なります。{練習|れんしゅう}なので のこしました。',
          'Deleting it means starting again. In practice it was kept.'
        ),
        w(
          '[青|あお]い[字|じ]の「{申請|しんせい}に [進|すす]む」に ふれます。',
          'Touch the blue “Go on”.'
        )
      )
    )
  ],
  hints: [
    hint(
      'go-on',
      w('[青|あお]い[字|じ]の「{申請|しんせい}に [進|すす]む」です。', 'It is the blue “Go on”.')
    )
  ]
};

export const receiptMail: Screen = {
  app: 'message',
  title: w('{申請|しんせい}の {受付|うけつけ}', 'Application received'),
  back: 'inbox',
  parts: [
    note(w('れんしゅう[市|し]から', 'From Renshu City')),
    strong(w('{受付|うけつけ}[番号|ばんごう] 0123-4567', 'Number 0123-4567')),
    text(w('{申請|しんせい}を [受|う]けとりました。', 'Your application has arrived.'))
  ],
  places: [main('close', w('とじる', 'Close'), way('inbox'))],
  hints: [hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))]
};
