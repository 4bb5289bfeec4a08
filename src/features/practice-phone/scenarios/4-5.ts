import type { Scenario } from '../domain/scenario.ts';
import type { Place, Screen } from '../domain/screen.ts';
import type { Words } from '../domain/turn.ts';
import { charging, dark, started } from './4-5-dark.ts';
import { app, homeScreen, hint, is, isNot, plain, right, row, text, w, way, wrong } from './kit.ts';

const steps = {
  ring: {
    label: w(
      '[家|いえ]の[電話|でんわ]から [自分|じぶん]に かける',
      'Call it from the phone at home'
    ),
    sign: 'call',
    happened: w(
      '[鳴|な]りません。[外|そと]で なくしたようです。',
      'No ring. You lost it out of doors.'
    ),
    whyFirst: w(
      'まず [鳴|な]らすと、[家|いえ]の[中|なか]なら [見|み]つかります。',
      'Let it ring first: it may be at home.'
    )
  },
  places: {
    label: w('{寄|よ}った[所|ところ]に [聞|き]く', 'Ask where you were'),
    sign: 'shop',
    happened: w(
      '[店|みせ]にも バスにも ありませんでした。',
      'Neither the shop nor the bus has it.'
    ),
    whyFirst: w(
      '[店|みせ]で あずかっていることが [多|おお]いです。',
      'Often a shop has kept it for you.'
    )
  },
  stop: {
    label: w('スマホの[会社|かいしゃ]に [止|と]めてもらう', 'Have the company stop it'),
    sign: 'lock',
    happened: w(
      '[止|と]まりました。ほかの[人|ひと]は [使|つか]えません。',
      'It is stopped: nobody can use it.'
    ),
    whyFirst: w(
      '[先|さき]に [止|と]めると、[使|つか]われずに すみます。',
      'Have it stopped first, so that nobody uses it.'
    )
  },
  report: {
    label: w('{交番|こうばん}に とどけを [出|だ]す', 'Report it at the police box'),
    sign: 'police',
    happened: w(
      'とどけが [出|だ]せました。[見|み]つかったら [電話|でんわ]が [来|き]ます。',
      'Reported. They call you when it is found.'
    )
  }
} as const;
type Step = keyof typeof steps;

/** The order in which they help; each is a mark too. */
const early = ['ring', 'places', 'stop'] as const;
const order: readonly Step[] = [...early, 'report'];
/** Shown otherwise, so that the order has to be thought of. */
const shown: readonly Step[] = ['stop', 'ring', 'report', 'places'];

const nextLine: Words = w(
  '[上|うえ]から じゅんに、まだの ものを えらびます。',
  'Choose the first one that is not done.'
);

const nextIs = ({ ja, en }: Words): Words => w(`つぎは「${ja}」です。`, `Next: “${en}”.`);
const first = ({ ja, en }: Words): Words => w(`[先|さき]に「${ja}」です。`, `First: “${en}”.`);

/** Done already, too early (what comes before it, and why), or right. */
function stepPlace(id: Step): Place {
  const { label, sign, happened } = steps[id];
  const before = early.slice(0, order.indexOf(id));
  return row(
    id,
    label,
    [
      wrong(w('これは もう できました。', 'That is done already.'), nextLine, {
        when: [is(id, 'good')]
      }),
      ...before.map((step) =>
        wrong(steps[step].whyFirst, first(steps[step].label), {
          when: [isNot(step, 'good')]
        })
      ),
      right(happened, { marks: { [id]: 'good' } })
    ],
    { follows: id, sign }
  );
}

const lost: Screen = {
  app: 'paper',
  title: w('スマホが ない', 'The phone is gone'),
  back: 'home',
  parts: [
    text(
      w(
        'どの じゅんに しますか。[1|ひと]つずつ ふれます。',
        'In which order? Touch one after another.'
      )
    )
  ],
  places: [
    ...shown.map(stepPlace),
    plain(
      'to-dark',
      w('まっ[暗|くら]な [画面|がめん]に もどる', 'Back to the dark screen'),
      way('dark'),
      {
        when: [isNot('works', 'good')]
      }
    )
  ],
  hints: [
    ...order.map((id) => hint(id, nextIs(steps[id].label), [isNot(id, 'good')])),
    hint(
      'to-dark',
      w('「まっ[暗|くら]な [画面|がめん]に もどる」です。', 'It is “Back to the dark screen”.')
    )
  ]
};

const home = homeScreen(
  [
    app('dark', w('① [画面|がめん]が まっ[暗|くら]', '① A dark screen'), 'phone', [
      way('started', { when: [is('works', 'good')] }),
      way('dark')
    ]),
    app('lost', w('② スマホが ない', '② The phone is gone'), 'question', way('lost'))
  ],
  [
    hint(
      'dark',
      w('「① [画面|がめん]が まっ[暗|くら]」に ふれます。', 'Touch “① A dark screen”.'),
      [isNot('works', 'good')]
    ),
    hint('lost', w('「② スマホが ない」に ふれます。', 'Touch “② The phone is gone”.'))
  ]
);

/** なくした・うごかない: a dark screen first, then the order of four steps. */
const scenario: Scenario = {
  slug: '4-5',
  title: w('なくした・うごかない', 'Lost, or not working'),
  task: w(
    '[動|うご]かない スマホを [動|うご]かし、なくした[時|とき]の じゅんを たしかめます。',
    'Wake a dark phone, then find the order of steps when it is lost.'
  ),
  first: 'dark',
  home: 'home',
  goal: { kind: 'marks', marks: ['works', ...order], is: 'good', atLeast: 5 },
  done: w(
    'あわてず、じゅんに できました。[紙|かみ]に [会社|かいしゃ]の [番号|ばんごう]を [書|か]いておくと {安心|あんしん}です。',
    'One step after another, without hurry. Keep the company’s number on paper.'
  ),
  whereToAsk: w(
    'スマホの[会社|かいしゃ]は [夜|よる]も つながります。[動|うご]かない スマホは {相談会|そうだんかい}に お[持|も]ちください。',
    'Phone companies answer at night too. Bring a phone that does not work to a help session.'
  ),
  screens: { dark, charging, started, lost, home }
};

export default scenario;
