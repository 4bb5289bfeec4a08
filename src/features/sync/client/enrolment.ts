import type { FormerSelf } from '../domain/exchange.ts';
import { enrol, type ExchangeFailure, type Fetch } from './exchange.ts';
import { waitingIn } from './outbox.ts';
import { openFromServer } from './scope-keys.ts';
import { noteSeq, readNote } from './sentinel.ts';
import type { DeviceState } from './stores.ts';
import type { SyncDb } from './sync-db.ts';

/** A name, for whoever is signed in, or the code that staff show at the desk. */
export type Enrolment = { readonly name: string } | { readonly code: string };

/**
 * Enrols this device. What it wrote before under an earlier identity and nobody answered keeps its ids
 * and gets new numbers: nothing is lost or counts twice.
 *
 * @returns `undefined` when it is enrolled, else why not.
 */
export async function enrolThisDevice(
  db: SyncDb,
  fetch: Fetch,
  how: Enrolment
): Promise<ExchangeFailure | undefined> {
  const before = await formerSelf(db);
  const answer = await enrol(fetch, { ...how, ...(before ? { before } : {}) });
  if (!answer.ok) return answer.error;
  const { deviceId, secret, accountId, accountName, name, serverTime } = answer.value;

  const lastSeq = await db.transaction('rw', db.device, db.outbox, async () => {
    const waiting = await waitingIn(db).toArray();
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
    return renumbered.length;
  });
  noteSeq(deviceId, lastSeq);
  // Known under a new id, an open device tells once more what its reading takes; if not now, when it is
  // opened the next time.
  if (db.vault.isOpen) await openFromServer(db, fetch, []);
  return undefined;
}

/** Facts of an earlier identity that this device once held and no longer knows of; `undefined` for none. */
export async function findLostStorage(db: SyncDb): Promise<FormerSelf | undefined> {
  const before = await formerSelf(db);
  return before?.lost ? before : undefined;
}

async function formerSelf(db: SyncDb): Promise<FormerSelf | undefined> {
  const note = readNote();
  const device = await db.device.get('this');
  if (device) return { deviceId: device.deviceId, lastSeq: device.nextSeq - 1, lost: false };
  return note && { deviceId: note.deviceId, lastSeq: note.seq, lost: true };
}
