import * as v from 'valibot';
import type { Scenario } from './scenario.ts';
import type { Part, Place, Screen } from './screen.ts';
import { type Turn, Words } from './turn.ts';

/** How a swindle reaches somebody. */
export const drillWays = ['call', 'short-letter', 'letter', 'talk', 'page'] as const;
export type DrillWay = (typeof drillWays)[number];

/** One swindle to be practised: the winning moves are to stop, to close, and to talk to somebody. */
export const Drill = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60)),
  way: v.picklist(drillWays),
  /** What the kind of swindle is called. */
  topic: Words,
  /** Who it says it is. */
  from: Words,
  body: v.pipe(v.array(Words), v.minLength(1), v.maxLength(4)),
  /** What it wants touched. */
  bait: Words,
  /** What would have happened then. */
  wouldHave: v.pipe(v.array(Words), v.minLength(1), v.maxLength(3)),
  /** How one can tell. */
  why: Words
});
export type Drill = v.InferOutput<typeof Drill>;

const apps: Readonly<Record<DrillWay, Screen['app']>> = {
  call: 'call',
  'short-letter': 'message',
  letter: 'message',
  talk: 'talk',
  page: 'page'
};

const closing: Readonly<Record<DrillWay, Words>> = {
  call: { ja: '[何|なに]も [言|い]わずに {電話|でんわ}を [切|き]る', en: 'Hang up without a word' },
  'short-letter': { ja: 'ふれずに とじる', en: 'Close it, touch nothing' },
  letter: { ja: 'ふれずに とじる', en: 'Close it, touch nothing' },
  talk: { ja: '{返事|へんじ}を しないで とじる', en: 'Close it without an answer' },
  page: { ja: 'この {画面|がめん}を とじる', en: 'Close this screen' }
};

const again: Words = {
  ja: 'もう[一度|いちど] {練習|れんしゅう}します。こんどは とじて みましょう。',
  en: 'Try it once more, and close it this time.'
};

/** People and numbers that help; each is a good choice. */
const helpers: readonly { readonly id: string; readonly label: Words; readonly said: Words }[] = [
  {
    id: 'family',
    label: { ja: '[家族|かぞく]や [友|とも]だち', en: 'Family or a friend' },
    said: {
      ja: '[身近|みぢか]な [人|ひと]に [話|はな]すと、おちついて [考|かんが]えられます。',
      en: 'Talking to somebody close lets you think calmly.'
    }
  },
  {
    id: 'hall',
    label: { ja: '{公民館|こうみんかん}や {市役所|しやくしょ}', en: 'Community hall or city hall' },
    said: {
      ja: '{公民館|こうみんかん}では いつでも いっしょに [見|み]て もらえます。',
      en: 'At the community hall somebody will look at it with you.'
    }
  },
  {
    id: 'consumer-line',
    label: {
      ja: '188({消費者|しょうひしゃ}ホットライン)',
      en: '188 (consumer hotline)'
    },
    said: {
      ja: '188は、[近|ちか]くの {相談|そうだん}の [窓口|まどぐち]に つながります。',
      en: '188 puts you through to the advice centre near you.'
    }
  },
  {
    id: 'police-line',
    label: { ja: '#9110({警察|けいさつ}の {相談|そうだん})', en: '#9110 (police advice line)' },
    said: {
      ja: '#9110は、{警察|けいさつ}の {相談|そうだん}{電話|でんわ}です。',
      en: '#9110 is the advice line of the police.'
    }
  }
];

/** Whom one does not turn to; each is answered without a scolding. */
const dismissed: readonly Place[] = [
  {
    id: 'alone',
    label: { ja: 'ひとりで [考|かんが]える', en: 'Nobody: I think alone' },
    look: 'plain',
    turns: [
      {
        outcome: 'wrong',
        answer: {
          happened: {
            ja: 'ひとりだと {不安|ふあん}が [大|おお]きく なります。はずかしい ことでは ありません。',
            en: 'Alone, worries grow. There is nothing to be ashamed of.'
          },
          todo: {
            ja: '[話|はな]せる [人|ひと]を えらんで みましょう。',
            en: 'Choose somebody to talk to.'
          }
        }
      }
    ]
  },
  {
    id: 'them',
    label: { ja: 'かけてきた {相手|あいて}に [聞|き]く', en: 'Those who contacted me' },
    look: 'plain',
    turns: [
      {
        outcome: 'wrong',
        answer: {
          happened: {
            ja: '{相手|あいて}は「{本物|ほんもの}です」と [答|こた]えます。それでは {確|たし}かめられません。',
            en: 'They will say that it is real. That proves nothing.'
          },
          todo: {
            ja: 'べつの [人|ひと]を えらんで みましょう。',
            en: 'Choose somebody else.'
          }
        }
      }
    ]
  }
];

/** The rehearsal of a drill, the same for every swindle, those of the city's staff too. */
export function scenarioOfDrill(drill: Drill): Scenario {
  return {
    slug: `drill-${drill.id}`,
    title: drill.topic,
    task: {
      ja: 'あわてずに [止|と]まって、とじて、だれかに [話|はな]します。',
      en: 'Stop, close it, and talk to somebody.'
    },
    first: 'contact',
    home: 'home',
    goal: { kind: 'marks', marks: ['stopped', 'talked'], is: 'good', atLeast: 2 },
    done: {
      ja: '[止|と]まる、とじる、だれかに [話|はな]す。これが できれば {安心|あんしん}です。',
      en: 'Stop, close, talk to somebody: that is all it takes.'
    },
    whereToAsk: {
      ja: '[困|こま]ったら、188か #9110に {電話|でんわ}できます。{公民館|こうみんかん}でも {相談|そうだん}できます。',
      en: 'In earnest you can telephone 188 or #9110, or ask at the community hall.'
    },
    screens: {
      contact: contactScreen(drill),
      after: afterScreen(drill),
      talk: talkScreen(),
      home: homeScreen()
    }
  };
}

function contactScreen(drill: Drill): Screen {
  const stopped: Turn = {
    outcome: 'right',
    to: 'talk',
    marks: { stopped: 'good' },
    answer: {
      happened: drill.why,
      todo: { ja: 'つぎに、だれかに [話|はな]します。', en: 'Now talk to somebody.' }
    }
  };
  const fell: Turn = {
    outcome: 'wrong',
    to: 'after',
    answer: {
      happened: {
        ja: 'ここは {練習|れんしゅう}なので、なにも おきません。{本物|ほんもの}なら どうなったかを [見|み]ましょう。',
        en: 'This is practice, so nothing happened. See what would have.'
      },
      todo: again
    }
  };
  const spoken = drill.way === 'call' || drill.way === 'talk';
  const body = drill.body.map((words): Part =>
    spoken ? { part: 'bubble', by: 'theirs', words } : { part: 'text', words }
  );
  return {
    app: apps[drill.way],
    title: drill.way === 'page' ? { ja: 'ホームページ', en: 'A web page' } : drill.from,
    parts: drill.way === 'page' ? [{ part: 'strong', words: drill.from }, ...body] : body,
    places: [
      { id: 'bait', label: drill.bait, look: 'link', turns: [fell] },
      { id: 'close', label: closing[drill.way], look: 'plain', turns: [stopped] }
    ],
    hints: [
      {
        place: 'close',
        where: {
          ja: `「${closing[drill.way].ja}」に ふれます。`,
          en: `Touch “${closing[drill.way].en}”.`
        }
      }
    ]
  };
}

function afterScreen({ wouldHave }: Drill): Screen {
  const label: Words = { ja: 'はじめに もどる', en: 'Back to the beginning' };
  return {
    app: 'page',
    title: { ja: '{本物|ほんもの}だったら', en: 'In earnest' },
    mood: 'warning',
    back: 'contact',
    parts: wouldHave.map((words) => ({ part: 'text', words })),
    places: [{ id: 'again', label, look: 'main', turns: [{ outcome: 'way', to: 'contact' }] }],
    hints: [
      {
        place: 'again',
        where: { ja: `[下|した]の「${label.ja}」です。`, en: `It is “${label.en}”, at the bottom.` }
      }
    ]
  };
}

function talkScreen(): Screen {
  return {
    app: 'contacts',
    title: { ja: 'だれに [話|はな]しますか', en: 'Whom do you talk to?' },
    back: 'contact',
    places: [
      ...helpers.map(({ id, label, said }): Place => ({
        id,
        label,
        look: 'plain',
        turns: [{ outcome: 'right', marks: { talked: 'good' }, answer: { happened: said } }]
      })),
      ...dismissed
    ],
    hints: [
      {
        place: 'family',
        where: {
          ja: 'たとえば「[家族|かぞく]や [友|とも]だち」に ふれます。',
          en: 'Touch “Family or a friend”, for example.'
        }
      }
    ]
  };
}

function homeScreen(): Screen {
  return {
    app: 'home',
    title: { ja: 'ホームの {画面|がめん}', en: 'Home screen' },
    places: [
      {
        id: 'return',
        label: { ja: '{練習|れんしゅう}に もどる', en: 'Back to the drill' },
        look: 'app',
        sign: 'shield',
        turns: [{ outcome: 'way', to: 'contact' }]
      }
    ],
    hints: [
      {
        place: 'return',
        where: {
          ja: '「{練習|れんしゅう}に もどる」に ふれます。',
          en: 'Touch “Back to the drill”.'
        }
      }
    ]
  };
}
