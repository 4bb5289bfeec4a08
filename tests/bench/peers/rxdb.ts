import { createRxDatabase, type RxCollection, type RxError } from 'rxdb/plugins/core';
import { replicateRxCollection, type ReplicationHandlers } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { firstValueFrom } from 'rxjs';
import { checkIn, fetchRows, MOST_PER_PUSH, provide, sendOperations } from '../sync/tablet.ts';

type Row = { id: string; kind: string; body: string };
type Written = ReturnType<typeof checkIn>;
type Checkpoint = { readonly cursor: string };

const PULL_BATCH = 500;
/** A run that ends in vain lets go of its documents after its next try. */
const RETRY_MS = 50;
const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

/**
 * RxDB on its free Dexie storage, which hands its options on to Dexie: strict durability, as ours. It
 * replicates with our own server, part by part as large as that gives them; one tab, no development mode.
 */
provide(async (name, target) => {
  const db = await createRxDatabase({
    name,
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    multiInstance: false
  });
  const { rows, operations } = await db.addCollections<{ rows: Row; operations: Written }>({
    rows: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 40 }, kind: text, body: text }
      }
    },
    operations: {
      schema: {
        version: 0,
        primaryKey: 'opId',
        type: 'object',
        properties: {
          opId: { type: 'string', maxLength: 40 },
          ...{ v: number, seq: number, clientAt: number, clockOffsetMs: number },
          ...{
            deviceId: text,
            scope: text,
            type: text,
            entityId: text,
            payload: text,
            actorId: text
          }
        }
      }
    }
  });
  let [seq, sent, opNumber] = [0, 0, Date.now()];

  /** Its documents come back sorted by id, and our server takes them in the order of their numbers. */
  const nextOpId = () => {
    const digits = (opNumber++).toString(16).padStart(12, '0');
    return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${crypto.randomUUID().slice(-12)}`;
  };
  return {
    pull: () =>
      replicateOnce<Row>(rows, {
        pull: {
          batchSize: PULL_BATCH,
          handler: async (last: Checkpoint | undefined) => {
            const part = await fetchRows(target, last?.cursor ?? '0.');
            const documents = part.rows.map((row) => ({ ...row, _deleted: false }));
            return { documents, checkpoint: { cursor: part.cursor } };
          }
        }
      }),
    push: () =>
      replicateOnce<Written>(operations, {
        push: {
          batchSize: MOST_PER_PUSH,
          handler: async (changes) => {
            const ops = changes
              .map(({ newDocumentState: { _deleted, ...operation } }) => operation)
              .sort((one, other) => one.seq - other.seq);
            const taken = await sendOperations(target, ops, seq - sent);
            if (taken !== ops.length) throw new Error(`${taken} of ${ops.length} were taken`);
            sent += taken;
            return [];
          }
        }
      }),
    write: async (entityIds) => {
      for (const entityId of entityIds)
        await operations.insert(checkIn(target, entityId, nextOpId(), ++seq));
    },
    held: () => rows.count().exec(),
    remove: () => db.remove()
  };
});

/** Replicates from where the last one ended until both sides agree; one that is not live cannot be cancelled. */
async function replicateOnce<Document>(
  collection: RxCollection<Document>,
  handlers: ReplicationHandlers<Document, Checkpoint>
): Promise<void> {
  const replication = replicateRxCollection({
    replicationIdentifier: 'bench',
    collection,
    live: true,
    retryTime: RETRY_MS,
    waitForLeadership: false,
    ...handlers
  });
  const failed = firstValueFrom(replication.error$).then(
    (error: RxError) => Promise.reject(error),
    // Ended without any: the other promise says how.
    () => new Promise<never>(() => undefined)
  );
  try {
    await Promise.race([replication.awaitInitialReplication(), failed]);
  } finally {
    await replication.cancel();
  }
}
