import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { form, lost, receipt, review, sent } from './6-2-form.ts';
import { inbox, junk, mail, receiptMail } from './6-2-mail.ts';
import {
  app,
  choice,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  row,
  set,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

const home = homeScreen(
  [
    app('city', w('[市|し]の [手続|てつづ]き', 'City procedures'), 'city-hall', way('list')),
    app('mail', w('メール', 'E-mail'), 'letter', way('inbox'))
  ],
  [
    hint('mail', w('「メール」に ふれます。', 'Touch “E-mail”.'), [isNot('asked', '')]),
    hint('city', w('「[市|し]の [手続|てつづ]き」に ふれます。', 'Touch “City procedures”.'))
  ]
);

const list: Screen = {
  app: 'page',
  title: w('[市|し]の [手続|てつづ]き', 'City procedures'),
  back: 'home',
  places: [
    row(
      'checkup',
      w('{健診|けんしん}の [申込|もうしこ]み', 'Sign up for a checkup'),
      [
        wrong(
          w(
            'もう [出|だ]してあります。2[回|かい] [出|で]さなくて {大丈夫|だいじょうぶ}です。',
            'It was sent already. Once is enough.'
          ),
          w('{受付|うけつけ}の メールを [見|み]ます。', 'Look at the mail of receipt.'),
          { when: [is('sent', sent.sent)], to: 'receipt' }
        ),
        way('entry')
      ],
      { note: w('お[金|かね]は かかりません', 'Nothing to pay'), sign: 'doctor' }
    ),
    row(
      'waste',
      w('[大|おお]きな ごみの [申込|もうしこ]み', 'Bulky waste'),
      wrong(
        w(
          'ちがう [手続|てつづ]きです。まだ [何|なに]も [出|だ]していません。',
          'Another procedure. Nothing was sent.'
        ),
        w('「{健診|けんしん}の [申込|もうしこ]み」に ふれます。', 'Touch “Sign up for a checkup”.')
      ),
      { sign: 'trash' }
    ),
    plain(
      'counter',
      w('[紙|かみ]や {窓口|まどぐち}で [出|だ]す', 'By paper or at the counter'),
      way('counter')
    ),
    plain('mail', w('{受信箱|じゅしんばこ}を [見|み]る', 'Look at the inbox'), way('inbox'))
  ],
  hints: [
    hint(
      'mail',
      w('「{受信箱|じゅしんばこ}を [見|み]る」に ふれます。', 'Touch “Look at the inbox”.'),
      [isNot('asked', '')]
    ),
    hint(
      'checkup',
      w('「{健診|けんしん}の [申込|もうしこ]み」に ふれます。', 'Touch “Sign up for a checkup”.')
    )
  ]
};

const counter: Screen = {
  app: 'paper',
  title: w('[紙|かみ]や {窓口|まどぐち}で [出|だ]す', 'By paper or at the counter'),
  back: 'list',
  parts: [
    text(
      w(
        '{市役所|しやくしょ}の {窓口|まどぐち}や [電話|でんわ]でも、[同|おな]じように [出|だ]せます。',
        'The counter and the telephone serve you just as well.'
      )
    ),
    text(
      w('[今日|きょう]は スマホで {練習|れんしゅう}してみましょう。', 'Today let us try the phone.')
    )
  ],
  places: [
    main('back-to-list', w('[手続|てつづ]きに もどる', 'Back to the procedures'), way('list'))
  ],
  hints: [
    hint('back-to-list', w('「[手続|てつづ]きに もどる」です。', 'It is “Back to the procedures”.'))
  ]
};

const entry: Screen = {
  app: 'page',
  title: w('{申請|しんせい}の [入|い]り[口|ぐち]', 'The way in'),
  back: 'list',
  parts: [note(w('ここまでは お[金|かね]は かかりません。', 'So far nothing costs money.'))],
  places: [
    plain(
      'login',
      w('ログインして [進|すす]む', 'Log in'),
      wrong(
        w(
          '[前|まえ]に {登録|とうろく}した[方|かた]の [入|い]り[口|ぐち]です。',
          'This is for those who registered before.'
        ),
        w(
          'はじめての[方|かた]は「メールで {申請|しんせい}に [進|すす]む」です。',
          'The first time, choose “Go on by e-mail”.'
        )
      )
    ),
    main('by-mail', w('メールで {申請|しんせい}に [進|すす]む', 'Go on by e-mail'), way('address'))
  ],
  hints: [
    hint(
      'by-mail',
      w('「メールで {申請|しんせい}に [進|すす]む」です。', 'It is “Go on by e-mail”.')
    )
  ]
};

const addresses = {
  typo: w('hana@mail.exanple', 'hana@mail.exanple'),
  good: w('hana@mail.example', 'hana@mail.example')
};

function addressPlace(id: keyof typeof addresses, other: keyof typeof addresses) {
  const turns = [
    set({ [id]: 'off' }, { when: [is(id, 'on')] }),
    set({ [id]: 'on', [other]: 'off' })
  ];
  return choice(id, addresses[id], turns, { follows: id });
}

const address: Screen = {
  app: 'form',
  title: w('メールアドレスを [入|い]れる', 'Your e-mail address'),
  back: 'entry',
  parts: [
    {
      part: 'card',
      title: w('[手|て]もとの [紙|かみ]', 'Your paper'),
      sign: 'notebook',
      lines: [w('hana@mail.example', 'hana@mail.example')]
    },
    text(w('[紙|かみ]と [同|おな]じものを えらびます。', 'Choose the same as on the paper.'))
  ],
  places: [
    addressPlace('typo', 'good'),
    addressPlace('good', 'typo'),
    main('send', w('メールを {送|おく}る', 'Send me the mail'), [
      way('waiting', { when: [is('good', 'on')], marks: { asked: 'good' } }),
      way('waiting', { when: [is('typo', 'on')], marks: { asked: 'typo' } }),
      wrong(
        w('メールアドレスが まだ [入|はい]っていません。', 'There is no address yet.'),
        w('[紙|かみ]と [同|おな]じものに ふれます。', 'Touch the one that is on the paper.')
      )
    ])
  ],
  hints: [
    hint(
      'good',
      w(
        '[下|した]の ほうが [紙|かみ]と [同|おな]じです。',
        'The lower one is the same as the paper.'
      ),
      [isNot('good', 'on')]
    ),
    hint('send', w('「メールを {送|おく}る」です。', 'It is “Send me the mail”.'))
  ]
};

const waiting: Screen = {
  app: 'page',
  title: w('メールを {送|おく}りました', 'A mail was sent'),
  back: 'address',
  parts: [strong(w('{受信箱|じゅしんばこ}を [見|み]てください', 'Look into your inbox'))],
  places: [
    main('inbox', w('{受信箱|じゅしんばこ}を [見|み]る', 'Look at the inbox'), way('inbox')),
    plain(
      'again',
      w('もう[1度|いちど] {送|おく}る', 'Send it again'),
      wrong(
        w(
          '[同|おな]じ メールが 2[通|つう] とどいてしまいます。',
          'The same mail would come twice.'
        ),
        w(
          'まず「{受信箱|じゅしんばこ}を [見|み]る」に ふれます。',
          'First touch “Look at the inbox”.'
        )
      )
    )
  ],
  hints: [
    hint('inbox', w('「{受信箱|じゅしんばこ}を [見|み]る」です。', 'It is “Look at the inbox”.'))
  ]
};

/** スマート申請 without card or payment: the mail hides, going back loses the entries, and the receipt counts. */
const scenario: Scenario = {
  slug: '6-2',
  title: w('スマート{申請|しんせい}① {支払|しはら}いなし', 'Applying online ①: nothing to pay'),
  task: w(
    '{健診|けんしん}の [申込|もうしこ]みを [出|だ]して、{受付|うけつけ}の メールを [見|み]つけます。',
    'Sign up for a checkup, and find the mail of receipt.'
  ),
  first: 'list',
  home: 'home',
  goal: { kind: 'marks', marks: ['sent', 'got'], is: 'good', atLeast: 2 },
  done: w(
    '{申請|しんせい}が [出|だ]せました。{受付|うけつけ}の メールが とどいたら、おわりです。',
    'Your application is in. Once the mail of receipt is there, you are done.'
  ),
  whereToAsk: w(
    '[紙|かみ]や {窓口|まどぐち}でも [同|おな]じように [出|だ]せます。まよったら、{市役所|しやくしょ}か {公民館|こうみんかん}に お[聞|き]きください。',
    'Paper and the counter are just as good. If in doubt, ask at the city hall or a community hall.'
  ),
  screens: {
    home,
    list,
    counter,
    entry,
    address,
    waiting,
    inbox,
    junk,
    mail,
    form,
    lost,
    review,
    receipt,
    'receipt-mail': receiptMail
  }
};

export default scenario;
