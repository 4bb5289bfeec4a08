import PouchDB from 'pouchdb-browser';
import { checkIn, provide, reach } from '../sync/tablet.ts';

/** Larger parts than its own 100, several under way at once, and its place kept here alone. */
const BATCHES = { batch_size: 1000, batches_limit: 10 };

/**
 * PouchDB leaves its transactions to the browser's own durability, which since Chromium 121 is relaxed,
 * and has no option for another. What it writes is made strict for it, as everybody's is.
 */
function writeStrictly(): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const strict = mode === 'readwrite' ? ({ durability: 'strict', ...options } as const) : options;
    return transaction.call(this, stores, mode, strict);
  };
}
writeStrictly();

provide(async (name, target) => {
  const local = new PouchDB(name, { revs_limit: 1, auto_compaction: false });
  const remote = new PouchDB(target.couch, {
    skip_setup: true,
    fetch: (address: string | Request, init?: RequestInit) => reach(address, init)
  });
  await local.info();
  let seq = 0;
  return {
    pull: () => local.replicate.from(remote, { ...BATCHES, checkpoint: 'target' }),
    push: () => local.replicate.to(remote, { ...BATCHES, checkpoint: 'source' }),
    write: async (entityIds) => {
      for (const entityId of entityIds) {
        const { opId, ...operation } = checkIn(target, entityId, crypto.randomUUID(), ++seq);
        await local.put({ _id: opId, ...operation });
      }
    },
    held: async () => (await local.info()).doc_count,
    remove: () => local.destroy()
  };
});
