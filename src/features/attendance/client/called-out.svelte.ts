const KEY = 'engawa-called-out';

/**
 * Who has been called out and seen outside, on this tablet alone and for this tab: ids without names,
 * which a reload keeps and closing the tab forgets. It is a help for one caller, and no fact.
 */
export class CalledOut {
  #ids: ReadonlySet<string> = $state.raw(new Set());
  readonly #key: string;

  constructor(sessionId: string) {
    this.#key = `${KEY}.${sessionId}`;
    this.#ids = new Set((sessionStorage.getItem(this.#key) ?? '').split(' ').filter(Boolean));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    this.#keep(this.has(id) ? [...this.#ids].filter((each) => each !== id) : [...this.#ids, id]);
  }

  clear(): void {
    this.#keep([]);
  }

  #keep(ids: readonly string[]): void {
    this.#ids = new Set(ids);
    sessionStorage.setItem(this.#key, ids.join(' '));
  }
}
