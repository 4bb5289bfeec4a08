import type { Screen } from '../domain/screen.ts';
import { hint, main, note, plain, right, row, theirs, w, way, wrong } from './kit.ts';

const recognised = w('[本人|ほんにん]だと わかりました。', 'The machine knows that it is you.');
const watchFrame = hint('frame', w('「わくを [見|み]る」です。', 'It is “Look at the frame”.'));

/** Whose card it is: by face, by a practice number, or by the eyes of the person at the desk. */
export const checkScreens: Readonly<Record<string, Screen>> = {
  who: {
    app: 'machine',
    title: w('ご[本人|ほんにん]の {確認|かくにん}', 'Is it you?'),
    back: 'start',
    places: [
      row('face', w('{顔認証|かおにんしょう}', 'Check by face'), way('face'), {
        note: w('[顔|かお]で たしかめる', 'The machine looks at you'),
        sign: 'face'
      }),
      row('number', w('{暗証番号|あんしょうばんごう} 4けた', '4 digits'), way('number'), {
        note: w('[番号|ばんごう]で たしかめる', 'You enter a number'),
        sign: 'keypad'
      }),
      row(
        'ask',
        w('{受付|うけつけ}の[人|ひと]に たのむ', 'Ask the person at the desk'),
        way('ask'),
        {
          note: w('[目|め]で [見|み]て もらう', 'They look for themselves'),
          sign: 'staff'
        }
      )
    ],
    hints: [hint('face', w('「{顔認証|かおにんしょう}」が らくです。', '“Check by face” is easy.'))]
  },
  face: {
    app: 'machine',
    title: w('わくの [中|なか]に [顔|かお]を', 'Your face in the frame'),
    back: 'who',
    parts: [{ part: 'sign', sign: 'face' }],
    places: [
      plain(
        'near',
        w('[顔|かお]を ぐっと [近|ちか]づける', 'Go very near'),
        wrong(
          w(
            '[近|ちか]すぎて、わくから はみだしました。',
            'Too near: your face is outside the frame.'
          ),
          w('すこし はなれて、わくを [見|み]ます。', 'Step back and look at the frame.')
        )
      ),
      plain(
        'down',
        w('カードを [見|み]る', 'Look at the card'),
        wrong(
          w('[下|した]を [向|む]くと、[顔|かお]が うつりません。', 'Looking down hides your face.'),
          w('わくを [見|み]ます。', 'Look at the frame.')
        )
      ),
      main(
        'frame',
        w('わくを [見|み]る', 'Look at the frame'),
        right(recognised, { to: 'consent' })
      )
    ],
    hints: [watchFrame]
  },
  number: {
    app: 'machine',
    title: w('{暗証番号|あんしょうばんごう} 4けた', 'Your 4 digits'),
    back: 'who',
    parts: [
      note(w('{練習|れんしゅう}の [番号|ばんごう]は 2580です。', 'The practice number is 2580.'))
    ],
    input: {
      kind: 'keys',
      board: 'digits',
      secret: true,
      label: w('{暗証番号|あんしょうばんごう}', 'Your number'),
      accepts: ['2580'],
      right: [right(recognised, { to: 'consent' })],
      wrong: [
        wrong(
          w(
            'ちがいます。{本番|ほんばん}では 3[回|かい]で かぎが かかります。',
            'Wrong. In earnest it would lock at the third mistake.'
          ),
          w(
            '[番号|ばんごう]を やめて、[顔|かお]か [人|ひと]に かえます。',
            'Change to your face, or to a person.'
          ),
          { to: 'who' }
        )
      ]
    },
    places: [],
    hints: [
      hint('keys', w('2580を [入|い]れて「{決定|けってい}」です。', 'Enter 2580, then “Done”.'))
    ]
  },
  ask: {
    app: 'paper',
    title: w('{受付|うけつけ}の[人|ひと]', 'The person at the desk'),
    back: 'who',
    parts: [
      theirs(
        w('カードの [写真|しゃしん]で たしかめますね。', 'I will check by the photo on the card.')
      )
    ],
    places: [
      row(
        'say-number',
        w('{暗証番号|あんしょうばんごう}を [言|い]う', 'Tell them your number'),
        wrong(
          w(
            '「[番号|ばんごう]は けっこうです」と [止|と]められました。',
            '“No number, please,” they stopped you.'
          ),
          w('[顔|かお]を [見|み]て もらうだけです。', 'They only look at your face.')
        )
      ),
      row(
        'show',
        w('[顔|かお]を [見|み]て もらう', 'Let them look'),
        right(recognised, { to: 'consent' })
      )
    ],
    hints: [hint('show', w('「[顔|かお]を [見|み]て もらう」です。', 'It is “Let them look”.'))]
  }
};
