import { enrol, type ExchangeFailure, type Fetch } from './exchange.ts';
import { openFromServer } from './scope-keys.ts';
import type { DeviceState } from './stores.ts';
import type { SyncDb } from './sync-db.ts';

/**
 * Enrols this device under a name, for whoever is signed in. What it wrote before under an earlier
 * identity and nobody answered keeps its ids and gets new numbers: nothing is lost or counts twice.
 *
 * @returns `undefined` when it is enrolled, else why not.
 */
export async function enrolThisDevice(
  db: SyncDb,
  fetch: Fetch,
  name: string
): Promise<ExchangeFailure | undefined> {
  const answer = await enrol(fetch, name);
  if (!answer.ok) return answer.error;
  const { deviceId, secret, accountId, accountName, serverTime } = answer.value;

  await db.transaction('rw', db.device, db.outbox, async () => {
    const waiting = (await db.outbox.orderBy('seq').toArray()).filter(({ answered }) => !answered);
    const renumbered = waiting.map((operation, index) => ({
      ...operation,
      deviceId,
      seq: index + 1
    }));
    await db.outbox.bulkPut(renumbered);
    const device: DeviceState = {
      key: 'this',
      deviceId,
      secret,
      name,
      accountId,
      accountName,
      nextSeq: renumbered.length + 1,
      clockOffsetMs: Math.round(serverTime - (answer.sentAt + answer.answeredAt) / 2)
    };
    await db.device.put(device);
  });
  // Known under a new id, an open device tells once more what its reading takes; if not now, when it is
  // opened the next time.
  if (db.vault.isOpen) await openFromServer(db, fetch, []);
  return undefined;
}
