import type { WorkshopKind } from '#features/workshops/domain/workshop.ts';
import type { Db } from '#server/db/database.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';

/** One session as the desk lists it. Sign-ups belong to its workshop, so several dates show the same. */
export type SessionLine = {
  readonly sessionId: string;
  readonly workshopId: string;
  readonly code: string;
  readonly kind: WorkshopKind;
  readonly title: { readonly ja: string; readonly en: string };
  readonly venue: { readonly ja: string; readonly en: string };
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly date: LocalDate;
  readonly isCancelled: boolean;
  readonly isDraft: boolean;
  readonly seats: number;
  /** False where people just come. */
  readonly takesSignUps: boolean;
  readonly confirmed: number;
  readonly waiting: number;
  /** Applications for a draw that is still to come. */
  readonly entered: number;
  readonly came: number;
  readonly walkedIn: number;
};

export type SessionChoice = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly newestFirst?: boolean;
  readonly atMost?: number;
  readonly workshopId?: string;
};

const MOST_SESSIONS = 200;

/** The sessions of these days with how many applied and came. */
export async function listSessions(db: Db, choice: SessionChoice): Promise<readonly SessionLine[]> {
  const order = choice.newestFirst ? 'desc' : 'asc';
  const rows = await db
    .selectFrom('session')
    .innerJoin('workshop', 'workshop.id', 'session.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .select([
      'session.id',
      'session.workshop_id',
      'session.starts_at',
      'session.ends_at',
      'session.local_date',
      'session.state',
      'workshop.state as workshop_state',
      'workshop.code',
      'workshop.kind',
      'workshop.title_ja',
      'workshop.title_en',
      'workshop.seats',
      'workshop.selection',
      'venue.name_ja',
      'venue.name_en'
    ])
    .where('session.local_date', '>=', choice.from)
    .where('session.local_date', '<=', choice.to)
    .$if(choice.workshopId !== undefined, (query) =>
      query.where('workshop.id', '=', choice.workshopId ?? '')
    )
    .orderBy('session.starts_at', order)
    .orderBy('workshop.code')
    .limit(choice.atMost ?? MOST_SESSIONS)
    .execute();
  const signUps = await countSignUps(db, [...new Set(rows.map((row) => row.workshop_id))]);
  const lines = await countLines(
    db,
    rows.map((row) => row.id)
  );

  return rows.map((row) => ({
    sessionId: row.id,
    workshopId: row.workshop_id,
    code: row.code,
    kind: row.kind,
    title: { ja: row.title_ja, en: row.title_en },
    venue: { ja: row.name_ja, en: row.name_en },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    date: row.local_date,
    isCancelled: row.state === 'cancelled' || row.workshop_state === 'cancelled',
    isDraft: row.workshop_state === 'draft',
    seats: row.seats,
    takesSignUps: row.selection !== 'none',
    confirmed: signUps.get(`${row.workshop_id} confirmed`) ?? 0,
    waiting: signUps.get(`${row.workshop_id} waiting`) ?? 0,
    entered: signUps.get(`${row.workshop_id} entered`) ?? 0,
    came: lines.get(`${row.id} sign-up`) ?? 0,
    walkedIn: lines.get(`${row.id} walk-in`) ?? 0
  }));
}

async function countSignUps(
  db: Db,
  workshopIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
  if (workshopIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sign_up')
    .select((eb) => [
      'workshop_id',
      'status',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('count')
    ])
    .where('workshop_id', 'in', workshopIds)
    .groupBy(['workshop_id', 'status'])
    .execute();
  return new Map(rows.map(({ workshop_id, status, count }) => [`${workshop_id} ${status}`, count]));
}

async function countLines(
  db: Db,
  sessionIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('participation')
    .select((eb) => [
      'session_id',
      'kind',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('count')
    ])
    .where('session_id', 'in', sessionIds)
    .where('attendance', '=', 'came')
    .groupBy(['session_id', 'kind'])
    .execute();
  return new Map(rows.map(({ session_id, kind, count }) => [`${session_id} ${kind}`, count]));
}
