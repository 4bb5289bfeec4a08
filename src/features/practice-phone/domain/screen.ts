import * as v from 'valibot';
import { signNames } from '#shared/ui/signs/names.ts';
import { Answer, Help, Name, Turn, Turns, When, Words } from './turn.ts';

const Sign = v.picklist(signNames);

/** Something that can be touched. */
const Place = v.strictObject({
  id: Name,
  label: Words,
  note: v.exactOptional(Words),
  /** `switch` and `choice` show by the mark they follow whether they are on (`on`). */
  look: v.picklist(['main', 'plain', 'link', 'row', 'poster', 'app', 'switch', 'choice', 'key']),
  sign: v.exactOptional(Sign),
  /** Shown only while these hold. */
  when: When,
  /** A row says by this mark how it stands: `good` and `again` (dealt with), or `on` and `off`. */
  follows: v.exactOptional(Name),
  turns: Turns,
  /** What a long press does; without it a long touch is a touch. */
  held: v.exactOptional(Turns)
});
export type Place = v.InferOutput<typeof Place>;

/** Where to touch next; of a screen's hints the first whose conditions hold is given. */
const Hint = v.strictObject({ place: Name, where: Words, when: When });
export type Hint = v.InferOutput<typeof Hint>;

/** How large letters or a picture were made; without it they are as they come. */
const Size = v.exactOptional(v.picklist(['small', 'large', 'larger', 'largest']));
export type Size = v.InferOutput<typeof Size>;

/** What a screen shows above its places, from the top. */
const Part = v.variant('part', [
  v.strictObject({ part: v.literal('text'), when: When, words: Words, size: Size }),
  /** The one line that must be seen: a number, a price, what the phone asks. */
  v.strictObject({ part: v.literal('strong'), when: When, words: Words }),
  /** Who sent it, when, how much: what stands small on real screens. */
  v.strictObject({ part: v.literal('note'), when: When, words: Words }),
  v.strictObject({
    part: v.literal('address'),
    when: When,
    host: v.string(),
    path: v.exactOptional(v.string()),
    large: v.exactOptional(v.literal(true))
  }),
  /** What was said in a talk, with a picture or sticker where it is one. */
  v.strictObject({
    part: v.literal('bubble'),
    when: When,
    by: v.picklist(['mine', 'theirs']),
    words: Words,
    sign: v.exactOptional(Sign)
  }),
  /** A drawing on the screen: a photo, a map, a thing in the machine's tray. */
  v.strictObject({
    part: v.literal('sign'),
    when: When,
    size: Size,
    sign: Sign,
    words: v.exactOptional(Words)
  }),
  /** A form's field and what stands in it; empty without words. */
  v.strictObject({
    part: v.literal('field'),
    when: When,
    label: Words,
    words: v.exactOptional(Words)
  }),
  /** How far something is turned up: as many steps as the mark's values, filled up to the present one. */
  v.strictObject({
    part: v.literal('gauge'),
    when: When,
    label: Words,
    mark: Name,
    values: v.pipe(v.array(Name), v.minLength(2))
  }),
  /** A thing on paper, a ticket, an advertisement, a card. */
  v.strictObject({
    part: v.literal('card'),
    when: When,
    title: Words,
    sign: v.exactOptional(Sign),
    lines: v.array(Words)
  })
]);
export type Part = v.InferOutput<typeof Part>;

/** Answers of the finger coach, one for every way in which a finger can touch. */
const FingerAnswers = v.strictObject({
  good: Answer,
  light: Help,
  long: Help,
  held: Help,
  slip: Help,
  twice: Help,
  'second-finger': Help,
  beside: Help
});

const typedInto = {
  label: Words,
  accepts: v.pipe(v.array(v.string()), v.nonEmpty()),
  right: Turns,
  wrong: Turns
};

/** What a screen can take besides touches on its places; each brings places of its own. */
const ScreenInput = v.variant('kind', [
  /** The finger coach's circle, touched as the place `circle`. */
  v.strictObject({ kind: v.literal('circle'), name: Words, fingers: FingerAnswers }),
  /** A line for the learner's own keyboard; spaces and width do not matter. Hints call it `line`. */
  v.strictObject({ kind: v.literal('line'), ...typedInto }),
  /**
   * Drawn keys: digits, twelve kana keys (several touches or a flick), or twelve letter keys with small
   * and large, half and full width. What is typed must be exactly one of `accepts`. Hints call the
   * next key `keys`.
   */
  v.strictObject({
    kind: v.literal('keys'),
    board: v.picklist(['digits', 'kana', 'letters']),
    /** What is typed shows as dots. Only practice numbers that stand on the screen are ever asked for. */
    secret: v.exactOptional(v.literal(true)),
    /** A letter board that begins in full width, as phones often do. */
    full: v.exactOptional(v.literal(true)),
    ...typedInto
  }),
  /**
   * Something that moves by a step under the finger, or by two buttons (`move-more`, `move-less`): a
   * page up and down, a handle or pictures left and right, a map larger and smaller. `mark` holds where
   * it is; it begins at the first of `values`. More is: page further, handle to the right, larger.
   */
  v.strictObject({
    kind: v.literal('move'),
    gesture: v.picklist(['up-down', 'left-right', 'pinch']),
    mark: Name,
    values: v.pipe(v.array(Name), v.minLength(2)),
    more: Words,
    less: Words,
    /** What it leads to, once it stands at a value; without one it just stands there. */
    turns: v.exactOptional(v.array(Turn))
  })
]);
export type ScreenInput = v.InferOutput<typeof ScreenInput>;
export type InputOf<Kind extends ScreenInput['kind']> = Extract<ScreenInput, { kind: Kind }>;

/** What a screen belongs to: its name bar and colours follow. */
export const apps = [
  'coach',
  'home',
  'lock',
  'settings',
  'notice',
  'call',
  'contacts',
  'keyboard',
  'camera',
  'address',
  'page',
  'search',
  'store',
  'map',
  'messages',
  'message',
  'talk',
  'meeting',
  'form',
  'chat',
  'machine',
  'paper'
] as const;

export const Screen = v.strictObject({
  app: v.picklist(apps),
  title: Words,
  /** Where the drawn back button leads; without it this screen is the first. */
  back: v.exactOptional(Name),
  /** What the drawn back and home buttons do here where they do more than move; hints may name both. */
  backTurns: v.exactOptional(Turns),
  homeTurns: v.exactOptional(Turns),
  /** `warning`: not the phone's own screen but what a real one would have done. `dark`: the light is out. */
  mood: v.exactOptional(v.picklist(['warning', 'dark'])),
  parts: v.exactOptional(v.array(Part)),
  places: v.array(Place),
  hints: v.pipe(v.array(Hint), v.nonEmpty()),
  input: v.exactOptional(ScreenInput)
});
export type Screen = v.InferOutput<typeof Screen>;
