import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * The current answer of a Dexie read, kept up to date while a component looks at it; `initial` until
 * the first answer. A read that fails is thrown where `current` is read.
 */
export class LiveQuery<Value> {
  #current: Value;
  #failure: unknown;
  readonly #track: () => void;

  constructor(read: () => Promise<Value>, initial: Value) {
    this.#current = initial;
    this.#track = createSubscriber((update) => {
      const subscription = liveQuery(read).subscribe({
        next: (value) => {
          this.#current = value;
          update();
        },
        error: (failure) => {
          this.#failure = failure;
          update();
        }
      });
      return () => subscription.unsubscribe();
    });
  }

  get current(): Value {
    this.#track();
    if (this.#failure !== undefined) throw this.#failure;
    return this.#current;
  }
}
