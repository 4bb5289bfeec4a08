import { findClosedDays, listVenues, type Room } from '#features/places/server/venues.ts';
import type { Db } from '#server/db/database.ts';
import type { LocalDate } from '#shared/time/instant.ts';

/** A place with what plans must heed. */
export type VenueFile = {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly opens: string;
  readonly closes: string;
  /** 0 is Sunday. */
  readonly closedWeekdays: readonly number[];
  readonly rooms: readonly Room[];
  /** From today on, soonest first. */
  readonly closures: readonly { readonly date: LocalDate; readonly reason: string }[];
};

export async function listVenueFiles(db: Db, today: LocalDate): Promise<readonly VenueFile[]> {
  const hours = await db.selectFrom('venue').select(['id', 'opens', 'closes']).execute();
  const hoursById = new Map(hours.map(({ id, ...rest }) => [id, rest]));
  const files: VenueFile[] = [];
  for (const { id, name, rooms } of await listVenues(db)) {
    const days = await findClosedDays(db, id);
    files.push({
      ...{ id, name, rooms, opens: '', closes: '', ...hoursById.get(id) },
      closedWeekdays: days?.weekdays ?? [],
      closures: [...(days?.closures ?? [])]
        .map(([date, reason]) => ({ date, reason }))
        .filter(({ date }) => date >= today)
    });
  }
  return files;
}
