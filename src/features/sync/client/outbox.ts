import Dexie, { type Collection } from 'dexie';
import * as v from 'valibot';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import { OPERATION_VERSION, Operation, type Scope } from '../domain/operation.ts';
import type { NewOperation, WaitingOperation } from '../domain/scope-view.ts';
import type { DeviceState, OutboxRow, SyncTables } from './stores.ts';

type FieldDb = Dexie & SyncTables;

export class NotEnrolled extends Error {
  override readonly name = 'NotEnrolled';
}

/**
 * Writes one fact on this device: its number and the operation, together or not at all. Resolves once
 * both are durable (the database is opened with strict durability); until then nothing on screen may
 * say saved. Rejects with `NotEnrolled`, or with Dexie's `AbortError` over a `QuotaExceededError`.
 */
export async function recordOperation(
  db: FieldDb,
  operation: NewOperation,
  now: Instant
): Promise<Operation> {
  const opId = newId();
  const payload = JSON.stringify(operation.payload);

  return db.transaction('rw', db.device, db.outbox, async () => {
    const device = await db.device.get('this');
    if (!device) throw new NotEnrolled();

    const written: Operation = {
      opId,
      v: OPERATION_VERSION,
      deviceId: device.deviceId,
      seq: device.nextSeq,
      scope: operation.scope,
      type: operation.type,
      entityId: operation.entityId,
      payload,
      clientAt: now,
      clockOffsetMs: device.clockOffsetMs,
      actorId: device.accountId
    };
    await db.device.put({ ...device, nextSeq: device.nextSeq + 1 });
    await db.outbox.add(written);
    return written;
  });
}

/** What is to be sent next and by whom, read together: an enrolment between would mix two identities. */
export function readUnsent(
  db: FieldDb,
  limit: number
): Promise<{ device: DeviceState | undefined; ops: Operation[]; unsent: number }> {
  return db.transaction('r', db.device, db.outbox, async () => {
    const device = await db.device.get('this');
    const waiting = (await db.outbox.orderBy('seq').toArray()).filter(({ answered }) => !answered);
    return { device, ops: waiting.slice(0, limit), unsent: waiting.length };
  });
}

/** Own operations of a scope whose effect no pull has shown yet, oldest first. */
export function ownOperationsOf(db: FieldDb, scope: Scope): Promise<Operation[]> {
  return ofScope(db, scope).toArray();
}

/** What other devices handed over for a scope and no pull has shown yet. */
export async function carriedOperationsOf(db: FieldDb, scope: Scope): Promise<WaitingOperation[]> {
  const rows = await db.carried.where('scope').equals(scope).toArray();
  return rows.map(({ text, name }) => ({
    ...v.parse(v.pipe(v.string(), v.parseJson(), Operation), text),
    deviceName: name
  }));
}

/** Ids of waiting operations that the server has: the next pull of the scope shows what became of them. */
export async function answeredOperationsOf(db: FieldDb, scope: Scope): Promise<string[]> {
  const own = ofScope(db, scope).filter(({ answered }) => answered === true);
  const carried = db.carried
    .where('scope')
    .equals(scope)
    .filter(({ answered }) => answered === true);
  return [...(await own.primaryKeys()), ...(await carried.primaryKeys())];
}

function ofScope(db: FieldDb, scope: Scope): Collection<OutboxRow, string> {
  return db.outbox.where('[scope+seq]').between([scope, Dexie.minKey], [scope, Dexie.maxKey]);
}
