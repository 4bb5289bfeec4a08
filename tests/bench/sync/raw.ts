import { newId } from '#shared/ids.ts';
import type { Operation } from '#features/sync/domain/operation.ts';
import { checkIn, fetchRows, MOST_PER_PUSH, provide, sendOperations } from './tablet.ts';

type Store = 'row' | 'outbox' | 'cursor';

/**
 * The limit: what nobody who keeps rows durably can leave out. The same parts from the same endpoint,
 * read as JSON and put by hand, each part one strict transaction; nothing is checked, indexed or sealed.
 */
provide(async (name, target) => {
  const db = await openStores(name);
  let seq = 0;

  const pull = async () => {
    for (let more = true; more;) {
      const cursor =
        (await read<string | undefined>(db, 'cursor', (store) => store.get('at'))) ?? '0.';
      const part = await fetchRows(target, cursor);
      await write(db, ['row', 'cursor'], (tx) => {
        const rows = tx.objectStore('row');
        for (const row of part.rows) rows.put({ scope: target.scope, ...row });
        tx.objectStore('cursor').put(part.cursor, 'at');
      });
      more = part.more;
    }
  };
  const push = async () => {
    const waiting = await read<Operation[]>(db, 'outbox', (store) => store.getAll());
    for (let from = 0; from < waiting.length; from += MOST_PER_PUSH) {
      const ops = waiting.slice(from, from + MOST_PER_PUSH);
      await sendOperations(target, ops, waiting.length - from);
      await write(db, ['outbox'], (tx) => {
        for (const { opId } of ops) tx.objectStore('outbox').delete(opId);
      });
    }
  };
  return {
    pull,
    push,
    write: async (entityIds) => {
      for (const entityId of entityIds)
        await write(db, ['outbox'], (tx) =>
          tx.objectStore('outbox').put(checkIn(target, entityId, newId(), ++seq))
        );
    },
    held: () => read<number>(db, 'row', (store) => store.count()),
    remove: () => {
      db.close();
      return settled(indexedDB.deleteDatabase(name));
    }
  };
});

function openStores(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('row', { keyPath: ['scope', 'id'] });
    opening.result.createObjectStore('outbox', { keyPath: 'opId' });
    opening.result.createObjectStore('cursor');
  };
  return settled(opening);
}

function write(
  db: IDBDatabase,
  stores: readonly Store[],
  work: (tx: IDBTransaction) => void
): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('not stored'));
    work(tx);
  });
}

async function read<Value>(
  db: IDBDatabase,
  store: Store,
  ask: (store: IDBObjectStore) => IDBRequest
): Promise<Value> {
  return (await settled(ask(db.transaction([store]).objectStore(store)))) as Value;
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
