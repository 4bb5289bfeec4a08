import type { Tx } from '#server/db/transaction.ts';
import { fiscalYearOf, localDateOf } from '#shared/time/instant.ts';
import { firstStartOf, type LockedWorkshop } from './workshop-lock.ts';
import './tables.ts';

/** Other workshops with a seat in the fiscal year of this one, by person; nobody is named without one. */
export async function seatsOfYear(
  tx: Tx,
  workshopId: string,
  people: readonly string[]
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (people.length === 0) return new Map();
  const year = fiscalYearOf(localDateOf(await firstStartOf(tx, workshopId)));
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('session', 'session.workshop_id', 'sign_up.workshop_id')
    .select(['person_id', 'sign_up.workshop_id'])
    .distinct()
    .where('person_id', 'in', people)
    .where('sign_up.workshop_id', '!=', workshopId)
    .where('status', '=', 'confirmed')
    .where('session.state', '=', 'planned')
    .where('local_date', '>=', `${year}-04-01`)
    .where('local_date', '<=', `${year + 1}-03-31`)
    .execute();
  const seats = new Map<string, Set<string>>();
  for (const { person_id, workshop_id } of rows) {
    seats.set(person_id, (seats.get(person_id) ?? new Set()).add(workshop_id));
  }
  return seats;
}

/** Whether somebody has had the seats of the year that this workshop leaves to one person. */
export async function hasHadSeatsOfYear(
  tx: Tx,
  { id, seatsPerYear }: Pick<LockedWorkshop, 'id' | 'seatsPerYear'>,
  personId: string
): Promise<boolean> {
  if (seatsPerYear === undefined) return false;
  const seats = await seatsOfYear(tx, id, [personId]);
  return (seats.get(personId)?.size ?? 0) >= seatsPerYear;
}

/**
 * Looks again who of those waiting has had the year's seats: somebody gave a seat back elsewhere, or got
 * one. Whom the desk let in, and who was asked already, stays where they are. The caller holds the lock.
 */
export async function reckonBehind(
  tx: Tx,
  { id, seatsPerYear }: Pick<LockedWorkshop, 'id' | 'seatsPerYear'>
): Promise<void> {
  const rows = await tx
    .selectFrom('sign_up')
    .select(['id', 'person_id', 'is_behind'])
    .where('workshop_id', '=', id)
    .where('status', '=', 'waiting')
    .where('let_in_reason', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seat_offer')
            .select('seat_offer.id')
            .whereRef('seat_offer.sign_up_id', '=', 'sign_up.id')
            .where('seat_offer.state', '!=', 'withdrawn')
        )
      )
    )
    .execute();
  const seats =
    seatsPerYear === undefined
      ? undefined
      : await seatsOfYear(
          tx,
          id,
          rows.map(({ person_id }) => person_id)
        );
  for (const row of rows) {
    const had = seats?.get(row.person_id)?.size ?? 0;
    const isBehind = seatsPerYear !== undefined && had >= seatsPerYear ? 1 : 0;
    if (isBehind !== row.is_behind) await setBehind(tx, row.id, isBehind);
  }
}

export async function setBehind(tx: Tx, signUpId: string, isBehind: 0 | 1): Promise<void> {
  await tx.updateTable('sign_up').set({ is_behind: isBehind }).where('id', '=', signUpId).execute();
}

/** From now on somebody stands like everybody else, whatever they have had. */
export async function letIn(tx: Tx, signUpId: string, reason: string): Promise<void> {
  await tx
    .updateTable('sign_up')
    .set({ is_behind: 0, let_in_reason: reason })
    .where('id', '=', signUpId)
    .execute();
}
