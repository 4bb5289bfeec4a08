import type { Scenario } from '../domain/scenario.ts';
import {
  app,
  hint,
  homeScreen,
  main,
  note,
  right,
  row,
  text,
  theirs,
  w,
  way,
  wrong
} from './kit.ts';
import { wayScreens } from './6-7-ways.ts';

/** 紙で・窓口で・電話で: from a notice that speaks of smartphones only to a way of one's own. */
const scenario: Scenario = {
  slug: '6-7',
  title: w('[紙|かみ]で・{窓口|まどぐち}で・[電話|でんわ]で', 'Paper, desk or telephone'),
  task: w(
    '{健康|けんこう}{診断|しんだん}を、スマホを つかわずに {申|もう}しこみます。',
    'Sign up for the health check without a smartphone.'
  ),
  first: 'notice',
  home: 'home',
  goal: { kind: 'marks', marks: ['said', 'kept'], is: 'good', atLeast: 2 },
  done: w(
    'スマホを つかわずに {申|もう}しこめました。どの [道|みち]も [同|おな]じに {正式|せいしき}です。',
    'You signed up without a smartphone. Every way is as good as any other.'
  ),
  whereToAsk: w(
    'まよったら、{市役所|しやくしょ}の {代表|だいひょう}の[番号|ばんごう]で [用事|ようじ]を [言|い]います。{公民館|こうみんかん}でも [聞|き]けます。',
    'When in doubt, call the city hall’s main number and say what it is about, or ask at the community hall.'
  ),
  screens: {
    home: homeScreen([
      app('paper', w('[市|し]の お[知|し]らせ', 'City notice'), 'paper', way('notice'))
    ]),
    notice: {
      app: 'paper',
      title: w('{健康|けんこう}{診断|しんだん}の お[知|し]らせ', 'Health check'),
      parts: [
        text(w('{申|もう}しこみは スマホで どうぞ。', 'Please sign up by smartphone.')),
        note(
          w('[問|と]い[合|あ]わせ [電話|でんわ] 0000-11-0000', 'Inquiries: telephone 0000-11-0000')
        ),
        note(w('FAX 0000-12-0000', 'Fax 0000-12-0000'))
      ],
      places: [
        row('scan', w('QRコードから', 'By the QR code'), way('stuck'), { sign: 'qr-code' }),
        row(
          'call',
          w('[問|と]い[合|あ]わせに [電話|でんわ]する', 'Call the inquiries'),
          way('dial'),
          {
            sign: 'call'
          }
        ),
        row(
          'fax',
          w('FAXで [聞|き]く', 'Ask by fax'),
          right(
            w(
              'FAXで [聞|き]けました。[耳|みみ]の [遠|とお]い[方|かた]にも よい [道|みち]です。',
              'You asked by fax: a good way for those who hear little.'
            ),
            { to: 'ways', marks: { said: 'good' } }
          ),
          { sign: 'paper' }
        ),
        row(
          'give-up',
          w('あきらめる', 'Give up'),
          wrong(
            w(
              '{健康|けんこう}{診断|しんだん}を [受|う]けられなく なります。もったいないです。',
              'Then you would miss the health check. What a pity.'
            ),
            w(
              '[紙|かみ]の「[問|と]い[合|あ]わせ」を つかいます。',
              'Use the “Inquiries” on the paper.'
            )
          )
        )
      ],
      hints: [
        hint(
          'call',
          w('「[問|と]い[合|あ]わせに [電話|でんわ]する」です。', 'It is “Call the inquiries”.')
        )
      ]
    },
    stuck: {
      app: 'page',
      title: w('メールを お[待|ま]ち ください', 'Please wait for the mail'),
      back: 'notice',
      parts: [text(w('{確認|かくにん}の メールが とどきません。', 'The mail does not arrive.'))],
      places: [
        row(
          'resend',
          w('もう[一度|いちど] {送|おく}る', 'Send again'),
          wrong(
            w('やはり とどきません。よく ある ことです。', 'Still nothing. That happens often.'),
            w('スマホに こだわらなくて よいです。', 'It need not be the smartphone.')
          )
        ),
        row(
          'agent',
          w('かわりに {申|もう}しこみます 3,000[円|えん]', 'We sign up for you: 3,000 yen'),
          wrong(
            w(
              '{広告|こうこく}です。{市役所|しやくしょ}では ありません。',
              'That is an advertisement, not the city.'
            ),
            w(
              '{申|もう}しこみに お[金|かね]は いりません。「ほかの {方法|ほうほう}」です。',
              'Signing up is free. Touch “Another way”.'
            )
          ),
          { note: w('{広告|こうこく}', 'Advertisement') }
        ),
        main('other', w('ほかの {方法|ほうほう}', 'Another way'), way('notice'))
      ],
      hints: [hint('other', w('「ほかの {方法|ほうほう}」です。', 'It is “Another way”.'))]
    },
    dial: {
      app: 'call',
      title: w('どこに かけますか', 'Whom do you call?'),
      back: 'notice',
      places: [
        row(
          'unknown',
          w('さっき かかって きた [番号|ばんごう]', 'A number that called before'),
          wrong(
            w(
              'だれか わからない [番号|ばんごう]です。かけずに もどりました。',
              'Nobody knows whose it is. You did not call.'
            ),
            w('[紙|かみ]に ある [番号|ばんごう]に かけます。', 'Call the one on the paper.')
          ),
          { note: w('0000-99-0000', '0000-99-0000') }
        ),
        row(
          'paper',
          w('[紙|かみ]に ある [番号|ばんごう]', 'The number on the paper'),
          way('talk'),
          {
            note: w('0000-11-0000', '0000-11-0000')
          }
        )
      ],
      hints: [
        hint('paper', w('[紙|かみ]に ある [番号|ばんごう]です。', 'It is the one on the paper.'))
      ]
    },
    talk: {
      app: 'call',
      title: w('れんしゅう{市役所|しやくしょ}', 'Renshu City Hall'),
      back: 'dial',
      parts: [
        theirs(w('{健康|けんこう}[係|がかり]です。どうぞ。', 'Health desk. How can I help?')),
        note(w('[何|なん]と [言|い]いますか。', 'What do you say?'))
      ],
      places: [
        row(
          'sorry',
          w('「すみません、もう いいです」', '“Sorry, never mind.”'),
          wrong(
            w(
              '「ゆっくりで {大丈夫|だいじょうぶ}ですよ」と [言|い]われました。',
              '“Take your time,” they answered.'
            ),
            w('したい ことを [言|い]います。', 'Say what you would like to do.')
          )
        ),
        row(
          'pin',
          w('「カードの {暗証番号|あんしょうばんごう}は…」', '“The number of my card is…”'),
          wrong(
            w(
              '「[番号|ばんごう]は おっしゃらないで ください」と [止|と]められました。',
              '“Please do not tell that number,” they stopped you.'
            ),
            w(
              '[電話|でんわ]で {暗証番号|あんしょうばんごう}は いりません。',
              'No such number is needed by telephone.'
            )
          )
        ),
        row(
          'plain',
          w('「スマホを つかわずに したいです」', '“I would like to do it without a smartphone.”'),
          right(
            w(
              '「はい、[道|みち]は 3つ あります」と [言|い]われました。',
              '“Yes, there are three ways.”'
            ),
            { to: 'ways', marks: { said: 'good' } }
          )
        )
      ],
      hints: [
        hint(
          'plain',
          w(
            '「スマホを つかわずに したいです」と [言|い]います。',
            'Say that you would like to do it without a smartphone.'
          )
        )
      ]
    },
    ...wayScreens
  }
};

export default scenario;
