import { SvelteSet } from 'svelte/reactivity';

const KEY = 'engawa-called-out';

/**
 * Who has been called out and seen outside, on this tablet alone and for this tab: ids without names,
 * which a reload keeps and closing the tab forgets. It is a help for one caller, and no fact.
 */
export class CalledOut {
  readonly #ids: SvelteSet<string>;
  readonly #key: string;

  constructor(sessionId: string) {
    this.#key = `${KEY}.${sessionId}`;
    this.#ids = new SvelteSet((sessionStorage.getItem(this.#key) ?? '').split(' ').filter(Boolean));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#keep();
  }

  clear(): void {
    this.#ids.clear();
    this.#keep();
  }

  #keep(): void {
    sessionStorage.setItem(this.#key, [...this.#ids].join(' '));
  }
}
