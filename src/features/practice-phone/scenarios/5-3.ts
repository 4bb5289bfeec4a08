import type { Scenario } from '../domain/scenario.ts';
import { app, hint, homeScreen, is, main, plain, right, row, text, w, way, wrong } from './kit.ts';
import { checkScreens } from './5-3-checks.ts';

/** 病院の受付機: lay the card, be recognised, answer, take the card back. */
const scenario: Scenario = {
  slug: '5-3',
  title: w('{病院|びょういん}の {受付機|うけつけき}', 'The machine at the clinic'),
  task: w(
    '{受付機|うけつけき}に カードを {置|お}いて、さいごに カードを {取|と}ります。',
    'Lay your card on the machine, and take it back in the end.'
  ),
  first: 'start',
  home: 'home',
  goal: { kind: 'marks', marks: ['card', 'ticket'], is: 'good', atLeast: 2 },
  done: w(
    '{受付|うけつけ}が おわりました。カードも お[手元|てもと]に あります。',
    'You are registered, and your card is with you.'
  ),
  whereToAsk: w(
    '{機械|きかい}が むずかしい[時|とき]は、{受付|うけつけ}の[人|ひと]に [言|い]えば {大丈夫|だいじょうぶ}です。{資格|しかく}{確認書|かくにんしょ}でも かかれます。',
    'If the machine is hard, just tell the desk. The certificate of eligibility does as well.'
  ),
  screens: {
    home: homeScreen([
      app('machine', w('{受付機|うけつけき}', 'The machine'), 'card-reader', [
        way('hand-in', { when: [is('card', 'good')] }),
        way('start')
      ])
    ]),
    start: {
      app: 'machine',
      title: w('カードを {置|お}いて ください', 'Please lay your card'),
      parts: [
        {
          part: 'sign',
          sign: 'card-reader',
          words: w('この[絵|え]の とおりに', 'As this picture shows')
        }
      ],
      places: [
        row(
          'cover',
          w('ケースに [入|い]れたまま {置|お}く', 'Lay it in its case'),
          wrong(
            w('ケースの[上|うえ]からは [読|よ]めません。', 'It is not read through a case.'),
            w('ケースから [出|だ]して {置|お}きます。', 'Take it out of the case first.')
          )
        ),
        row(
          'number',
          w('カードの[番号|ばんごう]を [言|い]う', 'Read out the card’s number'),
          wrong(
            w(
              '[番号|ばんごう]は つかいません。[言|い]わなくて よいです。',
              'No number is needed. Tell it to nobody.'
            ),
            w('カードを {機械|きかい}に {置|お}きます。', 'Just lay the card on the machine.')
          )
        ),
        row(
          'lay',
          w('[絵|え]の とおりに {置|お}く', 'Lay it as in the picture'),
          right(w('カードを [読|よ]みはじめました。', 'The card is being read.'), { to: 'who' })
        )
      ],
      hints: [
        hint(
          'lay',
          w('「[絵|え]の とおりに {置|お}く」です。', 'It is “Lay it as in the picture”.')
        )
      ]
    },
    ...checkScreens,
    consent: {
      app: 'machine',
      title: w(
        '[薬|くすり]の[記録|きろく]を [見|み]せますか',
        'Show the record of your medicines?'
      ),
      back: 'who',
      parts: [
        text(
          w(
            '{医師|いし}が [薬|くすり]の {重|かさ}なりを たしかめられます。どちらでも よいです。',
            'The doctor can see which medicines you take. Either answer is fine.'
          )
        )
      ],
      places: [
        main(
          'agree',
          w('{同意|どうい}する', 'I agree'),
          right(
            w(
              '{今回|こんかい}だけ、{医師|いし}が [見|み]られます。',
              'The doctor may see it this time.'
            ),
            {
              to: 'take'
            }
          )
        ),
        plain(
          'refuse',
          w('{同意|どうい}しない', 'I do not agree'),
          right(
            w(
              '{診察|しんさつ}は [受|う]けられます。[薬|くすり]は [自分|じぶん]で [話|はな]します。',
              'You see the doctor all the same, and tell about your medicines yourself.'
            ),
            { to: 'take' }
          )
        )
      ],
      hints: [
        hint(
          'agree',
          w(
            'どちらでも よいです。たとえば「{同意|どうい}する」。',
            'Either is fine: “I agree”, for one.'
          )
        )
      ]
    },
    take: {
      app: 'machine',
      title: w('カードを お{取|と}り ください', 'Please take your card'),
      back: 'consent',
      parts: [{ part: 'sign', sign: 'id-card' }],
      places: [
        plain(
          'sit',
          w('[席|せき]に すわる', 'Sit down'),
          wrong(
            w('カードが {機械|きかい}に のこって います。', 'Your card is still on the machine.'),
            w('[先|さき]に カードを {取|と}ります。', 'Take the card first.')
          )
        ),
        main(
          'take',
          w('カードを {取|と}る', 'Take the card'),
          right(w('カードが [手元|てもと]に もどりました。', 'The card is back with you.'), {
            to: 'hand-in',
            marks: { card: 'good' }
          })
        )
      ],
      hints: [hint('take', w('「カードを {取|と}る」です。', 'It is “Take the card”.'))]
    },
    'hand-in': {
      app: 'paper',
      title: w('{受付|うけつけ}の [台|だい]', 'At the desk'),
      parts: [{ part: 'sign', sign: 'staff' }],
      places: [
        row(
          'phone',
          w('スマホを わたす', 'Hand over your phone'),
          wrong(
            w('スマホは いりません。', 'No phone is needed.'),
            w('{診察券|しんさつけん}を [出|だ]します。', 'Hand in the clinic’s card.')
          )
        ),
        row(
          'ticket',
          w('{診察券|しんさつけん}を [出|だ]す', 'Hand in the clinic’s card'),
          right(
            w('お[名前|なまえ]が よばれるまで [待|ま]ちます。', 'Now wait until you are called.'),
            {
              marks: { ticket: 'good' }
            }
          )
        )
      ],
      hints: [
        hint(
          'ticket',
          w('「{診察券|しんさつけん}を [出|だ]す」です。', 'It is “Hand in the clinic’s card”.')
        )
      ]
    }
  }
};

export default scenario;
