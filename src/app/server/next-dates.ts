import { NEXT_DATE_ROW, type NextDate } from '#features/attendance/domain/next-date.ts';
import { sessionIdOf, type Scope } from '#features/sync/domain/operation.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { placeNames } from './place-names.ts';

const MOST_OFFERED = 6;

/**
 * Keeps the next public dates among the rows of a session, so that a tablet offers them without a
 * network. Looked at whenever a device fetches the session; written only when they have changed.
 */
export async function keepNextDates(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  scope: Scope,
  now: Instant
): Promise<void> {
  const sessionId = sessionIdOf(scope);
  if (sessionId === undefined) return;
  const next = await findNextDates(db, sessionId, now);
  const kept = await db
    .selectFrom('sync_row')
    .select(['id', 'body'])
    .where('scope', '=', scope)
    .where('kind', '=', NEXT_DATE_ROW)
    .where('deleted', '=', 0)
    .execute();
  const bodies = new Map(kept.map(({ id, body }) => [id, body]));
  const changed = next.filter((date) => bodies.get(date.sessionId) !== JSON.stringify(date));
  const over = kept.filter(({ id }) => !next.some((date) => date.sessionId === id));
  if (changed.length + over.length === 0) return;
  if ((await rules.rightOf(db, device, scope, now)).kind !== 'held') return;

  await inTransaction(db, async (tx) => {
    const changes = new ScopeChanges();
    for (const date of changed) changes.put(scope, NEXT_DATE_ROW, date.sessionId, date);
    for (const { id } of over) changes.remove(scope, NEXT_DATE_ROW, id);
    await changes.flush(tx);
  });
}

/** The first dates of other workshops that one can still sign up to, or simply come to. */
async function findNextDates(
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
