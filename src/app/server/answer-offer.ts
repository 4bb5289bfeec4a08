import { addNotice, settleNotices, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { findTelling } from '#features/people/server/persons.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { answerBy, hasSeatFor, isAnswerable } from '#features/workshops/domain/waiting-line.ts';
import { cancelSignUp } from '#features/workshops/server/cancel-sign-up.ts';
import {
  addOffer,
  confirmWaiting,
  findOffer,
  readLine,
  settleOffer,
  type Offer
} from '#features/workshops/server/seat-offers.ts';
import { lockWorkshop, sessionsOf } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { offerNoticeKey, placeNoticeKeys, refillLine } from './refill-line.ts';
import { publishRoster } from './roster.ts';

export type OfferAnswer = {
  readonly offerId: string;
  readonly answer: 'yes' | 'no';
  /** `applicant` on the receipt page; otherwise the account that writes down what was said. */
  readonly actor: string;
  readonly now: Instant;
};

export type AnswerError = {
  readonly type: 'offer-not-found' | 'too-late' | 'answered-otherwise' | 'no-seat-free';
};

/**
 * Writes down whether somebody takes the seat they were asked about. Only this gives a seat to the
 * waiting line: a yes that was said, with who wrote it and when. A no leaves the line, and the next one
 * is asked in the same transaction. The same answer sent again changes nothing.
 */
export function answerOffer(
  db: Db,
  { offerId, answer, actor, now }: OfferAnswer
): Promise<Result<{ readonly changed: boolean }, AnswerError>> {
  return inTransaction(db, async (tx) => {
    const known = await findOffer(tx, { id: offerId });
    const workshop = known && (await lockWorkshop(tx, { id: known.workshopId }));
    const offer = workshop && (await findOffer(tx, { id: offerId }));
    if (!offer) return err({ type: 'offer-not-found' });
    if (offer.state === answer) return ok({ changed: false });
    if (offer.state === 'yes' || offer.state === 'no') return err({ type: 'answered-otherwise' });
    // A clerk writes down what was said before; only the person's own press is measured by the clock.
    const inTime = actor === 'applicant' ? isAnswerable(offer, now) : offer.state === 'asked';
    if (!inTime) return err({ type: 'too-late' });

    const { confirmed } = await readLine(tx, workshop);
    if (answer === 'yes' && confirmed >= workshop.seats) return err({ type: 'no-seat-free' });
    await store(tx, offer, { offerId, answer, actor, now });
    return ok({ changed: true });
  });
}

async function store(tx: Tx, offer: Offer, { answer, actor, now }: OfferAnswer): Promise<void> {
  const { signUpId } = offer;
  await settleOffer(tx, offer.id, { state: answer, by: actor, now });
  if (answer === 'yes') await confirmWaiting(tx, signUpId);
  else await cancelSignUp(tx, { signUpId, by: actor === 'applicant' ? actor : 'staff', now });
  await settleNotices(tx, [offerNoticeKey(offer.id)], { by: actor, now });

  const asked = await refillLine(tx, offer.workshopId, now);
  await writeAudit(tx, [
    {
      at: now,
      actor,
      action: answer === 'yes' ? 'promote' : 'cancel',
      entity: 'sign_up',
      entityId: signUpId,
      why: 'line'
    },
    ...asked
  ]);
  const changes = new ScopeChanges();
  await publishRoster(tx, changes, { signUpId });
  await changes.flush(tx);
}

export type AskAgainError = {
  readonly type: 'not-waiting' | 'no-seat-free' | 'asked-already' | 'too-late' | 'contact-stopped';
};

/** A person at the desk asks somebody once more who did not answer in time; a seat must be free. */
export function askAgain(
  db: Db,
  asked: { readonly signUpId: string; readonly actor: string; readonly now: Instant }
): Promise<Result<undefined, AskAgainError>> {
  const { signUpId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const known = await findOffer(tx, { signUpId });
    const workshop = known && (await lockWorkshop(tx, { id: known.workshopId }));
    const offer = workshop && (await findOffer(tx, { signUpId }));
    if (!offer) return err({ type: 'not-waiting' });
    if (offer.state === 'asked') return err({ type: 'asked-already' });
    const line = await readLine(tx, workshop);
    const waiter = line.waiting.find((one) => one.signUpId === signUpId);
    if (!waiter) return err({ type: 'not-waiting' });
    if (!hasSeatFor(line, waiter)) return err({ type: 'no-seat-free' });
    const first = (await sessionsOf(tx, workshop.id))[0];
    const by = first && answerBy(now, first.startsAt);
    if (by === undefined || workshop.state !== 'open') return err({ type: 'too-late' });
    const { way, contactStopped } = await findTelling(tx, waiter.personId);
    if (contactStopped) return err({ type: 'contact-stopped' });

    const { deleteAfter, personId } = waiter;
    const workshopId = workshop.id;
    const offerId = await addOffer(tx, { workshopId, signUpId, answerBy: by, now, deleteAfter });
    await withdrawNotices(tx, placeNoticeKeys(signUpId));
    await addNotice(tx, {
      ...{ to: { personId }, way, contactStopped, now, deleteAfter },
      kind: 'seat-asked',
      dedupeKey: offerNoticeKey(offerId),
      params: { signUpId, offerId }
    });
    await writeAudit(tx, [
      { at: now, actor, action: 'ask', entity: 'sign_up', entityId: signUpId, why: 'line' }
    ]);
    return ok(undefined);
  });
}
