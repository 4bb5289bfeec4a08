import { openFieldDb, type FieldDb } from '#app/client/field-db.ts';
import { rowsOf } from '#features/sync/client/chunks.ts';
import { recordOperation } from '#features/sync/client/outbox.ts';
import { chooseFirstPin } from '#features/sync/client/scope-keys.ts';
import { pull, push, type SyncOutcome } from '#features/sync/client/sync.ts';
import { provide, reach, type Target } from './tablet.ts';

const fetch = (address: string, init: RequestInit) => reach(address, init);
const PIN = '271828';
/** Of the PIN's derivation, which happens at unlock and in no measured part. */
const ITERATIONS = 1000;

/** The store of a tablet that is ready for work, as the app opens it: named, and open under its PIN. */
async function openDevice(name: string, target: Target): Promise<FieldDb> {
  const { deviceId, secret, accountId } = target;
  const db = openFieldDb(name, ITERATIONS);
  await db.device.put({
    ...{ key: 'this', deviceId, secret, accountId },
    ...{ name, accountName: '受付', nextSeq: 1, clockOffsetMs: 0 }
  });
  const failure = await chooseFirstPin(db, fetch, PIN);
  if (failure) throw new Error(failure.kind);
  return db;
}

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
    held: async () => (await rowsOf(db, scope)).length,
    remove: () => db.delete()
  };
});

function succeed(outcome: SyncOutcome): void {
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
}
