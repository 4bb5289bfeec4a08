import {
  lastAnnouncedDate,
  nextTryAt,
  reminderState,
  type CallResult,
  type NextTry,
  type ReminderCall
} from '#features/notices/domain/reminder.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import { cancelInTransaction } from '../cancel-sign-up.ts';
import { comesThen } from '../comes-then.ts';
import { placeNames } from '../place-names.ts';

type Words = { readonly ja: string; readonly en: string };

/** Somebody to remind of one date by telephone, and the calls so far. */
export type ReminderLine = {
  readonly sessionId: string;
  readonly signUpId: string;
  readonly workshopId: string;
  readonly kana: string;
  readonly name: string;
  readonly phone: string;
  readonly code: string;
  readonly title: Words;
  readonly venue: Words;
  readonly startsAt: Instant;
  readonly state: 'to-call' | 'later' | 'done';
  /** Oldest first. */
  readonly calls: readonly (ReminderCall & { readonly by: string })[];
};

/**
 * The call list of the announced week: those with a seat who chose to be rung, with a telephone and
 * without the switch that stops all contact. Those to call now first, by date; names and numbers are
 * read here, so each person is written down.
 */
export function readReminders(
  db: Db,
  asked: {
    readonly actor: string;
    readonly now: Instant;
    /** False where the server has no mail settings. */
    readonly sendsMail?: boolean;
  }
): Promise<readonly ReminderLine[]> {
  const { actor, now, sendsMail } = asked;
  return inTransaction(db, async (tx) => {
    const rows = await selectDue(tx, now, sendsMail).execute();
    const calls = await readCalls(tx, [...new Set(rows.map(({ session_id }) => session_id))]);
    await writeAudit(
      tx,
      [...new Set(rows.map(({ person_id }) => person_id))].map((entityId) => ({
        ...{ at: now, actor, action: 'read', entity: 'person', entityId, why: 'reminder' }
      }))
    );
    const lines = rows.map((row): ReminderLine => {
      const made = calls.get(`${row.session_id} ${row.sign_up_id}`) ?? [];
      return {
        sessionId: row.session_id,
        signUpId: row.sign_up_id,
        workshopId: row.workshop_id,
        kana: row.kana,
        name: row.name,
        phone: row.phone ?? '',
        code: row.code,
        title: { ja: row.title_ja, en: row.title_en },
        venue: placeNames(row),
        startsAt: row.starts_at,
        state: reminderState(made, now),
        calls: made
      };
    });
    const order = { 'to-call': 0, later: 1, done: 2 };
    return lines.toSorted((one, other) => order[one.state] - order[other.state]);
  });
}

/** Who chose mail is rung where no mail can remind them: no settings, or no address with this sign-up. */
function selectDue(tx: Tx, now: Instant, sendsMail = false) {
  const today = localDateOf(now);
  return tx
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .innerJoin('workshop', 'workshop.id', 'sign_up.workshop_id')
    .innerJoin('venue', 'venue.id', 'workshop.venue_id')
    .leftJoin('room', 'room.id', 'workshop.room_id')
    .innerJoin('session', 'session.workshop_id', 'workshop.id')
    .select([
      'session.id as session_id',
      'session.starts_at',
      'sign_up.id as sign_up_id',
      'sign_up.workshop_id',
      'sign_up.delete_after',
      'person.id as person_id',
      'person.kana',
      'person.name',
      'person.phone',
      'workshop.code',
      'workshop.title_ja',
      'workshop.title_en',
      'venue.name_ja',
      'venue.name_en',
      'room.name_ja as room_ja',
      'room.name_en as room_en'
    ])
    .where('sign_up.status', '=', 'confirmed')
    .where(comesThen)
    .where((eb) =>
      eb.or([
        eb('person.way', '=', 'phone'),
        eb.and([
          eb('person.way', '=', 'mail'),
          ...(sendsMail ? [eb('sign_up.mail_address', 'is', null)] : [])
        ])
      ])
    )
    .where('person.phone', 'is not', null)
    .where('person.contact_stopped_at', 'is', null)
    .where('workshop.state', '=', 'open')
    .where('session.state', '=', 'planned')
    .where('session.starts_at', '>', now)
    .where('session.local_date', '<=', lastAnnouncedDate(today))
    .orderBy('session.starts_at')
    .orderBy('person.kana')
    .orderBy('sign_up.id');
}

async function readCalls(
  tx: Tx,
  sessionIds: readonly string[]
): Promise<ReadonlyMap<string, ReminderLine['calls']>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reminder_call')
    .leftJoin('account', 'account.id', 'reminder_call.called_by')
    .selectAll('reminder_call')
    .select('account.name as by')
    .where('session_id', 'in', sessionIds)
    .orderBy('try')
    .execute();
  const grouped = Map.groupBy(rows, (row) => `${row.session_id} ${row.sign_up_id}`);
  return new Map(
    [...grouped].map(([key, calls]) => [
      key,
      calls.map(({ result, called_at, next_at, by }) => ({
        ...{ result, calledAt: called_at, nextAt: next_at, by: by ?? '' }
      }))
    ])
  );
}

export type MarkedCall = {
  readonly sessionId: string;
  readonly signUpId: string;
  /** From 1, as the page showed it: the same call is written down once. */
  readonly tryNumber: number;
  readonly result: CallResult;
  /** Only after a call that reached nobody. */
  readonly next: NextTry;
  /** As the list was read. */
  readonly sendsMail?: boolean;
  readonly actor: string;
  readonly now: Instant;
};

/**
 * Writes down what came of a call. Who will not come gives the seat back in the same transaction, and
 * the next in the line is asked.
 */
export async function markCall(
  db: Db,
  call: MarkedCall
): Promise<Result<undefined, { readonly type: 'changed-meanwhile' }>> {
  try {
    return await inTransaction(db, (tx) => markInTransaction(tx, call));
  } catch (failure) {
    if (isUniqueViolation(failure)) return err({ type: 'changed-meanwhile' });
    throw failure;
  }
}

async function markInTransaction(
  tx: Tx,
  call: MarkedCall
): Promise<Result<undefined, { readonly type: 'changed-meanwhile' }>> {
  const { sessionId, signUpId, tryNumber, result, actor, now } = call;
  const due = await selectDue(tx, now, call.sendsMail)
    .where('session.id', '=', sessionId)
    .where('sign_up.id', '=', signUpId)
    .executeTakeFirst();
  const calls = (await readCalls(tx, [sessionId])).get(`${sessionId} ${signUpId}`) ?? [];
  const isNext = calls.length + 1 === tryNumber && reminderState(calls, now) !== 'done';
  if (!due || !isNext) return err({ type: 'changed-meanwhile' });

  const told = { tries: tryNumber, startsAt: due.starts_at, now };
  await tx
    .insertInto('reminder_call')
    .values({
      ...{ id: newId(), session_id: sessionId, sign_up_id: signUpId, try: tryNumber, result },
      ...{ called_at: now, called_by: actor, delete_after: due.delete_after },
      next_at: result === 'not-reached' ? nextTryAt(call.next, told) : null
    })
    .execute();
  if (result === 'will-not-come') {
    const request = { signUpId, by: 'staff', atTheirWord: true, actor, now } as const;
    const cancelled = await cancelInTransaction(tx, request);
    return cancelled.ok ? ok(undefined) : err({ type: 'changed-meanwhile' });
  }
  await writeAudit(tx, [
    { at: now, actor, action: result, entity: 'sign_up', entityId: signUpId, why: 'reminder' }
  ]);
  return ok(undefined);
}
