import type { NextDate } from '#features/attendance/domain/next-date.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import { placeNames } from './place-names.ts';

const MOST_OFFERED = 6;

/** The first dates of other workshops that one can still sign up to, or simply come to. */
export async function nextDatesAfter(
  db: Db,
  sessionId: string,
  now: Instant
): Promise<readonly NextDate[]> {
  const rows = await db
    .selectFrom('session as here')
    .innerJoin('session', (join) =>
      join
        .onRef('session.workshop_id', '!=', 'here.workshop_id')
        .onRef('session.starts_at', '>', 'here.starts_at')
    )
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .select(['session.id', 'session.starts_at', 'workshop.title_ja', 'workshop.title_en'])
    .select([
      'venue.name_ja',
      'venue.name_en',
      'room.name_ja as room_ja',
      'room.name_en as room_en'
    ])
    .where('here.id', '=', sessionId)
    .where('session.starts_at', '>', now)
    .where('session.state', '=', 'planned')
    .where('workshop.state', '=', 'open')
    .where((eb) =>
      eb.or([eb('workshop.closes_at', '>', now), eb('workshop.selection', '=', 'none')])
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session as first')
            .select('first.id')
            .whereRef('first.workshop_id', '=', 'session.workshop_id')
            .whereRef('first.starts_at', '<', 'session.starts_at')
        )
      )
    )
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .limit(MOST_OFFERED)
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    title: { ja: row.title_ja, en: row.title_en },
    venue: placeNames(row),
    startsAt: row.starts_at
  }));
}
