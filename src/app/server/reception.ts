import { SESSION_ROW, type SessionCard } from '#features/attendance/domain/roster.ts';
import { MOST_DAYS_AFTER, partnerRight } from '#features/people/domain/partner-access.ts';
import { holdsAny, receptionRoles } from '#features/people/domain/role.ts';
import type { Account } from '#features/people/server/accounts.ts';
import { listAccessOf } from '#features/people/server/partner-access.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import type { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { addDays, localDateOf, type Instant } from '#shared/time/instant.ts';
import { placeNames } from './place-names.ts';

const DAYS_BACK = 1;
const DAYS_AHEAD = 31;

/** The sessions a tablet may be made ready for, the next first; for a partner those given to them now. */
export async function listSessionsForReception(
  db: Db,
  now: Instant,
  account?: Pick<Account, 'id' | 'roles'>
): Promise<readonly SessionCard[]> {
  const isOurs = account === undefined || holdsAny(account.roles, receptionRoles);
  const given = isOurs ? undefined : await listAccessOf(db, account.id);
  const today = localDateOf(now);
  const rows = await selectSessions(db)
    .where('session.local_date', '>=', addDays(today, given ? -MOST_DAYS_AFTER : -DAYS_BACK))
    .where('session.local_date', '<=', addDays(today, DAYS_AHEAD))
    .where('session.state', '=', 'planned')
    .where('workshop.state', '=', 'open')
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute();
  return rows
    .filter(
      ({ workshop_id, local_date }) =>
        !given || partnerRight(given.get(workshop_id) ?? [], local_date, now).kind === 'held'
    )
    .map((row) => cardOf(row));
}

/** Tells the devices of a session what it is; done when it is planned and whenever that changes. */
export async function publishSession(
  tx: Tx,
  changes: ScopeChanges,
  sessionId: string
): Promise<void> {
  const row = await selectSessions(tx)
    .where('session.id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const change = await findNewestChange(tx, sessionId);
  changes.put(sessionScope(sessionId), SESSION_ROW, sessionId, cardOf(row, change));
}

async function findNewestChange(tx: Tx, sessionId: string): Promise<SessionCard['change']> {
  const row = await tx
    .selectFrom('session_change')
    .select(['kind', 'reason_ja', 'reason_en'])
    .where('session_id', '=', sessionId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { kind: row.kind, reason: { ja: row.reason_ja, en: row.reason_en } };
}

function selectSessions(db: Db) {
  return db
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .select([
      'session.id',
      'session.starts_at',
      'session.ends_at',
      'session.workshop_id',
      'session.local_date',
      'workshop.code',
      'workshop.title_ja',
      'workshop.title_en',
      'workshop.seats',
      'workshop.room_chairs',
      'workshop.loan_phones',
      'venue.name_ja',
      'venue.name_en',
      'room.name_ja as room_ja',
      'room.name_en as room_en'
    ]);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

function cardOf(row: SessionRow, change?: SessionCard['change']): SessionCard {
  return {
    sessionId: row.id,
    code: row.code,
    title: { ja: row.title_ja, en: row.title_en },
    venue: placeNames(row),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    seats: row.seats,
    roomChairs: row.room_chairs,
    loanPhones: row.loan_phones,
    ...(change ? { change } : {})
  };
}
