import type { Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  plain,
  poster,
  right,
  row,
  text,
  theirs,
  w,
  way,
  wrong
} from './kit.ts';

/** At the desk, with the QR code or without: both lead to a paper that is only signed. */
export const deskScreens: Readonly<Record<string, Screen>> = {
  photos: {
    app: 'camera',
    title: w('[写真|しゃしん]', 'Pictures'),
    back: 'counter',
    parts: [
      text(w('QRコードの [写真|しゃしん]は ありません。', 'There is no picture of a QR code.'), [
        isNot('kept', 'yes')
      ])
    ],
    places: [
      poster('newest', w('さっきの QRコード', 'The QR code of today'), way('show'), {
        sign: 'qr-code',
        when: [is('kept', 'yes')]
      }),
      poster(
        'flower',
        w('[花|はな]', 'A flower'),
        wrong(
          w('きれいな [花|はな]です。QRコードでは ありません。', 'A fine flower, but no QR code.'),
          w('ほかの [写真|しゃしん]か、「もどる」です。', 'Try another picture, or go back.')
        ),
        { sign: 'flower' }
      ),
      plain('back', w('もどる', 'Back'), way('counter'))
    ],
    hints: [
      hint(
        'newest',
        w('いちばん [新|あたら]しい [写真|しゃしん]です。', 'It is the newest picture.'),
        [is('kept', 'yes')]
      ),
      hint('back', w('「もどる」で {窓口|まどぐち}に もどれます。', '“Back” leads to the desk.'))
    ]
  },
  show: {
    app: 'camera',
    title: w('あなたの QRコード', 'Your QR code'),
    back: 'photos',
    parts: [{ part: 'sign', sign: 'qr-code' }],
    places: [
      main(
        'show',
        w('[持|も]ったまま [見|み]せる', 'Hold it and show it'),
        right(
          w(
            'ピッ。[紙|かみ]に [字|じ]が [入|はい]りました。',
            'Beep: the form has filled itself in.'
          ),
          { to: 'sign' }
        )
      ),
      plain(
        'hand-over',
        w('スマホを わたす', 'Hand over the phone'),
        wrong(
          w(
            '[係|かかり]の [人|ひと]は スマホを あずかりません。',
            'They do not take anybody’s phone.'
          ),
          w('[自分|じぶん]で [持|も]ったまま [見|み]せます。', 'Hold it yourself and show it.')
        )
      )
    ],
    hints: [
      hint('show', w('「[持|も]ったまま [見|み]せる」です。', 'It is “Hold it and show it”.'))
    ]
  },
  asked: {
    app: 'paper',
    title: w('{市役所|しやくしょ}の {窓口|まどぐち}', 'At the city hall'),
    back: 'counter',
    parts: [
      { part: 'sign', sign: 'staff' },
      theirs(w('[何|なに]が ご{入用|いりよう}ですか。', 'What can I do for you?'))
    ],
    places: [
      row(
        'certificate',
        w(
          '「わたしの {住民票|じゅうみんひょう}を [1|いち]まい」',
          '“One certificate, for myself.”'
        ),
        right(
          w(
            '[係|かかり]の [人|ひと]が [書|か]いて くれました。',
            'They wrote it all down for you.'
          ),
          { to: 'sign' }
        )
      ),
      row(
        'sorry',
        w('「すみません、[出|で]なおします」', '“Sorry, I will come again.”'),
        wrong(
          w('「ここで できますよ」と [言|い]われました。', '“We can do it here,” they answered.'),
          w('ほしい ものを [言|い]うだけで よいです。', 'Just say what you need.')
        )
      )
    ],
    hints: [
      hint(
        'certificate',
        w('ほしい ものと {枚数|まいすう}を [言|い]います。', 'Say what, and how many.')
      )
    ]
  },
  sign: {
    app: 'paper',
    title: w('できた [紙|かみ]', 'The finished paper'),
    back: 'counter',
    parts: [
      {
        part: 'card',
        sign: 'pencil',
        title: w('{住民票|じゅうみんひょう}の {申|もう}しこみ', 'Request for a certificate'),
        lines: [
          w('わたしの [分|ぶん] [1|いち]まい', 'For myself, one copy'),
          w('[名前|なまえ]:', 'Name:')
        ]
      }
    ],
    places: [
      main(
        'sign',
        w('[読|よ]んで、[名前|なまえ]を [書|か]く', 'Read it and sign'),
        right(w('これで おわりです。', 'That is all.'), { marks: { signed: 'good' } })
      ),
      plain(
        'unread',
        w('[読|よ]まずに [書|か]く', 'Sign without reading'),
        wrong(
          w('ちがう [紙|かみ]だったら こまります。', 'What if it were the wrong paper?'),
          w(
            'ゆっくり [読|よ]んでから [書|か]きます。[待|ま]って もらえます。',
            'Read it at leisure; they wait.'
          )
        )
      )
    ],
    hints: [
      hint(
        'sign',
        w('「[読|よ]んで、[名前|なまえ]を [書|か]く」です。', 'It is “Read it and sign”.')
      )
    ]
  }
};
