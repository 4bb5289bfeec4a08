import type Dexie from 'dexie';
import type { SyncTables } from './stores.ts';

/**
 * Makes everything that this device holds unreadable for ever, whoever has its PIN: keys, rows and own
 * views go. What waits to be sent is sealed to the server and stays, so nothing recorded is lost.
 */
export async function destroyKeys(db: Dexie & SyncTables): Promise<void> {
  const tables = [db.lock, db.key, db.chunk, db.row, db.scope, db.outbox, db.carried, db.refused];
  await db.transaction('rw', tables, async () => {
    await db.lock.clear();
    await db.key.clear();
    await db.chunk.clear();
    await db.row.clear();
    await db.scope.clear();
    await db.outbox.toCollection().modify((row) => {
      if ('sealed' in row) delete row.own;
    });
    await db.carried.toCollection().modify((row) => {
      delete row.own;
    });
    await db.refused.toCollection().modify((row) => {
      delete row.own;
      delete row.operation;
    });
  });
}
