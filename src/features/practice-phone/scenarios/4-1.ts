import type { Scenario } from '../domain/scenario.ts';
import type { Screen } from '../domain/screen.ts';
import { call, keep, make, pin, save } from './4-1-questions.ts';
import { hint, is, isNot, row, text, w, way } from './kit.ts';

const tasks = {
  make: { label: w('① パスワードを [作|つく]る', '① Make a password'), sign: 'key' },
  keep: { label: w('② ノートを しまう', '② Put the notebook away'), sign: 'notebook' },
  pin: { label: w('③ 4けたを きめる', '③ Choose four digits'), sign: 'keypad' },
  call: { label: w('④ かかってきた [電話|でんわ]', '④ A telephone call'), sign: 'call' }
} as const;
type Task = keyof typeof tasks;
const taskNames = Object.keys(tasks) as Task[];

const list: Screen = {
  app: 'page',
  title: w('かぎの {練習|れんしゅう}', 'Practice with keys'),
  parts: [
    text(w('[上|うえ]から [1|ひと]つずつ えらびます。', 'Take one after another, from the top.'))
  ],
  places: taskNames.map((task) =>
    row(task, tasks[task].label, way(task), { follows: task, sign: tasks[task].sign })
  ),
  hints: [
    ...taskNames.map((task) =>
      hint(
        task,
        w(`「${tasks[task].label.ja}」に ふれます。`, `Touch “${tasks[task].label.en}”.`),
        [isNot(task, 'good')]
      )
    ),
    hint(
      'make',
      w('もう[1度|いちど] やってみることも できます。', 'You may do any of them again.'),
      [is('make', 'good')]
    )
  ]
};

/** パスワードと暗証番号: make one, put it away, choose digits, and tell nobody. */
const scenario: Scenario = {
  slug: '4-1',
  title: w('パスワードと {暗証番号|あんしょうばんごう}', 'Passwords and PINs'),
  task: w(
    '4つの [場面|ばめん]で、よい [道|みち]を えらびます。',
    'Choose the good way in four situations.'
  ),
  first: 'list',
  home: 'list',
  goal: { kind: 'marks', marks: taskNames, is: 'good', atLeast: 4 },
  done: w(
    '[作|つく]って、しまって、だれにも [言|い]わない。これで {大丈夫|だいじょうぶ}です。',
    'Make it, keep it at home, tell nobody: that is enough.'
  ),
  whereToAsk: w(
    '[番号|ばんごう]を [言|い]ってしまった[時|とき]は、すぐ {銀行|ぎんこう}へ [電話|でんわ]します。まよったら 188に {相談|そうだん}できます。',
    'If you told someone a PIN, call the bank at once. If in doubt, ask at 188.'
  ),
  screens: { list, make, save, keep, pin, call }
};

export default scenario;
