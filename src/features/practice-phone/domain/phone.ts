import { goTo, missesAfter, reachGoal, say, still, takeFirst } from './answering.ts';
import { fingerRules, type FingerVerdict, judgeFinger, SLIP_FORGIVEN_PX } from './finger.ts';
import { nextKey } from './keys.ts';
import { type Input, type PhoneState, startPhone, type Step } from './phone-state.ts';
import { letGo, pressFinger, slideFinger } from './press.ts';
import { FRAME_BACK, FRAME_HOME, KEY_PREFIX, KEYS_PLACE, type Scenario } from './scenario.ts';
import type { Hint, InputOf, Place, Screen } from './screen.ts';
import { touchInput } from './touching.ts';
import { holds, type Words } from './turn.ts';

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
  return screenOf(scenario, state).places.filter((place) => holds(place.when, state));
}

/** @returns `undefined` only where a scenario forgot a state; the walk of all states forbids it. */
export function hintOf(scenario: Scenario, state: PhoneState): Hint | undefined {
  return screenOf(scenario, state).hints.find((hint) => holds(hint.when, state));
}

/** The place to touch next: where a hint says the keys, the key that comes next. */
export function hintedPlace(scenario: Scenario, state: PhoneState): string | undefined {
  const place = hintOf(scenario, state)?.place;
  const { input } = screenOf(scenario, state);
  if (place !== KEYS_PLACE || input?.kind !== 'keys') return place;
  return KEY_PREFIX + nextKey(input, state.typed);
}

/** The place that glows now, if help is due. */
export function glowingPlace(scenario: Scenario, state: PhoneState): string | undefined {
  if (state.done || state.misses < MISSES_BEFORE_GLOW) return undefined;
  return hintedPlace(scenario, state);
}

/** Where to touch, in words, when misses have made that help due. */
export function wordsDue(scenario: Scenario, state: PhoneState): Words | undefined {
  if (state.done || state.misses < MISSES_BEFORE_WORDS) return undefined;
  return hintOf(scenario, state)?.where;
}

function release(scenario: Scenario, state: PhoneState, at: number): Step {
  const { held } = state;
  if (!held) return still(state);

  const verdict = judgeFinger(held, at, fingerRules[state.face]);
  const lastTouch = { x: held.x, y: held.y, heldMs: Math.max(0, at - held.at), verdict };
  const after = { ...letGo(state), lastTouch };
  const screen = screenOf(scenario, state);
  const { input } = screen;
  if (input?.kind === 'circle' && !held.place?.startsWith('frame-')) {
    const arrived = verdict === 'good' || verdict === 'long';
    return coach(scenario, arrived ? { ...after, arrivedAt: at } : after, input, verdict);
  }
  if (held.again) return still(after);
  const arrived = { ...after, arrivedAt: at };
  const taken = touchInput({ scenario, state: arrived, held }, input);
  if (taken) return taken;
  if (held.farthestPx > SLIP_FORGIVEN_PX) return say(after, 'slipped');
  return touchPlace(scenario, arrived, held.place, verdict);
}

/** Where a place knows no long press, how long or with how many fingers one touches does not matter. */
function touchPlace(
  scenario: Scenario,
  state: PhoneState,
  id: string | undefined,
  verdict: FingerVerdict
): Step {
  const { back, backTurns, homeTurns } = screenOf(scenario, state);
  if (id === FRAME_HOME)
    return takeFirst(scenario, state, homeTurns) ?? moveByFrame(scenario, state, scenario.home);
  if (id === FRAME_BACK)
    return takeFirst(scenario, state, backTurns) ?? moveByFrame(scenario, state, back);

  const place = placesOf(scenario, state).find((candidate) => candidate.id === id);
  const turns = verdict === 'long' ? (place?.held ?? place?.turns) : place?.turns;
  const taken = takeFirst(scenario, state, turns);
  if (taken) return taken;
  const { arrivedAt: _, ...rest } = state;
  return say(rest, 'nothing-there');
}

function moveByFrame(scenario: Scenario, state: PhoneState, to: string | undefined): Step {
  if (to === undefined || to === state.screen) return say(state, 'first-screen');
  const { said: _, ...rest } = state;
  return goTo(scenario, rest, to);
}

function coach(
  scenario: Scenario,
  state: PhoneState,
  circle: InputOf<'circle'>,
  verdict: FingerVerdict
): Step {
  const outcome = verdict === 'good' ? 'right' : 'wrong';
  const counted = {
    ...state,
    goodTaps: state.goodTaps + (verdict === 'good' ? 1 : 0),
    verdicts: { ...state.verdicts, [verdict]: (state.verdicts[verdict] ?? 0) + 1 },
    misses: missesAfter(state.misses, outcome)
  };
  return reachGoal(scenario, say(counted, outcome, circle.fingers[verdict]));
}

/** While a finger stays down too long the coach says so once; letting go is what counts. */
function waitOn(scenario: Scenario, state: PhoneState, at: number): Step {
  const { input } = screenOf(scenario, state);
  if (input?.kind !== 'circle' || !state.held || state.held.byKey) return still(state);
  if (at - state.held.at <= fingerRules[state.face].longestMs) return still(state);
  if (state.said?.answer === input.fingers.held) return still(state);
  return say(state, 'wrong', input.fingers.held);
}

function typeLine(scenario: Scenario, state: PhoneState, text: string): Step {
  const { input } = screenOf(scenario, state);
  if (input?.kind !== 'line') return still(state);
  const accepted = input.accepts.some((accept) => sameLetters(accept, text));
  return takeFirst(scenario, state, accepted ? input.right : input.wrong) ?? still(state);
}

function giveHint(scenario: Scenario, state: PhoneState): Step {
  const hint = hintOf(scenario, state);
  if (!hint || state.done) return still(state);
  const asked = { ...state, misses: Math.max(state.misses + 1, MISSES_BEFORE_GLOW) };
  return say(asked, 'hint', { happened: hint.where });
}

function sameLetters(a: string, b: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return bare(a) === bare(b);
}
