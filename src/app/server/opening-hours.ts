import type { OpeningHours } from '#features/board/domain/meeting.ts';
import type { Db } from '#server/db/database.ts';

/** @returns `undefined` for a place that is not registered. */
export async function readOpeningHours(db: Db, venueId: string): Promise<OpeningHours | undefined> {
  const venue = await db
    .selectFrom('venue')
    .select(['opens', 'closes', 'closed_weekdays'])
    .where('id', '=', venueId)
    .executeTakeFirst();
  if (!venue) return undefined;
  const closures = await db
    .selectFrom('venue_closure')
    .select('date')
    .where('venue_id', '=', venueId)
    .execute();
  return {
    opens: venue.opens,
    closes: venue.closes,
    closedWeekdays: JSON.parse(venue.closed_weekdays) as number[],
    closures: closures.map(({ date }) => date)
  };
}
