import type { Face } from '#features/practice-phone/domain/finger.ts';
import { stepPhone } from '#features/practice-phone/domain/phone.ts';
import {
  type Input,
  type PhoneState,
  startPhone
} from '#features/practice-phone/domain/phone-state.ts';
import type { Scenario } from '#features/practice-phone/domain/scenario.ts';

/** A finger on a place, down at `at` for `ms`. */
export function tap(place: string | undefined, at: number, ms = 120): Input[] {
  return [
    { type: 'press', place, x: 50, y: 50, at, pointers: 1 },
    { type: 'release', at: at + ms }
  ];
}

/** Where a rehearsal is after these inputs, from its start. */
export function play(
  scenario: Scenario,
  inputs: readonly Input[],
  face: Face = 'android'
): PhoneState {
  const start = startPhone(scenario, face);
  return inputs.reduce((state, input) => stepPhone(scenario, state, input).state, start);
}
