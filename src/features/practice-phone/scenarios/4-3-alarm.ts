import type { Place, Screen } from '../domain/screen.ts';
import {
  hint,
  is,
  isNot,
  main,
  note,
  plain,
  right,
  row,
  set,
  strong,
  text,
  w,
  way,
  wrong
} from './kit.ts';

export const closed = { closed: 'good' };
export const open = isNot('closed', 'good');

export const happenedClosed = w(
  '{警告|けいこく}が [消|き]えました。スマホは こわれていません。',
  'The alarm is gone. Your phone is not broken.'
);
export const thenTell = w('つぎに、だれかに [話|はな]しましょう。', 'Now tell somebody about it.');
export const closeByPower = [
  right(happenedClosed, {
    to: 'off',
    marks: closed,
    when: [isNot('told', 'good')],
    todo: thenTell
  }),
  right(happenedClosed, { to: 'off', marks: closed })
];

/** What is not on the alarm’s own picture. */
const outside = w('[画面|がめん]の [外|そと]', 'Not on the screen');

/** The way out differs by phone; the frame's home leads away too, but leaves the page open. */
const waysOut: Place[] = [
  plain(
    'recent',
    w('[一番|いちばん][下|した]の □ に ふれる', 'Touch □ at the very bottom'),
    way('recent'),
    {
      when: [is('face', 'android')],
      note: outside,
      sign: 'recent'
    }
  ),
  plain(
    'slide-up',
    w(
      '[一番|いちばん][下|した]から まん[中|なか]まで [指|ゆび]を すべらせる',
      'Slide from the bottom to the middle'
    ),
    way('recent'),
    { when: [is('face', 'iphone')], note: outside, sign: 'up' }
  ),
  plain('home-key', w('「ホーム」の ボタンを {押|お}す', 'Press the button “Home”'), way('first'), {
    when: [is('face', 'kantan')],
    note: outside,
    sign: 'home'
  }),
  plain(
    'power',
    w('{電源|でんげん}ボタンを [長|なが]く {押|お}す', 'Hold the power button down'),
    closeByPower,
    {
      note: outside,
      sign: 'power'
    }
  )
];

const wayOutHints = [
  hint('recent', w('[下|した]の ほうの「□ に ふれる」です。', 'It is “Touch □”, further down.'), [
    is('face', 'android')
  ]),
  hint(
    'slide-up',
    w('[下|した]の ほうの「[指|ゆび]を すべらせる」です。', 'It is “Slide”, further down.'),
    [is('face', 'iphone')]
  ),
  hint('home-key', w('[下|した]の ほうの「ホーム」です。', 'It is “Home”, further down.'), [
    is('face', 'kantan')
  ])
];

/** What the alarm wants to have touched; its × is only painted. */
const baits: Place[] = [
  main(
    'repair',
    w('[今|いま]すぐ なおす', 'Repair now'),
    wrong(
      w(
        'ここは {練習|れんしゅう}なので、[何|なに]も [入|はい]りません。',
        'This is practice, so nothing was installed.'
      ),
      w('「とじて もどる」に ふれて、やりなおせます。', 'Touch “Close and go back” and try again.'),
      { to: 'repair-after' }
    )
  ),
  row(
    'call',
    w('0000-11-0000に かける', 'Call 0000-11-0000'),
    wrong(
      w(
        'ここは {練習|れんしゅう}なので、かかりません。',
        'This is practice, so nobody was called.'
      ),
      w('「とじて もどる」に ふれて、やりなおせます。', 'Touch “Close and go back” and try again.'),
      { to: 'call-after' }
    ),
    { sign: 'call' }
  ),
  plain(
    'cross',
    w('× とじる', '× Close'),
    wrong(
      w(
        'この「×」は、{警告|けいこく}の [絵|え]です。とじません。',
        'It stays. This × is part of the alarm’s picture.'
      ),
      w(
        '[画面|がめん]の [外|そと]の ボタンを つかいます。',
        'Use a button that is not on the alarm.'
      )
    )
  )
];

/** The alarm that fills the screen; `lead` is said above it. */
export function alarm(lead: Screen['parts']): Screen {
  return {
    app: 'page',
    title: w('{警告|けいこく}', 'Warning'),
    back: 'alarm-again',
    parts: [
      ...(lead ?? []),
      strong(w('ウイルスを [3|みっ]つ [見|み]つけました', '3 viruses were found')),
      text(
        w(
          '[5分|ごふん]で [写真|しゃしん]が すべて [消|き]えます。',
          'All your photos will be lost in 5 minutes.'
        )
      ),
      note(
        w(
          'ピーピー [鳴|な]っています。{練習|れんしゅう}は [音|おと]なしです。',
          'It beeps. In practice it is silent.'
        ),
        [isNot('sound', 'off')]
      ),
      note(w('[音|おと]は [小|ちい]さくなりました。', 'The sound is down.'), [is('sound', 'off')])
    ],
    places: [
      ...baits,
      plain(
        'volume',
        w('よこの {音量|おんりょう}の [下|した]を {押|お}す', 'Press volume down at the side'),
        set({ sound: 'off' }),
        { when: [isNot('sound', 'off')], note: outside, sign: 'volume' }
      ),
      ...waysOut
    ],
    hints: wayOutHints
  };
}
