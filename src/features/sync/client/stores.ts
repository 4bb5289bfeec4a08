import type { Table } from 'dexie';
import type { Carried } from '../domain/handover.ts';
import type { Operation, Scope } from '../domain/operation.ts';

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

/** A row as the server gave it; the body is opaque here. */
export type BaseRow = { scope: Scope; id: string; kind: string; body: string };

/** An operation that the server took and gave no effect, or could not read: 「確認が必要」. */
export type RefusedRow = {
  opId: string;
  scope: Scope;
  status: string;
  code: string;
  operation: Operation;
};

/** An operation that no pull has shown yet; `answered` once the server said what became of it. */
export type OutboxRow = Operation & { answered?: true };

/** A fact of another device, to be shown here and forwarded; `answered` once the server had its say. */
export type CarriedRow = Carried & {
  opId: string;
  scope: Scope;
  /** The name of the device that handed it over. */
  name: string;
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
  readonly outbox: Table<OutboxRow, string>;
  readonly carried: Table<CarriedRow, string>;
  readonly refused: Table<RefusedRow, string>;
  readonly scope: Table<ScopeRow, string>;
  readonly device: Table<DeviceState, string>;
};
