import Dexie from 'dexie';
import type { Sealed } from '#features/sync/client/sealed.ts';
import {
  carriedStores,
  keyStores,
  syncStores,
  waitingStores
} from '#features/sync/client/stores.ts';
import type { SyncDb } from '#features/sync/client/sync-db.ts';
import { Vault } from '#features/sync/client/vault.ts';

/** An answer of the server as it lies here. */
type KeptRow = { key: string; sealed: Sealed; keptAt: number };

export type FieldDb = SyncDb & { readonly kept: Dexie.Table<KeptRow, string> };

const NAME = 'engawa-field';

/**
 * Opens the one database of a device that works offline, and the vault of its keys. Strict durability: a
 * write is answered when it is on the disk. A version is only ever added, never edited.
 *
 * @param pinIterations fewer than usual, where nothing needs to be kept from anybody
 */
export function openFieldDb(name = NAME, pinIterations?: number): FieldDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ ...syncStores, kept: 'key' });
  db.version(2).stores(carriedStores);
  db.version(3)
    .stores(keyStores)
    // Kept answers stood open until then; they are asked for again. Rows wait to be sealed in place.
    .upgrade((tx) => tx.table('kept').clear());
  db.version(4)
    .stores(waitingStores)
    .upgrade((tx) =>
      tx
        .table<{ answered?: boolean | number }>('outbox')
        .toCollection()
        .modify((row) => {
          row.answered = row.answered ? 1 : 0;
        })
    );
  return Object.assign(db as FieldDb, { vault: new Vault(db as FieldDb, pinIterations) });
}
