import type { PullResponse, PushResponse } from '../domain/exchange.ts';
import { MOST_OPERATIONS_PER_PUSH, type PushedResult, type Scope } from '../domain/operation.ts';
import {
  pullScope,
  pushOperations,
  type Exchanged,
  type ExchangeFailure,
  type Fetch
} from './exchange.ts';
import { isSealed } from '../domain/sealed-operation.ts';
import { addChunks, dropChunks, putTogether, sealPulled } from './chunks.ts';
import { answeredOperationsOf, readUnsent, toSend } from './outbox.ts';
import { keyToHold } from './scope-keys.ts';
import { DEVICE_KEY, type DeviceState, type OutboxRow, type RefusedRow } from './stores.ts';
import type { SyncDb } from './sync-db.ts';
import type { HeldKey } from './vault.ts';

/** How an attempt ended; a failure says what to tell the person. */
export type SyncOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'restarted' }
  /** The desk took this device out of use, and it has forgotten everything. */
  | { readonly kind: 'retired' }
  | { readonly kind: 'lost' }
  /** What is new could not be kept: the device has no keys now. What waited was sent. */
  | { readonly kind: 'locked' }
  /** This device has no room for what the server answered; it asks again. */
  | { readonly kind: 'no-room' }
  | ExchangeFailure;

const DONE: SyncOutcome = { kind: 'done' };

/**
 * Sends what waits, oldest first, in batches the server takes. What it answered is marked, and leaves
 * the outbox only when a later pull of its scope has shown it: gone at once, it would vanish from the
 * screen until then. Without an answer it is sent again, which is harmless.
 */
export async function push(db: SyncDb, fetch: Fetch): Promise<SyncOutcome> {
  let batchSize = MOST_OPERATIONS_PER_PUSH;
  for (;;) {
    const { device, rows, unsent } = await readUnsent(db, batchSize);
    if (!device) return { kind: 'not-enrolled' };
    if (rows.length === 0) return DONE;

    const { deviceId } = device;
    const ops = rows.map(toSend);
    const answer = await pushOperations(fetch, device, { deviceId, unsent, ops });
    if (!answer.ok && answer.error.kind === 'too-large' && batchSize > 1) {
      batchSize = Math.ceil(batchSize / 2);
      continue;
    }
    if (!answer.ok) return answer.error;
    await keepPushed(db, rows, answer);
    // Nothing taken: the server waits for a number that this device does not hold (any more).
    if (answer.value.restarted || answer.value.results.length === 0) return { kind: 'restarted' };
  }
}

/** Keeps what the server has, what staff must look at, and the measured clock. */
async function keepPushed(
  db: SyncDb,
  sent: readonly OutboxRow[],
  answer: Extract<Exchanged<PushResponse>, { ok: true }>
): Promise<void> {
  const byId = new Map(sent.map((row) => [row.opId, row]));
  const results = answer.value.results.filter(({ opId }) => byId.has(opId));
  const refused = results.flatMap((result) => refusedRow(result, byId.get(result.opId)));
  const clockOffsetMs = offsetOf(answer, answer.value.serverTime);

  await db.transaction('rw', db.device, db.outbox, db.refused, async () => {
    const changes = { answered: 1 } as const;
    await db.outbox.bulkUpdate(results.map(({ opId }) => ({ key: opId, changes })));
    await db.refused.bulkPut(refused);
    await keepOffset(db, clockOffsetMs);
  });
}

/** Nothing where the operation took effect. */
function refusedRow(result: PushedResult, row: OutboxRow | undefined): RefusedRow | [] {
  if (!row || result.status === 'applied' || result.status === 'conflict') return [];
  const { opId, status, code } = result;
  return { opId, status, code, scope: row.scope, ...refusedContent(row) };
}

function refusedContent(row: OutboxRow): Pick<RefusedRow, 'own' | 'operation'> {
  if (!isSealed(row)) return { operation: row };
  return row.own ? { own: row.own } : {};
}

/** Brings a scope up to date; rows, sealed, and cursor are stored together, part by part. */
export async function pull(db: SyncDb, fetch: Fetch, scope: Scope): Promise<SyncOutcome> {
  const answered = await answeredOperationsOf(db, scope);
  for (;;) {
    const device = await db.device.get('this');
    if (!device) return { kind: 'not-enrolled' };
    if (!db.vault.isOpen) return { kind: 'locked' };
    const held = await keyToHold(db, fetch, scope);
    if ('kind' in held) return held;

    const known = held.startsAnew ? undefined : await db.scope.get(scope);
    const reading = { device, reader: db.vault.reader };
    const answer = await pullScope(fetch, reading, scope, known?.cursor ?? '0.');
    if (!answer.ok) return answer.error;
    await keepPulled(db, scope, held, answer, answered);
    if (answer.value.more) continue;

    await putTogether(db, scope, held.key);
    return DONE;
  }
}

/** `answered`: what the server had before it was asked; the last part of its answer covers that. */
async function keepPulled(
  db: SyncDb,
  scope: Scope,
  held: HeldKey,
  answer: Extract<Exchanged<PullResponse>, { ok: true }>,
  answered: readonly string[]
): Promise<void> {
  const { value } = answer;
  const clockOffsetMs = offsetOf(answer, value.serverTime);
  const parts = await sealPulled(held.key, scope, value.rows, value.tombstones);

  const tables = [...tablesOfScopes(db), db.carried, db.device];
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
    if (value.reset || held.startsAnew) await dropChunks(db, scope);
    if (held.startsAnew) await db.key.where('scope').equals(scope).delete();
    if (held.row) await db.key.put(held.row);
    await addChunks(db, scope, parts);

    const before = await db.scope.get(scope);
    const lastPulledAt = value.more ? (before?.lastPulledAt ?? 0) : value.serverTime;
    const { cursor, heldUntil } = value;
    await db.scope.put({
      ...{ id: scope, cursor, lastPulledAt },
      ...(heldUntil === undefined ? {} : { heldUntil })
    });
  });
  if (!value.revokedScopes.includes(scope)) db.vault.tookHold(scope, held);
}

/**
 * Forgets every scope whose time is over, with or without a network; what waits to be sent stays.
 * `now` is the device's own clock, corrected by what was last measured against the server's.
 */
export async function forgetOver(db: SyncDb, now: number): Promise<void> {
  await db.transaction('rw', [...tablesOfScopes(db), db.device], async () => {
    const serverNow = now + ((await db.device.get('this'))?.clockOffsetMs ?? 0);
    for (const { id, heldUntil } of await db.scope.toArray()) {
      if (heldUntil !== undefined && heldUntil <= serverNow) await forgetScope(db, id);
    }
    await dropUnusedKeys(db);
  });
  await db.vault.refresh();
}

function tablesOfScopes(db: SyncDb) {
  return [db.row, db.chunk, db.key, db.scope, db.outbox];
}

/** Removes everything this device holds of a scope but its unsent operations. */
async function forgetScope(db: SyncDb, scope: Scope): Promise<void> {
  await db.row.where('scope').equals(scope).delete();
  await dropChunks(db, scope);
  await db.scope.delete(scope);
  await dropUnusedKeys(db);
}

/** The key of a scope that is forgotten goes too, once nothing that waits is to be shown with it. */
async function dropUnusedKeys(db: SyncDb): Promise<void> {
  const [held, waiting] = await Promise.all([db.scope.toArray(), db.outbox.toArray()]);
  const used = new Set<string>([DEVICE_KEY, ...held.map(({ id }) => id)]);
  for (const { scope } of waiting) used.add(scope);
  await db.key.filter(({ scope }) => !used.has(scope)).delete();
}

/** The server's clock against ours, at the middle of the exchange. */
function offsetOf(
  { sentAt, answeredAt }: { sentAt: number; answeredAt: number },
  serverTime: number
): number {
  return Math.round(serverTime - (sentAt + answeredAt) / 2);
}

async function keepOffset(db: SyncDb, clockOffsetMs: number): Promise<void> {
  const device: DeviceState | undefined = await db.device.get('this');
  if (device) await db.device.put({ ...device, clockOffsetMs });
}
