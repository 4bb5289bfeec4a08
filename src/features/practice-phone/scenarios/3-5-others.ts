import type { Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  text,
  theirs,
  w,
  way,
  wouldHave,
  wrong
} from './kit.ts';

/** The way back that stands on every talk. */
export const backToChats = plain(
  'back',
  w('＜ トークの {一覧|いちらん}', '< All chats'),
  way('chats')
);

export const backToChatsHint = hint(
  'back',
  w(
    '「トークの {一覧|いちらん}」で、[人|ひと]を えらびなおせます。',
    '“All chats” lets you choose again.'
  )
);

const group: Screen = {
  app: 'talk',
  title: w('{体操|たいそう}の[会|かい] (8[人|にん])', 'Exercise group (8)'),
  back: 'chats',
  parts: [
    theirs(w('あした [雨|あめ]なら お[休|やす]みです。', 'No exercise tomorrow if it rains.'))
  ],
  places: [
    row('photo', w('いま [送|おく]った {写真|しゃしん}', 'The photo you just sent'), way('undo'), {
      sign: 'flower',
      note: w(
        'ふれたまま [待|ま]つと、{取|と}り{消|け}せます。',
        'Touch and stay there to take it back.'
      ),
      when: [is('group', 'sent')],
      held: [way('undo')]
    }),
    plain('photos', w('{写真|しゃしん}', 'Photos'), way('group-flower'), {
      sign: 'picture',
      when: [isNot('group', 'sent')]
    }),
    backToChats
  ],
  hints: [
    hint(
      'photo',
      w('「いま [送|おく]った {写真|しゃしん}」に ふれます。', 'Touch “The photo you just sent”.'),
      [is('group', 'sent')]
    ),
    backToChatsHint
  ]
};

const groupFlower: Screen = {
  app: 'talk',
  title: w('この {写真|しゃしん}を [送|おく]りますか', 'Send this photo?'),
  back: 'group',
  parts: [
    note(w('[送|おく]る {相手|あいて}：{体操|たいそう}の[会|かい]', 'To: Exercise group')),
    { part: 'sign', sign: 'flower', words: w('{庭|にわ}の [花|はな]', 'Garden flowers') }
  ],
  places: [
    main(
      'send',
      w('[送|おく]る', 'Send'),
      wrong(
        w(
          '{体操|たいそう}の[会|かい]の 8[人|にん]に とどきました。よく ある ことです。',
          'It went to the eight of the exercise group. That happens to many.'
        ),
        w(
          'すぐなら {取|と}り{消|け}せます。[送|おく]った {写真|しゃしん}に ふれたまま [待|ま]ちます。',
          'Soon after, it can be taken back: touch the photo and stay there.'
        ),
        { to: 'group', marks: { group: 'sent' } }
      ),
      { sign: 'right' }
    ),
    plain('cancel', w('やめる', 'Cancel'), way('group'))
  ],
  hints: [
    hint(
      'cancel',
      w(
        '{相手|あいて}が さくらさんでは ありません。「やめる」に ふれます。',
        'This is not Sakura. Touch “Cancel”.'
      )
    )
  ]
};

const undo: Screen = {
  app: 'talk',
  title: w('[送|おく]った {写真|しゃしん}', 'The photo you sent'),
  back: 'group',
  parts: [{ part: 'sign', sign: 'flower' }],
  places: [
    main(
      'unsend',
      w('{送信|そうしん}{取消|とりけし}', 'Unsend'),
      right(
        w(
          '{取|と}り{消|け}しました。もう だれにも [見|み]えません。',
          'Taken back: nobody sees it now.'
        ),
        {
          to: 'group',
          marks: { group: 'undone' },
          todo: w(
            'つぎは さくらさんに [送|おく]ります。[上|うえ]の [名前|なまえ]を [見|み]ましょう。',
            'Now send it to Sakura. Look at the name at the top.'
          )
        }
      )
    ),
    plain('keep', w('このまま のこす', 'Leave it'), way('group'))
  ],
  hints: [hint('unsend', w('「{送信|そうしん}{取消|とりけし}」に ふれます。', 'Touch “Unsend”.'))]
};

const stranger: Screen = {
  app: 'talk',
  title: w('もうけ{先生|せんせい}', 'Professor Profit'),
  back: 'chats',
  parts: [
    note(w('[友|とも]だちでは ない [人|ひと]です', 'Not one of your friends')),
    theirs(
      w(
        'かならず もうかる [話|はなし]です。[友|とも]だちに なりましょう。',
        'You are sure to make money. Let us be friends.'
      )
    )
  ],
  places: [
    plain(
      'add',
      w('[友|とも]だちに {追加|ついか}', 'Add as a friend'),
      wrong(
        w(
          'ここは {練習|れんしゅう}なので、なにも おきません。',
          'This is practice, so nothing happened.'
        ),
        w(
          '{本物|ほんもの}の スマホなら どうなったかを [読|よ]みます。',
          'Read what a real phone would have done.'
        ),
        { to: 'stranger-after' }
      )
    ),
    plain(
      'block',
      w('ブロック', 'Block'),
      right(
        w(
          'もう この [人|ひと]からは [来|き]ません。お[金|かね]も かかりません。',
          'Nothing more comes from this person, and it costs nothing.'
        ),
        { to: 'chats', marks: { stranger: 'blocked' } }
      ),
      { note: w('この [人|ひと]の {連絡|れんらく}を [止|と]めます', 'Stop this person’s letters') }
    ),
    backToChats
  ],
  hints: [
    hint(
      'block',
      w(
        '[知|し]らない [人|ひと]です。「ブロック」に ふれます。',
        'You do not know this person. Touch “Block”.'
      )
    )
  ]
};

/** Talks that are not the one with Sakura: where a photo goes astray, and where a stranger writes. */
export const otherTalks: Record<string, Screen> = {
  group,
  'group-flower': groupFlower,
  undo,
  stranger,
  'stranger-after': wouldHave(
    [
      w(
        'つぎつぎに {連絡|れんらく}が [来|き]て、お[金|かね]を [送|おく]るように [言|い]われたでしょう。',
        'Letter after letter would have come, asking you for money.'
      ),
      w(
        '[友|とも]だちに しただけなら {大丈夫|だいじょうぶ}です。{返事|へんじ}を せずに ブロックします。',
        'If you only added them, all is well: do not answer, and block them.'
      )
    ],
    'chats'
  )
};

/** What stands in Sakura’s talk before anything was sent. */
export const fromSakura = [
  text(w('きょう', 'Today')),
  theirs(w('お{庭|にわ}の [花|はな]は さきましたか。', 'Are the flowers out in your garden?'))
];
