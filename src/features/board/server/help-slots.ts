import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { HelpSlotRow } from './tables.ts';

/** A slot that the desk opened, with the supporters who took a place in it. */
export type HeldSlot = {
  readonly id: string;
  readonly venueId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly host: string;
  readonly wanted: number;
  readonly takenBy: readonly string[];
};

export async function addSlot(tx: Tx, slot: HelpSlotRow): Promise<void> {
  await tx.insertInto('help_slot').values(slot).execute();
}

/** Those that have not begun, the next first. */
export async function listSlots(db: Db, now: Instant): Promise<readonly HeldSlot[]> {
  const rows = await db
    .selectFrom('help_slot')
    .selectAll()
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  const places = await db
    .selectFrom('slot_place')
    .innerJoin('help_slot', 'help_slot.id', 'slot_place.slot_id')
    .select(['slot_place.slot_id', 'slot_place.supporter_id'])
    .where('help_slot.starts_at', '>', now)
    .orderBy('slot_place.taken_at')
    .orderBy('slot_place.supporter_id')
    .execute();
  return rows.map((row) =>
    slotOf(
      row,
      places.filter(({ slot_id }) => slot_id === row.id)
    )
  );
}

/** Reads a slot and holds its row: of two who take the last place, one is before the other. */
export async function lockSlot(tx: Tx, id: string): Promise<HeldSlot | undefined> {
  const row = await tx
    .updateTable('help_slot')
    .set((eb) => ({ wanted: eb.ref('wanted') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const places = await tx
    .selectFrom('slot_place')
    .select('supporter_id')
    .where('slot_id', '=', id)
    .execute();
  return slotOf(row, places);
}

export async function addPlace(
  tx: Tx,
  place: { readonly slotId: string; readonly supporterId: string; readonly now: Instant }
): Promise<void> {
  await tx
    .insertInto('slot_place')
    .values({ slot_id: place.slotId, supporter_id: place.supporterId, taken_at: place.now })
    .execute();
}

/** @returns false when they had no place in it. */
export async function removePlace(tx: Tx, slotId: string, supporterId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('slot_place')
    .where('slot_id', '=', slotId)
    .where('supporter_id', '=', supporterId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Gives back every place in what has not begun. */
export async function leaveComingSlots(tx: Tx, supporterId: string, now: Instant): Promise<void> {
  await tx
    .deleteFrom('slot_place')
    .where('supporter_id', '=', supporterId)
    .where('slot_id', 'in', (eb) =>
      eb.selectFrom('help_slot').select('id').where('starts_at', '>', now)
    )
    .execute();
}

export async function removeSlot(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('slot_place').where('slot_id', '=', id).execute();
  await tx.deleteFrom('help_slot').where('id', '=', id).execute();
}

/** The slot in which a supporter has a place and the meeting lies, if there is one. */
export async function findHeldSlot(
  db: Db,
  held: {
    readonly supporterId: string;
    readonly venueId: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  }
): Promise<{ readonly host: string } | undefined> {
  return db
    .selectFrom('help_slot')
    .innerJoin('slot_place', 'slot_place.slot_id', 'help_slot.id')
    .select('help_slot.host')
    .where('slot_place.supporter_id', '=', held.supporterId)
    .where('help_slot.venue_id', '=', held.venueId)
    .where('help_slot.starts_at', '<=', held.startsAt)
    .where('help_slot.ends_at', '>=', held.endsAt)
    .executeTakeFirst();
}

function slotOf(row: HelpSlotRow, places: readonly { readonly supporter_id: string }[]): HeldSlot {
  return {
    id: row.id,
    venueId: row.venue_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    host: row.host,
    wanted: row.wanted,
    takenBy: places.map(({ supporter_id }) => supporter_id)
  };
}
