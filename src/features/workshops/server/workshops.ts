import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import type { WorkshopPlan } from '../domain/plan.ts';
import { insertLottery } from './lottery.ts';
import './tables.ts';

export type PlannedWorkshop = {
  readonly workshopId: string;
  /** In the order of the plan. */
  readonly sessionIds: readonly string[];
};

/**
 * Writes a checked plan down. `deleteAfter` answers until when the personal rows of a day are kept.
 * Throws a unique violation when the code is taken.
 */
export async function insertWorkshop(
  tx: Tx,
  plan: WorkshopPlan,
  told: { readonly now: Instant; readonly deleteAfter: (day: LocalDate) => LocalDate }
): Promise<PlannedWorkshop> {
  const workshopId = newId();
  await tx
    .insertInto('workshop')
    .values({
      id: workshopId,
      code: plan.code,
      kind: plan.kind,
      title_ja: plan.titleJa,
      title_en: plan.titleEn,
      about_ja: plan.aboutJa,
      about_en: plan.aboutEn,
      bring_ja: plan.bringJa,
      bring_en: plan.bringEn,
      series_id: plan.seriesId ?? null,
      venue_id: plan.venueId,
      room_id: plan.roomId ?? null,
      seats: plan.seats,
      room_chairs: plan.roomChairs,
      longest_line: plan.longestLine,
      loan_phones: plan.loanPhones,
      selection: plan.selection,
      opens_at: plan.opensAt,
      closes_at: plan.closesAt,
      state: plan.state,
      next_line_number: 1,
      created_at: told.now
    })
    .execute();

  if (plan.lottery) await insertLottery(tx, workshopId, plan.lottery);

  const sessions = plan.sessions.map(({ startsAt, endsAt }) => {
    const day = localDateOf(startsAt);
    return {
      id: newId(),
      workshop_id: workshopId,
      starts_at: startsAt,
      ends_at: endsAt,
      local_date: day,
      state: 'planned' as const,
      delete_after: told.deleteAfter(day)
    };
  });
  await tx.insertInto('session').values(sessions).execute();
  return { workshopId, sessionIds: sessions.map(({ id }) => id) };
}

export async function isCodeTaken(tx: Tx, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom('workshop')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}
