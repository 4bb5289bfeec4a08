import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { SignUpState } from '../domain/place.ts';
import { countSeats, type SignUpCount } from '../domain/seating.ts';
import type { LockedWorkshop } from './workshop-lock.ts';
import './tables.ts';

/** How many hold a seat and how many wait, and the chairs left; the caller holds the lock. */
export async function countPlaces(
  tx: Tx,
  workshop: Pick<LockedWorkshop, 'id' | 'division' | 'companionChairs'>
): Promise<
  Pick<SignUpState, 'confirmed' | 'waiting' | 'behind' | 'confirmedByPool' | 'waitingByPool'> & {
    readonly chairsLeft: number;
  }
> {
  const counts = await signUpCounts(tx, [workshop.id]);
  const people = countSeats(counts.get(workshop.id) ?? [], workshop.division ?? {});
  const held = await companionsAsked(tx, workshop.id);
  return { ...people, chairsLeft: workshop.companionChairs - people.companions - held };
}

/** Sign-ups that stand alike, counted, by workshop. */
export async function signUpCounts(
  db: Db,
  workshopIds: readonly string[]
): Promise<ReadonlyMap<string, readonly SignUpCount[]>> {
  const rows = await db
    .selectFrom('sign_up')
    .select((eb) => [
      ...(['workshop_id', 'status', 'phone_family', 'is_behind'] as const),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('people'),
      eb.cast<number>(eb.fn.sum('companions'), 'integer').as('companions')
    ])
    .where('workshop_id', 'in', workshopIds)
    .where('status', '!=', 'cancelled')
    .groupBy(['workshop_id', 'status', 'phone_family', 'is_behind'])
    .execute();
  const counts = Map.groupBy(rows, ({ workshop_id }) => workshop_id);
  return new Map(
    [...counts].map(([id, alike]) => [
      id,
      alike.map((row) => ({
        ...{ status: row.status, isBehind: row.is_behind === 1 },
        phoneFamily: row.phone_family,
        ...{ people: row.people, companions: row.companions }
      }))
    ])
  );
}

/** Companions of those whom a question holds a seat for. */
async function companionsAsked(tx: Tx, workshopId: string): Promise<number> {
  const row = await tx
    .selectFrom('seat_offer')
    .innerJoin('sign_up', 'sign_up.id', 'seat_offer.sign_up_id')
    .select((eb) => eb.cast<number | null>(eb.fn.sum('companions'), 'integer').as('companions'))
    .where('seat_offer.workshop_id', '=', workshopId)
    .where('seat_offer.state', '=', 'asked')
    .executeTakeFirst();
  return row?.companions ?? 0;
}
