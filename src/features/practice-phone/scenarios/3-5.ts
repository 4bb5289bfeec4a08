import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import {
  app,
  hint,
  homeScreen,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  w,
  way,
  wrong
} from './kit.ts';
import { backToChats, backToChatsHint, fromSakura, otherTalks } from './3-5-others.ts';

const chats: Screen = {
  app: 'talk',
  title: w('トーク', 'Chats'),
  back: 'home',
  places: [
    row('sakura', w('さくら', 'Sakura'), way('sakura'), {
      sign: 'family',
      note: w('お{庭|にわ}の [花|はな]は さきましたか。', 'Are the flowers out in your garden?')
    }),
    row('group', w('{体操|たいそう}の[会|かい]', 'Exercise group'), way('group'), {
      sign: 'group',
      note: w('あした [雨|あめ]なら お[休|やす]みです。', 'No exercise tomorrow if it rains.')
    }),
    row('stranger', w('もうけ{先生|せんせい}', 'Professor Profit'), way('stranger'), {
      sign: 'stranger',
      note: w('かならず もうかる [話|はなし]です。', 'You are sure to make money.'),
      when: [isNot('stranger', 'blocked')]
    })
  ],
  hints: [
    hint('sakura', w('「さくら」の [行|ぎょう]に ふれます。', 'Touch the line that says “Sakura”.'))
  ]
};

const sakura: Screen = {
  app: 'talk',
  title: w('さくら', 'Sakura'),
  back: 'chats',
  parts: [
    ...fromSakura,
    {
      part: 'bubble',
      by: 'mine',
      sign: 'flower',
      words: w('{庭|にわ}の [花|はな]', 'Garden flowers'),
      when: [is('photo', 'good')]
    },
    {
      part: 'bubble',
      by: 'mine',
      sign: 'sticker',
      words: w('ありがとう', 'Thank you'),
      when: [is('sticker', 'good')]
    }
  ],
  places: [
    plain('photos', w('{写真|しゃしん}', 'Photos'), way('photos'), { sign: 'picture' }),
    plain('stickers', w('[顔|かお]の しるし', 'Sign of a face'), way('stickers'), {
      sign: 'sticker'
    }),
    plain(
      'call',
      w('{受話器|じゅわき}の しるし', 'Sign of a receiver'),
      wrong(
        w(
          '{電話|でんわ}を かける しるしでした。[呼|よ]びだす [前|まえ]に [切|き]りました。',
          'That sign is for calling. It was stopped before it rang.'
        ),
        w(
          '{写真|しゃしん}か [顔|かお]の しるしを さがします。',
          'Look for the sign of photos or of a face.'
        )
      ),
      { sign: 'call' }
    ),
    backToChats
  ],
  hints: [
    hint('photos', w('「{写真|しゃしん}」に ふれます。', 'Touch “Photos”.'), [
      isNot('photo', 'good')
    ]),
    hint('stickers', w('「[顔|かお]の しるし」に ふれます。', 'Touch “Sign of a face”.'), [
      isNot('sticker', 'good')
    ]),
    backToChatsHint
  ]
};

const photos: Screen = {
  app: 'talk',
  title: w('{写真|しゃしん}を えらぶ', 'Choose a photo'),
  back: 'sakura',
  places: [
    row('medicine', w('お{薬|くすり}の {袋|ふくろ}', 'Medicine bag'), way('medicine'), {
      sign: 'medicine'
    }),
    row('flower', w('{庭|にわ}の [花|はな]', 'Garden flowers'), way('flower'), { sign: 'flower' })
  ],
  hints: [hint('flower', w('「{庭|にわ}の [花|はな]」に ふれます。', 'Touch “Garden flowers”.'))]
};

const toSakura = note(w('[送|おく]る {相手|あいて}：さくら', 'To: Sakura'));
const sendLabel = w('[送|おく]る', 'Send');
const askBefore = w('この {写真|しゃしん}を [送|おく]りますか', 'Send this photo?');
const photoArrived = w(
  'さくらさんに [花|はな]の {写真|しゃしん}が とどきました。',
  'Sakura has your photo of the flowers.'
);
const stickerArrived = w('スタンプが とどきました。', 'The sticker has arrived.');

const flower: Screen = {
  app: 'talk',
  title: askBefore,
  back: 'photos',
  parts: [toSakura, { part: 'sign', sign: 'flower' }],
  places: [
    main(
      'send',
      sendLabel,
      [
        right(photoArrived, {
          to: 'sakura',
          marks: { photo: 'good' },
          when: [isNot('sticker', 'good')],
          todo: w('つぎは スタンプを [送|おく]ります。', 'Now send a sticker.')
        }),
        right(photoArrived, { to: 'sakura', marks: { photo: 'good' } })
      ],
      { sign: 'right' }
    ),
    plain('cancel', w('えらびなおす', 'Choose again'), way('photos'))
  ],
  hints: [
    hint(
      'send',
      w(
        '{相手|あいて}は さくらさんです。「[送|おく]る」に ふれます。',
        'It goes to Sakura. Touch “Send”.'
      )
    )
  ]
};

const medicine: Screen = {
  app: 'talk',
  title: askBefore,
  back: 'photos',
  parts: [toSakura, { part: 'sign', sign: 'medicine' }],
  places: [
    main(
      'send',
      sendLabel,
      wrong(
        w(
          'お{薬|くすり}の {袋|ふくろ}の {写真|しゃしん}でした。{練習|れんしゅう}なので とどいて いません。',
          'That was the medicine bag. This is practice, so it did not go.'
        ),
        w(
          '[花|はな]の {写真|しゃしん}を えらびなおします。',
          'Choose again, and take the flowers.'
        ),
        { to: 'photos' }
      ),
      { sign: 'right' }
    ),
    plain('cancel', w('えらびなおす', 'Choose again'), way('photos'))
  ],
  hints: [
    hint(
      'cancel',
      w(
        '[花|はな]では ありません。「えらびなおす」に ふれます。',
        'These are not the flowers. Touch “Choose again”.'
      )
    )
  ]
};

const stickers: Screen = {
  app: 'talk',
  title: w('スタンプを えらぶ', 'Choose a sticker'),
  back: 'sakura',
  places: [
    row('thanks', w('ありがとう', 'Thank you'), way('sticker-large'), { sign: 'sticker' }),
    row(
      'paid',
      w('[新|あたら]しい スタンプ', 'New stickers'),
      wrong(
        w(
          '{値段|ねだん}の ある スタンプでした。まだ お[金|かね]は かかって いません。',
          'Those have a price. So far it has cost nothing.'
        ),
        w(
          '{値段|ねだん}の ない「ありがとう」に ふれます。',
          'Touch “Thank you”, which has no price.'
        )
      ),
      { sign: 'shop', note: w('250[円|えん]', '250 yen') }
    )
  ],
  hints: [hint('thanks', w('「ありがとう」に ふれます。', 'Touch “Thank you”.'))]
};

const stickerLarge: Screen = {
  app: 'talk',
  title: w('さくら', 'Sakura'),
  back: 'stickers',
  parts: [
    note(
      w(
        '[大|おお]きな スタンプに もう1{回|かい} ふれると、[送|おく]られます。',
        'Touch the large sticker once more, and it is sent.'
      )
    )
  ],
  places: [
    main(
      'send',
      w('ありがとう', 'Thank you'),
      [
        right(stickerArrived, {
          to: 'sakura',
          marks: { sticker: 'good' },
          when: [isNot('photo', 'good')],
          todo: w('つぎは [花|はな]の {写真|しゃしん}を [送|おく]ります。', 'Now send the photo.')
        }),
        right(stickerArrived, { to: 'sakura', marks: { sticker: 'good' } })
      ],
      { sign: 'sticker' }
    ),
    plain('cancel', w('やめる', 'Cancel'), way('sakura'))
  ],
  hints: [
    hint('send', w('[大|おお]きな「ありがとう」に ふれます。', 'Touch the large “Thank you”.'))
  ]
};

/** LINE①: a photo and a sticker for the right person, and the way back when one went astray. */
const scenario: Scenario = {
  slug: '3-5',
  title: w('LINE① [友|とも]だち・トーク', 'LINE 1: friends and chats'),
  task: w(
    'さくらさんに、{庭|にわ}の [花|はな]の {写真|しゃしん}と スタンプを [送|おく]ります。',
    'Send Sakura the photo of the garden flowers and a sticker.'
  ),
  first: 'home',
  home: 'home',
  goal: { kind: 'marks', marks: ['photo', 'sticker'], is: 'good', atLeast: 2 },
  done: w(
    '[上|うえ]の [名前|なまえ]を [見|み]てから [送|おく]る。これが できました。',
    'Look at the name, then send: you can do it.'
  ),
  whereToAsk: w(
    '[友|とも]だちの ふやし[方|かた]は、{公民館|こうみんかん}の {相談会|そうだんかい}で いっしょに できます。',
    'At the community hall’s help day someone adds friends together with you.'
  ),
  screens: {
    home: homeScreen([app('line', w('LINE', 'LINE'), 'talk', way('chats'))]),
    chats,
    sakura,
    photos,
    flower,
    medicine,
    stickers,
    'sticker-large': stickerLarge,
    ...otherTalks
  }
};

export default scenario;
