import { coursesByParticipation, type CoursesDone } from '#features/attendance/domain/courses.ts';
import { loanRegister, type LoanRegister } from '#features/attendance/domain/loans.ts';
import { rosterView, type RosterView } from '#features/attendance/domain/roster-view.ts';
import type { Channel, Need, PhoneFamily } from '#features/people/domain/person.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import type { Arrangement } from '#features/workshops/domain/arrangement.ts';
import { arrangementOf } from '#features/workshops/server/workshops.ts';
import type { LotteryPlan } from '#features/workshops/domain/lottery.ts';
import type { SignUpStatus } from '#features/workshops/domain/place.ts';
import { listLotteries } from '#features/workshops/server/lottery.ts';
import type { WorkshopRow } from '#features/workshops/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import { readRoster } from '../roster.ts';

export type WorkshopHead = {
  readonly id: string;
  readonly code: string;
  readonly kind: WorkshopRow['kind'];
  readonly title: { readonly ja: string; readonly en: string };
  readonly venue: { readonly ja: string; readonly en: string };
  readonly seats: number;
  readonly roomChairs: number;
  readonly longestLine: number;
  readonly loanPhones: number;
  readonly selection: WorkshopRow['selection'];
  /** Of a lottery; its seed is nobody's to read. */
  readonly lottery: (LotteryPlan & { readonly drawnAt: Instant | undefined }) | undefined;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly state: WorkshopRow['state'];
  readonly arrangement: Arrangement;
  readonly seriesId: string | undefined;
};

export type SessionFile = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly isCancelled: boolean;
  readonly deleteAfter: LocalDate;
  readonly roster: RosterView;
  readonly loans: LoanRegister;
  /** By participation; told at a 取得会 alone. */
  readonly courses: ReadonlyMap<string, CoursesDone>;
};

export type SignUpLine = {
  readonly id: string;
  readonly status: SignUpStatus;
  readonly personId: string;
  readonly kana: string;
  readonly name: string;
  readonly channel: Channel;
  readonly receiptNumber: string;
  readonly phoneFamily: PhoneFamily;
  readonly wantsLoanPhone: boolean;
  readonly companions: number;
  readonly needs: readonly Need[];
  readonly createdAt: Instant;
  /** From 1 among those who wait now. */
  readonly placeInLine: number | undefined;
  /** Waits behind the others: has had the year's seats. */
  readonly isBehind: boolean;
  /** Another sign-up here has the same person, or the same kana: perhaps somebody applied twice. */
  readonly maybeTwice: boolean;
};

export type WorkshopFile = {
  readonly workshop: WorkshopHead;
  readonly sessions: readonly SessionFile[];
  readonly signUps: readonly SignUpLine[];
};

export async function findWorkshopHead(db: Db, id: string): Promise<WorkshopHead | undefined> {
  const row = await db
    .selectFrom('workshop')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .selectAll('workshop')
    .select(['venue.name_ja', 'venue.name_en'])
    .where('workshop.id', '=', id)
    .executeTakeFirst();
  const lotteries = await listLotteries(db, row?.selection === 'lottery' ? [id] : []);
  return (
    row && {
      id: row.id,
      code: row.code,
      kind: row.kind,
      title: { ja: row.title_ja, en: row.title_en },
      venue: { ja: row.name_ja, en: row.name_en },
      seats: row.seats,
      roomChairs: row.room_chairs,
      longestLine: row.longest_line,
      loanPhones: row.loan_phones,
      selection: row.selection,
      lottery: lotteries.get(id),
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      state: row.state,
      arrangement: arrangementOf(row),
      seriesId: row.series_id ?? undefined
    }
  );
}

/**
 * Everything of one workshop: its dates with their rosters, and its sign-ups in order. Names are read
 * here, so it is written down, with the reason.
 * @returns `undefined` when there is no such workshop.
 */
export function readWorkshopFile(
  db: Db,
  asked: {
    readonly id: string;
    readonly actor: string;
    readonly why: 'roster' | 'print';
    readonly now: Instant;
  }
): Promise<WorkshopFile | undefined> {
  return inTransaction(db, async (tx) => {
    const workshop = await findWorkshopHead(tx, asked.id);
    if (!workshop) return undefined;

    const file = {
      workshop,
      sessions: await readSessionFiles(tx, asked.id),
      signUps: await readSignUps(tx, asked.id)
    };
    const { actor, why, now } = asked;
    await writeAudit(tx, [
      { at: now, actor, action: 'read', entity: 'workshop', entityId: asked.id, why }
    ]);
    return file;
  });
}

async function readSessionFiles(tx: Tx, workshopId: string): Promise<SessionFile[]> {
  const rows = await tx
    .selectFrom('session')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('starts_at')
    .execute();
  const files: SessionFile[] = [];
  for (const row of rows) {
    const lines = await readRoster(tx, { sessionId: row.id });
    const facts = await readFacts(tx, sessionScope(row.id));
    files.push({
      id: row.id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      isCancelled: row.state === 'cancelled',
      deleteAfter: row.delete_after,
      roster: rosterView(
        lines.map(({ entry }) => entry),
        facts,
        new Set()
      ),
      loans: loanRegister(facts),
      courses: coursesByParticipation(facts)
    });
  }
  return files;
}

const ORDER = { confirmed: 0, entered: 1, waiting: 2, cancelled: 3 } as const;

async function readSignUps(tx: Tx, workshopId: string): Promise<SignUpLine[]> {
  const rows = await tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .selectAll('sign_up')
    .select(['person.kana', 'person.kana_key', 'person.name'])
    .where('workshop_id', '=', workshopId)
    .orderBy('sign_up.created_at')
    .orderBy('sign_up.id')
    .execute();
  const active = rows.filter(({ status }) => status !== 'cancelled');
  const waiting = rows
    .filter(({ status }) => status === 'waiting')
    .sort((a, b) => a.is_behind - b.is_behind || (a.line_number ?? 0) - (b.line_number ?? 0));
  const placeOf = new Map(waiting.map(({ id }, index) => [id, index + 1]));

  return rows
    .toSorted(
      (a, b) =>
        ORDER[a.status] - ORDER[b.status] || (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0)
    )
    .map((row) => ({
      id: row.id,
      status: row.status,
      personId: row.person_id,
      kana: row.kana,
      name: row.name,
      channel: row.channel,
      receiptNumber: row.receipt_number,
      phoneFamily: row.phone_family,
      wantsLoanPhone: row.wants_loan_phone === 1,
      companions: row.companions,
      needs: JSON.parse(row.needs) as Need[],
      createdAt: row.created_at,
      placeInLine: placeOf.get(row.id),
      isBehind: row.status === 'waiting' && row.is_behind === 1,
      maybeTwice: active.some(
        (other) =>
          other.id !== row.id &&
          row.status !== 'cancelled' &&
          (other.person_id === row.person_id || other.kana_key === row.kana_key)
      )
    }));
}
