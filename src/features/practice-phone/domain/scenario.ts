import * as v from 'valibot';
import { Screen } from './screen.ts';
import { Name, Words } from './turn.ts';

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
export const MOVE_PLACE = 'move';
export const MOVE_MORE = 'move-more';
export const MOVE_LESS = 'move-less';
/** What hints call the key that comes next. */
export const KEYS_PLACE = 'keys';
/** Every drawn key is the place `key-` and its name. */
export const KEY_PREFIX = 'key-';

const placesOfInput = {
  circle: [CIRCLE_PLACE],
  line: [LINE_PLACE],
  keys: [KEYS_PLACE],
  move: [MOVE_MORE, MOVE_LESS]
} as const;

/** Names that lead nowhere, as sentences; an empty list means the scenario hangs together. */
export function looseEnds({ screens, first, home }: Scenario): string[] {
  const known = (id: string | undefined) => id === undefined || Object.hasOwn(screens, id);
  const found: string[] = [];
  if (!known(first)) found.push(`first: no screen ${first}`);
  if (!known(home)) found.push(`home: no screen ${home}`);

  for (const [id, screen] of Object.entries(screens)) {
    if (!known(screen.back)) found.push(`${id}: no screen ${screen.back} to go back to`);
    for (const to of targetsOf(screen)) if (!known(to)) found.push(`${id}: no screen ${to}`);

    const ids: string[] = screen.places.map((place) => place.id);
    if (new Set(ids).size < ids.length) found.push(`${id}: two places share an id`);
    if (ids.some((place) => /^(frame|key|move)-/.test(place))) {
      found.push(`${id}: frame-, key- and move- are reserved`);
    }
    ids.push(FRAME_BACK, FRAME_HOME, ...(screen.input ? placesOfInput[screen.input.kind] : []));
    for (const { place } of screen.hints) {
      if (!ids.includes(place)) found.push(`${id}: a hint points at ${place}, which is not there`);
    }
  }
  return found;
}

function targetsOf({
  places,
  input,
  backTurns = [],
  homeTurns = []
}: Screen): (string | undefined)[] {
  const turns = [...backTurns, ...homeTurns];
  turns.push(...places.flatMap((place) => [...place.turns, ...(place.held ?? [])]));
  if (input?.kind === 'move') turns.push(...(input.turns ?? []));
  if (input?.kind === 'line' || input?.kind === 'keys') turns.push(...input.right, ...input.wrong);
  return turns.map(({ to }) => to);
}
