import Dexie, { type Collection } from 'dexie';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import { OPERATION_VERSION, type Operation, type Scope } from '../domain/operation.ts';
import type { NewOperation } from '../domain/scope-view.ts';
import {
  isSealed,
  sealedAbout,
  type Envelope,
  type OperationContent,
  type SealedOperation
} from '../domain/sealed-operation.ts';
import { seal, unseal } from './sealed.ts';
import type { DeviceState, OutboxRow, SyncTables } from './stores.ts';
import type { SyncDb } from './sync-db.ts';
import { Locked } from './vault.ts';

export class NotEnrolled extends Error {
  override readonly name = 'NotEnrolled';
}

/**
 * Writes one fact on this device: its number and the operation, together or not at all, sealed before.
 * Resolves once both are durable (the database is opened with strict durability); until then nothing on
 * screen may say saved. Rejects with `NotEnrolled`, `Locked`, or with Dexie's `AbortError` over a
 * `QuotaExceededError`.
 */
export async function recordOperation(
  db: SyncDb,
  { scope, type, entityId, payload }: NewOperation,
  now: Instant
): Promise<Operation> {
  if (!db.vault.isOpen) throw (await db.device.get('this')) ? new Locked() : new NotEnrolled();
  const opId = newId();
  const content = { type, entityId, payload: JSON.stringify(payload), clientAt: now };
  const { sealed, own } = await sealTwice(db, { opId, scope }, content);

  return db.transaction('rw', db.device, db.outbox, async () => {
    const device = await db.device.get('this');
    if (!device) throw new NotEnrolled();

    const envelope = {
      opId,
      v: OPERATION_VERSION,
      deviceId: device.deviceId,
      seq: device.nextSeq,
      scope,
      clockOffsetMs: device.clockOffsetMs,
      actorId: device.accountId
    };
    await db.device.put({ ...device, nextSeq: device.nextSeq + 1 });
    await db.outbox.add({ ...envelope, sealed, own });
    return { ...envelope, ...content };
  });
}

/** To the server, which a locked device sends to as well, and for this device's own screen. */
export async function sealTwice(
  { vault }: SyncDb,
  of: Pick<Operation, 'opId' | 'scope'>,
  content: OperationContent
) {
  const about = sealedAbout(of);
  const [sealed, own] = await Promise.all([
    vault.sealer(content, about),
    vault.keyFor(of.scope).then((key) => seal(key, content, about))
  ]);
  return { sealed, own };
}

/** What is to be sent next and by whom, read together: an enrolment between would mix two identities. */
export function readUnsent(
  db: Dexie & SyncTables,
  limit: number
): Promise<{ device: DeviceState | undefined; rows: OutboxRow[]; unsent: number }> {
  return db.transaction('r', db.device, db.outbox, async () => {
    const device = await db.device.get('this');
    const waiting = (await db.outbox.orderBy('seq').toArray()).filter(({ answered }) => !answered);
    return { device, rows: waiting.slice(0, limit), unsent: waiting.length };
  });
}

/** As it travels: without what is for this device alone. */
export function toSend(row: OutboxRow): Operation | SealedOperation {
  if (isSealed(row)) return { ...envelopeOf(row), sealed: row.sealed };
  const { type, entityId, payload, clientAt } = row;
  return { ...envelopeOf(row), type, entityId, payload, clientAt };
}

function envelopeOf(row: Envelope): Envelope {
  const { opId, v, deviceId, seq, scope, clockOffsetMs, actorId } = row;
  return { opId, v, deviceId, seq, scope, clockOffsetMs, actorId };
}

/** Own operations of a scope whose effect no pull has shown yet, oldest first; those that open. */
export async function ownOperationsOf(db: SyncDb, scope: Scope): Promise<Operation[]> {
  const rows = await ofScope(db, scope).toArray();
  const opened = await Promise.all(rows.map((row) => openOwn(db, row)));
  return opened.filter((operation) => operation !== undefined);
}

async function openOwn({ vault }: SyncDb, row: OutboxRow): Promise<Operation | undefined> {
  if (!isSealed(row)) return row;
  const { own } = row;
  const key = own && vault.keyOf(own.kid);
  if (!key) return undefined;
  const content = (await unseal(key, own, sealedAbout(row))) as OperationContent;
  return { ...envelopeOf(row), ...content };
}

/** Ids of own operations that the server has: the next pull of the scope shows what became of them. */
export async function answeredOperationsOf(
  db: Dexie & SyncTables,
  scope: Scope
): Promise<string[]> {
  return ofScope(db, scope)
    .filter(({ answered }) => answered === true)
    .primaryKeys();
}

function ofScope(db: Dexie & SyncTables, scope: Scope): Collection<OutboxRow, string> {
  return db.outbox.where('[scope+seq]').between([scope, Dexie.minKey], [scope, Dexie.maxKey]);
}
