import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import type { ChangeProposal, Reason, SessionBefore } from '../domain/session-change.ts';
import './tables.ts';

/** @returns `undefined` when there is no such date. */
export async function findSessionBefore(
  db: Db,
  sessionId: string
): Promise<(SessionBefore & { readonly workshopId: string }) | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .leftJoin('lottery', 'lottery.workshop_id', 'workshop.id')
    .select([
      'session.workshop_id',
      'session.state',
      'session.starts_at',
      'session.ends_at',
      'workshop.venue_id',
      'workshop.room_id',
      'workshop.bring_ja',
      'workshop.bring_en',
      'lottery.draws_at',
      'lottery.drawn_at'
    ])
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return (
    row && {
      workshopId: row.workshop_id,
      state: row.state,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      venueId: row.venue_id,
      roomId: row.room_id ?? undefined,
      bringJa: row.bring_ja,
      bringEn: row.bring_en,
      drawsAt: row.drawn_at === null ? (row.draws_at ?? undefined) : undefined
    }
  );
}

/** @returns the id of the change that was made with this form before */
export async function findChangeByKey(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('session_change')
    .select('id')
    .where('key_hash', '=', sha256(key))
    .executeTakeFirst();
  return row?.id;
}

/** Keeps that a date was changed or called off, and why. @returns its id */
export async function addChange(
  tx: Tx,
  change: {
    readonly sessionId: string;
    readonly kind: 'changed' | 'cancelled';
    readonly reason: Reason;
    readonly before: SessionBefore;
    readonly key: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('session_change')
    .values({
      id,
      session_id: change.sessionId,
      kind: change.kind,
      reason_ja: change.reason.ja,
      reason_en: change.reason.en,
      old_starts_at: change.before.startsAt,
      old_ends_at: change.before.endsAt,
      old_venue_id: change.before.venueId,
      old_room_id: change.before.roomId ?? null,
      key_hash: sha256(change.key),
      changed_by: change.actor,
      changed_at: change.now
    })
    .execute();
  return id;
}

/** Calls a date off; a workshop whose last date is gone is called off with it. @returns whether it is */
export async function cancelSession(
  tx: Tx,
  { sessionId, workshopId }: { readonly sessionId: string; readonly workshopId: string }
): Promise<boolean> {
  await tx.updateTable('session').set({ state: 'cancelled' }).where('id', '=', sessionId).execute();
  const left = await tx
    .selectFrom('session')
    .select('id')
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'planned')
    .limit(1)
    .executeTakeFirst();
  if (left) return false;
  await tx
    .updateTable('workshop')
    .set({ state: 'cancelled' })
    .where('id', '=', workshopId)
    .execute();
  return true;
}

/**
 * Moves a date. The place with its room and what to bring are the workshop's own, so they change for all its dates;
 * sign-up ends when the first date begins, at the latest, and so does every question about a seat.
 */
export async function moveSession(
  tx: Tx,
  { sessionId, workshopId }: { readonly sessionId: string; readonly workshopId: string },
  to: ChangeProposal & { readonly deleteAfter: LocalDate; readonly roomChairs?: number | undefined }
): Promise<void> {
  await tx
    .updateTable('session')
    .set({
      starts_at: to.startsAt,
      ends_at: to.endsAt,
      local_date: localDateOf(to.startsAt),
      delete_after: to.deleteAfter
    })
    .where('id', '=', sessionId)
    .execute();
  await tx
    .updateTable('workshop')
    .set({
      ...{ venue_id: to.venueId, room_id: to.roomId ?? null },
      ...{ bring_ja: to.bringJa, bring_en: to.bringEn },
      ...(to.roomChairs === undefined ? {} : { room_chairs: to.roomChairs })
    })
    .where('id', '=', workshopId)
    .execute();
  const { first } = await tx
    .selectFrom('session')
    .select((eb) => eb.fn.min<number>('starts_at').as('first'))
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('workshop')
    .set({ closes_at: first })
    .where('id', '=', workshopId)
    .where('closes_at', '>', first)
    .execute();
  await tx
    .updateTable('seat_offer')
    .set({ answer_by: first })
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'asked')
    .where('answer_by', '>', first)
    .execute();
  await tx
    .updateTable('sign_up')
    .set({ delete_after: to.deleteAfter })
    .where('workshop_id', '=', workshopId)
    .where('delete_after', '<', to.deleteAfter)
    .execute();
}
