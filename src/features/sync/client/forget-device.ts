import type { Fetch } from './exchange.ts';
import { forward } from './handover.ts';
import { waitingIn } from './outbox.ts';
import { report, type Surroundings } from './report.ts';
import { forgetNote } from './sentinel.ts';
import type { SyncDb } from './sync-db.ts';
import { push, type SyncOutcome } from './sync.ts';

/** What a device needs for its last words; everything else on it is about people. */
const NEEDED_TO_SEND = ['device', 'outbox', 'carried'];

/**
 * Takes this device out of use, as the desk wishes.
 *
 * - `retired`: everything unsent is handed in first; only then rows, scopes and credential go.
 * - `lost`: what can be read goes at once. What waits is offered to the server once, and goes then,
 *   taken or not.
 *
 * The credential goes last, when the server has heard that the device is empty; until then it is
 * tried again at the next contact. Begun anew at any point, it ends the same.
 */
export async function forgetDevice(
  db: SyncDb,
  fetch: Fetch,
  how: 'retired' | 'lost',
  surroundings: Surroundings
): Promise<SyncOutcome> {
  if (how === 'lost') {
    await clearAllBut(db, NEEDED_TO_SEND);
    await db.vault.refresh();
  }
  for (const send of [push, forward]) {
    const sent = await send(db, fetch);
    if (how === 'retired' && sent.kind !== 'done') return sent;
  }
  // Another tab may have written one meanwhile: it is sent before anything goes.
  if (!(await clear(db, how))) return { kind: 'busy' };

  await db.vault.refresh();
  const told = await report(db, fetch, surroundings);
  if (told && !told.ok) return told.error;
  forgetNote();
  await db.device.clear();
  return { kind: how };
}

/** @returns false, and leaves all, when a device that hands in still holds something unsent. */
function clear(db: SyncDb, how: 'retired' | 'lost'): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const own = await waitingIn(db).count();
    const carried = await db.carried.filter(({ answered }) => !answered).count();
    if (how === 'retired' && own + carried > 0) return false;
    for (const table of db.tables) if (table.name !== 'device') await table.clear();
    return true;
  });
}

function clearAllBut(db: SyncDb, kept: readonly string[]): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) if (!kept.includes(table.name)) await table.clear();
  });
}
