import type { Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Place } from '../domain/place.ts';
import { lockWorkshop, sessionsOf } from './workshop-lock.ts';
import './tables.ts';

export type CancelError =
  | { readonly type: 'sign-up-not-found' }
  /** Its last date has begun; a clerk can still write it down. */
  | { readonly type: 'already-begun' };

/** `changed` is false for a repeat: it was cancelled before. */
export type CancelledSignUp = {
  readonly workshopId: string;
  readonly personId: string;
  readonly deleteAfter: LocalDate;
  readonly changed: boolean;
};

/**
 * Cancels a sign-up. A seat that becomes free stays free and the waiting line keeps its order: who is
 * next is asked, and never moved up in silence.
 */
export async function cancelSignUp(
  tx: Tx,
  request: {
    readonly signUpId: string;
    readonly by: 'applicant' | 'staff';
    readonly now: Instant;
  }
): Promise<Result<CancelledSignUp, CancelError>> {
  const { signUpId, by, now } = request;
  const known = await tx
    .selectFrom('sign_up')
    .select(['workshop_id', 'person_id', 'delete_after'])
    .where('id', '=', signUpId)
    .executeTakeFirst();
  if (!known) return err({ type: 'sign-up-not-found' });
  await lockWorkshop(tx, { id: known.workshop_id });

  const lastDate = (await sessionsOf(tx, known.workshop_id)).at(-1);
  if (by === 'applicant' && lastDate && lastDate.startsAt <= now) {
    return err({ type: 'already-begun' });
  }
  const { numUpdatedRows } = await tx
    .updateTable('sign_up')
    .set((eb) => ({
      cancelled_from: eb.ref('status').$castTo<Place['kind']>(),
      status: 'cancelled',
      cancelled_at: now,
      cancelled_by: by
    }))
    .where('id', '=', signUpId)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst();
  return ok({
    workshopId: known.workshop_id,
    personId: known.person_id,
    deleteAfter: known.delete_after,
    changed: numUpdatedRows > 0n
  });
}

/**
 * Gives a cancelled sign-up a place again; without a `lineNumber` it keeps the one it had. The caller
 * holds the lock and has seen to the seat.
 */
export async function restoreSignUp(
  tx: Tx,
  signUpId: string,
  place: { readonly status: Place['kind']; readonly lineNumber: number | undefined }
): Promise<void> {
  const { status, lineNumber } = place;
  await tx
    .updateTable('sign_up')
    .set({ status, cancelled_at: null, cancelled_by: null, cancelled_from: null })
    .$if(lineNumber !== undefined, (query) => query.set('line_number', lineNumber ?? null))
    .where('id', '=', signUpId)
    .execute();
}
