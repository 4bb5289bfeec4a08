import type Dexie from 'dexie';
import type { PullResponse, PushResponse } from '../domain/exchange.ts';
import { MOST_OPERATIONS_PER_PUSH, type Operation, type Scope } from '../domain/operation.ts';
import {
  pullScope,
  pushOperations,
  type Exchanged,
  type ExchangeFailure,
  type Fetch
} from './exchange.ts';
import { answeredOperationsOf, readUnsent } from './outbox.ts';
import type { DeviceState, SyncTables } from './stores.ts';

type FieldDb = Dexie & SyncTables;

/** How an attempt ended; a failure says what to tell the person. */
export type SyncOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'restarted' }
  /** The desk took this device out of use, and it has forgotten everything. */
  | { readonly kind: 'retired' }
  | { readonly kind: 'lost' }
  | ExchangeFailure;

const DONE: SyncOutcome = { kind: 'done' };

/**
 * Sends what waits, oldest first, in batches the server takes. What it answered is marked, and leaves
 * the outbox only when a later pull of its scope has shown it: gone at once, it would vanish from the
 * screen until then. Without an answer it is sent again, which is harmless.
 */
export async function push(db: FieldDb, fetch: Fetch): Promise<SyncOutcome> {
  let batchSize = MOST_OPERATIONS_PER_PUSH;
  for (;;) {
    const { device, ops, unsent } = await readUnsent(db, batchSize);
    if (!device) return { kind: 'not-enrolled' };
    if (ops.length === 0) return DONE;

    const { deviceId } = device;
    const answer = await pushOperations(fetch, device, { deviceId, unsent, ops });
    if (!answer.ok && answer.error.kind === 'too-large' && batchSize > 1) {
      batchSize = Math.ceil(batchSize / 2);
      continue;
    }
    if (!answer.ok) return answer.error;
    await keepPushed(db, ops, answer);
    // Nothing taken: the server waits for a number that this device does not hold (any more).
    if (answer.value.restarted || answer.value.results.length === 0) return { kind: 'restarted' };
  }
}

/** Keeps what the server has, what staff must look at, and the measured clock. */
async function keepPushed(
  db: FieldDb,
  sent: readonly Operation[],
  answer: Extract<Exchanged<PushResponse>, { ok: true }>
): Promise<void> {
  const byId = new Map(sent.map((operation) => [operation.opId, operation]));
  const clockOffsetMs = offsetOf(answer, answer.value.serverTime);

  await db.transaction('rw', db.device, db.outbox, db.refused, async () => {
    for (const result of answer.value.results) {
      const operation = byId.get(result.opId);
      if (!operation) continue;
      await db.outbox.update(result.opId, { answered: true });
      if (result.status === 'applied' || result.status === 'conflict') continue;
      const { opId, status, code } = result;
      await db.refused.put({ opId, status, code, scope: operation.scope, operation });
    }
    await keepOffset(db, clockOffsetMs);
  });
}

/** Brings a scope up to date; rows and cursor are stored together, part by part. */
export async function pull(db: FieldDb, fetch: Fetch, scope: Scope): Promise<SyncOutcome> {
  const answered = await answeredOperationsOf(db, scope);
  for (;;) {
    const device = await db.device.get('this');
    if (!device) return { kind: 'not-enrolled' };
    const known = await db.scope.get(scope);
    const answer = await pullScope(fetch, device, scope, known?.cursor ?? '0.');
    if (!answer.ok) return answer.error;

    await keepPulled(db, scope, answer, answered);
    if (!answer.value.more) return DONE;
  }
}

/** `answered`: what the server had before it was asked; the last part of its answer covers that. */
async function keepPulled(
  db: FieldDb,
  scope: Scope,
  answer: Extract<Exchanged<PullResponse>, { ok: true }>,
  answered: readonly string[]
): Promise<void> {
  const { value } = answer;
  const clockOffsetMs = offsetOf(answer, value.serverTime);

  const tables = [db.row, db.scope, db.outbox, db.carried, db.device];
  await db.transaction('rw', tables, async () => {
    await keepOffset(db, clockOffsetMs);
    if (!value.more) {
      await db.outbox.bulkDelete([...answered]);
      await db.carried.bulkDelete([...answered]);
    }
    if (value.revokedScopes.includes(scope)) {
      await forgetScope(db, scope);
      return;
    }
    if (value.reset) await db.row.where('scope').equals(scope).delete();
    await db.row.bulkPut(value.rows.map((row) => ({ scope, ...row })));
    await db.row.bulkDelete(value.tombstones.map((id): [Scope, string] => [scope, id]));

    const before = await db.scope.get(scope);
    const lastPulledAt = value.more ? (before?.lastPulledAt ?? 0) : value.serverTime;
    const { cursor, heldUntil } = value;
    await db.scope.put({
      ...{ id: scope, cursor, lastPulledAt },
      ...(heldUntil === undefined ? {} : { heldUntil })
    });
  });
}

/**
 * Forgets every scope whose time is over, with or without a network; what waits to be sent stays.
 * `now` is the device's own clock, corrected by what was last measured against the server's.
 */
export async function forgetOver(db: FieldDb, now: number): Promise<void> {
  await db.transaction('rw', db.row, db.scope, db.device, async () => {
    const serverNow = now + ((await db.device.get('this'))?.clockOffsetMs ?? 0);
    for (const { id, heldUntil } of await db.scope.toArray()) {
      if (heldUntil !== undefined && heldUntil <= serverNow) await forgetScope(db, id);
    }
  });
}

/** Removes everything this device holds of a scope but its unsent operations. */
async function forgetScope(db: FieldDb, scope: Scope): Promise<void> {
  await db.row.where('scope').equals(scope).delete();
  await db.scope.delete(scope);
}

/** The server's clock against ours, at the middle of the exchange. */
function offsetOf(
  { sentAt, answeredAt }: { sentAt: number; answeredAt: number },
  serverTime: number
): number {
  return Math.round(serverTime - (sentAt + answeredAt) / 2);
}

async function keepOffset(db: FieldDb, clockOffsetMs: number): Promise<void> {
  const device: DeviceState | undefined = await db.device.get('this');
  if (device) await db.device.put({ ...device, clockOffsetMs });
}
