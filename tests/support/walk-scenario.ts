import {
  fingerRules,
  REPEAT_IGNORED_MS,
  SLIP_FORGIVEN_PX
} from '#features/practice-phone/domain/finger.ts';
import {
  hintedPlace,
  placesOf,
  screenOf,
  stepPhone
} from '#features/practice-phone/domain/phone.ts';
import {
  type Input,
  type PhoneState,
  startPhone
} from '#features/practice-phone/domain/phone-state.ts';
import {
  CIRCLE_PLACE,
  FRAME_BACK,
  FRAME_HOME,
  KEY_PREFIX,
  LINE_PLACE,
  MOVE_LESS,
  MOVE_MORE,
  MOVE_PLACE,
  type Scenario
} from '#features/practice-phone/domain/scenario.ts';
import { boardOf, commandsOf, type Keys, nextKey } from '#features/practice-phone/domain/keys.ts';
import type { ScreenInput } from '#features/practice-phone/domain/screen.ts';

export type Walk = {
  readonly states: number;
  readonly touches: number;
  readonly wrongTurns: number;
  /** The most hints one must follow from any state to the goal. */
  readonly farthest: number;
  /** What a learner would stumble over, as sentences; empty when all is well. */
  readonly troubles: readonly string[];
};

type Touch = { readonly name: string; readonly inputs: readonly Input[] };

/** Long after any earlier touch, so that none counts as its repetition. */
const AT = 10 * REPEAT_IGNORED_MS;

/**
 * Visits every state of a scenario that touches can lead to. Two states count as one where nothing can
 * tell them apart: no turn depends on misses or on what was said last, nor on a mark's value that no
 * condition and no goal asks for.
 */
export function walkScenario(scenario: Scenario, face: PhoneState['face']): Walk {
  const start = startPhone(scenario, face);
  const matters = valuesThatMatter(scenario);
  const sameFor = (state: PhoneState) => keyOf({ ...state, marks: matters(state.marks) });
  const seen = new Map([[sameFor(start), start]]);
  const next = new Map<string, string>();
  const troubles: string[] = [];
  let touches = 0;
  let wrongTurns = 0;

  for (const [key, state] of seen) {
    const hint = hintedPlace(scenario, state);
    for (const touch of touchesOn(scenario, state)) {
      const after = touch.inputs.reduce(
        (now, input) => stepPhone(scenario, now, input).state,
        state
      );
      touches += 1;
      const { said } = after;
      const bare = withoutTalk(after);
      const to = sameFor(bare);
      if (!said && keyOf(bare) === keyOf(state))
        troubles.push(`${key}: ${touch.name} is not answered`);
      if (said?.kind === 'wrong') {
        wrongTurns += 1;
        if (!said.answer?.todo) troubles.push(`${key}: ${touch.name} is wrong, but not what to do`);
      }
      if (!seen.has(to)) seen.set(to, bare);
      if (touch.name === hint) next.set(key, to);
    }
    if (!state.done && !next.has(key)) troubles.push(`${key}: no hint that can be followed`);
  }
  const farthest = followHints(seen, next, troubles);
  return { states: seen.size, touches, wrongTurns, farthest, troubles };
}

/** Marks without the values that nothing in the scenario asks for. */
function valuesThatMatter(
  scenario: Scenario
): (marks: PhoneState['marks']) => Record<string, string> {
  const asked = new Set<string>();
  const ask = (mark: string, value: string) => asked.add(`${mark}=${value}`);
  if (scenario.goal.kind === 'marks') {
    for (const mark of scenario.goal.marks) ask(mark, scenario.goal.is);
  }
  JSON.stringify(scenario.screens, (_, value: unknown) => {
    const { mark, is, isNot, values } = (value ?? {}) as Partial<Record<string, unknown>>;
    if (typeof mark !== 'string') return value;
    for (const one of [is, isNot, ...(Array.isArray(values) ? (values as unknown[]) : [])]) {
      if (typeof one === 'string') ask(mark, one);
    }
    return value;
  });
  return (marks) =>
    Object.fromEntries(
      Object.entries(marks).filter(([mark, value]) => asked.has(`${mark}=${value}`))
    );
}

function touchesOn(scenario: Scenario, state: PhoneState): Touch[] {
  const { input } = screenOf(scenario, state);
  const places = placesOf(scenario, state);
  return [
    ...places.map(({ id }) => tap(id, id)),
    ...places.filter(({ held }) => held).map(({ id }) => longPress(id, state)),
    tap('frame-back', FRAME_BACK),
    tap('frame-home', FRAME_HOME),
    tap('beside', undefined),
    ...(input ? touchesOnInput(input, state) : [])
  ];
}

function touchesOnInput(input: ScreenInput, state: PhoneState): Touch[] {
  switch (input.kind) {
    case 'circle':
      return fingersOn(state);
    case 'line':
      return input.accepts.slice(0, 1).flatMap((text): Touch[] => [
        { name: LINE_PLACE, inputs: [{ type: 'type', text }] },
        { name: 'wrong line', inputs: [{ type: 'type', text: `${text}x` }] }
      ]);
    case 'keys':
      return keysOn(input, state);
    case 'move':
      return [tap(MOVE_MORE, MOVE_MORE), tap(MOVE_LESS, MOVE_LESS), tap('not moved', MOVE_PLACE)];
  }
}

/** The key that leads on, one mistake where all was right so far, and every key that is no letter. */
function keysOn(keys: Keys, { typed }: PhoneState): Touch[] {
  const next = nextKey(keys, typed);
  const others = commandsOf[keys.board].filter((key) => key !== next);
  const right = keys.accepts.some((text) => text.startsWith(typed.text));
  if (right) {
    const mistake = Object.keys(boardOf(keys)).find((key) => key !== next && key !== typed.turning);
    if (mistake !== undefined) others.push(mistake);
  }
  return [next, ...others].map((key) => tap(KEY_PREFIX + key, KEY_PREFIX + key));
}

function longPress(id: string, { face }: PhoneState): Touch {
  const [press] = tap(id, id).inputs as [Input, Input];
  const at = AT + fingerRules[face].longestMs + 1;
  return { name: `${id} held`, inputs: [press, { type: 'release', at }] };
}

function fingersOn({ face }: PhoneState): Touch[] {
  const { shortestMs, longestMs } = fingerRules[face];
  const [press, release] = tap(CIRCLE_PLACE, CIRCLE_PLACE).inputs as [Input, Input];
  const slide: Input = { type: 'slide', x: 10 + SLIP_FORGIVEN_PX + 1, y: 10, at: AT + 50 };
  const tooLong = AT + longestMs + 1;
  return [
    tap(CIRCLE_PLACE, CIRCLE_PLACE),
    { name: 'long', inputs: [press, { type: 'release', at: tooLong }] },
    { name: 'held', inputs: [press, { type: 'wait', at: tooLong }, { type: 'cancel' }] },
    ...(shortestMs > 0
      ? [{ name: 'light', inputs: [press, { type: 'release', at: AT + shortestMs - 1 } as Input] }]
      : []),
    { name: 'slip', inputs: [press, slide, release] },
    { name: 'second finger', inputs: [press, { ...press, pointers: 2 } as Input, release] },
    {
      name: 'twice',
      inputs: [press, release, later(press, 200), later(release, 200)]
    }
  ];
}

function tap(name: string, place: string | undefined): Touch {
  return {
    name,
    inputs: [
      { type: 'press', place, x: 10, y: 10, at: AT, pointers: 1 },
      { type: 'release', at: AT + 120 }
    ]
  };
}

function later(input: Input, ms: number): Input {
  return 'at' in input ? { ...input, at: input.at + ms } : input;
}

/** From every state the hints alone must lead to the goal. */
function followHints(
  seen: ReadonlyMap<string, PhoneState>,
  next: ReadonlyMap<string, string>,
  troubles: string[]
): number {
  const distances = new Map<string, number>();
  for (const [start] of seen) {
    const path: string[] = [];
    let key = start;
    while (!distances.has(key) && !seen.get(key)?.done && path.length <= seen.size) {
      path.push(key);
      const to = next.get(key);
      if (to === undefined) break;
      key = to;
    }
    const reached = distances.has(key) || seen.get(key)?.done === true;
    if (!reached) troubles.push(`${start}: the hints never reach the goal`);
    const rest = distances.get(key) ?? 0;
    path.forEach((step, index) => distances.set(step, rest + path.length - index));
  }
  return Math.max(0, ...new Set(distances.values()));
}

function withoutTalk({
  said: _said,
  lastTouch: _lastTouch,
  arrivedAt: _arrivedAt,
  held: _held,
  verdicts: _verdicts,
  ...rest
}: PhoneState): PhoneState {
  return { ...rest, verdicts: {}, misses: 0, serial: 0, goodTaps: rest.done ? 0 : rest.goodTaps };
}

function keyOf({ screen, marks, goodTaps, typed, done }: PhoneState): string {
  const made = Object.entries(marks)
    .map(([mark, value]) => `${mark}=${value}`)
    .sort()
    .join(',');
  const line = typed.text + (typed.turning ? '…' : '') + (typed.full ? ' full' : '');
  return [screen, made, goodTaps, line, done ? 'done' : ''].join(' ').trimEnd();
}
