import type { Hint, Place, Screen } from '../domain/screen.ts';
import type { Condition, Turn, Words } from '../domain/turn.ts';
import { backHints, hint, homeHints, is, isNot, plain, right, toggle, w, wrong } from './kit.ts';

/** Where each phone keeps the sound of calls, and the one turn that silent mode is everywhere. */

export const android: Condition[] = [is('face', 'android')];
export const iphone: Condition[] = [is('face', 'iphone')];
export const kantan: Condition[] = [is('face', 'kantan')];

export const needsRing = isNot('ring-done', 'good');
export const needsCall = isNot('heard', 'good');
export const isSilent = is('silent', 'on');
const wasHeard = is('heard', 'good');

const rings = ['soft', 'middle', 'loud'] as const;

const thenCall: Words = w(
  'ホームの「[家族|かぞく]に かけてもらう」で たしかめます。',
  'Try it with “Have your family call you” on the home screen.'
);

/** Silent mode on and off again; off counts once a call was felt and not heard. */
export const silentTurns: Turn[] = [
  right(w('[音|おと]が {鳴|な}るように もどりました。', 'The phone will ring again.'), {
    when: [isSilent, wasHeard],
    marks: { silent: 'off', restored: 'good' }
  }),
  {
    outcome: 'way',
    when: [isSilent],
    marks: { silent: 'off' },
    answer: { happened: w('マナーモードを [切|き]りました。', 'Silent mode is off.') }
  },
  right(w('マナーモードに なりました。', 'Silent mode is on.'), {
    marks: { silent: 'on' },
    todo: thenCall
  })
];

const otherSound = (id: string, label: Words, what: Words): Place =>
  plain(
    id,
    label,
    wrong(
      what,
      w(
        '[電話|でんわ]の [音|おと]は「{着信音|ちゃくしんおん}」です。',
        'For calls it is “Ringtone”.'
      )
    )
  );

export const films = otherSound(
  'media',
  w('メディアの [音|おと]', 'Media volume'),
  w('{動画|どうが}や [音楽|おんがく]の [音|おと]でした。', 'That is for films and music.')
);

const alarm = otherSound(
  'alarm',
  w('[目|め]ざましの [音|おと]', 'Alarm volume'),
  w('[朝|あさ]の [目|め]ざましの [音|おと]でした。', 'That is for the alarm clock.')
);

type Sounds = {
  readonly title: Words;
  readonly back: string;
  readonly more: Words;
  readonly less: Words;
  readonly louder: Words;
  readonly places: Place[];
  /** Where to go once the ringtone is loud. */
  readonly after: Hint[];
};

function soundsOf({ title, back, more, less, louder, places, after }: Sounds): Screen {
  return {
    app: 'settings',
    title,
    back,
    parts: [
      {
        part: 'gauge',
        label: w('{着信音|ちゃくしんおん}', 'Ringtone'),
        mark: 'ring',
        values: [...rings]
      }
    ],
    input: {
      kind: 'move',
      gesture: 'left-right',
      mark: 'ring',
      values: [...rings],
      more,
      less,
      turns: [
        right(
          w('[電話|でんわ]の [音|おと]が [大|おお]きく なりました。', 'Calls ring louder now.'),
          {
            when: [is('ring', 'loud'), needsRing],
            marks: { 'ring-done': 'good' },
            todo: w('つぎは マナーモードに します。', 'Now switch on silent mode.')
          }
        )
      ]
    },
    places,
    hints: [hint('move-more', louder, [needsRing]), ...after]
  };
}

const slideRight: Words = w(
  'みどりの わくの [中|なか]を、[右|みぎ]へ すべらせます。「[右|みぎ]へ」でも [動|うご]きます。',
  'Slide to the right inside the green frame. “To the right” does the same.'
);
const toRight: Words = w('[右|みぎ]へ →', 'To the right →');
const toLeft: Words = w('← [左|ひだり]へ', '← To the left');

const silentSwitch = (label: Words): Place =>
  toggle('silent', label, silentTurns, { follows: 'silent' });

const silentHint = (label: Words): Hint[] => [
  ...homeHints([needsCall, isSilent]),
  hint('silent', w(`「${label.ja}」に ふれます。`, `Touch “${label.en}”.`))
];

const mannerMode: Words = w('マナーモード', 'Silent mode');
const silentMode: Words = w('{消音|しょうおん}モード', 'Silent Mode');

export const soundScreens: Record<string, Screen> = {
  'sounds-android': soundsOf({
    title: w('{音量|おんりょう}', 'Volume'),
    back: 'bar',
    more: toRight,
    less: toLeft,
    louder: slideRight,
    places: [films, alarm],
    after: backHints()
  }),
  'sounds-iphone': soundsOf({
    title: w('サウンドと {触覚|しょっかく}', 'Sounds & Haptics'),
    back: 'settings',
    more: toRight,
    less: toLeft,
    louder: slideRight,
    places: [silentSwitch(silentMode)],
    after: silentHint(silentMode)
  }),
  'sounds-kantan': soundsOf({
    title: w('[音|おと]・{振動|しんどう}', 'Sound, vibration'),
    back: 'settings',
    more: w('+ [大|おお]きく', '+ louder'),
    less: w('− [小|ちい]さく', '− softer'),
    louder: w('「+ [大|おお]きく」に ふれます。', 'Touch “+ louder”.'),
    places: [silentSwitch(mannerMode), alarm],
    after: silentHint(mannerMode)
  })
};
