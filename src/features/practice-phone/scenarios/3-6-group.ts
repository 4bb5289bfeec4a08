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

const notMuted = [isNot('muted', 'good')];
const back = plain('back', w('＜ トークの {一覧|いちらん}', '< All chats'), way('chats'));
const backHint = hint(
  'back',
  w('「トークの {一覧|いちらん}」に もどります。', 'Go back to “All chats”.')
);
const groupName = w('{体操|たいそう}の{会|かい} (8[人|にん])', 'Exercise group (8)');
const mutedNow = w(
  '[音|おと]が [止|と]まりました。{会|かい}からは ぬけて いません。',
  'The sound has stopped. You are still in the group.'
);

const group: Screen = {
  app: 'talk',
  title: groupName,
  back: 'chats',
  parts: [
    theirs(w('おはようございます。', 'Good morning.')),
    theirs(w('きょうは [晴|は]れですね。', 'A fine day today.'))
  ],
  places: [
    plain('menu', w('≡ メニュー', '≡ Menu'), way('menu'), {
      note: w('[右上|みぎうえ]の [3本|さんぼん][線|せん]', 'The three lines at the top right')
    }),
    back
  ],
  hints: [
    hint(
      'menu',
      w('[3本|さんぼん][線|せん]の「≡」に ふれます。', 'Touch the three lines “≡”.'),
      notMuted
    ),
    backHint
  ]
};

const menu: Screen = {
  app: 'talk',
  title: groupName,
  back: 'group',
  places: [
    row(
      'mute',
      w('{通知|つうち}オフ', 'Mute'),
      [
        right(mutedNow, {
          to: 'group',
          marks: { muted: 'good' },
          when: [isNot('call', 'good')],
          todo: w('つぎは さくらさんの {電話|でんわ}です。', 'Now for Sakura’s call.')
        }),
        right(mutedNow, { to: 'group', marks: { muted: 'good' } })
      ],
      { sign: 'mute', when: notMuted }
    ),
    row('unmute', w('{通知|つうち}オン', 'Unmute'), way('group', { marks: { muted: 'off' } }), {
      sign: 'bell',
      when: [is('muted', 'good')]
    }),
    row('leave', w('{退会|たいかい}', 'Leave'), way('leave'), { sign: 'cross' }),
    plain('close', w('とじる', 'Close'), way('group'))
  ],
  hints: [
    hint('mute', w('「{通知|つうち}オフ」に ふれます。', 'Touch “Mute”.'), notMuted),
    hint('close', w('「とじる」に ふれます。', 'Touch “Close”.'))
  ]
};

const leave: Screen = {
  app: 'notice',
  title: w('{退会|たいかい}しますか', 'Leave the group?'),
  back: 'menu',
  parts: [
    text(
      w(
        'ぬけると、{会|かい}の お[知|し]らせが [来|こ]なく なります。',
        'If you leave, the group’s news no longer comes.'
      )
    )
  ],
  places: [
    plain(
      'leave',
      w('{退会|たいかい}', 'Leave'),
      wrong(
        w(
          '{会|かい}から ぬけました。[仲間|なかま]が もう[一度|いちど] [入|い]れて くれました。',
          'You had left. A member let you in again.'
        ),
        w(
          '[音|おと]だけ [止|と]めるのは「{通知|つうち}オフ」です。',
          'To stop only the sound, use “Mute”.'
        ),
        { to: 'group' }
      )
    ),
    main('cancel', w('キャンセル', 'Cancel'), way('group'))
  ],
  hints: [hint('cancel', w('「キャンセル」に ふれます。ぬけません。', 'Touch “Cancel”. You stay.'))]
};

const invite: Screen = {
  app: 'talk',
  title: w('もうかる{会|かい}', 'Money club'),
  back: 'chats',
  parts: [
    note(w('[知|し]らない [人|ひと]からの {招待|しょうたい}です', 'An invitation from a stranger')),
    theirs(
      w('きょう [入|はい]ると 10{万円|まんえん} もらえます。', 'Join today and get 100,000 yen.')
    )
  ],
  places: [
    plain(
      'join',
      w('{参加|さんか}', 'Join'),
      wrong(
        w(
          'ここは {練習|れんしゅう}なので、[入|はい]って いません。',
          'This is practice, so you did not join.'
        ),
        w(
          '{本物|ほんもの}の スマホなら どうなったかを [読|よ]みます。',
          'Read what a real phone would have done.'
        ),
        { to: 'invite-after' }
      )
    ),
    plain(
      'refuse',
      w('{拒否|きょひ}', 'Decline'),
      right(
        w(
          'ことわりました。{相手|あいて}には [何|なに]も とどきません。',
          'Declined. They are told nothing.'
        ),
        { to: 'chats', marks: { invite: 'no' } }
      )
    ),
    back
  ],
  hints: [
    hint(
      'refuse',
      w(
        '[知|し]らない [人|ひと]です。「{拒否|きょひ}」に ふれます。',
        'A stranger: touch “Decline”.'
      )
    )
  ]
};

/** The group that is to be silenced, and another that nobody should join. */
export const groups: Record<string, Screen> = {
  group,
  menu,
  leave,
  invite,
  'invite-after': wouldHave(
    [
      w(
        '{仲間|なかま}の ふりを した [人|ひと]たちが、お[金|かね]を {出|だ}させようと します。',
        'People who play at being members would have made you pay.'
      ),
      w(
        '[入|はい]っただけなら、{退会|たいかい}して 188に {相談|そうだん}します。',
        'If you only joined: leave, and telephone 188.'
      )
    ],
    'chats'
  )
};
