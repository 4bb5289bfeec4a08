import type { Table } from 'dexie';
import type { Carried } from '../domain/handover.ts';
import type { ServerKey } from '../domain/exchange.ts';
import type { Operation, Scope } from '../domain/operation.ts';
import type { SealedOperation } from '../domain/sealed-operation.ts';
import type { Sealed } from './sealed.ts';

/** The tables of sync in the one database of a device (`app/client/field-db.ts` opens it). */
export const syncStores = {
  row: '[scope+id], scope',
  outbox: 'opId, seq, [scope+seq]',
  refused: 'opId, scope',
  scope: 'id',
  device: 'key'
} as const;

/** Added later: what other devices handed over. */
export const carriedStores = { carried: 'opId, scope' } as const;
/** Added when what a device holds came under keys; `row` is empty from then on. */
export const keyStores = { chunk: '[scope+n]', key: 'kid, scope', lock: 'key' } as const;
/** So that what waits is found without reading what the server has. */
export const waitingStores = { outbox: 'opId, seq, [scope+seq], [answered+seq]' } as const;

/** A row as the server gave it; the body is opaque here. */
export type BaseRow = { scope: Scope; id: string; kind: string; body: string };

/** Up to 200 rows of a scope, and the ids of rows that are gone, sealed; later chunks win over earlier. */
export type ChunkRow = { scope: Scope; n: number; sealed: Sealed };

/** For whose rows a data key is: a scope's, or everything else of the device. */
export const DEVICE_KEY = 'device';

/** A random data key, wrapped by PIN, device and, for a session, the venue's secret. */
export type KeyRow = {
  kid: string;
  /** A scope, or `DEVICE_KEY`. */
  scope: string;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: Uint8Array<ArrayBuffer>;
};

/** How this device is locked; there is no such row before a PIN is chosen. */
export type LockRow = {
  key: 'this';
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  /** Never leaves this browser: the browser hands it out for use only. */
  deviceKey: CryptoKey;
  /** In a row; kept here, so that a reload does not begin anew. */
  wrongPins: number;
  serverKey: ServerKey;
  /** What reading takes beside the credential, under the device's data key. */
  reader: Sealed;
};

/** An operation that the server took and gave no effect, or could not read: 「確認が必要」. */
export type RefusedRow = {
  opId: string;
  scope: Scope;
  status: string;
  code: string;
  /** What was refused, under the device's keys; gone when they are. */
  own?: Sealed;
  /** As it stood before the device had keys. */
  operation?: Operation;
};

/** Sealed twice: to the server, which takes it from a locked device too, and for the own screen. */
export type SealedOutboxRow = SealedOperation & { own?: Sealed };

/** An operation as it waits; one that was written before the device had keys stands open until a PIN is chosen. */
export type WrittenRow = SealedOutboxRow | Operation;

/** One that no pull has shown yet; `answered` is 1 once the server said what became of it. */
export type OutboxRow = WrittenRow & { answered: 0 | 1 };

/** A fact of another device, to be shown here and forwarded; `answered` once the server had its say. */
export type CarriedRow = Carried & {
  opId: string;
  scope: Scope;
  /** The name of the device that handed it over. */
  name: string;
  /** What happened, under this device's keys; gone when they are. */
  own?: Sealed;
  answered?: true;
};

export type ScopeRow = {
  id: Scope;
  cursor: string;
  /** By the server's clock; 0 before the first complete pull. */
  lastPulledAt: number;
  /** By the server's clock: the scope is forgotten then. Absent where it is held without an end. */
  heldUntil?: number;
};

export type DeviceState = {
  key: 'this';
  deviceId: string;
  secret: string;
  name: string;
  accountId: string;
  accountName: string;
  /** The `seq` of the next operation. */
  nextSeq: number;
  /** Server time minus device time, as last measured. */
  clockOffsetMs: number;
};

export type SyncTables = {
  readonly row: Table<BaseRow, [Scope, string]>;
  readonly chunk: Table<ChunkRow, [Scope, number]>;
  readonly key: Table<KeyRow, string>;
  readonly lock: Table<LockRow, string>;
  readonly outbox: Table<OutboxRow, string>;
  readonly carried: Table<CarriedRow, string>;
  readonly refused: Table<RefusedRow, string>;
  readonly scope: Table<ScopeRow, string>;
  readonly device: Table<DeviceState, string>;
};
