import Dexie from 'dexie';
import type { PulledRow } from '../domain/exchange.ts';
import type { Scope } from '../domain/operation.ts';
import { seal, unseal, type DataKey, type Sealed } from './sealed.ts';
import type { BaseRow, ChunkRow, SyncTables } from './stores.ts';
import type { SyncDb } from './sync-db.ts';

const ROWS_IN_CHUNK = 200;
/** So many small chunks beside the full ones, and they are put together anew. */
const MOST_LOOSE = 16;

type Content = { readonly rows: readonly PulledRow[]; readonly gone: readonly string[] };

/** What was opened lives as long as its key: a locked device has neither. By initialisation vector. */
const openedBy = new WeakMap<CryptoKey, Map<string, Content>>();

/** The rows of a scope as last pulled; none while the scope is not open. */
export async function rowsOf(db: SyncDb, scope: Scope): Promise<readonly BaseRow[]> {
  const chunks = await chunksOf(db, scope).toArray();
  const contents = await openAll(db, chunks);
  return contents ? rowsIn(scope, contents) : [];
}

/** What a pull brought, sealed and ready to be stored. */
export function sealPulled(
  key: DataKey,
  scope: Scope,
  rows: readonly PulledRow[],
  gone: readonly string[]
): Promise<Sealed[]> {
  const parts: Content[] = [];
  for (let start = 0; start < rows.length; start += ROWS_IN_CHUNK)
    parts.push({ rows: rows.slice(start, start + ROWS_IN_CHUNK), gone: [] });
  if (gone.length > 0) parts.push({ rows: [], gone });
  return Promise.all(parts.map((part) => seal(key, part, scope)));
}

/** Inside a transaction over `chunk`: puts sealed parts behind what the scope holds. */
export async function addChunks(
  db: Dexie & SyncTables,
  scope: Scope,
  parts: readonly Sealed[]
): Promise<void> {
  const last = (await chunksOf(db, scope).primaryKeys()).at(-1)?.[1] ?? 0;
  await db.chunk.bulkAdd(parts.map((sealed, index) => ({ scope, n: last + 1 + index, sealed })));
}

/** Inside a transaction over `chunk`. */
export async function dropChunks(db: Dexie & SyncTables, scope: Scope): Promise<void> {
  await chunksOf(db, scope).delete();
}

/**
 * Every pull adds a small chunk. When there are many, they are put together; if another tab changed
 * something meanwhile, the next pull tries again.
 */
export async function putTogether(db: SyncDb, scope: Scope, key: DataKey): Promise<void> {
  const chunks = await chunksOf(db, scope).toArray();
  if (chunks.length <= MOST_LOOSE) return;
  const contents = await openAll(db, chunks);
  if (!contents) return;
  const rows = rowsIn(scope, contents).map(({ id, kind, body }) => ({ id, kind, body }));
  if (chunks.length <= Math.ceil(rows.length / ROWS_IN_CHUNK) + MOST_LOOSE) return;

  const parts = await sealPulled(key, scope, rows, []);
  await db.transaction('rw', db.chunk, async () => {
    const now = await chunksOf(db, scope).primaryKeys();
    if (now.length !== chunks.length || now.at(-1)?.[1] !== chunks.at(-1)?.n) return;
    await dropChunks(db, scope);
    await addChunks(db, scope, parts);
  });
}

function chunksOf(db: Dexie & SyncTables, scope: Scope) {
  return db.chunk.where('[scope+n]').between([scope, Dexie.minKey], [scope, Dexie.maxKey]);
}

/** Opens only what is new since the last look. `undefined` when a key is missing. */
async function openAll(
  db: SyncDb,
  chunks: readonly ChunkRow[]
): Promise<readonly Content[] | undefined> {
  const kept = new Map<CryptoKey, Map<string, Content>>();
  const contents = await Promise.all(
    chunks.map(async ({ scope, sealed }) => {
      const key = db.vault.keyOf(sealed.kid);
      if (!key) return undefined;
      const iv = sealed.iv.join();
      const content = openedBy.get(key)?.get(iv) ?? ((await unseal(key, sealed, scope)) as Content);
      const ofKey = kept.get(key) ?? new Map<string, Content>();
      kept.set(key, ofKey.set(iv, content));
      return content;
    })
  );
  for (const [key, opened] of kept) openedBy.set(key, opened);
  const open = contents.filter((content) => content !== undefined);
  return open.length === chunks.length ? open : undefined;
}

function rowsIn(scope: Scope, contents: readonly Content[]): readonly BaseRow[] {
  const rows = new Map<string, BaseRow>();
  for (const content of contents) {
    for (const row of content.rows) rows.set(row.id, { scope, ...row });
    for (const id of content.gone) rows.delete(id);
  }
  return [...rows.values()];
}
