import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { pull, push, type SyncOutcome } from '#features/sync/client/sync.ts';
import { provide, reach, type Target } from './tablet.ts';

/** The store of a tablet that is ready for work, as the app opens it. */
async function openDevice(name: string, target: Target): Promise<FieldDb> {
  const { deviceId, secret, accountId } = target;
  const db = openFieldDb(name);
  await db.device.put({
    ...{ key: 'this', deviceId, secret, accountId },
    ...{ name, accountName: '受付', nextSeq: 1, clockOffsetMs: 0 }
  });
  return db;
}

const fetch = (address: string, init: RequestInit) => reach(address, init);

provide(async (name, target) => {
  const { scope } = target;
  const db = await openDevice(name, target);
  const payload = { by: 'number', late: false };
  return {
    pull: async () => succeed(await pull(db, fetch, scope)),
    push: async () => succeed(await push(db, fetch)),
    write: async (entityIds) => {
      for (const entityId of entityIds)
        await recordOperation(db, { scope, type: 'attend.checkin', entityId, payload }, Date.now());
    },
    held: () => db.row.where('scope').equals(scope).count(),
    remove: () => db.delete()
  };
});

function succeed(outcome: SyncOutcome): void {
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
}
