import * as v from 'valibot';
import type { Instant } from '#shared/time/instant.ts';
import { FACT_ROW, Fact, factOf } from './fact.ts';
import type { Operation, Scope } from './operation.ts';

/** A fact to be written on this device. */
export type NewOperation = {
  readonly scope: Scope;
  readonly type: string;
  readonly entityId: string;
  readonly payload: unknown;
};

/** What a field screen needs of the device's store; `app/client` gives it. */
export type FieldStore = {
  readonly rowsOf: (scope: Scope) => Promise<readonly ScopeRow[]>;
  /** Operations that no pull has shown yet: own ones, and those that another device handed over. */
  readonly waitingOf: (scope: Scope) => Promise<readonly WaitingOperation[]>;
  /** 0 until the scope's rows have come to this device once. */
  readonly lastPulledAt: (scope: Scope) => Promise<Instant>;
  readonly deviceName: () => Promise<string>;
  /** `''` before the device is enrolled. */
  readonly deviceId: () => Promise<string>;
  /** Resolves once the fact is durable on this device. */
  readonly record: (operation: NewOperation) => Promise<Operation>;
};

/** `deviceName`: whose it is, where it is not this device's own. */
export type WaitingOperation = Operation & { readonly deviceName?: string };

type ScopeRow = { readonly id: string; readonly kind: string; readonly body: string };

/** A scope as this device sees it: what the server gave, and its own facts that wait to be sent. */
export type ScopeView = {
  /** The bodies of one kind of row, still to be read by the feature that knows the kind. */
  readonly bodiesOf: (kind: string) => readonly unknown[];
  /** Facts of all devices; one that both sides know of is the server's. */
  readonly facts: readonly Fact[];
  readonly unsentOpIds: ReadonlySet<string>;
  readonly lastPulledAt: Instant;
};

/** Reads a scope from the device's store, in one look of a live query. */
export async function readScope(store: FieldStore, scope: Scope): Promise<ScopeView> {
  const [rows, waiting, lastPulledAt, deviceName] = await Promise.all([
    store.rowsOf(scope),
    store.waitingOf(scope),
    store.lastPulledAt(scope),
    store.deviceName()
  ]);
  const bodiesOf = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body) as unknown);
  const known = bodiesOf(FACT_ROW).map((body) => v.parse(Fact, body));
  const knownIds = new Set(known.map(({ opId }) => opId));
  const unsent = waiting
    .filter(({ opId }) => !knownIds.has(opId))
    .map((operation) => factOf(operation, { deviceName: operation.deviceName ?? deviceName }));

  return {
    bodiesOf,
    facts: [...known, ...unsent],
    unsentOpIds: new Set(unsent.map(({ opId }) => opId)),
    lastPulledAt
  };
}
