import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '#shared/time/instant.ts';
import { usualArrangement, type Arrangement } from '../domain/arrangement.ts';
import type { PlannedSession, WorkshopPlan } from '../domain/plan.ts';
import { insertLottery } from './lottery.ts';
import type { SessionRow, WorkshopRow } from './tables.ts';

export type PlannedWorkshop = {
  readonly workshopId: string;
  /** In the order of the plan. */
  readonly sessionIds: readonly string[];
};

export type Told = {
  readonly now: Instant;
  /** Until when the personal rows of a day are kept. */
  readonly deleteAfter: (day: LocalDate) => LocalDate;
};

/** Writes a checked plan down. Throws a unique violation when the code is taken. */
export async function insertWorkshop(
  tx: Tx,
  plan: WorkshopPlan,
  told: Told
): Promise<PlannedWorkshop> {
  const workshopId = newId();
  await tx
    .insertInto('workshop')
    .values({
      id: workshopId,
      ...columnsOf(plan),
      series_id: plan.seriesId ?? null,
      next_line_number: 1,
      created_at: told.now,
      published_at: plan.state === 'open' ? told.now : null
    })
    .execute();

  if (plan.lottery) await insertLottery(tx, workshopId, plan.lottery);
  const sessions = plan.sessions.map((session) => sessionRow(workshopId, session, told));
  await tx.insertInto('session').values(sessions).execute();
  return { workshopId, sessionIds: sessions.map(({ id }) => id) };
}

type PlannedColumns = Omit<
  WorkshopRow,
  'id' | 'series_id' | 'next_line_number' | 'created_at' | 'published_at'
>;

/** A plan as it stands in the table. */
export function columnsOf(plan: WorkshopPlan): PlannedColumns {
  const arrangement = plan.arrangement ?? usualArrangement;
  return {
    code: plan.code,
    kind: plan.kind,
    title_ja: plan.titleJa,
    title_en: plan.titleEn,
    about_ja: plan.aboutJa,
    about_en: plan.aboutEn,
    bring_ja: plan.bringJa,
    bring_en: plan.bringEn,
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
    host: arrangement.host,
    host_name: arrangement.hostName,
    lecturers: arrangement.lecturers,
    people_per_supporter: arrangement.peoplePerSupporter,
    supporters: arrangement.supporters,
    extra_seats: arrangement.extraSeats,
    phone_quotas: JSON.stringify(arrangement.phoneQuotas),
    divides_by_phone: arrangement.dividesByPhone ? 1 : 0,
    seats_per_year: plan.selection === 'first-come' ? (arrangement.seatsPerYear ?? null) : null
  };
}

/** The other way round: what stands in the table. */
export function arrangementOf(row: WorkshopRow): Arrangement {
  return {
    host: row.host,
    hostName: row.host_name,
    lecturers: row.lecturers,
    peoplePerSupporter: row.people_per_supporter,
    supporters: row.supporters,
    extraSeats: row.extra_seats,
    phoneQuotas: JSON.parse(row.phone_quotas) as Arrangement['phoneQuotas'],
    dividesByPhone: row.divides_by_phone === 1,
    seatsPerYear: row.seats_per_year ?? undefined
  };
}

/** A new date of a workshop. */
export function sessionRow(
  workshopId: string,
  { startsAt, endsAt }: PlannedSession,
  { deleteAfter }: Told
): SessionRow {
  const day = localDateOf(startsAt);
  return {
    id: newId(),
    workshop_id: workshopId,
    starts_at: startsAt,
    ends_at: endsAt,
    local_date: day,
    state: 'planned',
    delete_after: deleteAfter(day)
  };
}

/** Whether another workshop than `except` has the code. */
export async function isCodeTaken(tx: Tx, code: string, except?: string): Promise<boolean> {
  const row = await tx
    .selectFrom('workshop')
    .select('id')
    .where('code', '=', code)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

/** Every code that begins with the letter. */
export async function listCodes(tx: Db, letter: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('workshop')
    .select('code')
    .where('code', 'like', `${letter}%`)
    .execute();
  return new Set(rows.map(({ code }) => code));
}
