import Dexie from 'dexie';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import { OPERATION_VERSION, type Operation, type Scope } from '../domain/operation.ts';
import type { NewOperation } from '../domain/scope-view.ts';
import type { SyncTables } from './stores.ts';

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

/** Operations from `fromSeq` on, in the order they were written. */
export function unsentFrom(db: FieldDb, fromSeq: number, limit: number): Promise<Operation[]> {
  return db.outbox.where('seq').aboveOrEqual(fromSeq).limit(limit).toArray();
}

/** Own operations of a scope whose effect no pull has shown yet, oldest first. */
export function ownOperationsOf(db: FieldDb, scope: Scope, ackSeq: number): Promise<Operation[]> {
  return db.outbox
    .where('[scope+seq]')
    .between([scope, ackSeq + 1], [scope, Dexie.maxKey])
    .toArray();
}
