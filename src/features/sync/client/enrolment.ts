import type Dexie from 'dexie';
import { enrol, type ExchangeFailure, type Fetch } from './exchange.ts';
import type { DeviceState, SyncTables } from './stores.ts';

/**
 * Enrols this device under a name, for whoever is signed in. What it wrote before under an earlier
 * identity and nobody answered keeps its ids and gets new numbers: nothing is lost or counts twice.
 *
 * @returns `undefined` when it is enrolled, else why not.
 */
export async function enrolThisDevice(
  db: Dexie & SyncTables,
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
  return undefined;
}
