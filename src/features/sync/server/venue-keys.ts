import { randomInt } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { RANDOM_DIGITS, venueCodeOf, type VenueCode } from '../domain/venue-code.ts';
import './tables.ts';

/** The venue's secret of a session; made when the first tablet or the printed card asks for it. */
export async function venueCodeOfSession(
  db: Db,
  session: { readonly id: string; readonly deleteAfter: LocalDate },
  now: Instant
): Promise<VenueCode> {
  const random = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('');
  await db
    .insertInto('venue_key')
    .values({
      session_id: session.id,
      code: venueCodeOf(random),
      made_at: now,
      delete_after: session.deleteAfter
    })
    .onConflict((conflict) => conflict.column('session_id').doNothing())
    .execute();
  const { code } = await db
    .selectFrom('venue_key')
    .select('code')
    .where('session_id', '=', session.id)
    .executeTakeFirstOrThrow();
  return code;
}
