import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { addTo, poolOf } from '../domain/seating.ts';
import type { OfferState, Waiter, WaitingLine } from '../domain/waiting-line.ts';
import { countPlaces } from './count-places.ts';
import type { LockedWorkshop } from './workshop-lock.ts';
import './tables.ts';

/** Who waits, in order, and which seats and chairs are given or held. */
export type StoredLine = Omit<WaitingLine, 'isClosed' | 'waiting'> & {
  readonly confirmed: number;
  readonly waiting: readonly (Omit<Waiter, 'contactStopped'> & {
    readonly personId: string;
    readonly deleteAfter: LocalDate;
  })[];
};

/** The caller holds the workshop's lock. */
export async function readLine(
  tx: Tx,
  workshop: Pick<LockedWorkshop, 'id' | 'seats' | 'division' | 'companionChairs'>
): Promise<StoredLine> {
  const { id: workshopId, seats, division } = workshop;
  const { confirmed, confirmedByPool = {}, chairsLeft } = await countPlaces(tx, workshop);
  const offers = await tx
    .selectFrom('seat_offer')
    .select(['sign_up_id', 'state'])
    .where('workshop_id', '=', workshopId)
    .where('state', '!=', 'withdrawn')
    .execute();
  const wereAsked = new Set(offers.map(({ sign_up_id }) => sign_up_id));
  const rows = await tx
    .selectFrom('sign_up')
    .select(['id', 'person_id', 'delete_after', 'phone_family', 'companions', 'is_behind'])
    .where('workshop_id', '=', workshopId)
    .where('status', '=', 'waiting')
    .orderBy('line_number')
    .execute();
  const waiting = rows.map((row) => ({
    signUpId: row.id,
    personId: row.person_id,
    deleteAfter: row.delete_after,
    wasAsked: wereAsked.has(row.id),
    phoneFamily: row.phone_family,
    companions: row.companions,
    isBehind: row.is_behind === 1
  }));
  const areAsked = new Set(
    offers.filter(({ state }) => state === 'asked').map(({ sign_up_id }) => sign_up_id)
  );
  const taken = waiting
    .filter(({ signUpId }) => areAsked.has(signUpId))
    .reduce(
      (people, { phoneFamily }) => addTo(people, poolOf(division ?? {}, phoneFamily)),
      confirmedByPool
    );
  return { seats, division, confirmed, taken, chairsLeft, waiting };
}

/** Holds a seat for somebody until they answer. @returns the offer's id */
export async function addOffer(
  tx: Tx,
  offer: {
    readonly workshopId: string;
    readonly signUpId: string;
    readonly answerBy: Instant;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('seat_offer')
    .values({
      id,
      workshop_id: offer.workshopId,
      sign_up_id: offer.signUpId,
      state: 'asked',
      asked_at: offer.now,
      answer_by: offer.answerBy,
      answered_at: null,
      answered_by: null,
      delete_after: offer.deleteAfter
    })
    .execute();
  return id;
}

/** Lets the questions go whose deadline is over. @returns their ids */
export async function lapseOffers(tx: Tx, workshopId: string, now: Instant): Promise<string[]> {
  const rows = await tx
    .updateTable('seat_offer')
    .set({ state: 'lapsed' })
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'asked')
    .where('answer_by', '<=', now)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes questions back that nobody answered yet. @returns their ids */
export async function withdrawOffers(
  tx: Tx,
  whose:
    { readonly signUpId: string } | { readonly workshopId: string } | { readonly offerId: string }
): Promise<string[]> {
  const rows = await tx
    .updateTable('seat_offer')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'asked')
    .where((eb) => {
      if ('signUpId' in whose) return eb('sign_up_id', '=', whose.signUpId);
      if ('workshopId' in whose) return eb('workshop_id', '=', whose.workshopId);
      return eb('id', '=', whose.offerId);
    })
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Writes an answer down, with who wrote it. */
export async function settleOffer(
  tx: Tx,
  offerId: string,
  answer: { readonly state: 'yes' | 'no'; readonly by: string; readonly now: Instant }
): Promise<void> {
  await tx
    .updateTable('seat_offer')
    .set({ state: answer.state, answered_at: answer.now, answered_by: answer.by })
    .where('id', '=', offerId)
    .execute();
}

export type Offer = {
  readonly id: string;
  readonly workshopId: string;
  readonly signUpId: string;
  readonly state: OfferState;
  readonly askedAt: Instant;
  readonly answerBy: Instant;
};

/** The newest offer of a sign-up, or the one of this id. */
export async function findOffer(
  tx: Tx,
  which: { readonly id: string } | { readonly signUpId: string }
): Promise<Offer | undefined> {
  const row = await tx
    .selectFrom('seat_offer')
    .selectAll()
    .where((eb) =>
      'id' in which ? eb('id', '=', which.id) : eb('sign_up_id', '=', which.signUpId)
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      workshopId: row.workshop_id,
      signUpId: row.sign_up_id,
      state: row.state,
      askedAt: row.asked_at,
      answerBy: row.answer_by
    }
  );
}

/** Gives the seat to somebody who said yes; the line number stays, as the order that was kept. */
export async function confirmWaiting(tx: Tx, signUpId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_up')
    .set({ status: 'confirmed' })
    .where('id', '=', signUpId)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
