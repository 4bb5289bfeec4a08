import type { Tx } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import { companionChairs, divisionOf, type Division } from '../domain/seating.ts';
import type { Selection } from '../domain/workshop.ts';
import type { WorkshopRow } from './tables.ts';
import './tables.ts';

export type LockedWorkshop = {
  readonly id: string;
  readonly state: 'draft' | 'open' | 'cancelled';
  readonly selection: Selection;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly seats: number;
  readonly longestLine: number;
  readonly nextLineNumber: number;
  /** Only where seats are drawn by lot: when that was; `undefined` before. */
  readonly lottery: { readonly drawnAt: Instant | undefined } | undefined;
  /** Seats kept for phone families; absent where they are not divided. */
  readonly division: Division | undefined;
  readonly seatsPerYear: number | undefined;
  readonly roomChairs: number;
  readonly supporters: number;
  /** Chairs for all who come along. */
  readonly companionChairs: number;
};

/**
 * Takes the lock on a workshop's seats, its own row, until the transaction ends: whoever else wants to
 * place or cancel waits here. An update, because it locks on both engines. Take it before any other row.
 *
 * @returns `undefined` when there is no such workshop.
 */
export async function lockWorkshop(
  tx: Tx,
  which: { readonly code: string } | { readonly id: string }
): Promise<LockedWorkshop | undefined> {
  const row = await tx
    .updateTable('workshop')
    .set((eb) => ({ next_line_number: eb.ref('next_line_number') }))
    .$if('code' in which, (query) => query.where('code', '=', (which as { code: string }).code))
    .$if('id' in which, (query) => query.where('id', '=', (which as { id: string }).id))
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      state: row.state,
      selection: row.selection,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      seats: row.seats,
      longestLine: row.longest_line,
      nextLineNumber: row.next_line_number,
      lottery: row.selection === 'lottery' ? await findDraw(tx, row.id) : undefined,
      division: dividedSeats(row),
      seatsPerYear: row.seats_per_year ?? undefined,
      ...{ roomChairs: row.room_chairs, supporters: row.supporters },
      companionChairs: companionChairs({
        roomChairs: row.room_chairs,
        ...{ seats: row.seats, supporters: row.supporters }
      })
    }
  );
}

/** How the seats are divided; `undefined` where they are not. */
export function dividedSeats(
  row: Pick<WorkshopRow, 'phone_quotas' | 'divides_by_phone'>
): Division | undefined {
  if (row.divides_by_phone === 0) return undefined;
  const phoneQuotas = JSON.parse(row.phone_quotas) as Arrangement['phoneQuotas'];
  return divisionOf({ phoneQuotas, dividesByPhone: true });
}

async function findDraw(tx: Tx, workshopId: string): Promise<LockedWorkshop['lottery']> {
  const row = await tx
    .selectFrom('lottery')
    .select('drawn_at')
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  return row && { drawnAt: row.drawn_at ?? undefined };
}

/** The same lock, by one of the workshop's sessions: numbers and presence there are decided one by one. */
export async function lockWorkshopOfSession(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .updateTable('workshop')
    .set((eb) => ({ next_line_number: eb.ref('next_line_number') }))
    .where('id', '=', (eb) =>
      eb.selectFrom('session').select('workshop_id').where('session.id', '=', sessionId)
    )
    .execute();
}

/** The dates of a workshop that are held, earliest first. A workshop has at least one date. */
export async function sessionsOf(
  tx: Tx,
  workshopId: string
): Promise<readonly { id: string; startsAt: Instant; deleteAfter: LocalDate }[]> {
  const rows = await tx
    .selectFrom('session')
    .select(['id', 'starts_at', 'delete_after'])
    .where('workshop_id', '=', workshopId)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  return rows.map(({ id, starts_at, delete_after }) => ({
    id,
    startsAt: starts_at,
    deleteAfter: delete_after
  }));
}

/** When a workshop begins; of one whose dates were all called off, when it was to begin. */
export async function firstStartOf(tx: Tx, workshopId: string): Promise<Instant> {
  const { starts_at } = await tx
    .selectFrom('session')
    .select('starts_at')
    .where('workshop_id', '=', workshopId)
    .orderBy((eb) => eb.case().when('state', '=', 'planned').then(0).else(1).end())
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  return starts_at;
}
