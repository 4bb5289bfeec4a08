import type { OfferState } from '#features/workshops/domain/waiting-line.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';

/** Somebody in the line who was asked about a seat; the names are read with the workshop's file. */
export type OfferLine = {
  readonly id: string;
  readonly signUpId: string;
  readonly kana: string;
  readonly name: string;
  readonly state: OfferState;
  readonly askedAt: Instant;
  readonly answerBy: Instant;
  readonly answered: { readonly at: Instant; readonly by: string } | undefined;
};

/** The newest question to each person, those that wait for an answer first. */
export async function readOfferLines(db: Db, workshopId: string): Promise<readonly OfferLine[]> {
  const rows = await db
    .selectFrom('seat_offer')
    .innerJoin('sign_up', 'sign_up.id', 'seat_offer.sign_up_id')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .leftJoin('account', 'account.id', 'seat_offer.answered_by')
    .selectAll('seat_offer')
    .select(['person.kana', 'person.name', 'account.name as by'])
    .where('seat_offer.workshop_id', '=', workshopId)
    .where('seat_offer.state', '!=', 'withdrawn')
    .orderBy('seat_offer.asked_at', 'desc')
    .orderBy('seat_offer.id', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows
    .filter(({ sign_up_id }) => !seen.has(sign_up_id) && seen.add(sign_up_id))
    .map((row): OfferLine => ({
      id: row.id,
      signUpId: row.sign_up_id,
      kana: row.kana,
      name: row.name,
      state: row.state,
      askedAt: row.asked_at,
      answerBy: row.answer_by,
      answered: row.answered_at === null ? undefined : { at: row.answered_at, by: row.by ?? '' }
    }))
    .toSorted((one, other) => Number(other.state === 'asked') - Number(one.state === 'asked'));
}
