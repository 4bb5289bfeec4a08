import { fingerRules, type FingerVerdict, judgeFinger, SLIP_FORGIVEN_PX } from './finger.ts';
import {
  type Input,
  type PhoneEvent,
  type PhoneState,
  type Said,
  startPhone,
  type Step
} from './phone-state.ts';
import { letGo, pressFinger, slideFinger } from './press.ts';
import {
  type Answer,
  type Condition,
  FRAME_BACK,
  FRAME_HOME,
  type Hint,
  type Place,
  type Scenario,
  type Screen,
  type Turn,
  type Words
} from './scenario.ts';

/** Hints come by themselves: after two misses the place glows, after three it is said where. */
const MISSES_BEFORE_GLOW = 2;
const MISSES_BEFORE_WORDS = 3;

/** The next state of the phone; an input that means nothing here changes nothing. */
export function stepPhone(scenario: Scenario, state: PhoneState, input: Input): Step {
  switch (input.type) {
    case 'press':
      return still(pressFinger(state, input));
    case 'slide':
      return still(slideFinger(state, input));
    case 'release':
      return release(scenario, state, input.at);
    case 'cancel':
      return still(letGo(state));
    case 'wait':
      return waitOn(scenario, state, input.at);
    case 'type':
      return typeLine(scenario, state, input.text);
    case 'hint':
      return giveHint(scenario, state);
    case 'restart':
      return still({ ...startPhone(scenario, state.face), serial: state.serial });
    case 'face':
      return still({ ...letGo(state), face: input.face });
  }
}

export function screenOf(scenario: Scenario, state: PhoneState): Screen {
  const screen = scenario.screens[state.screen];
  if (!screen) throw new Error(`scenario ${scenario.slug} has no screen ${state.screen}`);
  return screen;
}

export function placesOf(scenario: Scenario, state: PhoneState): readonly Place[] {
  return screenOf(scenario, state).places.filter((place) => holds(place.when, state.marks));
}

/** @returns `undefined` only where a scenario forgot a state; the walk of all states forbids it. */
export function hintOf(scenario: Scenario, state: PhoneState): Hint | undefined {
  return screenOf(scenario, state).hints.find((hint) => holds(hint.when, state.marks));
}

/** The place that glows now, if help is due. */
export function glowingPlace(scenario: Scenario, state: PhoneState): string | undefined {
  if (state.done || state.misses < MISSES_BEFORE_GLOW) return undefined;
  return hintOf(scenario, state)?.place;
}

/** Where to touch, in words, when misses have made that help due. */
export function wordsDue(scenario: Scenario, state: PhoneState): Words | undefined {
  if (state.done || state.misses < MISSES_BEFORE_WORDS) return undefined;
  return hintOf(scenario, state)?.where;
}

/** How far the goal is: `of` is what it asks for, `reached` never more. */
export function progressOf(
  { goal }: Scenario,
  state: Pick<PhoneState, 'marks' | 'goodTaps'>
): { readonly reached: number; readonly of: number } {
  const reached =
    goal.kind === 'taps'
      ? state.goodTaps
      : goal.marks.filter((mark) => state.marks[mark] === goal.is).length;
  return { reached: Math.min(reached, goal.atLeast), of: goal.atLeast };
}

function release(scenario: Scenario, state: PhoneState, at: number): Step {
  const { held } = state;
  if (!held) return still(state);

  const verdict = judgeFinger(held, at, fingerRules[state.face]);
  const lastTouch = { x: held.x, y: held.y, heldMs: Math.max(0, at - held.at), verdict };
  const after = { ...letGo(state), lastTouch };
  const screen = screenOf(scenario, state);
  if (screen.kind === 'circle' && !held.place?.startsWith('frame-')) {
    const arrived = verdict === 'good' || verdict === 'long';
    return coach(scenario, arrived ? { ...after, arrivedAt: at } : after, screen, verdict);
  }
  if (held.again) return still(after);
  if (held.farthestPx > SLIP_FORGIVEN_PX) return say(after, 'slipped');
  return touchPlace(scenario, { ...after, arrivedAt: at }, held.place);
}

/** On every screen but the coach's, how long or with how many fingers one touches does not matter. */
function touchPlace(scenario: Scenario, state: PhoneState, id: string | undefined): Step {
  if (id === FRAME_HOME) return moveByFrame(state, scenario.home);
  if (id === FRAME_BACK) return moveByFrame(state, screenOf(scenario, state).back);

  const place = placesOf(scenario, state).find((candidate) => candidate.id === id);
  const turn = place?.turns.find(({ when }) => holds(when, state.marks));
  if (turn) return takeTurn(scenario, state, turn);
  const { arrivedAt: _, ...rest } = state;
  return say(rest, 'nothing-there');
}

function moveByFrame(state: PhoneState, to: string | undefined): Step {
  if (to === undefined || to === state.screen) return say(state, 'first-screen');
  const { said: _, ...rest } = state;
  return { state: { ...rest, screen: to }, events: [{ type: 'moved', to }] };
}

function takeTurn(scenario: Scenario, state: PhoneState, turn: Turn): Step {
  const { said: _, ...rest } = state;
  const moved = {
    ...rest,
    screen: turn.to ?? state.screen,
    marks: { ...state.marks, ...turn.marks },
    misses: missesAfter(state.misses, turn.outcome)
  };
  const spoken = turn.answer ? say(moved, turn.outcome, turn.answer) : still(moved);
  const events: PhoneEvent[] =
    moved.screen === state.screen ? [] : [{ type: 'moved', to: moved.screen }];
  return reachGoal(scenario, { state: spoken.state, events: [...events, ...spoken.events] });
}

function coach(
  scenario: Scenario,
  state: PhoneState,
  screen: Extract<Screen, { kind: 'circle' }>,
  verdict: FingerVerdict
): Step {
  const outcome = verdict === 'good' ? 'right' : 'wrong';
  const counted = {
    ...state,
    goodTaps: state.goodTaps + (verdict === 'good' ? 1 : 0),
    misses: missesAfter(state.misses, outcome)
  };
  return reachGoal(scenario, say(counted, outcome, screen.fingers[verdict]));
}

/** While a finger stays down too long the coach says so once; letting go is what counts. */
function waitOn(scenario: Scenario, state: PhoneState, at: number): Step {
  const screen = screenOf(scenario, state);
  if (screen.kind !== 'circle' || !state.held || state.held.byKey) return still(state);
  if (at - state.held.at <= fingerRules[state.face].longestMs) return still(state);
  if (state.said?.answer === screen.fingers.held) return still(state);
  return say(state, 'wrong', screen.fingers.held);
}

function typeLine(scenario: Scenario, state: PhoneState, text: string): Step {
  const { line } = screenOf(scenario, state);
  if (!line) return still(state);
  const accepted = line.accepts.some((accept) => sameLetters(accept, text));
  return takeTurn(scenario, state, accepted ? line.right : line.wrong);
}

function giveHint(scenario: Scenario, state: PhoneState): Step {
  const hint = hintOf(scenario, state);
  if (!hint || state.done) return still(state);
  const asked = { ...state, misses: Math.max(state.misses + 1, MISSES_BEFORE_GLOW) };
  return say(asked, 'hint', { happened: hint.where });
}

function reachGoal(scenario: Scenario, { state, events }: Step): Step {
  const { reached, of } = progressOf(scenario, state);
  if (state.done || reached < of) return { state, events };
  return { state: { ...state, done: true }, events: [...events, { type: 'goal' }] };
}

function missesAfter(misses: number, outcome: Turn['outcome']): number {
  if (outcome === 'right') return 0;
  return outcome === 'wrong' ? misses + 1 : misses;
}

function say(state: PhoneState, kind: Said['kind'], answer?: Answer): Step {
  const serial = state.serial + 1;
  const said: Said = { kind, serial, ...(answer && { answer }) };
  return { state: { ...state, said, serial }, events: [{ type: 'said', said }] };
}

function still(state: PhoneState): Step {
  return { state, events: [] };
}

function holds(
  conditions: readonly Condition[] | undefined,
  marks: Readonly<Record<string, string>>
): boolean {
  return (conditions ?? []).every(({ mark, is, isNot }) => {
    const value = marks[mark] ?? '';
    return (is === undefined || value === is) && (isNot === undefined || value !== isNot);
  });
}

function sameLetters(a: string, b: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return bare(a) === bare(b);
}
