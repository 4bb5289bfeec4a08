import type { CityVenue } from '#city/city.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import type { ClosedDays } from '../domain/open-days.ts';
import type { VenueRow } from './tables.ts';

export type Room = {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly chairs: number;
};

/** A public place as pages show it. */
export type Venue = {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** How the Japanese name is read. */
  readonly kana: string;
  readonly address: string;
  readonly telephone: string;
  readonly rooms: readonly Room[];
};

/** Brings the venues of the city file into the database; what stands there already is kept up to date. */
export function keepCityVenues(db: Db, venues: readonly CityVenue[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { name, closedWeekdays, ...venue } of venues) {
      const row: VenueRow = {
        ...venue,
        name_ja: name.ja,
        name_en: name.en,
        closed_weekdays: JSON.stringify(closedWeekdays)
      };
      await tx
        .insertInto('venue')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    }
  });
}

export async function listVenues(db: Db): Promise<readonly Venue[]> {
  const rows = await db.selectFrom('venue').selectAll().orderBy('kana').execute();
  const rooms = await db.selectFrom('room').selectAll().orderBy('name_ja').execute();
  const roomsByVenue = Map.groupBy(rooms, (room) => room.venue_id);
  return rows.map(({ id, name_ja, name_en, kana, address, telephone }) => ({
    id,
    name: { ja: name_ja, en: name_en },
    kana,
    address,
    telephone,
    rooms: (roomsByVenue.get(id) ?? []).map((room) => ({
      id: room.id,
      name: { ja: room.name_ja, en: room.name_en },
      chairs: room.chairs
    }))
  }));
}

/** When nothing is held at a place. @returns `undefined` when there is no such place. */
export async function findClosedDays(db: Db, venueId: string): Promise<ClosedDays | undefined> {
  const venue = await db
    .selectFrom('venue')
    .select('closed_weekdays')
    .where('id', '=', venueId)
    .executeTakeFirst();
  if (!venue) return undefined;

  const closures = await db
    .selectFrom('venue_closure')
    .select(['date', 'reason'])
    .where('venue_id', '=', venueId)
    .orderBy('date')
    .execute();
  return {
    weekdays: JSON.parse(venue.closed_weekdays) as number[],
    closures: new Map(closures.map(({ date, reason }) => [date, reason]))
  };
}

/** Notes that a place is closed on a day; a day that is noted already gets the new reason. */
export async function keepClosure(
  tx: Tx,
  closure: { readonly venueId: string; readonly date: LocalDate; readonly reason: string }
): Promise<void> {
  const { venueId, date, reason } = closure;
  await tx
    .insertInto('venue_closure')
    .values({ venue_id: venueId, date, reason })
    .onConflict((conflict) => conflict.columns(['venue_id', 'date']).doUpdateSet({ reason }))
    .execute();
}

export async function removeClosure(tx: Tx, venueId: string, date: LocalDate): Promise<void> {
  await tx
    .deleteFrom('venue_closure')
    .where('venue_id', '=', venueId)
    .where('date', '=', date)
    .execute();
}

export async function insertRoom(
  tx: Tx,
  room: { readonly venueId: string; readonly name: Room['name']; readonly chairs: number }
): Promise<void> {
  const { venueId, name, chairs } = room;
  await tx
    .insertInto('room')
    .values({ id: newId(), venue_id: venueId, name_ja: name.ja, name_en: name.en, chairs })
    .execute();
}

/** @returns `undefined` when the place has no such room. */
export async function findRoom(
  db: Db,
  venueId: string,
  roomId: string
): Promise<{ readonly chairs: number } | undefined> {
  return db
    .selectFrom('room')
    .select('chairs')
    .where('id', '=', roomId)
    .where('venue_id', '=', venueId)
    .executeTakeFirst();
}

export async function isVenueKnown(db: Db, venueId: string): Promise<boolean> {
  const row = await db
    .selectFrom('venue')
    .select('id')
    .where('id', '=', venueId)
    .executeTakeFirst();
  return row !== undefined;
}
