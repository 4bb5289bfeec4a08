import type Dexie from 'dexie';
import type { DeviceReport, DeviceReportAnswer } from '../domain/exchange.ts';
import type { StorageAnswer } from '../domain/tablet.ts';
import { waitingIn } from './outbox.ts';
import { reportDevice, type Exchanged, type Fetch } from './exchange.ts';
import { noteSeq, readNote } from './sentinel.ts';
import type { SyncTables } from './stores.ts';

type FieldDb = Dexie & SyncTables;

/** What a device tells of the app and the browser that it runs in. */
export type Surroundings = { readonly appVersion: string; readonly storage: StorageAnswer };

/**
 * Tells the server what this device holds, and hears how the desk has it.
 * @returns `undefined` when this device is not enrolled.
 */
export async function report(
  db: FieldDb,
  fetch: Fetch,
  surroundings: Surroundings
): Promise<Exchanged<DeviceReportAnswer> | undefined> {
  // The note first: what is written meanwhile may be above it, never below.
  const note = readNote();
  const device = await db.device.get('this');
  if (!device) return undefined;
  const { deviceId } = device;
  const told = await readHeld(db);
  const notedSeq = note?.deviceId === deviceId ? note.seq : null;
  const answer = await reportDevice(fetch, device, { ...told, notedSeq, ...surroundings });
  if (answer.ok) noteSeq(deviceId, told.lastSeq);
  return answer;
}

function readHeld(db: FieldDb): Promise<Omit<DeviceReport, 'notedSeq' | 'appVersion' | 'storage'>> {
  return db.transaction('r', [db.device, db.outbox, db.carried, db.refused, db.scope], async () => {
    const device = await db.device.get('this');
    return {
      lastSeq: (device?.nextSeq ?? 1) - 1,
      unsent: await waitingIn(db).count(),
      carried: await db.carried.filter(({ answered }) => !answered).count(),
      refused: await db.refused.count(),
      scopes: await db.scope.toCollection().primaryKeys(),
      clockOffsetMs: device?.clockOffsetMs ?? 0
    };
  });
}
