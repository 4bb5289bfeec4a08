import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { LotteryView } from '../domain/lottery.ts';
import type { SessionView, WorkshopView } from '../domain/workshop-view.ts';
import { listLotteries } from './lottery.ts';
import './tables.ts';

/** Every published workshop that has a date which ends after `since`, soonest first; drafts are nobody's. */
export async function listWorkshops(db: Db, since: Instant): Promise<readonly WorkshopView[]> {
  const sessions = await db
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .select([
      'session.id',
      'session.workshop_id',
      'session.starts_at',
      'session.ends_at',
      'session.state'
    ])
    .where('workshop.state', '!=', 'draft')
    .where('workshop.id', 'in', (eb) =>
      eb.selectFrom('session').select('session.workshop_id').where('session.ends_at', '>', since)
    )
    .orderBy('session.starts_at')
    .execute();
  const sessionsByWorkshop = Map.groupBy(sessions, (session) => session.workshop_id);
  if (sessionsByWorkshop.size === 0) return [];

  const ids = [...sessionsByWorkshop.keys()];
  const rows = await db.selectFrom('workshop').selectAll().where('id', 'in', ids).execute();
  const peopleByPlace = await countPeople(db, ids);
  const lotteries = await listLotteries(db, ids);
  return rows
    .map((row): WorkshopView => ({
      id: row.id,
      code: row.code,
      kind: row.kind,
      title: { ja: row.title_ja, en: row.title_en },
      about: { ja: row.about_ja, en: row.about_en },
      bring: { ja: row.bring_ja, en: row.bring_en },
      venueId: row.venue_id,
      loanPhones: row.loan_phones,
      lottery: withEntered(lotteries.get(row.id), peopleByPlace.get(`${row.id} entered`)),
      state: row.state,
      selection: row.selection,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      seats: row.seats,
      longestLine: row.longest_line,
      confirmed: peopleByPlace.get(`${row.id} confirmed`) ?? 0,
      waiting: peopleByPlace.get(`${row.id} waiting`) ?? 0,
      sessions: (sessionsByWorkshop.get(row.id) ?? []).map(
        ({ id, starts_at, ends_at, state }): SessionView => ({
          id,
          startsAt: starts_at,
          endsAt: ends_at,
          state
        })
      )
    }))
    .sort((one, other) => firstStart(one) - firstStart(other));
}

function withEntered(
  lottery: Omit<LotteryView, 'entered'> | undefined,
  entered = 0
): LotteryView | undefined {
  return lottery && { ...lottery, entered };
}

/** People by `<workshop id> <status>`. */
async function countPeople(
  db: Db,
  workshopIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('sign_up')
    .select((eb) => ['workshop_id', 'status', eb.fn.countAll<number>().as('people')])
    .where('workshop_id', 'in', workshopIds)
    .groupBy(['workshop_id', 'status'])
    .execute();
  return new Map(rows.map((row) => [`${row.workshop_id} ${row.status}`, row.people]));
}

function firstStart(workshop: WorkshopView): Instant {
  return workshop.sessions[0]?.startsAt ?? 0;
}
