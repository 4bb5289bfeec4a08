import type { Scenario } from '../domain/scenario.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  link,
  main,
  note,
  right,
  strong,
  text,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';
import { insideScreens } from './5-2-inside.ts';

const readOn = w('カードを [読|よ]みとります。', 'Now the card is read.');
const keepStill = w(
  'つくえの うえの カードに、スマホを そっと のせます。',
  'Lay the phone gently on the card on the table.'
);

/** マイナポータル: log in with a practice number, lay the phone on the card, read a notice, log out. */
const scenario: Scenario = {
  slug: '5-2',
  title: w('マイナポータル', 'Mynaportal'),
  task: w(
    'マイナポータルに [入|はい]って、{健康|けんこう}{診断|しんだん}の お[知|し]らせを [読|よ]み、[出|で]ます。',
    'Enter Mynaportal, read the notice about the health check, and leave.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['read', 'out'], is: 'good', atLeast: 2 },
  done: w(
    'お[知|し]らせを [読|よ]んで、かぎを かけて [出|で]られました。',
    'You read the notice and locked up behind you.'
  ),
  whereToAsk: w(
    'うまく いかない [時|とき]は、カードを [持|も]って {市役所|しやくしょ}の {窓口|まどぐち}へ。お[知|し]らせは [紙|かみ]でも とどきます。',
    'If it does not work, take the card to the city hall. The notices come on paper too.'
  ),
  screens: {
    home: homeScreen(
      [
        app('portal', w('マイナポータル', 'Mynaportal'), 'id-card', way('top')),
        app('mail', w('メール', 'Mail'), 'letter', way('mail'))
      ],
      [hint('portal', w('「マイナポータル」の [絵|え]です。', 'It is the picture “Mynaportal”.'))]
    ),
    mail: {
      app: 'message',
      title: w('マイナポータル {期限|きげん}の お[知|し]らせ', 'Your Mynaportal expires'),
      back: 'home',
      parts: [
        text(
          w(
            '[今日中|きょうじゅう]に [下|した]から [入|はい]って ください。',
            'Please log in below before midnight.'
          )
        )
      ],
      places: [
        link(
          'bait',
          w('ここから [入|はい]る myna.example.jp', 'Log in here: myna.example.jp'),
          wrong(
            w(
              'にせものの ページでした。{練習|れんしゅう}なので、[何|なに]も おきません。',
              'That was a false page. This is practice; nothing happened.'
            ),
            w(
              'メールは とじて、[絵|え]から [入|はい]ります。',
              'Close the mail and use the picture.'
            )
          )
        ),
        main('close', w('ひらかずに とじる', 'Close without opening'), way('home'))
      ],
      hints: [hint('close', w('「ひらかずに とじる」です。', 'It is “Close without opening”.'))]
    },
    top: {
      app: 'page',
      title: w('マイナポータル', 'Mynaportal'),
      back: 'home',
      parts: [
        {
          part: 'sign',
          sign: 'id-card',
          words: w('カードを ご{用意|ようい} ください', 'Have your card ready')
        }
      ],
      places: [main('log-in', w('ログイン', 'Log in'), way('number'))],
      hints: [hint('log-in', w('「ログイン」に ふれます。', 'Touch “Log in”.'))]
    },
    number: {
      app: 'keyboard',
      title: w('{暗証番号|あんしょうばんごう} 4けた', 'Your 4 digits'),
      back: 'top',
      parts: [
        note(w('{練習|れんしゅう}の [番号|ばんごう]は 2580です。', 'The practice number is 2580.')),
        strong(w('ちがいます。のこり 2[回|かい]', 'Wrong. Tries left: 2'), [is('tries', '1')]),
        strong(w('ちがいます。のこり 1[回|かい]', 'Wrong. Tries left: 1'), [is('tries', '2')])
      ],
      input: {
        kind: 'keys',
        board: 'digits',
        secret: true,
        label: w('{利用者|りようしゃ}{証明用|しょうめいよう}', 'User identification'),
        accepts: ['2580'],
        right: [right(readOn, { to: 'card', marks: { tries: '0' }, todo: keepStill })],
        wrong: [
          wrong(
            w(
              '[番号|ばんごう]が ちがいます。あと 2[回|かい]です。',
              'A wrong number. Tries left: 2.'
            ),
            w('[上|うえ]の 2580を、ゆっくり [入|い]れます。', 'Enter 2580 from above, slowly.'),
            { when: [isNot('tries', '1'), isNot('tries', '2')], marks: { tries: '1' } }
          ),
          wrong(
            w(
              '[番号|ばんごう]が ちがいます。あと 1[回|かい]です。',
              'A wrong number. Tries left: 1.'
            ),
            w(
              '{本番|ほんばん}なら ここで [手|て]を とめて、[紙|かみ]を さがします。',
              'In earnest, stop here and look for your paper.'
            ),
            { when: [is('tries', '1')], marks: { tries: '2' } }
          ),
          wrong(
            w('3[回|かい] まちがえて、かぎが かかりました。', 'After three mistakes it is locked.'),
            w('つぎの [画面|がめん]を [読|よ]みます。', 'Read the next screen.'),
            { to: 'locked', marks: { tries: '0' } }
          )
        ]
      },
      places: [],
      hints: [
        hint(
          'keys',
          w(
            '2580を 1つずつ [入|い]れて、「{決定|けってい}」です。',
            'Enter 2580 one by one, then “Done”.'
          )
        )
      ]
    },
    locked: wouldHave(
      [
        w(
          'カードを [持|も]って {市役所|しやくしょ}へ [行|い]きます。',
          'You would go to the city hall with your card.'
        ),
        w(
          '[番号|ばんごう]を つくりなおせます。お[金|かね]は かかりません。',
          'They let you set a new number. It costs nothing.'
        )
      ],
      'top'
    ),
    ...insideScreens
  }
};

export default scenario;
