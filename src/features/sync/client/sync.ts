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
import { unsentFrom } from './outbox.ts';
import type { DeviceState, SyncTables } from './stores.ts';

type FieldDb = Dexie & SyncTables;

/** How an attempt ended; a failure says what to tell the person. */
export type SyncOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'restarted' }
  | ExchangeFailure;

const DONE: SyncOutcome = { kind: 'done' };

/**
 * Sends what waits, oldest first, in batches the server takes. An operation leaves the outbox only when
 * a pull of its scope has shown it: an acknowledgement alone would make it vanish from the screen until
 * then. So sending looks at what lies above the highest acknowledged number, and sending again is harmless.
 */
export async function push(db: FieldDb, fetch: Fetch): Promise<SyncOutcome> {
  let fromSeq = 0;
  let batchSize = MOST_OPERATIONS_PER_PUSH;
  for (;;) {
    const device = await db.device.get('this');
    if (!device) return { kind: 'not-enrolled' };
    const ops = await unsentFrom(db, fromSeq, batchSize);
    if (ops.length === 0) return DONE;

    const unsent = await db.outbox.count();
    const answer = await pushOperations(fetch, device, { deviceId: device.deviceId, unsent, ops });
    if (!answer.ok && answer.error.kind === 'too-large' && batchSize > 1) {
      batchSize = Math.ceil(batchSize / 2);
      continue;
    }
    if (!answer.ok) return answer.error;
    if (answer.value.restarted) return { kind: 'restarted' };

    await keepPushed(db, ops, answer);
    const next = nextSeqToSend(ops, answer.value);
    if (next === undefined) return { kind: 'restarted' };
    fromSeq = next;
  }
}

/** `undefined`: the server waits for a number that this device does not hold any more. */
function nextSeqToSend(
  sent: readonly Operation[],
  { results, expectedSeq }: PushResponse
): number | undefined {
  const last = sent.at(results.length - 1);
  if (results.length > 0 && last) return last.seq + 1;
  const first = sent[0];
  return first && expectedSeq < first.seq ? undefined : expectedSeq;
}

/** Keeps what staff must look at, and the measured clock. Nothing leaves the outbox here. */
async function keepPushed(
  db: FieldDb,
  sent: readonly Operation[],
  answer: Extract<Exchanged<PushResponse>, { ok: true }>
): Promise<void> {
  const byId = new Map(sent.map((operation) => [operation.opId, operation]));
  const clockOffsetMs = offsetOf(answer, answer.value.serverTime);

  await db.transaction('rw', db.device, db.refused, async () => {
    for (const result of answer.value.results) {
      const operation = byId.get(result.opId);
      if (!operation || result.status === 'applied' || result.status === 'conflict') continue;
      const { opId, status, code } = result;
      await db.refused.put({ opId, status, code, scope: operation.scope, operation });
    }
    await keepOffset(db, clockOffsetMs);
  });
}

/** Brings a scope up to date; rows and cursor are stored together, part by part. */
export async function pull(db: FieldDb, fetch: Fetch, scope: Scope): Promise<SyncOutcome> {
  for (;;) {
    const device = await db.device.get('this');
    if (!device) return { kind: 'not-enrolled' };
    const known = await db.scope.get(scope);
    const answer = await pullScope(fetch, device, scope, known?.cursor ?? '0.');
    if (!answer.ok) return answer.error;

    await keepPulled(db, scope, answer);
    if (!answer.value.more) return DONE;
  }
}

async function keepPulled(
  db: FieldDb,
  scope: Scope,
  answer: Extract<Exchanged<PullResponse>, { ok: true }>
): Promise<void> {
  const { value } = answer;
  const clockOffsetMs = offsetOf(answer, value.serverTime);

  await db.transaction('rw', db.row, db.scope, db.outbox, db.device, async () => {
    await keepOffset(db, clockOffsetMs);
    if (value.revokedScopes.includes(scope)) {
      await forgetScope(db, scope);
      return;
    }
    if (value.reset) await db.row.where('scope').equals(scope).delete();
    await db.row.bulkPut(value.rows.map((row) => ({ scope, ...row })));
    await db.row.bulkDelete(value.tombstones.map((id): [Scope, string] => [scope, id]));

    const before = await db.scope.get(scope);
    const ackSeq = value.more ? (before?.ackSeq ?? 0) : value.ackSeq;
    const lastPulledAt = value.more ? (before?.lastPulledAt ?? 0) : value.serverTime;
    await db.scope.put({ id: scope, cursor: value.cursor, ackSeq, lastPulledAt });
    await db.outbox.where('[scope+seq]').between([scope, 0], [scope, ackSeq], true, true).delete();
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
