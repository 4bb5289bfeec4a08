import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { isOverlapping, type Meeting } from '../domain/meeting.ts';
import type { HelpMatchRow, OfferRow } from './tables.ts';

/**
 * True when the supporter is active and has no other confirmed meeting in that time; holds the
 * supporter's row, so that a suspension at the same moment is before or after.
 */
export async function isFree(tx: Tx, supporterId: string, meeting: Meeting): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supporter')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', supporterId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const others = await tx
    .selectFrom('help_match')
    .select(['starts_at', 'ends_at'])
    .where('supporter_id', '=', supporterId)
    .where('state', '=', 'confirmed')
    .where('ends_at', '>', meeting.startsAt)
    .execute();
  return others.every(
    ({ starts_at, ends_at }) => !isOverlapping({ startsAt: starts_at, endsAt: ends_at }, meeting)
  );
}

/** The meetings a supporter is still to hold, the next first. */
export async function listComing(
  db: Db,
  supporterId: string,
  now: Instant
): Promise<readonly Pick<HelpMatchRow, 'id' | 'starts_at' | 'ends_at' | 'venue_id'>[]> {
  return db
    .selectFrom('help_match')
    .select(['id', 'starts_at', 'ends_at', 'venue_id'])
    .where('supporter_id', '=', supporterId)
    .where('state', '=', 'confirmed')
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute();
}

export async function addMatch(tx: Tx, match: HelpMatchRow): Promise<void> {
  await tx.insertInto('help_match').values(match).execute();
}

/**
 * The chosen offer is accepted and the other open ones are declined.
 * @returns false when the chosen one is no longer open, and then nothing is changed.
 */
export async function settleOffers(tx: Tx, requestId: string, offerId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('offer')
    .set({ state: 'accepted' })
    .where('id', '=', offerId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .updateTable('offer')
    .set({ state: 'declined' })
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .execute();
  return true;
}

/** After a cancelled meeting the others' offers stand again; the confirmed one becomes `accepted`. */
export async function reopenOffers(
  tx: Tx,
  requestId: string,
  accepted: OfferRow['state']
): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ state: 'open' })
    .where('request_id', '=', requestId)
    .where('state', '=', 'declined')
    .execute();
  await tx
    .updateTable('offer')
    .set({ state: accepted })
    .where('request_id', '=', requestId)
    .where('state', '=', 'accepted')
    .execute();
}
