import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { isTransient, isUnavailable } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { PushRequest, PushResponse } from '../domain/exchange.ts';
import { FACT_ROW, factOf } from '../domain/fact.ts';
import {
  happenedAt,
  OPERATION_VERSION,
  type Operation,
  type OperationResult,
  type PushedResult,
  type Scope
} from '../domain/operation.ts';
import type { StoredOperation } from '../domain/stored-operation.ts';
import { isSealed, type SealedOperation } from '../domain/sealed-operation.ts';
import type { OperationHandler } from './handler.ts';
import { ScopeChanges } from './scope-changes.ts';
import { openSeals, type OpenedSeals } from './server-key.ts';
import type { DeviceRow } from './tables.ts';

/** The holder's right to a scope: since when it is lost, or `never` when it was never there. */
export type Right =
  /**
   * `until`: nobody holds the rows longer; the device forgets them then, network or not, and what it
   * sends later still counts. `fromOutside`: not the city's own house, so each read is written down.
   */
  | { readonly kind: 'held'; readonly until?: Instant; readonly fromOutside?: true }
  | { readonly kind: 'lost'; readonly at: Instant }
  | { readonly kind: 'never' };

/** What the protocol asks of the rest of the product. */
export type SyncRules = {
  readonly handlers: ReadonlyMap<string, OperationHandler>;
  readonly rightOf: (db: Db, device: DeviceRow, scope: Scope, now: Instant) => Promise<Right>;
  /** Told of a handler that threw, which is a bug: the operation is parked, not lost. */
  readonly reportBug: (failure: unknown, opId: string) => void;
};

type Push = {
  readonly tx: Tx;
  readonly rules: SyncRules;
  readonly device: DeviceRow;
  readonly changes: ScopeChanges;
  readonly opened: OpenedSeals;
  /** One transaction sees one right to each scope. */
  readonly rights: Map<Scope, Promise<Right>>;
  readonly now: Instant;
  readonly brought: Brought;
};

/** Whether the device itself is here; what another brings says nothing of where it is and what it holds. */
type Brought = 'by-itself' | 'carried';

/**
 * Takes a device's operations, in its order, as one transaction; each takes effect once however often
 * it comes, and a repeat gets its first answer. A gap in the device's count ends the batch before it,
 * so nothing takes effect out of order.
 */
export async function acceptPush(
  db: Db,
  rules: SyncRules,
  deviceId: string,
  request: PushRequest,
  now: Instant,
  brought: Brought = 'by-itself'
): Promise<PushResponse> {
  // Before the transaction, in which every other device would wait for it.
  const opened = await openSeals(db, request.ops.filter(isSealed));
  return inTransaction(db, async (tx) => {
    const device = await tx
      .updateTable('device')
      .set((eb) => ({ last_seen_at: brought === 'carried' ? eb.ref('last_seen_at') : now }))
      .where('id', '=', deviceId)
      .returningAll()
      .executeTakeFirstOrThrow();
    const push: Push = {
      ...{ tx, rules, device, now, brought },
      changes: new ScopeChanges(),
      ...{ opened, rights: new Map() }
    };
    const taken = await takeInOrder(push, request.ops);

    await rememberDevice(push, request, taken);
    await push.changes.flush(tx);
    return { ...taken, revoked: device.revoked_at !== null, serverTime: now };
  });
}

async function takeInOrder(
  push: Push,
  operations: readonly (Operation | SealedOperation)[]
): Promise<Pick<PushResponse, 'results' | 'expectedSeq' | 'restarted'>> {
  const known = await knownResults(push.tx, operations);
  const results: PushedResult[] = [];
  let expectedSeq = push.device.highest_seq + 1;

  for (const operation of operations) {
    const first = known.get(operation.opId);
    if (first) {
      results.push(first);
      // A device that enrolled again sends under new numbers what an earlier self had sent already.
      if (operation.deviceId === push.device.id && operation.seq === expectedSeq) expectedSeq++;
      continue;
    }
    if (operation.deviceId !== push.device.id) {
      results.push({
        opId: operation.opId,
        duplicate: false,
        status: 'rejected',
        code: 'wrong-device'
      });
      continue;
    }
    if (operation.seq < expectedSeq) return { results, expectedSeq, restarted: true };
    if (operation.seq > expectedSeq) return { results, expectedSeq, restarted: false };

    const result = await takeOpened(push, operation);
    known.set(operation.opId, { ...result, opId: operation.opId, duplicate: true });
    results.push({ ...result, opId: operation.opId, duplicate: false });
    expectedSeq++;
  }
  return { results, expectedSeq, restarted: false };
}

async function knownResults(
  tx: Tx,
  operations: readonly { readonly opId: string }[]
): Promise<Map<string, PushedResult>> {
  if (operations.length === 0) return new Map();
  const rows = await tx
    .selectFrom('operation')
    .select(['op_id', 'result', 'code'])
    .where(
      'op_id',
      'in',
      operations.map(({ opId }) => opId)
    )
    .execute();
  return new Map(
    rows.map(({ op_id, result, code }) => [
      op_id,
      result === 'applied'
        ? { opId: op_id, duplicate: true, status: result }
        : { opId: op_id, duplicate: true, status: result, code: code ?? '' }
    ])
  );
}

/** What does not open is kept as it came, for a day when its key is found again. */
async function takeOpened(
  push: Push,
  operation: Operation | SealedOperation
): Promise<OperationResult> {
  if (!isSealed(operation)) return takeOne(push, operation);
  const { sealed, ...envelope } = operation;
  const content = push.opened.get(operation);
  if (content) return takeOne(push, { ...envelope, ...content });

  const result = { status: 'parked', code: 'unreadable' } as const;
  const closed = {
    type: 'sealed.unread',
    entityId: operation.opId,
    payload: JSON.stringify(sealed),
    clientAt: push.now
  };
  const { now: receivedAt } = push;
  await storeOperation(push, { ...envelope, ...closed, receivedAt, flagged: false }, result);
  return result;
}

async function takeOne(push: Push, operation: Operation): Promise<OperationResult> {
  const right = await rightTo(push, operation.scope);
  const flagged = right.kind === 'lost' && happenedAt(operation) <= right.at;
  const stored: StoredOperation = { ...operation, receivedAt: push.now, flagged };
  const result =
    right.kind === 'held' || flagged
      ? await applyOne(push, stored)
      : ({ status: 'rejected', code: right.kind === 'lost' ? 'right-lost' : 'no-right' } as const);

  await storeOperation(push, stored, result);
  if (result.status === 'applied' || result.status === 'conflict')
    publishFact(push, stored, result);
  return result;
}

function rightTo({ tx, rules, device, rights, now }: Push, scope: Scope): Promise<Right> {
  const right = rights.get(scope) ?? rules.rightOf(tx, device, scope, now);
  rights.set(scope, right);
  return right;
}

async function applyOne(
  { tx, rules, changes }: Push,
  operation: StoredOperation
): Promise<OperationResult> {
  const handler = rules.handlers.get(operation.type);
  if (!handler) return { status: 'parked', code: 'unknown-type' };
  if (operation.v > OPERATION_VERSION) return { status: 'parked', code: 'unknown-version' };

  await sql`savepoint operation`.execute(tx);
  try {
    const result = await handler.apply(tx, operation, changes);
    await sql`release savepoint operation`.execute(tx);
    return result;
  } catch (failure) {
    if (isUnavailable(failure) || isTransient(failure)) throw failure;
    await sql`rollback to savepoint operation`.execute(tx);
    rules.reportBug(failure, operation.opId);
    return { status: 'parked', code: 'failed' };
  }
}

async function storeOperation(
  { tx }: Push,
  operation: StoredOperation,
  result: OperationResult
): Promise<void> {
  await tx
    .insertInto('operation')
    .values({
      op_id: operation.opId,
      device_id: operation.deviceId,
      seq: operation.seq,
      v: operation.v,
      scope: operation.scope,
      type: operation.type,
      entity_id: operation.entityId,
      payload: operation.payload,
      client_at: operation.clientAt,
      clock_offset_ms: operation.clockOffsetMs,
      actor_id: operation.actorId,
      received_at: operation.receivedAt,
      result: result.status,
      code: result.status === 'applied' ? null : result.code,
      flagged: operation.flagged ? 1 : 0
    })
    .execute();
}

function publishFact(
  { changes, device }: Push,
  operation: StoredOperation,
  result: OperationResult
): void {
  const fact = factOf(operation, {
    deviceName: device.name,
    conflict: result.status === 'conflict' ? result.code : null,
    flagged: operation.flagged
  });
  changes.put(operation.scope, FACT_ROW, operation.opId, fact);
}

async function rememberDevice(
  { tx, device, brought }: Push,
  request: PushRequest,
  taken: Pick<PushResponse, 'results' | 'expectedSeq'>
): Promise<void> {
  const last = request.ops.at(-1);
  await tx
    .updateTable('device')
    .set({
      highest_seq: taken.expectedSeq - 1,
      ...(brought === 'carried'
        ? {}
        : { told_unsent: Math.max(0, request.unsent - taken.results.length) }),
      ...(last && brought === 'by-itself' ? { clock_offset_ms: last.clockOffsetMs } : {})
    })
    .where('id', '=', device.id)
    .execute();
}
