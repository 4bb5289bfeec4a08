import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { monthOf } from '../domain/period.ts';
import './tables.ts';

const MEASURE = 'supporters';
const NO_VENUE = '';

/**
 * Keeps how many supporters are active at the end of the month: each night writes the month's number
 * anew, and the last night's stays. Unlike the counts of rows that go, it is a state and never added up.
 */
export async function freezeSupporters(tx: Tx, today: LocalDate): Promise<void> {
  const value = await countActive(tx);
  await tx
    .insertInto('frozen_count')
    .values({ month: monthOf(today), venue_id: NO_VENUE, measure: MEASURE, value })
    .onConflict((conflict) =>
      conflict.columns(['month', 'venue_id', 'measure']).doUpdateSet({ value })
    )
    .execute();
}

export type SupportersInMonth = { readonly month: string; readonly active: number };

/** The active supporters at the end of each month, the newest first; the present month is as of now. */
export async function readActiveSupporters(
  db: Db,
  today: LocalDate,
  months: number
): Promise<readonly SupportersInMonth[]> {
  const rows = await db
    .selectFrom('frozen_count')
    .select(['month', 'value'])
    .where('measure', '=', MEASURE)
    .where('month', '<', monthOf(today))
    .orderBy('month', 'desc')
    .limit(months - 1)
    .execute();
  return [
    { month: monthOf(today), active: await countActive(db) },
    ...rows.map(({ month, value }) => ({ month, active: value }))
  ];
}

async function countActive(db: Db): Promise<number> {
  const { active } = await db
    .selectFrom('supporter')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('active'))
    .where('supporter.state', '=', 'active')
    .where('account.suspended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return active;
}
