import type Dexie from 'dexie';
import type { SyncTables } from './stores.ts';
import type { Vault } from './vault.ts';

/** What a device holds, and the keys that open it. */
export type SyncDb = Dexie & SyncTables & { readonly vault: Vault };
