import type { Screen } from '../domain/screen.ts';
import type { Turn, Words } from '../domain/turn.ts';
import { hint, is, isNot, main, plain, right, row, text, w, way, wrong } from './kit.ts';

const onIphone = is('face', 'iphone');
const onKantan = is('face', 'kantan');

/** Where a phone feels the card differs: above, in the middle, or at a mark. */
function laidOn(part: 'top' | 'middle' | 'mark'): Turn[] {
  const felt = right(w('ブルッ。カードを [見|み]つけました。', 'It trembles: the card is found.'), {
    to: 'reading'
  });
  const notFelt = (todo: Words) =>
    wrong(w('カードを [読|よ]みとれません。', 'The card is not read.'), todo);
  const faces = { top: 'iphone', middle: 'android', mark: 'kantan' } as const;
  return [
    { ...felt, when: [is('face', faces[part])] },
    {
      ...notFelt(
        w('スマホの [上|うえ]の[方|ほう]を のせます。', 'Lay its upper part on the card.')
      ),
      when: [onIphone]
    },
    {
      ...notFelt(w('うらの しるしを のせます。', 'Lay the mark on its back on the card.')),
      when: [onKantan]
    },
    notFelt(w('スマホの まん[中|なか]を のせます。', 'Lay its middle on the card.'))
  ];
}

/** From the card to the notices and out again. */
export const insideScreens: Readonly<Record<string, Screen>> = {
  card: {
    app: 'page',
    title: w('カードを [読|よ]みとる', 'Reading the card'),
    back: 'number',
    parts: [
      { part: 'sign', sign: 'id-card' },
      text(
        w(
          'スマホの どこを カードに のせますか。',
          'Which part of the phone do you lay on the card?'
        )
      )
    ],
    places: [
      plain('top', w('[上|うえ]の [方|ほう]', 'The upper part'), laidOn('top')),
      plain('middle', w('まん[中|なか]', 'The middle'), laidOn('middle')),
      plain('mark', w('うらの しるし', 'The mark on its back'), laidOn('mark'), {
        when: [onKantan]
      })
    ],
    hints: [
      hint(
        'top',
        w('このスマホは [上|うえ]の [方|ほう]です。', 'With this phone it is the upper part.'),
        [onIphone]
      ),
      hint(
        'mark',
        w('このスマホは うらの しるしです。', 'With this phone it is the mark on its back.'),
        [onKantan]
      ),
      hint('middle', w('このスマホは まん[中|なか]です。', 'With this phone it is the middle.'))
    ]
  },
  reading: {
    app: 'page',
    title: w('[読|よ]みとって います', 'Reading'),
    back: 'card',
    parts: [text(w('どう しますか。', 'What do you do?'))],
    places: [
      plain(
        'lift',
        w('すぐ はなす', 'Lift it at once'),
        wrong(
          w('とちゅうで はなれました。', 'It was lifted too soon.'),
          w(
            'もう[一度|いちど] のせて、3つ [数|かぞ]えます。',
            'Lay it there again and count to three.'
          ),
          { to: 'card' }
        )
      ),
      main(
        'keep',
        w('うごかさずに [待|ま]つ', 'Keep still and wait'),
        right(
          w('[読|よ]みとりました。[中|なか]に [入|はい]れました。', 'It was read, and you are in.'),
          {
            to: 'inside'
          }
        )
      )
    ],
    hints: [hint('keep', w('「うごかさずに [待|ま]つ」です。', 'It is “Keep still and wait”.'))]
  },
  inside: {
    app: 'page',
    title: w('マイナポータル', 'Mynaportal'),
    back: 'top',
    places: [
      row(
        'papers',
        w('{証明書|しょうめいしょ}', 'Certificates'),
        wrong(
          w(
            'カードの [話|はなし]が [書|か]いて ある [所|ところ]でした。',
            'That is about the card itself.'
          ),
          w('「お[知|し]らせ」は ベルの しるしです。', '“Notices” has the sign of a bell.')
        ),
        { sign: 'id-card' }
      ),
      row('notices', w('お[知|し]らせ', 'Notices'), way('notices'), { sign: 'bell' }),
      row('menu', w('メニュー', 'Menu'), way('menu'), { sign: 'menu' })
    ],
    hints: [
      hint('menu', w('[出|で]る[時|とき]は「メニュー」です。', 'To leave, touch “Menu”.'), [
        is('read', 'good')
      ]),
      hint('notices', w('「お[知|し]らせ」に ふれます。', 'Touch “Notices”.'))
    ]
  },
  notices: {
    app: 'messages',
    title: w('お[知|し]らせ', 'Notices'),
    back: 'inside',
    places: [
      row(
        'pension',
        w('[年金|ねんきん]の お[知|し]らせ', 'About your pension'),
        wrong(
          w(
            '[年金|ねんきん]の お[知|し]らせでした。[読|よ]んでも {大丈夫|だいじょうぶ}です。',
            'That is about your pension. You may read it.'
          ),
          w(
            '{健康|けんこう}{診断|しんだん}の お[知|し]らせも [読|よ]みます。',
            'Now read the one about the health check.'
          )
        )
      ),
      row(
        'health',
        w('{健康|けんこう}{診断|しんだん}の ご{案内|あんない}', 'Health check'),
        right(w('ひらきました。ゆっくり [読|よ]めます。', 'It is open: read at leisure.'), {
          to: 'notice',
          marks: { read: 'good' }
        })
      ),
      plain('back', w('もどる', 'Back'), way('inside'))
    ],
    hints: [
      hint('back', w('[読|よ]めました。「もどる」です。', 'It is read. Touch “Back”.'), [
        is('read', 'good')
      ]),
      hint(
        'health',
        w('「{健康|けんこう}{診断|しんだん}の ご{案内|あんない}」です。', 'It is “Health check”.')
      )
    ]
  },
  notice: {
    app: 'message',
    title: w('{健康|けんこう}{診断|しんだん}の ご{案内|あんない}', 'Health check'),
    back: 'notices',
    parts: [
      text(
        w(
          '12[月|がつ]10[日|とおか]、れんしゅう{公民館|こうみんかん}です。',
          'December 10, at Renshu Community Hall.'
        )
      ),
      text(w('お[金|かね]は かかりません。', 'It is free.'))
    ],
    places: [main('done', w('[読|よ]みおわった', 'I have read it'), way('inside'))],
    hints: [hint('done', w('「[読|よ]みおわった」です。', 'It is “I have read it”.'))]
  },
  menu: {
    app: 'settings',
    title: w('メニュー', 'Menu'),
    back: 'inside',
    places: [
      row('log-out', w('ログアウト', 'Log out'), [
        wrong(
          w('お[知|し]らせを まだ [読|よ]んで いません。', 'You have not read the notice yet.'),
          w('「お[知|し]らせ」を [先|さき]に [読|よ]みます。', 'Read it first, under “Notices”.'),
          { when: [isNot('read', 'good')], to: 'inside' }
        ),
        right(w('[出|で]て、かぎが かかりました。', 'You are out, and it is locked.'), {
          to: 'top',
          marks: { out: 'good' }
        })
      ]),
      row('later', w('もどる', 'Back'), way('inside'))
    ],
    hints: [
      hint('later', w('[先|さき]に お[知|し]らせを [読|よ]みます。', 'First read the notice.'), [
        isNot('read', 'good')
      ]),
      hint('log-out', w('「ログアウト」に ふれます。', 'Touch “Log out”.'))
    ]
  }
};
