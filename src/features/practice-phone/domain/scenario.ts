import * as v from 'valibot';

/** One text in both languages, with readings as `#shared/text/ruby.ts` writes them. */
export const Words = v.strictObject({
  ja: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty())
});
export type Words = v.InferOutput<typeof Words>;

/** What a turn is answered with: what happened and, where something is to be done, what. */
const Answer = v.strictObject({ happened: Words, todo: v.exactOptional(Words) });
export type Answer = v.InferOutput<typeof Answer>;

const Help = v.strictObject({ happened: Words, todo: Words });
export type Help = v.InferOutput<typeof Help>;

const Name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A mark holds one small word about what was done (`m3: 'good'`); a mark never made is `''`. */
const Condition = v.strictObject({
  mark: Name,
  is: v.exactOptional(v.string()),
  isNot: v.exactOptional(v.string())
});
export type Condition = v.InferOutput<typeof Condition>;

const turnParts = {
  when: v.exactOptional(v.array(Condition)),
  to: v.exactOptional(Name),
  marks: v.exactOptional(v.record(Name, v.string()))
};

/**
 * What a touch leads to. `way` only leads on, `right` is what the exercise asks for, and `wrong` must
 * be answered with what happened and what to do.
 */
const Turn = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('way'), ...turnParts, answer: v.exactOptional(Answer) }),
  v.strictObject({ outcome: v.literal('right'), ...turnParts, answer: Answer }),
  v.strictObject({ outcome: v.literal('wrong'), ...turnParts, answer: Help })
]);
export type Turn = v.InferOutput<typeof Turn>;

/** Something that can be touched. Of its turns the first whose conditions hold is taken. */
const Place = v.strictObject({
  id: Name,
  label: Words,
  note: v.exactOptional(Words),
  look: v.picklist(['main', 'plain', 'link', 'row', 'poster', 'app']),
  picture: v.exactOptional(v.picklist(['finger', 'camera', 'letter', 'poster', 'sticker'])),
  /** Shown only while these hold. */
  when: v.exactOptional(v.array(Condition)),
  /** A row says by this mark whether it was dealt with. */
  follows: v.exactOptional(Name),
  turns: v.pipe(v.array(Turn), v.nonEmpty())
});
export type Place = v.InferOutput<typeof Place>;

/** Where to touch next; of a screen's hints the first whose conditions hold is given. */
const Hint = v.strictObject({
  place: Name,
  where: Words,
  when: v.exactOptional(v.array(Condition))
});
export type Hint = v.InferOutput<typeof Hint>;

/** What the learner types on a screen; spaces and width do not matter. Hints call it `line`. */
const Line = v.strictObject({
  label: Words,
  accepts: v.pipe(v.array(v.string()), v.nonEmpty()),
  right: Turn,
  wrong: Turn
});

const screenParts = {
  title: Words,
  /** Where the drawn back button leads; without it this screen is the first. */
  back: v.exactOptional(Name),
  places: v.array(Place),
  hints: v.pipe(v.array(Hint), v.nonEmpty()),
  line: v.exactOptional(Line)
};

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

const Screen = v.variant('kind', [
  v.strictObject({
    kind: v.literal('circle'),
    ...screenParts,
    /** The name of the circle; it is touched as the place `circle`. */
    circle: Words,
    fingers: FingerAnswers
  }),
  v.strictObject({ kind: v.literal('home'), ...screenParts }),
  v.strictObject({ kind: v.literal('messages'), ...screenParts }),
  v.strictObject({
    kind: v.literal('message'),
    ...screenParts,
    from: Words,
    body: v.pipe(v.array(Words), v.nonEmpty())
  }),
  v.strictObject({ kind: v.literal('camera'), ...screenParts, text: Words }),
  v.strictObject({
    kind: v.literal('address'),
    ...screenParts,
    text: Words,
    host: v.string(),
    path: v.string()
  }),
  v.strictObject({
    kind: v.literal('page'),
    ...screenParts,
    host: v.exactOptional(v.string()),
    mood: v.picklist(['calm', 'warning']),
    body: v.pipe(v.array(Words), v.nonEmpty())
  })
]);
export type Screen = v.InferOutput<typeof Screen>;

const Goal = v.variant('kind', [
  v.strictObject({
    kind: v.literal('marks'),
    marks: v.pipe(v.array(Name), v.nonEmpty()),
    is: v.string(),
    atLeast: v.pipe(v.number(), v.integer(), v.minValue(1))
  }),
  v.strictObject({
    kind: v.literal('taps'),
    atLeast: v.pipe(v.number(), v.integer(), v.minValue(1))
  })
]);

/** One rehearsal as data; `slug` is its lesson's too. */
export const Scenario = v.strictObject({
  slug: Name,
  title: Words,
  task: Words,
  /** Where the rehearsal begins and 「やりなおす」 leads. */
  first: Name,
  /** Where the drawn home button leads. */
  home: Name,
  goal: Goal,
  done: Words,
  /** Where to ask in earnest, shown when the goal is reached. */
  whereToAsk: v.exactOptional(Words),
  screens: v.record(Name, Screen)
});
export type Scenario = v.InferOutput<typeof Scenario>;

/** Places that the phone itself has; no place of a scenario may have these ids. */
export const FRAME_BACK = 'frame-back';
export const FRAME_HOME = 'frame-home';
export const CIRCLE_PLACE = 'circle';
export const LINE_PLACE = 'line';

/** Names that lead nowhere, as sentences; an empty list means the scenario hangs together. */
export function looseEnds({ screens, first, home }: Scenario): string[] {
  const known = (id: string | undefined) => id === undefined || Object.hasOwn(screens, id);
  const found: string[] = [];
  if (!known(first)) found.push(`first: no screen ${first}`);
  if (!known(home)) found.push(`home: no screen ${home}`);

  for (const [id, screen] of Object.entries(screens)) {
    if (!known(screen.back)) found.push(`${id}: no screen ${screen.back} to go back to`);
    const ids = screen.places.map((place) => place.id);
    if (screen.kind === 'circle') ids.push(CIRCLE_PLACE);
    if (screen.line) ids.push(LINE_PLACE);
    if (new Set(ids).size < ids.length) found.push(`${id}: two places share an id`);
    if (ids.some((place) => place.startsWith('frame-'))) found.push(`${id}: frame- is reserved`);
    for (const turn of screen.places.flatMap((place) => place.turns)) {
      if (!known(turn.to)) found.push(`${id}: no screen ${turn.to}`);
    }
    for (const { place } of screen.hints) {
      if (!ids.includes(place)) found.push(`${id}: a hint points at ${place}, which is not there`);
    }
  }
  return found;
}
