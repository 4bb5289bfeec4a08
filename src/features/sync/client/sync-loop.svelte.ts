import type { Scope } from '../domain/operation.ts';
import type { Fetch } from './exchange.ts';
import { forgetDevice } from './forget-device.ts';
import { forward } from './handover.ts';
import { report, type Surroundings } from './report.ts';
import { forgetOver, pull, push, type SyncOutcome } from './sync.ts';
import type { SyncDb } from './sync-db.ts';

const VISIBLE_INTERVAL_MS = 15_000;
const HIDDEN_INTERVAL_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 1000;
const LOCK = 'engawa-sync';

/** How the desk took this device out of use, once it has forgotten everything. */
export type Ended = 'retired' | 'lost';

/**
 * Keeps a screen's scope, where it has one, and the server together while the screen is open: at once after a fact is
 * written, when the network comes back, and by the clock otherwise. Every tab may write; the one that
 * holds the lock sends. Without a scope it only sends, as a locked device does.
 */
export class SyncLoop {
  /** How the last attempt ended; `undefined` until one has. */
  outcome: SyncOutcome | undefined = $state();
  busy = $state(false);
  /** How many facts may be lost with this device's storage, by the server's count; `null` for none. */
  missing: number | null = $state(null);
  /** By this device's clock; 0: not since the screen was opened. */
  metServerAt = $state(0);

  readonly #db: SyncDb;
  readonly #scope: Scope | undefined;
  readonly #surroundings: () => Promise<Surroundings>;
  readonly #onended: (how: Ended | undefined) => void;
  readonly #fetch: Fetch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #again = false;
  #stopped = false;

  constructor(
    db: SyncDb,
    scope: Scope | undefined,
    surroundings: () => Promise<Surroundings>,
    onended: (how: Ended | undefined) => void,
    fetch: Fetch = (address, init) => window.fetch(address, init)
  ) {
    this.#db = db;
    this.#scope = scope;
    this.#onended = onended;
    this.#surroundings = surroundings;
    this.#fetch = fetch;
  }

  /** Starts, and @returns what ends it. */
  start(): () => void {
    // Told that the network is back, it begins its waits anew: the first try may still be too early.
    const anew = () => {
      this.#failures = 0;
      this.now();
    };
    window.addEventListener('online', anew);
    document.addEventListener('visibilitychange', anew);
    this.now();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      window.removeEventListener('online', anew);
      document.removeEventListener('visibilitychange', anew);
    };
  }

  /** Exchanges as soon as possible; called while one is running, once more after it. */
  now(): void {
    if (this.busy) {
      this.#again = true;
      return;
    }
    void this.#run();
  }

  async #run(): Promise<void> {
    this.busy = true;
    clearTimeout(this.#timer);
    let outcome: SyncOutcome | undefined;
    try {
      outcome = await navigator.locks.request(LOCK, () => this.#exchange());
    } catch (failure) {
      if (!isOutOfRoom(failure)) throw failure;
      outcome = { kind: 'no-room' };
    } finally {
      this.busy = false;
      this.#goOn(outcome);
    }
  }

  /** Whatever happened, it tries again in its time. `outcome`: none when it broke off. */
  #goOn(outcome: SyncOutcome | undefined): void {
    if (outcome) this.outcome = outcome;
    if (outcome?.kind === 'retired' || outcome?.kind === 'lost') this.#onended(outcome.kind);
    if (outcome?.kind === 'done') this.#onended(undefined);
    this.#failures = outcome?.kind === 'done' ? 0 : this.#failures + 1;
    const again = this.#again;
    this.#again = false;
    if (!this.#stopped)
      this.#timer = setTimeout(() => void this.#run(), again ? 0 : this.#waitMs());
  }

  async #exchange(): Promise<SyncOutcome> {
    await forgetOver(this.#db, Date.now());
    const ended = await this.#report();
    if (ended) return ended;
    const pushed = await push(this.#db, this.#fetch);
    if (pushed.kind !== 'done') return pushed;
    const forwarded = await forward(this.#db, this.#fetch);
    if (forwarded.kind !== 'done') return forwarded;
    for (const scope of await this.#scopesToPull()) {
      const pulled = await pull(this.#db, this.#fetch, scope);
      if (pulled.kind !== 'done') return pulled;
    }
    return pushed;
  }

  /** @returns how the exchange ends already here; `undefined` when it goes on. */
  async #report(): Promise<SyncOutcome | undefined> {
    const surroundings = await this.#surroundings();
    const told = await report(this.#db, this.#fetch, surroundings);
    if (!told) return { kind: 'not-enrolled' };
    // A server of an older version has no place for it, and takes facts all the same.
    if (!told.ok) return told.error.kind === 'refused' ? undefined : told.error;
    this.metServerAt = told.answeredAt;
    this.missing = told.value.missing;
    const { state } = told.value;
    return state === 'active'
      ? undefined
      : forgetDevice(this.#db, this.#fetch, state, surroundings);
  }

  /** Ours, and every scope with something sent that only a pull can show. */
  async #scopesToPull(): Promise<readonly Scope[]> {
    if (!this.#db.vault.isOpen) return [];
    const own = await this.#db.outbox.toArray();
    const carried = await this.#db.carried.filter(({ answered }) => answered === true).toArray();
    const waiting = [...own, ...carried].map(({ scope }) => scope);
    const ours = this.#scope === undefined ? [] : [this.#scope];
    return [...ours, ...waiting].filter((scope, index, all) => all.indexOf(scope) === index);
  }

  /** After failures longer and longer, never at the same moment as every other tablet. */
  #waitMs(): number {
    const steady = document.hidden ? HIDDEN_INTERVAL_MS : VISIBLE_INTERVAL_MS;
    if (this.#failures === 0) return steady;
    const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    return backoff * (0.5 + Math.random() / 2);
  }
}

/** The device could not keep what the server answered. */
function isOutOfRoom(failure: unknown): boolean {
  const { name, inner } = failure as { readonly name?: string; readonly inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
