import { timingSafeEqual } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import { sha256 } from '#server/hash.ts';
import type { DeviceRow } from './tables.ts';

/**
 * Whether the device that asks is open. Its credential alone lies readable on it, so that a locked one
 * still sends; what it may read takes a second secret too, which only its PIN opens.
 */
export function readsAsOpen(device: DeviceRow, reader: string | null): boolean {
  if (device.reader_hash === null) return true;
  const known = Buffer.from(device.reader_hash);
  return timingSafeEqual(known, Buffer.from(sha256(reader ?? '')));
}

/** Keeps a device's second secret, once: whoever finds the device later cannot choose another. */
export async function keepReader(db: Db, device: DeviceRow, reader: string): Promise<void> {
  await db
    .updateTable('device')
    .set({ reader_hash: sha256(reader) })
    .where('id', '=', device.id)
    .where('reader_hash', 'is', null)
    .execute();
}
