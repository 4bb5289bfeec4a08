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
  plain,
  right,
  row,
  text,
  w,
  way,
  wrong
} from './kit.ts';
import { needed, things } from './5-4-things.ts';

const allFour = needed.map(({ id }) => is(id, 'good'));

/** 確定申告: gather four things, only look at the page, and pass over a false refund. */
const scenario: Scenario = {
  slug: '5-4',
  title: w('{確定|かくてい}{申告|しんこく}の したく', 'Ready for the tax return'),
  task: w(
    '[要|い]るものを 4つ {箱|はこ}に [入|い]れて、ページを [見|み]るだけ [見|み]ます。',
    'Put the four things that are needed into the box, and only look at the page.'
  ),
  first: 'table',
  home: 'home',
  goal: {
    kind: 'marks',
    marks: [...needed.map(({ id }) => id), 'looked', 'safe'],
    is: 'good',
    atLeast: 6
  },
  done: w(
    '4つ そろいました。[見|み]るだけで とじて、わなにも かかりませんでした。',
    'All four are there. You only looked, and no trap caught you.'
  ),
  whereToAsk: w(
    '{箱|はこ}を [持|も]って {税務署|ぜいむしょ}や [市|し]の {申告|しんこく}{相談|そうだん}へ。あやしい{連絡|れんらく}は 188です。',
    'Take the box to the tax office or the city’s desk. For strange messages call 188.'
  ),
  screens: {
    home: homeScreen([app('table', w('つくえの[上|うえ]', 'On the table'), 'box', way('table'))]),
    table: {
      app: 'paper',
      title: w('つくえの[上|うえ]の もの', 'What lies on the table'),
      parts: [
        text(
          w(
            '{確定|かくてい}{申告|しんこく}に [要|い]るものに ふれます。',
            'Touch what a tax return needs.'
          )
        )
      ],
      places: [
        ...things,
        main('page', w('ページを [見|み]る', 'Look at the page'), way('page'), { when: allFour })
      ],
      hints: [
        ...needed.map(({ id, label }) =>
          hint(id, w(`「${label.ja}」が [要|い]ります。`, `“${label.en}” is needed.`), [
            isNot(id, 'good')
          ])
        ),
        hint(
          'page',
          w('そろいました。「ページを [見|み]る」です。', 'All are there: “Look at the page”.')
        )
      ]
    },
    page: {
      app: 'page',
      title: w('{確定|かくてい}{申告|しんこく}の ページ', 'The page on tax returns'),
      back: 'table',
      parts: [
        { part: 'address', host: 'zeikin.example.jp' },
        text(
          w('[見|み]るだけなら、[何|なに]も {送|おく}られません。', 'Only looking sends nothing.')
        )
      ],
      places: [
        row('needs', w('{必要|ひつよう}な もの', 'What is needed'), way('needs')),
        row('begin', w('[作|つく]りはじめる', 'Begin'), way('begin')),
        main('close', w('とじる', 'Close'), [
          right(
            w(
              '[見|み]て、とじました。[何|なに]も {送|おく}って いません。',
              'You looked and closed it. Nothing was sent.'
            ),
            {
              to: 'mail',
              when: [is('looked', 'good')]
            }
          ),
          wrong(
            w(
              'まだ「{必要|ひつよう}な もの」を [見|み]て いません。',
              'You have not seen “What is needed” yet.'
            ),
            w('「{必要|ひつよう}な もの」に ふれます。', 'Touch “What is needed”.')
          )
        ])
      ],
      hints: [
        hint(
          'close',
          w('[見|み]おわりました。「とじる」です。', 'You have seen it. Touch “Close”.'),
          [is('looked', 'good')]
        ),
        hint('needs', w('「{必要|ひつよう}な もの」を [見|み]ます。', 'Look at “What is needed”.'))
      ]
    },
    needs: {
      app: 'page',
      title: w('{必要|ひつよう}な もの', 'What is needed'),
      back: 'page',
      parts: [
        text(
          w(
            '[年金|ねんきん]の[紙|かみ]、{領収書|りょうしゅうしょ}、カード、{通帳|つうちょう}。',
            'Pension slip, receipts, card, bank book.'
          )
        ),
        text(w('{箱|はこ}の [中|なか]と [同|おな]じです。', 'It is what lies in your box.'))
      ],
      places: [
        main(
          'seen',
          w('[見|み]くらべた', 'I have compared'),
          right(w('{箱|はこ}の [中|なか]と あって いました。', 'It agrees with your box.'), {
            to: 'page',
            marks: { looked: 'good' }
          })
        )
      ],
      hints: [hint('seen', w('「[見|み]くらべた」です。', 'It is “I have compared”.'))]
    },
    begin: {
      app: 'form',
      title: w('カードを [読|よ]みとります', 'Your card, please'),
      back: 'page',
      parts: [
        text(
          w(
            'ここから [先|さき]は {本番|ほんばん}です。[番号|ばんごう]を [入|い]れなければ、[何|なに]も おきません。',
            'From here it is in earnest. Without your numbers nothing happens.'
          )
        )
      ],
      places: [
        plain(
          'go-on',
          w('[先|さき]へ [進|すす]む', 'Go on'),
          wrong(
            w(
              '[今日|きょう]は [見|み]るだけです。[進|すす]まずに [止|と]まりました。',
              'Today you only look, so it stopped here.'
            ),
            w('「もどる」に ふれます。', 'Touch “Back”.')
          )
        ),
        main('back', w('もどる', 'Back'), way('page'))
      ],
      hints: [
        hint(
          'back',
          w('「もどる」です。[何|なに]も {送|おく}られません。', 'It is “Back”. Nothing is sent.')
        )
      ]
    },
    mail: {
      app: 'message',
      title: w('{税金|ぜいきん}が {戻|もど}ります', 'You get tax back'),
      back: 'table',
      parts: [
        note(w('さっき とどいた メール', 'A mail that just came')),
        text(
          w(
            '{税金|ぜいきん} 38,500[円|えん]が {戻|もど}ります。[今日中|きょうじゅう]に どうぞ。',
            'You get 38,500 yen of tax back. Today only.'
          )
        )
      ],
      places: [
        link(
          'open',
          w('[受|う]けとる kanpu.example.jp', 'Get it: kanpu.example.jp'),
          wrong(
            w(
              'にせの ページでした。カードの[番号|ばんごう]を とる わなです。',
              'A false page: a trap for your card’s number.'
            ),
            w('とじて、だれかに {相談|そうだん}します。', 'Close it and talk to somebody.')
          )
        ),
        plain(
          'reply',
          w(
            '{口座|こうざ}の[番号|ばんごう]を {返事|へんじ}する',
            'Answer with your account number'
          ),
          wrong(
            w(
              '{送|おく}る[前|まえ]に [止|と]めました。[番号|ばんごう]は [教|おし]えません。',
              'It was stopped in time: numbers are not told.'
            ),
            w('とじて、だれかに {相談|そうだん}します。', 'Close it and talk to somebody.')
          )
        ),
        main(
          'ask',
          w('とじて、{税務署|ぜいむしょ}か 188に [聞|き]く', 'Close it, ask the tax office or 188'),
          right(
            w(
              'にせものでした。メールで {税金|ぜいきん}は {戻|もど}りません。',
              'It was false: no mail gives tax back.'
            ),
            { to: 'table', marks: { safe: 'good' } }
          )
        )
      ],
      hints: [
        hint(
          'ask',
          w(
            'とじて、{税務署|ぜいむしょ}か 188に [聞|き]きます。',
            'Close it, and ask the tax office or 188.'
          )
        )
      ]
    }
  }
};

export default scenario;
