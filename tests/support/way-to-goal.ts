import type { Face } from '#features/practice-phone/domain/finger.ts';
import { hintedPlace, screenOf, stepPhone } from '#features/practice-phone/domain/phone.ts';
import { startPhone } from '#features/practice-phone/domain/phone-state.ts';
import { LINE_PLACE, type Scenario } from '#features/practice-phone/domain/scenario.ts';
import { tap } from './play-scenario.ts';

/** One touch of a place, or what is typed on the line. */
export type Move = { readonly place: string; readonly screen: string; readonly text?: string };

const LONGEST_WAY = 200;
const BETWEEN_TOUCHES_MS = 1000;

/** The touches that lead from the start to the goal, as the rehearsal's own hints give them. */
export function wayToGoal(scenario: Scenario, face: Face): Move[] {
  const moves: Move[] = [];
  let state = startPhone(scenario, face);
  while (!state.done) {
    const place = hintedPlace(scenario, state);
    if (place === undefined || moves.length > LONGEST_WAY) {
      throw new Error(`${scenario.slug} on ${face}: the hints end on ${state.screen}`);
    }
    const { input } = screenOf(scenario, state);
    const text = place === LINE_PLACE && input?.kind === 'line' ? input.accepts[0] : undefined;
    moves.push({ place, screen: state.screen, ...(text !== undefined && { text }) });
    const inputs =
      text === undefined
        ? tap(place, moves.length * BETWEEN_TOUCHES_MS)
        : [{ type: 'type', text } as const];
    for (const given of inputs) ({ state } = stepPhone(scenario, state, given));
  }
  return moves;
}
