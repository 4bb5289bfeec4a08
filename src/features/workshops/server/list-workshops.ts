import type { Db } from '#server/db/database.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { LotteryView } from '../domain/lottery.ts';
import type { SessionView, WorkshopView } from '../domain/workshop-view.ts';
import { countSeats, type SignUpCount } from '../domain/seating.ts';
import { signUpCounts } from './count-places.ts';
import { listLotteries } from './lottery.ts';
import type { SessionRow, WorkshopRow } from './tables.ts';
import { dividedSeats } from './workshop-lock.ts';

/**
 * Every published workshop that has a date which ends after `since`, soonest first; drafts, and what was
 * given up before anybody saw it, are nobody's.
 */
export async function listWorkshops(db: Db, since: Instant): Promise<readonly WorkshopView[]> {
  const rows = await db
    .selectFrom('workshop')
    .selectAll()
    .where('published_at', 'is not', null)
    .where('id', 'in', (eb) =>
      eb.selectFrom('session').select('session.workshop_id').where('session.ends_at', '>', since)
    )
    .execute();
  return viewsOf(db, rows);
}

/** One workshop as the public sees it or will see it: a draft too. */
export async function findWorkshopView(db: Db, id: string): Promise<WorkshopView | undefined> {
  const rows = await db.selectFrom('workshop').selectAll().where('id', '=', id).execute();
  const [view] = await viewsOf(db, rows);
  return view;
}

async function viewsOf(db: Db, rows: readonly WorkshopRow[]): Promise<readonly WorkshopView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sessions = await db
    .selectFrom('session')
    .selectAll()
    .where('workshop_id', 'in', ids)
    .orderBy('starts_at')
    .execute();
  const sessionsByWorkshop = Map.groupBy(sessions, (session) => session.workshop_id);
  const counts = await signUpCounts(db, ids);
  const changes = await readChanges(
    db,
    sessions.map(({ id }) => id)
  );
  const lotteries = await listLotteries(db, ids);
  return rows
    .map((row): WorkshopView => ({
      ...viewOf(row),
      lottery: withEntered(lotteries.get(row.id), counts.get(row.id)),
      ...seatsOf(row, counts.get(row.id) ?? []),
      sessions: (sessionsByWorkshop.get(row.id) ?? []).map((session) =>
        sessionView(session, changes.get(session.id))
      )
    }))
    .sort((one, other) => firstStart(one) - firstStart(other));
}

function viewOf(row: WorkshopRow): Omit<WorkshopView, keyof SeatsView | 'lottery' | 'sessions'> {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    title: { ja: row.title_ja, en: row.title_en },
    about: { ja: row.about_ja, en: row.about_en },
    bring: { ja: row.bring_ja, en: row.bring_en },
    venueId: row.venue_id,
    roomId: row.room_id ?? undefined,
    loanPhones: row.loan_phones,
    state: row.state,
    selection: row.selection,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    seats: row.seats,
    longestLine: row.longest_line,
    host: row.host,
    hostName: row.host_name,
    phoneQuotas: JSON.parse(row.phone_quotas) as WorkshopView['phoneQuotas'],
    seatsPerYear: row.seats_per_year ?? undefined
  };
}

type SeatsView = Pick<
  WorkshopView,
  'confirmed' | 'waiting' | 'division' | 'confirmedByPool' | 'waitingByPool'
>;

function seatsOf(row: WorkshopRow, counts: readonly SignUpCount[]): SeatsView {
  const division = dividedSeats(row);
  const { confirmed, waiting, confirmedByPool, waitingByPool } = countSeats(counts, division ?? {});
  if (!division) return { confirmed, waiting };
  return { confirmed, waiting, division, confirmedByPool, waitingByPool };
}

function sessionView(
  { id, starts_at, ends_at, state }: SessionRow,
  change: SessionView['change']
): SessionView {
  return { id, startsAt: starts_at, endsAt: ends_at, state, ...(change && { change }) };
}

function withEntered(
  lottery: Omit<LotteryView, 'entered'> | undefined,
  counts: readonly SignUpCount[] = []
): LotteryView | undefined {
  const inDraw = counts.filter(({ status }) => status === 'entered');
  return lottery && { ...lottery, entered: inDraw.reduce((sum, { people }) => sum + people, 0) };
}

/** The newest reason of each date, and what was told first. */
async function readChanges(
  db: Db,
  sessionIds: readonly string[]
): Promise<ReadonlyMap<string, NonNullable<SessionView['change']>>> {
  const rows = await db
    .selectFrom('session_change')
    .selectAll()
    .where('session_id', 'in', sessionIds)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  const changes = new Map<string, NonNullable<SessionView['change']>>();
  for (const row of rows) {
    const from = changes.get(row.session_id)?.from ?? {
      startsAt: row.old_starts_at,
      venueId: row.old_venue_id,
      roomId: row.old_room_id ?? undefined
    };
    changes.set(row.session_id, { reason: { ja: row.reason_ja, en: row.reason_en }, from });
  }
  return changes;
}

function firstStart(workshop: WorkshopView): Instant {
  return workshop.sessions[0]?.startsAt ?? 0;
}
