import { progressOf } from '../domain/answering.ts';
import type { Face } from '../domain/finger.ts';
import { glowingPlace, placesOf, screenOf, stepPhone, wordsDue } from '../domain/phone.ts';
import { type Input, type PhoneState, startPhone } from '../domain/phone-state.ts';
import type { Scenario } from '../domain/scenario.ts';

/** One rehearsal as a screen shows it: the phone's state and what follows from it. */
export class Rehearsal {
  readonly scenario: Scenario;
  #state: PhoneState;

  readonly screen = $derived.by(() => screenOf(this.scenario, this.#state));
  readonly places = $derived.by(() => placesOf(this.scenario, this.#state));
  readonly glowing = $derived.by(() => glowingPlace(this.scenario, this.#state));
  readonly due = $derived.by(() => wordsDue(this.scenario, this.#state));
  readonly progress = $derived.by(() => progressOf(this.scenario, this.#state));

  constructor(scenario: Scenario, face: Face) {
    this.scenario = scenario;
    this.#state = $state.raw(startPhone(scenario, face));
  }

  get state(): PhoneState {
    return this.#state;
  }

  readonly send = (input: Input): void => {
    this.#state = stepPhone(this.scenario, this.#state, input).state;
  };
}
