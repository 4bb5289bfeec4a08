import type { PhoneEvent, PhoneState, Said, Step } from './phone-state.ts';
import { startTyping } from './keys.ts';
import type { Scenario } from './scenario.ts';
import { type Answer, holds, type Turn } from './turn.ts';

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

/** Takes the first turn whose conditions hold; `undefined` where none does. */
export function takeFirst(
  scenario: Scenario,
  state: PhoneState,
  turns: readonly Turn[] | undefined
): Step | undefined {
  const turn = turns?.find(({ when }) => holds(when, state));
  return turn && takeTurn(scenario, state, turn);
}

function takeTurn(scenario: Scenario, state: PhoneState, turn: Turn): Step {
  const { said: _, ...rest } = state;
  const marked = {
    ...rest,
    marks: { ...state.marks, ...turn.marks },
    misses: missesAfter(state.misses, turn.outcome)
  };
  const moved = goTo(scenario, marked, turn.to ?? state.screen);
  const spoken = turn.answer ? say(moved.state, turn.outcome, turn.answer) : still(moved.state);
  return reachGoal(scenario, {
    state: spoken.state,
    events: [...moved.events, ...spoken.events]
  });
}

/** Another screen begins with an empty line. */
export function goTo(scenario: Scenario, state: PhoneState, to: string): Step {
  if (to === state.screen) return still(state);
  const input = scenario.screens[to]?.input;
  const typed = input?.kind === 'keys' ? startTyping(input) : { text: '' };
  return { state: { ...state, screen: to, typed }, events: [{ type: 'moved', to }] };
}

export function reachGoal(scenario: Scenario, { state, events }: Step): Step {
  const { reached, of } = progressOf(scenario, state);
  if (state.done || reached < of) return { state, events };
  const goal: PhoneEvent = { type: 'goal' };
  return { state: { ...state, done: true }, events: [...events, goal] };
}

export function missesAfter(misses: number, outcome: Turn['outcome']): number {
  if (outcome === 'right') return 0;
  return outcome === 'wrong' ? misses + 1 : misses;
}

export function say(state: PhoneState, kind: Said['kind'], answer?: Answer): Step {
  const serial = state.serial + 1;
  const said: Said = { kind, serial, ...(answer && { answer }) };
  return { state: { ...state, said, serial }, events: [{ type: 'said', said }] };
}

export function still(state: PhoneState): Step {
  return { state, events: [] };
}
