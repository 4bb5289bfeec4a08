import type { Screen } from '../domain/screen.ts';
import {
  choice,
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

const certificate = w('{住民票|じゅうみんひょう}', 'A residence certificate');
const moving = w('[引|ひ]っこしの {届|とど}け', 'Moving house');
const myself = w('わたし', 'Myself');
const family = w('[家族|かぞく]', 'My family');

/** At home: what is asked on the city's page, and the QR code that holds the answers. */
export const answerScreens: Readonly<Record<string, Screen>> = {
  city: {
    app: 'page',
    title: w('れんしゅう[市|し]', 'Renshu City'),
    parts: [{ part: 'address', host: 'city.renshu.example.jp' }],
    places: [
      row(
        'rubbish',
        w('ごみ', 'Rubbish'),
        wrong(
          w('ごみの [日|ひ]の ページでした。', 'That is about rubbish days.'),
          w('「[書|か]かない {窓口|まどぐち}」に ふれます。', 'Touch “Desk without forms”.')
        ),
        { sign: 'trash' }
      ),
      row('desk', w('[書|か]かない {窓口|まどぐち}', 'Desk without forms'), way('what'), {
        sign: 'desk'
      })
    ],
    hints: [
      hint(
        'desk',
        w('「[書|か]かない {窓口|まどぐち}」に ふれます。', 'Touch “Desk without forms”.')
      )
    ]
  },
  what: {
    app: 'form',
    title: w('ご[用|よう]は [何|なん]ですか', 'What do you need?'),
    back: 'city',
    places: [
      choice('moving', moving, way('who', { marks: { what: 'moving' } })),
      choice('certificate', certificate, way('who', { marks: { what: 'certificate' } }))
    ],
    hints: [hint('certificate', w('「{住民票|じゅうみんひょう}」です。', 'It is the certificate.'))]
  },
  who: {
    app: 'form',
    title: w('だれの [分|ぶん]ですか', 'For whom?'),
    back: 'what',
    places: [
      choice('family', family, way('review', { marks: { who: 'family' } })),
      choice('myself', myself, way('review', { marks: { who: 'myself' } }))
    ],
    hints: [hint('myself', w('わたしの [分|ぶん]です。', 'It is for yourself.'))]
  },
  review: {
    app: 'form',
    title: w('[答|こた]えの [見直|みなお]し', 'Your answers'),
    back: 'who',
    parts: [
      {
        part: 'field',
        label: w('ご[用|よう]', 'What'),
        words: certificate,
        when: [isNot('what', 'moving')]
      },
      {
        part: 'field',
        label: w('ご[用|よう]', 'What'),
        words: moving,
        when: [is('what', 'moving')]
      },
      {
        part: 'field',
        label: w('だれの', 'For whom'),
        words: myself,
        when: [isNot('who', 'family')]
      },
      {
        part: 'field',
        label: w('だれの', 'For whom'),
        words: family,
        when: [is('who', 'family')]
      },
      note(
        w(
          'まだ [出|だ]して いません。お[金|かね]も かかりません。',
          'Nothing is sent yet, and nothing is to pay.'
        )
      )
    ],
    places: [
      main('ok', w('この {内容|ないよう}で よい', 'This is right'), [
        wrong(
          w('「[引|ひ]っこし」に なって いました。', 'It said “Moving house”.'),
          w(
            'もう[一度|いちど] えらびます。{住民票|じゅうみんひょう}です。',
            'Choose again: the certificate.'
          ),
          { when: [is('what', 'moving')], to: 'what' }
        ),
        wrong(
          w('「[家族|かぞく]」の [分|ぶん]に なって いました。', 'It said “My family”.'),
          w(
            'もう[一度|いちど] えらびます。わたしの [分|ぶん]です。',
            'Choose again: for yourself.'
          ),
          { when: [is('who', 'family')], to: 'who' }
        ),
        right(
          w(
            '[答|こた]えが そろいました。QRコードが [出|で]ます。',
            'All is answered. Here is your QR code.'
          ),
          { to: 'qr' }
        )
      ]),
      plain('change', w('なおす', 'Change'), way('what'))
    ],
    hints: [
      hint(
        'change',
        w('[答|こた]えが ちがいます。「なおす」です。', 'It is not right yet: “Change”.'),
        [is('what', 'moving')]
      ),
      hint(
        'change',
        w('[答|こた]えが ちがいます。「なおす」です。', 'It is not right yet: “Change”.'),
        [is('who', 'family')]
      ),
      hint(
        'ok',
        w('あって います。「この {内容|ないよう}で よい」です。', 'All is right: “This is right”.')
      )
    ]
  },
  qr: {
    app: 'form',
    title: w('あなたの QRコード', 'Your QR code'),
    back: 'review',
    parts: [
      { part: 'sign', sign: 'qr-code' },
      text(
        w('[写真|しゃしん]に のこして {窓口|まどぐち}へ。', 'Keep it as a picture for the desk.')
      ),
      strong(w('[写真|しゃしん]に のこりました', 'The picture is kept'), [is('kept', 'yes')])
    ],
    places: [
      main(
        'keep',
        w(
          '{電源|でんげん}と {音量|おんりょう}の[下|した]を いっしょに [短|みじか]く',
          'Power and volume down together, briefly'
        ),
        right(w('カシャッ。[写真|しゃしん]に のこりました。', 'Click: the picture is kept.'), {
          marks: { kept: 'yes' }
        }),
        { when: [isNot('face', 'iphone'), isNot('kept', 'yes')] }
      ),
      main(
        'keep-iphone',
        w(
          '[右横|みぎよこ]と {音量|おんりょう}の[上|うえ]を いっしょに [短|みじか]く',
          'Side key and volume up together, briefly'
        ),
        right(w('カシャッ。[写真|しゃしん]に のこりました。', 'Click: the picture is kept.'), {
          marks: { kept: 'yes' }
        }),
        { when: [is('face', 'iphone'), isNot('kept', 'yes')] }
      ),
      plain(
        'long',
        w('{電源|でんげん}だけを [長|なが]く', 'Only the power key, long'),
        wrong(
          w(
            '{電源|でんげん}を [切|き]る [画面|がめん]が [出|で]ました。とじました。',
            'The power menu came up and was closed.'
          ),
          w(
            '2つの キーを、いっしょに [短|みじか]く {押|お}します。',
            'Both keys together, briefly.'
          )
        ),
        { when: [isNot('kept', 'yes')] }
      ),
      plain('go', w('{市役所|しやくしょ}へ [行|い]く', 'Go to the city hall'), [
        way('counter', { when: [is('kept', 'yes')] }),
        wrong(
          w(
            'このままでは、QRコードが [消|き]えてしまいます。',
            'Like this the QR code would be lost.'
          ),
          w('[先|さき]に [写真|しゃしん]に のこします。', 'Keep it as a picture first.')
        )
      ])
    ],
    hints: [
      hint('go', w('「{市役所|しやくしょ}へ [行|い]く」です。', 'It is “Go to the city hall”.'), [
        is('kept', 'yes')
      ]),
      hint(
        'keep-iphone',
        w(
          '[右横|みぎよこ]と {音量|おんりょう}の[上|うえ]を いっしょに {押|お}します。',
          'The side key and volume up, together.'
        ),
        [is('face', 'iphone')]
      ),
      hint(
        'keep',
        w(
          '{電源|でんげん}と {音量|おんりょう}の[下|した]を いっしょに {押|お}します。',
          'Power and volume down, together.'
        )
      )
    ]
  }
};
