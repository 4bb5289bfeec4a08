import type { Scenario } from '../domain/scenario.ts';
import type { Hint, Part, Place, Screen } from '../domain/screen.ts';
import type { Answer, Condition, Help, Turn, Words } from '../domain/turn.ts';
import { type InboxMessage, inboxMessages } from './4-2-messages.ts';

const rightNeeded = 7;

const join = (first: Words, second: Words): Words => ({
  ja: first.ja + second.ja,
  en: `${first.en} ${second.en}`
});

const again: Words = {
  ja: 'もう[一度|いちど] ひらいて、えらびなおして みましょう。',
  en: 'Open it once more and choose again.'
};

const labels = {
  keep: { ja: 'このまま のこす', en: 'Keep it' },
  delete: { ja: '[消|け]す', en: 'Delete it' },
  report: { ja: 'めいわくメール として [知|し]らせる', en: 'Report it as a nuisance' },
  ask: {
    ja: '[家族|かぞく]・{公民館|こうみんかん}に [聞|き]く',
    en: 'Ask family or the community hall'
  }
} as const;
type Deed = keyof typeof labels;

const deeds = ['keep', 'delete', 'report', 'ask'] as const;

const praise: Readonly<Record<Deed, Words>> = {
  keep: {
    ja: 'のこしました。{本物|ほんもの}の {連絡|れんらく}です。',
    en: 'Kept. This one is genuine.'
  },
  delete: {
    ja: '[消|け]しました。にせものの {連絡|れんらく}です。',
    en: 'Deleted. This one is a fake.'
  },
  report: {
    ja: '[知|し]らせました。にせものの {連絡|れんらく}です。',
    en: 'Reported. This one is a fake.'
  },
  ask: {
    ja: '{相談|そうだん}は、いつでも よい えらびかたです。',
    en: 'Asking is always a good choice.'
  }
};

function rightAnswer(message: InboxMessage, deed: Deed): Answer {
  return { happened: join(praise[deed], message.why) };
}

function wrongAnswer({ genuine, why }: InboxMessage): Help {
  const happened: Words = genuine
    ? {
        ja: '{本物|ほんもの}の {連絡|れんらく}でしたので、もとの ところに もどしました。',
        en: 'That one was genuine, so it was put back.'
      }
    : {
        ja: 'にせものの {連絡|れんらく}が のこりました。',
        en: 'A fake was left in the inbox.'
      };
  return { happened: join(happened, why), todo: again };
}

const isRight = ({ genuine }: InboxMessage, deed: Deed) =>
  deed === 'ask' || (deed === 'keep') === genuine;

const open = ({ id }: InboxMessage): Condition[] => [{ mark: id, isNot: 'good' }];

function deedPlace(message: InboxMessage, deed: Deed): Place {
  const turn: Turn = isRight(message, deed)
    ? {
        outcome: 'right',
        to: 'inbox',
        marks: { [message.id]: 'good' },
        answer: rightAnswer(message, deed)
      }
    : {
        outcome: 'wrong',
        to: 'inbox',
        marks: { [message.id]: 'again' },
        answer: wrongAnswer(message)
      };
  return { id: deed, label: labels[deed], look: 'plain', when: open(message), turns: [turn] };
}

function baitPlace(message: InboxMessage, label: Words): Place {
  const answer: Help = {
    happened: {
      ja: 'ここは れんしゅうなので、なにも おきません。{本物|ほんもの}の スマホなら どうなったかを [見|み]ましょう。',
      en: 'This is practice, so nothing happened. See what a real phone would have done.'
    },
    todo: {
      ja: '[読|よ]んだら「{受信箱|じゅしんばこ}に もどる」に ふれて、えらびなおします。',
      en: 'Then touch “Back to the inbox” and choose again.'
    }
  };
  return {
    id: 'bait',
    label,
    look: 'link',
    when: open(message),
    turns: [
      { outcome: 'wrong', to: `${message.id}-after`, marks: { [message.id]: 'again' }, answer }
    ]
  };
}

const close: Place = {
  id: 'close',
  label: { ja: '{受信箱|じゅしんばこ}に もどる', en: 'Back to the inbox' },
  look: 'main',
  turns: [{ outcome: 'way', to: 'inbox' }]
};

const closeHint: Hint = {
  place: 'close',
  where: {
    ja: '[下|した]の「{受信箱|じゅしんばこ}に もどる」です。',
    en: 'It is “Back to the inbox”, at the bottom.'
  }
};

function hintFor(message: InboxMessage): Hint {
  const words: Words = message.genuine
    ? { ja: '「このまま のこす」に ふれます。', en: 'Touch “Keep it”.' }
    : { ja: '「[消|け]す」に ふれます。', en: 'Touch “Delete it”.' };
  return {
    place: message.genuine ? 'keep' : 'delete',
    when: open(message),
    where: join(message.why, words)
  };
}

function messageScreen(message: InboxMessage): Screen {
  const bait = message.bait ? [baitPlace(message, message.bait.label)] : [];
  return {
    app: 'message',
    title: message.about,
    back: 'inbox',
    parts: [
      { part: 'note', words: message.from },
      ...message.body.map((words): Part => ({ part: 'text', words }))
    ],
    places: [
      ...bait,
      ...deeds.map((deed) => deedPlace(message, deed)),
      { ...close, when: [{ mark: message.id, is: 'good' }] }
    ],
    hints: [hintFor(message), closeHint]
  };
}

function afterScreen(wouldHave: readonly Words[]): Screen {
  return {
    app: 'page',
    title: { ja: '{本物|ほんもの}の スマホだったら', en: 'On a real phone' },
    mood: 'warning',
    back: 'inbox',
    parts: [
      ...wouldHave,
      {
        ja: 'ふれて しまっても、[話|はな]さない、はらわない。すぐ [切|き]って、188か #9110に {電話|でんわ}します。',
        en: 'Even then: say nothing, pay nothing, hang up, and telephone 188 or #9110.'
      }
    ].map((words) => ({ part: 'text', words })),
    places: [close],
    hints: [closeHint]
  };
}

const inbox: Screen = {
  app: 'messages',
  title: { ja: '{受信箱|じゅしんばこ}', en: 'Inbox' },
  places: inboxMessages.map(({ id, from, about }) => ({
    id,
    label: from,
    note: about,
    look: 'row',
    follows: id,
    turns: [{ outcome: 'way', to: id }]
  })),
  hints: inboxMessages.map((message) => ({
    place: message.id,
    when: open(message),
    where: join(
      { ja: `「${message.from.ja}」の [行|ぎょう]に ふれて、`, en: `Touch “${message.from.en}”` },
      { ja: '[読|よ]んで みましょう。', en: 'and read it.' }
    )
  }))
};

const home: Screen = {
  app: 'home',
  title: { ja: 'ホームの {画面|がめん}', en: 'Home screen' },
  places: [
    {
      id: 'open-inbox',
      label: { ja: '{受信箱|じゅしんばこ}', en: 'Inbox' },
      look: 'app',
      sign: 'letter',
      turns: [{ outcome: 'way', to: 'inbox' }]
    }
  ],
  hints: [
    {
      place: 'open-inbox',
      where: {
        ja: '「{受信箱|じゅしんばこ}」の [絵|え]に ふれます。',
        en: 'Touch the picture “Inbox”.'
      }
    }
  ]
};

const messageScreens = inboxMessages.flatMap((message): [string, Screen][] => [
  [message.id, messageScreen(message)],
  ...(message.bait
    ? [[`${message.id}-after`, afterScreen(message.bait.wouldHave)] satisfies [string, Screen]]
    : [])
]);

/** あやしい連絡: eight messages, three of them genuine; seven chosen well is the goal. */
const scenario: Scenario = {
  slug: '4-2',
  title: { ja: 'あやしい {連絡|れんらく}', en: 'Suspicious messages' },
  task: {
    ja: '8つの {連絡|れんらく}を [読|よ]んで、どうするかを えらびます。',
    en: 'Read the eight messages and choose what to do with each.'
  },
  first: 'inbox',
  home: 'home',
  goal: {
    kind: 'marks',
    marks: inboxMessages.map(({ id }) => id),
    is: 'good',
    atLeast: rightNeeded
  },
  done: {
    ja: '7つの {連絡|れんらく}に、よい えらびかたが できました。ひらかない、かけなおさない、ひとりで [決|き]めない。これで だいじょうぶです。',
    en: 'You chose well for seven messages. Do not open, do not call back, do not decide alone: that is enough.'
  },
  whereToAsk: {
    ja: '[困|こま]ったら、188({消費者|しょうひしゃ}ホットライン)か #9110({警察|けいさつ}の {相談|そうだん})に {電話|でんわ}できます。[家族|かぞく]や {公民館|こうみんかん}にも [聞|き]けます。',
    en: 'In earnest you can telephone 188 (consumer hotline) or #9110 (police advice line), or ask your family or the community hall.'
  },
  screens: { inbox, home, ...Object.fromEntries(messageScreens) }
};

export default scenario;
