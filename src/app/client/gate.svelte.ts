import { createSubscriber } from 'svelte/reactivity';
import type { Scope } from '#features/sync/domain/operation.ts';
import type { ExchangeFailure } from '#features/sync/client/exchange.ts';
import { chooseFirstPin, openFromServer } from '#features/sync/client/scope-keys.ts';
import { sealInPlace } from '#features/sync/client/seal-in-place.ts';
import type { DeviceState, KeyRow, LockRow } from '#features/sync/client/stores.ts';
import type { Unlocking } from '#features/sync/client/vault.ts';
import { LiveQuery } from '#shared/client/live-query.svelte.ts';
import type { FieldDb } from './field-db.ts';

/** What stands before the field's screens; `open` is nothing. */
export type GateState = 'reading' | 'choose-pin' | 'locked' | 'open';

type Stored = {
  readonly device: DeviceState | undefined;
  readonly lock: LockRow | undefined;
  readonly keys: readonly KeyRow[];
};

/** Whether this device may show what it holds, and how it is opened; owns no markup. */
export class Gate {
  /** The keys went with the last wrong PIN; said until the page is left. */
  wasDestroyed = $state(false);

  readonly #db: FieldDb;
  readonly #stored: LiveQuery<Stored | undefined>;
  readonly #trackVault: () => void;

  constructor(db: FieldDb) {
    this.#db = db;
    this.#trackVault = createSubscriber((update) => db.vault.watch(update));
    this.#stored = new LiveQuery<Stored | undefined>(async () => {
      const [device, lock, keys] = await Promise.all([
        db.device.get('this'),
        db.lock.get('this'),
        db.key.toArray()
      ]);
      return { device, lock, keys };
    }, undefined);
  }

  get state(): GateState {
    this.#trackVault();
    const stored = this.#stored.current;
    if (!stored) return 'reading';
    if (stored.lock) return this.#db.vault.isOpen ? 'open' : 'locked';
    return stored.device ? 'choose-pin' : 'open';
  }

  /** How many wrong PINs in a row there were. */
  get wrongPins(): number {
    return this.#stored.current?.lock?.wrongPins ?? 0;
  }

  /** Lies here, and the venue's secret is not known: the PIN alone does not open it. */
  isClosed(scope: Scope): boolean {
    this.#trackVault();
    const kids = (this.#stored.current?.keys ?? []).filter((key) => key.scope === scope);
    return kids.length > 0 && kids.every(({ kid }) => this.#db.vault.keyOf(kid) === undefined);
  }

  async unlock(pin: string): Promise<Unlocking> {
    const unlocking = await this.#db.vault.unlock(pin);
    this.wasDestroyed = unlocking.kind === 'destroyed';
    if (unlocking.kind === 'open') await sealInPlace(this.#db);
    return unlocking;
  }

  async choosePin(pin: string): Promise<ExchangeFailure['kind'] | 'not-enrolled' | undefined> {
    const failure = await chooseFirstPin(
      this.#db,
      (address, init) => window.fetch(address, init),
      pin
    );
    if (!failure) this.wasDestroyed = false;
    return failure?.kind;
  }

  /** Opens every session that lies here with the venues' secrets, where the server is in reach. */
  async openFromServer(): Promise<void> {
    if (!this.#db.vault.isOpen) return;
    const closed = await this.#db.vault.closedScopes();
    const way = (address: string, init: RequestInit) => window.fetch(address, init);
    if (closed.length > 0) await openFromServer(this.#db, way, closed);
  }

  /** @returns false when it is the card of another session. */
  openWithCard(scope: Scope, code: string): Promise<boolean> {
    return this.#db.vault.openWith(scope, code);
  }

  lock(): void {
    this.#db.vault.lock();
  }
}
