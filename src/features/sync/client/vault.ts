import type Dexie from 'dexie';
import { newId } from '#shared/ids.ts';
import type { ServerKey } from '../domain/exchange.ts';
import type { Scope } from '../domain/operation.ts';
import { MOST_WRONG_PINS } from '../domain/pin.ts';
import { needsVenueCode } from '../domain/venue-code.ts';
import { destroyKeys } from './destroy-keys.ts';
import { makeDataKey, makeDeviceKey, pinSecret, underLock, unwrapKey } from './key-wrap.ts';
import { seal, unseal, type DataKey } from './sealed.ts';
import { sealerTo, type ServerSealer } from './server-seal.ts';
import { DEVICE_KEY, type KeyRow, type LockRow, type SyncTables } from './stores.ts';

/** What OWASP asks of PBKDF2 with SHA-256; a second or two on a tablet. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const READER = 'reader';

export class Locked extends Error {
  override readonly name = 'Locked';
}

export type Unlocking =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly wrongPins: number }
  /** One wrong PIN too many: the keys are gone. Also when there are none. */
  | { readonly kind: 'destroyed' };

/** What a scope's rows are sealed with. `row` is given where the key is new: it is stored with them. */
export type HeldKey = {
  readonly key: DataKey;
  readonly row?: KeyRow;
  /** Its key cannot be opened any more: what is held under it goes. */
  readonly startsAnew?: true;
};

/** What is in memory while the device is open, and at no other time. */
type Opened = {
  readonly secret: CryptoKey;
  readonly toServer: ServerSealer;
  readonly reader: string;
};

/**
 * The keys of a device. Open, it holds them in memory; locked, it holds the venues' secrets alone, which
 * open nothing without the PIN. Before a PIN is chosen there is one key that dies with the page.
 */
export class Vault {
  readonly #db: Dexie & SyncTables;
  readonly #iterations: number;
  readonly #watchers = new Set<() => void>();
  readonly #keys = new Map<string, CryptoKey>();
  readonly #current = new Map<string, DataKey>();
  readonly #venueCodes = new Map<Scope, string>();
  #opened: Opened | undefined;
  #beforePin: Promise<DataKey> | undefined;

  constructor(db: Dexie & SyncTables, iterations = ITERATIONS) {
    this.#db = db;
    this.#iterations = iterations;
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Calls `changed` whenever keys come or go. @returns what ends it. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** Locks the device with a PIN for the first time; another tab may have been first. */
  async setUp(pin: string, told: { reader: string; serverKey: ServerKey }): Promise<void> {
    const { reader, serverKey } = told;
    const pinned = {
      salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
      iterations: this.#iterations,
      deviceKey: await makeDeviceKey(),
      wrongPins: 0,
      serverKey
    };
    const secret = await pinSecret(pin, pinned);
    const { key, row } = await underLock(await this.#keyBeforePin(), DEVICE_KEY, secret, '');
    const sealed = await seal(key, reader, READER);
    await this.#open(secret, serverKey, reader, key);
    try {
      await this.#db.transaction('rw', this.#db.lock, this.#db.key, async () => {
        await this.#db.lock.add({ key: 'this', ...pinned, reader: sealed });
        await this.#db.key.put(row);
      });
    } catch (failure) {
      this.lock();
      throw failure;
    }
  }

  /** The try is counted before it is made: ending the app in between wins nobody another one. */
  async unlock(pin: string): Promise<Unlocking> {
    const { lock, own } = await this.#countTry();
    if (!lock || !own) return { kind: 'destroyed' };

    const secret = await pinSecret(pin, lock);
    const key = await unwrapKey(own, { secret, venueCode: '' });
    if (key) {
      await this.#db.lock.update('this', { wrongPins: 0 });
      const reader = (await unseal(key, lock.reader, READER)) as string;
      await this.#open(secret, lock.serverKey, reader, { kid: own.kid, key });
      await this.#openWhatCanBe();
      return { kind: 'open' };
    }
    if (lock.wrongPins < MOST_WRONG_PINS) return { kind: 'wrong', wrongPins: lock.wrongPins };
    await destroyKeys(this.#db);
    this.lock();
    return { kind: 'destroyed' };
  }

  /** Drops every key; with them goes what was read by them. */
  lock(): void {
    this.#opened = undefined;
    this.#beforePin = undefined;
    this.#keys.clear();
    this.#current.clear();
    this.#tell();
  }

  /** The key that new things of a scope are sealed with: its own, or the device's until it has one. */
  async keyFor(scope: string): Promise<DataKey> {
    const known = this.#current.get(scope) ?? this.#current.get(DEVICE_KEY);
    if (known) return known;
    if (await this.#db.lock.get('this')) throw new Locked();
    return this.#keyBeforePin();
  }

  /** `undefined` while it is not open. */
  keyOf(kid: string): CryptoKey | undefined {
    return this.#keys.get(kid);
  }

  get sealer(): ServerSealer {
    return this.#mustBeOpen().toServer;
  }

  /** What reading from the server takes beside the credential. */
  get reader(): string {
    return this.#mustBeOpen().reader;
  }

  /** The server's key may change when its database is restored. */
  async keepServerKey(serverKey: ServerKey): Promise<void> {
    const lock = await this.#db.lock.get('this');
    if (!this.#opened || !lock || lock.serverKey.kid === serverKey.kid) return;
    await this.#db.lock.update('this', { serverKey });
    this.#opened = { ...this.#opened, toServer: await sealerTo(serverKey) };
  }

  knowsVenueOf(scope: Scope): boolean {
    return !needsVenueCode(scope) || this.#venueCodes.has(scope);
  }

  /** Sessions that lie here and are not open: the venue's secret is missing. */
  async closedScopes(): Promise<readonly Scope[]> {
    const rows = await this.#db.key.toArray();
    return rows.filter(({ kid }) => !this.#keys.has(kid)).map(({ scope }) => scope);
  }

  /** Opens a session with its venue's secret. @returns false when it is another one's. */
  async openWith(scope: Scope, venueCode: string): Promise<boolean> {
    const rows = await this.#db.key.where('scope').equals(scope).toArray();
    const opened = await this.#unwrapAll(rows, venueCode);
    if (!opened) return false;
    this.#venueCodes.set(scope, venueCode);
    this.#tell();
    return true;
  }

  /** Told by the server, which is right about it even when an older key here does not open any more. */
  keepVenueCode(scope: Scope, venueCode: string): void {
    this.#venueCodes.set(scope, venueCode);
  }

  /** The key that a scope's rows are to be sealed with now. */
  async keyToHold(scope: Scope): Promise<HeldKey> {
    const { secret } = this.#mustBeOpen();
    const rows = await this.#db.key.where('scope').equals(scope).toArray();
    const current = this.#current.get(scope);
    if (current && rows.some(({ kid }) => kid === current.kid)) return { key: current };
    if (!this.knowsVenueOf(scope)) return { key: await this.keyFor(DEVICE_KEY) };

    const venueCode = this.#venueCodes.get(scope) ?? '';
    const opened = await this.#unwrapAll(rows, venueCode);
    if (opened) return { key: opened };
    const made = { kid: newId(), key: await makeDataKey() };
    const held = await underLock(made, scope, secret, venueCode);
    return { ...held, ...(rows.length > 0 && { startsAnew: true }) };
  }

  /** A new key counts from when it is stored. */
  tookHold(scope: Scope, { key, row }: HeldKey): void {
    if (!row || !this.#opened) return;
    this.#remember(scope, key);
    this.#tell();
  }

  /** Drops from memory what another tab has removed from the device. */
  async refresh(): Promise<void> {
    if (!this.#opened) return;
    const [lock, kids] = await Promise.all([
      this.#db.lock.get('this'),
      this.#db.key.toCollection().primaryKeys()
    ]);
    if (!lock) {
      this.lock();
      return;
    }
    const stored = new Set(kids);
    for (const kid of this.#keys.keys()) if (!stored.has(kid)) this.#keys.delete(kid);
    for (const [scope, { kid }] of this.#current) if (!stored.has(kid)) this.#current.delete(scope);
  }

  #mustBeOpen(): Opened {
    if (!this.#opened) throw new Locked();
    return this.#opened;
  }

  async #open(
    secret: CryptoKey,
    serverKey: ServerKey,
    reader: string,
    own: DataKey
  ): Promise<void> {
    this.#opened = { secret, reader, toServer: await sealerTo(serverKey) };
    this.#beforePin = undefined;
    this.#remember(DEVICE_KEY, own);
    this.#tell();
  }

  /** Supporters' own scopes, and sessions whose venue was told since the app was started. */
  async #openWhatCanBe(): Promise<void> {
    for (const row of await this.#db.key.toArray()) {
      if (row.scope === DEVICE_KEY || !this.knowsVenueOf(row.scope)) continue;
      await this.#unwrapAll([row], this.#venueCodes.get(row.scope) ?? '');
    }
    this.#tell();
  }

  async #unwrapAll(rows: readonly KeyRow[], venueCode: string): Promise<DataKey | undefined> {
    const { secret } = this.#mustBeOpen();
    let last: DataKey | undefined;
    for (const row of rows) {
      const key = await unwrapKey(row, { secret, venueCode });
      if (!key) continue;
      last = { kid: row.kid, key };
      this.#remember(row.scope, last);
    }
    return last;
  }

  #remember(scope: string, key: DataKey): void {
    this.#keys.set(key.kid, key.key);
    this.#current.set(scope, key);
  }

  #keyBeforePin(): Promise<DataKey> {
    this.#beforePin ??= makeDataKey().then((key) => {
      const made = { kid: newId(), key };
      this.#keys.set(made.kid, made.key);
      return made;
    });
    return this.#beforePin;
  }

  #countTry(): Promise<{ lock: LockRow | undefined; own: KeyRow | undefined }> {
    const { lock, key } = this.#db;
    return this.#db.transaction('rw', lock, key, async () => {
      const known = await lock.get('this');
      const own = await key.where('scope').equals(DEVICE_KEY).first();
      if (!known) return { lock: undefined, own };
      const counted = { ...known, wrongPins: known.wrongPins + 1 };
      await lock.put(counted);
      return { lock: counted, own };
    });
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
