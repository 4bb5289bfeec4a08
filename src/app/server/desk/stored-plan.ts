import { findLottery } from '#features/workshops/server/lottery.ts';
import type { WorkshopRow } from '#features/workshops/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { localDateOf, localTimeOf } from '#shared/time/instant.ts';
import { typedRules } from './lottery-form.ts';
import type { TypedPlan } from './plan-reader.ts';

/** A workshop's plan as its form would hold it, ready to be changed. */
export type StoredPlan = {
  readonly typed: TypedPlan;
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly state: WorkshopRow['state'];
};

export async function findStoredPlan(db: Db, id: string): Promise<StoredPlan | undefined> {
  const row = await db.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const sessions = await db
    .selectFrom('session')
    .select(['starts_at', 'ends_at'])
    .where('workshop_id', '=', id)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  const dates = sessions.flatMap(({ starts_at, ends_at }, index) => [
    [`date${index}`, localDateOf(starts_at)],
    [`begin${index}`, localTimeOf(starts_at)],
    [`end${index}`, localTimeOf(ends_at)]
  ]);
  const lottery = await typedLottery(db, id);
  return {
    typed: { ...typedOf(row), ...lottery, ...(Object.fromEntries(dates) as TypedPlan) },
    code: row.code,
    title: { ja: row.title_ja, en: row.title_en },
    state: row.state
  };
}

async function typedLottery(db: Db, id: string): Promise<TypedPlan> {
  const lottery = await findLottery(db, id);
  if (!lottery) return {};
  const { drawsAt, rules } = lottery;
  return {
    ...typedRules(rules),
    ...{ drawsDate: localDateOf(drawsAt), drawsTime: localTimeOf(drawsAt) }
  };
}

function typedOf(row: WorkshopRow): TypedPlan {
  const quotas = JSON.parse(row.phone_quotas) as Record<string, number>;
  return {
    ...{ kind: row.kind, code: row.code, selection: row.selection, state: row.state },
    ...{ titleJa: row.title_ja, titleEn: row.title_en },
    ...{ aboutJa: row.about_ja, aboutEn: row.about_en },
    ...{ bringJa: row.bring_ja, bringEn: row.bring_en },
    ...{ venueId: row.venue_id, roomId: row.room_id ?? '' },
    ...{ host: row.host, hostName: row.host_name, lecturers: row.lecturers },
    ...numbersOf(row),
    ...Object.fromEntries(
      Object.entries(quotas).map(([family, seats]) => [`quota-${family}`, String(seats)])
    ),
    ...{ opensDate: localDateOf(row.opens_at), opensTime: localTimeOf(row.opens_at) },
    ...{ closesDate: localDateOf(row.closes_at), closesTime: localTimeOf(row.closes_at) }
  };
}

function numbersOf(row: WorkshopRow): TypedPlan {
  return {
    seats: String(row.seats),
    roomChairs: String(row.room_chairs),
    longestLine: String(row.longest_line),
    loanPhones: String(row.loan_phones),
    peoplePerSupporter: String(row.people_per_supporter),
    supporters: String(row.supporters),
    extraSeats: String(row.extra_seats),
    divides: row.divides_by_phone === 1 ? 'yes' : 'no',
    seatsPerYear: row.seats_per_year === null ? '' : String(row.seats_per_year)
  };
}
