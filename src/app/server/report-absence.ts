import { addNotice, reopenNewest, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { awaitsDraw, placeAfterUndo, type Place } from '#features/workshops/domain/place.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import { poolOf } from '#features/workshops/domain/seating.ts';
import { hasSeatFor } from '#features/workshops/domain/waiting-line.ts';
import { restoreSignUp } from '#features/workshops/server/cancel-sign-up.ts';
import { readLine, withdrawOffers } from '#features/workshops/server/seat-offers.ts';
import { takeLineNumber } from '#features/workshops/server/sign-ups.ts';
import { lockWorkshop, type LockedWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { drawNoticeKey, offerNoticeKey, placeNoticeKeys, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

const UNDO_MS = 10 * MINUTE_MS;

export type UndoError = {
  readonly type: 'sign-up-not-found' | 'too-late-to-undo' | 'next-was-told';
};

/**
 * Takes a slip at the telephone back: within ten minutes, for whoever the desk cancelled. Their seat is
 * free again, or held by a question that nobody has been told yet, which is taken back with it. When
 * the next one has been told, the seat is theirs to answer for and nothing is undone. Who was in a draw
 * that has gone by stands behind those who were drawn, and hears of it. What they were still to be told
 * is to be told again.
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
    const status = placeAfterUndo(was, awaitsDraw(workshop));
    if (status === 'confirmed' && !(await findSeat(tx, workshop, signUp))) {
      return err({ type: 'next-was-told' });
    }
    await restore(tx, workshop, { signUpId, was, status, now });
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

async function restore(
  tx: Tx,
  workshop: LockedWorkshop,
  undone: {
    readonly signUpId: string;
    readonly was: Place['kind'];
    readonly status: Place['kind'];
    readonly now: Instant;
  }
): Promise<void> {
  const { signUpId, was, status, now } = undone;
  const missedDraw = was === 'entered' && status === 'waiting';
  const lineNumber = missedDraw ? await takeLineNumber(tx, workshop) : undefined;
  await restoreSignUp(tx, signUpId, { status, lineNumber });
  if (missedDraw) await tellOfLine(tx, signUpId, now);
  else await tellAgain(tx, signUpId);
}

/** Their place is news again where it was; whoever was asked about a seat since has heard of it. */
async function tellAgain(tx: Tx, signUpId: string): Promise<void> {
  const { person_id } = await findOwner(tx, signUpId);
  const { contactStopped } = await findTelling(tx, person_id);
  const asked = await tx
    .selectFrom('seat_offer')
    .select('id')
    .where('sign_up_id', '=', signUpId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  if (!contactStopped && !asked) await reopenNewest(tx, placeNoticeKeys(signUpId));
}

async function tellOfLine(tx: Tx, signUpId: string, now: Instant): Promise<void> {
  const { person_id: personId, delete_after: deleteAfter } = await findOwner(tx, signUpId);
  const { way, contactStopped } = await findTelling(tx, personId);
  await addNotice(tx, {
    ...{ to: { personId }, way, contactStopped, now, deleteAfter },
    kind: 'lottery-waiting',
    dedupeKey: drawNoticeKey(signUpId),
    params: { signUpId }
  });
}

function findOwner(tx: Tx, signUpId: string) {
  return tx
    .selectFrom('sign_up')
    .select(['person_id', 'delete_after'])
    .where('id', '=', signUpId)
    .executeTakeFirstOrThrow();
}

function findCancelled(tx: Tx, signUpId: string) {
  return tx
    .selectFrom('sign_up')
    .select([
      ...(['workshop_id', 'status', 'cancelled_at', 'cancelled_by', 'cancelled_from'] as const),
      ...(['phone_family', 'companions'] as const)
    ])
    .where('id', '=', signUpId)
    .executeTakeFirst();
}

/** A free seat for these, or one held by the newest question that is still to be told. */
async function findSeat(
  tx: Tx,
  workshop: LockedWorkshop,
  whose: { readonly phone_family: PhoneFamily; readonly companions: number }
): Promise<boolean> {
  const seated = { phoneFamily: whose.phone_family, companions: whose.companions };
  if (hasSeatFor(await readLine(tx, workshop), seated)) return true;
  const offers = await tx
    .selectFrom('seat_offer')
    .innerJoin('sign_up', 'sign_up.id', 'seat_offer.sign_up_id')
    .select(['seat_offer.id', 'sign_up_id', 'sign_up.phone_family'])
    .where('seat_offer.workshop_id', '=', workshop.id)
    .where('seat_offer.state', '=', 'asked')
    .orderBy('asked_at', 'desc')
    .orderBy('seat_offer.id', 'desc')
    .execute();
  const pool = (phone: PhoneFamily) => poolOf(workshop.division ?? {}, phone);
  for (const { id, sign_up_id, phone_family } of offers) {
    if (pool(phone_family) !== pool(whose.phone_family)) continue;
    const untold = await tx
      .selectFrom('notice')
      .select('id')
      .where('dedupe_key', '=', offerNoticeKey(id))
      .where('state', '=', 'to-tell')
      .executeTakeFirst();
    if (!untold) continue;
    await withdrawOffers(tx, { offerId: id });
    await withdrawNotices(tx, [offerNoticeKey(id)]);
    await tellAgain(tx, sign_up_id);
    return true;
  }
  return false;
}
