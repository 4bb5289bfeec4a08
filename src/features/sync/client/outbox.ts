import Dexie, { type Collection } from 'dexie';
import * as v from 'valibot';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import { OPERATION_VERSION, Operation, type Scope } from '../domain/operation.ts';
import type { NewOperation, WaitingOperation } from '../domain/scope-view.ts';
import {
  isSealed,
  sealedAbout,
  SealedOperation,
  type Envelope,
  type OperationContent
} from '../domain/sealed-operation.ts';
import { seal, unseal } from './sealed.ts';
import type {
  CarriedRow,
  DeviceState,
  OutboxRow,
  RefusedRow,
  SyncTables,
  WrittenRow
} from './stores.ts';
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
    await db.outbox.add({ ...envelope, sealed, own, answered: 0 });
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
    const rows = await waitingIn(db).limit(limit).toArray();
    return { device, rows, unsent: await waitingIn(db).count() };
  });
}

/** What the server has not answered yet, in the order in which it was written. */
export function waitingIn(db: Dexie & SyncTables): Collection<OutboxRow, string> {
  return db.outbox.where('[answered+seq]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
}

/** As it travels: without what is for this device alone. */
export function toSend(row: WrittenRow): Operation | SealedOperation {
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

/** `undefined` when it does not open now. */
export async function openOwn({ vault }: SyncDb, row: WrittenRow): Promise<Operation | undefined> {
  if (!isSealed(row)) return row;
  const { own } = row;
  const key = own && vault.keyOf(own.kid);
  if (!key) return undefined;
  const content = (await unseal(key, own, sealedAbout(row))) as OperationContent;
  return { ...envelopeOf(row), ...content };
}

/** An operation as its text says it, when that comes from another device. */
export const WrittenOperation = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([Operation, SealedOperation])
);

/** What other devices handed over for a scope and no pull has shown yet; those that open. */
export async function carriedOperationsOf(db: SyncDb, scope: Scope): Promise<WaitingOperation[]> {
  const rows = await db.carried.where('scope').equals(scope).toArray();
  const opened = await Promise.all(
    rows.map(async (row) => {
      const operation = await openCarried(db, row);
      return operation && { ...operation, deviceName: row.name };
    })
  );
  return opened.filter((operation) => operation !== undefined);
}

/** `undefined` when it does not open now. */
export function openCarried(db: SyncDb, { text, own }: CarriedRow): Promise<Operation | undefined> {
  return openOwn(db, { ...v.parse(WrittenOperation, text), ...(own && { own }) });
}

/** A refused operation with what it said, where that opens now. */
export type OpenedRefusal = Pick<RefusedRow, 'opId' | 'scope' | 'status' | 'code'> & {
  readonly content?: OperationContent;
};

export async function openRefused(
  { vault }: SyncDb,
  { opId, scope, status, code, own, operation }: RefusedRow
): Promise<OpenedRefusal> {
  const key = own && vault.keyOf(own.kid);
  const content = key
    ? ((await unseal(key, own, sealedAbout({ opId, scope }))) as OperationContent)
    : operation;
  return { opId, scope, status, code, ...(content && { content }) };
}

/** Ids of waiting operations that the server has: the next pull of the scope shows what became of them. */
export async function answeredOperationsOf(
  db: Dexie & SyncTables,
  scope: Scope
): Promise<string[]> {
  const own = ofScope(db, scope).filter(({ answered }) => answered === 1);
  const carried = db.carried
    .where('scope')
    .equals(scope)
    .filter(({ answered }) => answered === true);
  return [...(await own.primaryKeys()), ...(await carried.primaryKeys())];
}

function ofScope(db: Dexie & SyncTables, scope: Scope): Collection<OutboxRow, string> {
  return db.outbox.where('[scope+seq]').between([scope, Dexie.minKey], [scope, Dexie.maxKey]);
}
