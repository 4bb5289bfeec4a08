import Dexie from 'dexie';
import { carriedStores, syncStores, type SyncTables } from '#features/sync/client/stores.ts';

/** An answer of the server kept for when there is no network, shown with its time. */
export type KeptAnswer = { key: string; body: unknown; keptAt: number };

export type FieldDb = Dexie & SyncTables & { readonly kept: Dexie.Table<KeptAnswer, string> };

const NAME = 'engawa-field';

/**
 * Opens the one database of a device that works offline. Strict durability: a write is answered when it
 * is on the disk. A version is only ever added, never edited.
 */
export function openFieldDb(name = NAME): FieldDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ ...syncStores, kept: 'key' });
  db.version(2).stores(carriedStores);
  return db as FieldDb;
}
