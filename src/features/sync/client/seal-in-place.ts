import type { Operation, Scope } from '../domain/operation.ts';
import { isSealed, sealedAbout } from '../domain/sealed-operation.ts';
import { addChunks, sealPulled } from './chunks.ts';
import { sealTwice } from './outbox.ts';
import { seal } from './sealed.ts';
import type { SyncDb } from './sync-db.ts';

/** Seals what was stored before the device had keys. Broken off, it goes on the next time it is opened. */
export async function sealInPlace(db: SyncDb): Promise<void> {
  const scopes = (await db.row.orderBy('scope').uniqueKeys()) as Scope[];
  for (const scope of scopes) await sealRows(db, scope);
  for (const row of await db.outbox.toArray()) if (!isSealed(row)) await sealWaiting(db, row);
  for (const { opId, operation } of await db.refused.toArray()) {
    if (!operation) continue;
    const { type, entityId, payload, clientAt } = operation;
    const key = await db.vault.keyFor(operation.scope);
    const own = await seal(key, { type, entityId, payload, clientAt }, sealedAbout(operation));
    await db.refused
      .where('opId')
      .equals(opId)
      .modify((refused) => {
        refused.own = own;
        delete refused.operation;
      });
  }
}

async function sealRows(db: SyncDb, scope: Scope): Promise<void> {
  const held = await db.vault.keyToHold(scope);
  const rows = await db.row.where('scope').equals(scope).toArray();
  const pulled = rows.map(({ id, kind, body }) => ({ id, kind, body }));
  const parts = await sealPulled(held.key, scope, pulled, []);
  await db.transaction('rw', db.row, db.chunk, db.key, async () => {
    if (held.row) await db.key.put(held.row);
    await addChunks(db, scope, parts);
    await db.row.where('scope').equals(scope).delete();
  });
  db.vault.tookHold(scope, held);
}

async function sealWaiting(db: SyncDb, operation: Operation): Promise<void> {
  const { type, entityId, payload, clientAt, ...envelope } = operation;
  const twice = await sealTwice(db, operation, { type, entityId, payload, clientAt });
  await db.transaction('rw', db.outbox, async () => {
    // Answered or seen by a pull meanwhile, it is as that left it.
    const now = await db.outbox.get(operation.opId);
    if (!now) return;
    const { deviceId, seq, answered } = now;
    await db.outbox.put({ ...envelope, deviceId, seq, ...twice, answered });
  });
}
