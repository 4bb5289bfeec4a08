import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import type { AuditEntry } from '#features/people/server/audit.ts';
import { findTellings } from '#features/people/server/persons.ts';
import { awaitsDraw } from '#features/workshops/domain/place.ts';
import { answerBy, whomToAsk } from '#features/workshops/domain/waiting-line.ts';
import { addOffer, lapseOffers, readLine } from '#features/workshops/server/seat-offers.ts';
import { reckonBehind, setBehind } from '#features/workshops/server/seats-of-year.ts';
import { lockWorkshop, sessionsOf } from '#features/workshops/server/workshop-lock.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Names the notice that tells an applicant which place they got. */
export function placeNoticeKey(signUpId: string): string {
  return `sign-up:${signUpId}`;
}

/** Names the notice that tells what the draw brought. */
export function drawNoticeKey(signUpId: string): string {
  return `lottery:${signUpId}`;
}

/** What somebody may still have to hear about their place: no longer true once it changes. */
export function placeNoticeKeys(signUpId: string): readonly string[] {
  return [placeNoticeKey(signUpId), drawNoticeKey(signUpId)];
}

/** Names the notice that asks somebody whether they take a seat. */
export function offerNoticeKey(offerId: string): string {
  return `seat-asked:${offerId}`;
}

/**
 * Lets the questions go that nobody answered in time, and asks the next in the line, each in their own
 * way, while a seat is free. Whatever may have freed a seat calls it in its own transaction, and the
 * clock does every few minutes; called again, it finds nothing more to do. Before a draw there is no
 * line, and nobody is asked.
 *
 * @returns what is to be written into the audit rows, by the caller, late in its transaction
 */
export async function refillLine(
  tx: Tx,
  workshopId: string,
  now: Instant
): Promise<readonly AuditEntry[]> {
  const workshop = await lockWorkshop(tx, { id: workshopId });
  if (!workshop || awaitsDraw(workshop)) return [];
  const lapsed = await lapseOffers(tx, workshopId, now);
  if (lapsed.length > 0) await withdrawNotices(tx, lapsed.map(offerNoticeKey));

  await reckonBehind(tx, workshop);

  const first = (await sessionsOf(tx, workshopId))[0];
  const by = first && answerBy(now, first.startsAt);
  if (workshop.state !== 'open' || by === undefined) return [];

  const line = await readLine(tx, workshop);
  const tellings = await findTellings(
    tx,
    line.waiting.map(({ personId }) => personId)
  );
  const waiting = line.waiting.map((waiter) => ({
    ...waiter,
    ...(tellings.get(waiter.personId) ?? { way: 'desk' as const, contactStopped: true })
  }));
  const isClosed = now >= workshop.closesAt;
  const chosen = new Set(whomToAsk({ ...line, isClosed, waiting }));
  const asked = waiting.filter(({ signUpId }) => chosen.has(signUpId));
  for (const { signUpId, personId, way, contactStopped, deleteAfter, isBehind } of asked) {
    if (isBehind) await setBehind(tx, signUpId, 0);
    const offerId = await addOffer(tx, { workshopId, signUpId, answerBy: by, now, deleteAfter });
    await withdrawNotices(tx, placeNoticeKeys(signUpId));
    await addNotice(tx, {
      to: { personId },
      way,
      kind: 'seat-asked',
      dedupeKey: offerNoticeKey(offerId),
      params: { signUpId, offerId },
      contactStopped,
      now,
      deleteAfter
    });
  }
  return asked.map(({ signUpId }) => ({
    at: now,
    actor: 'system',
    action: 'ask',
    entity: 'sign_up',
    entityId: signUpId,
    why: 'line'
  }));
}
