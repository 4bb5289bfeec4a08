import { withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { freeSeats } from '#features/workshops/domain/waiting-line.ts';
import { restoreSignUp } from '#features/workshops/server/cancel-sign-up.ts';
import { readLine, withdrawOffers } from '#features/workshops/server/seat-offers.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { offerNoticeKey, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

const UNDO_MS = 10 * MINUTE_MS;

export type UndoError = {
  readonly type: 'sign-up-not-found' | 'too-late-to-undo' | 'next-was-told';
};

/**
 * Takes a slip at the telephone back: within ten minutes, for whoever the desk cancelled. Their seat is
 * free again, or held by a question that nobody has been told yet, which is taken back with it. When
 * the next one has been told, the seat is theirs to answer for and nothing is undone.
 */
export function undoAbsence(
  db: Db,
  undo: { readonly signUpId: string; readonly actor: string; readonly now: Instant }
): Promise<Result<{ readonly changed: boolean }, UndoError>> {
  const { signUpId, actor, now } = undo;
  return inTransaction(db, async (tx) => {
    const known = await findCancelled(tx, signUpId);
    if (!known) return err({ type: 'sign-up-not-found' });
    const workshop = await lockWorkshop(tx, { id: known.workshop_id });
    const signUp = await findCancelled(tx, signUpId);
    if (!workshop || !signUp) return err({ type: 'sign-up-not-found' });
    if (signUp.status !== 'cancelled') return ok({ changed: false });
    const age = now - (signUp.cancelled_at ?? 0);
    if (signUp.cancelled_by !== 'staff' || age > UNDO_MS || workshop.state !== 'open') {
      return err({ type: 'too-late-to-undo' });
    }
    const was = signUp.cancelled_from ?? 'confirmed';
    if (was === 'confirmed' && !(await findSeat(tx, workshop))) {
      return err({ type: 'next-was-told' });
    }
    await restoreSignUp(tx, signUpId, was);
    const asked = await refillLine(tx, workshop.id, now);
    await writeAudit(tx, [
      { at: now, actor, action: 'cancel.undo', entity: 'sign_up', entityId: signUpId, why: 'slip' },
      ...asked
    ]);
    const changes = new ScopeChanges();
    await publishRoster(tx, changes, { signUpId });
    await changes.flush(tx);
    return ok({ changed: true });
  });
}

function findCancelled(tx: Tx, signUpId: string) {
  return tx
    .selectFrom('sign_up')
    .select(['workshop_id', 'status', 'cancelled_at', 'cancelled_by', 'cancelled_from'])
    .where('id', '=', signUpId)
    .executeTakeFirst();
}

/** A free seat, or one held by the newest question that is still to be told. */
async function findSeat(
  tx: Tx,
  workshop: { readonly id: string; readonly seats: number }
): Promise<boolean> {
  if (freeSeats({ ...(await readLine(tx, workshop.id)), seats: workshop.seats }) > 0) return true;
  const offers = await tx
    .selectFrom('seat_offer')
    .select('id')
    .where('workshop_id', '=', workshop.id)
    .where('state', '=', 'asked')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  for (const { id } of offers) {
    const untold = await tx
      .selectFrom('notice')
      .select('id')
      .where('dedupe_key', '=', offerNoticeKey(id))
      .where('state', '=', 'to-tell')
      .executeTakeFirst();
    if (!untold) continue;
    await withdrawOffers(tx, { offerId: id });
    await withdrawNotices(tx, [offerNoticeKey(id)]);
    return true;
  }
  return false;
}
