import type { ParticipationRow } from '#features/attendance/server/tables.ts';
import { foldPresence, standingAbsences } from '#features/attendance/server/told-absence.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { addServerFact } from '#features/sync/server/server-facts.ts';
import { lockWorkshop } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

/** One date of a sign-up's course, and whether the person has said that they cannot come. */
export type CourseDate = {
  readonly sessionId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly attendance: ParticipationRow['attendance'];
};

export type DateAbsence = {
  readonly signUpId: string;
  readonly sessionId: string;
  /** False takes an absence back: they come after all. */
  readonly absent: boolean;
  /** `applicant`, or the account of the clerk who was told. */
  readonly actor: string;
  readonly now: Instant;
};

export type DateAbsenceError = {
  readonly type: 'date-not-found' | 'only-date' | 'already-begun' | 'already-came';
};

/** The dates of a course that are held, earliest first. */
export async function listCourseDates(db: Db, signUpId: string): Promise<readonly CourseDate[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('session', 'session.id', 'participation.session_id')
    .select(['session.id', 'session.starts_at', 'session.ends_at', 'participation.attendance'])
    .where('participation.sign_up_id', '=', signUpId)
    .where('session.state', '=', 'planned')
    .orderBy('session.starts_at')
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    attendance: row.attendance
  }));
}

/**
 * Writes down that somebody cannot come to one date of a course, or takes it back: a fact, as a tablet
 * would write it, so every tablet of the date folds to the same. The seat stays. Who has one date only
 * gives the seat back instead; the same word again changes nothing.
 */
export function tellDateAbsence(
  db: Db,
  told: DateAbsence
): Promise<Result<{ readonly changed: boolean }, DateAbsenceError>> {
  return inTransaction(db, async (tx) => {
    const { signUpId, sessionId, absent, actor, now } = told;
    const line = await findLine(tx, signUpId, sessionId);
    if (!line) return err({ type: 'date-not-found' });
    await lockWorkshop(tx, { id: line.workshop_id });
    const dates = await listCourseDates(tx, signUpId);
    const date = dates.find((one) => one.sessionId === sessionId);
    if (!date) return err({ type: 'date-not-found' });
    if (absent && dates.length < 2) return err({ type: 'only-date' });
    // A clerk writes down late what was said in time.
    const until = actor === 'applicant' ? date.startsAt : date.endsAt;
    if (now >= until) return err({ type: 'already-begun' });
    if (date.attendance === 'came') return err({ type: 'already-came' });
    if (absent === (date.attendance === 'absent-told')) return ok({ changed: false });

    const changes = new ScopeChanges();
    await (absent ? writeAbsence : withdrawAbsences)(tx, changes, line, { actor, now });
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: absent ? 'absent' : 'absent.undo', entity: 'participation' },
        ...{ entityId: line.id, why: 'date' }
      }
    ]);
    await changes.flush(tx);
    return ok({ changed: true });
  });
}

/** A date that is held at another time: what was said of the old one is no longer true. */
export async function forgetAbsences(
  tx: Tx,
  changes: ScopeChanges,
  sessionId: string,
  by: { readonly actor: string; readonly now: Instant }
): Promise<void> {
  const lines = await tx
    .selectFrom('participation')
    .select(['id', 'session_id', 'delete_after'])
    .where('session_id', '=', sessionId)
    .where('attendance', '=', 'absent-told')
    .execute();
  for (const line of lines) await withdrawAbsences(tx, changes, line, by);
}

type Line = Pick<ParticipationRow, 'id' | 'session_id' | 'delete_after'>;
type By = { readonly actor: string; readonly now: Instant };

async function writeAbsence(
  tx: Tx,
  changes: ScopeChanges,
  line: Line,
  { actor, now }: By
): Promise<void> {
  await addServerFact(tx, changes, {
    ...{ scope: sessionScope(line.session_id), entityId: line.id },
    ...{ type: 'attend.noshow', payload: { told: true } },
    ...{ at: now, by: actor, deleteAfter: line.delete_after }
  });
  await foldPresence(tx, line.id, await readFacts(tx, sessionScope(line.session_id), line.id));
}

/** Each told absence is withdrawn by its name, whoever wrote it down. */
async function withdrawAbsences(
  tx: Tx,
  changes: ScopeChanges,
  line: Line,
  { actor, now }: By
): Promise<void> {
  const scope = sessionScope(line.session_id);
  for (const { opId } of standingAbsences(await readFacts(tx, scope, line.id))) {
    await addServerFact(tx, changes, {
      ...{ scope, entityId: line.id, type: 'attend.undo', payload: { targetOpId: opId } },
      ...{ at: now, by: actor, deleteAfter: line.delete_after }
    });
  }
  await foldPresence(tx, line.id, await readFacts(tx, scope, line.id));
}

function findLine(tx: Tx, signUpId: string, sessionId: string) {
  return tx
    .selectFrom('participation')
    .innerJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
    .select([
      ...(['participation.id', 'participation.session_id', 'participation.delete_after'] as const),
      'sign_up.workshop_id'
    ])
    .where('sign_up.id', '=', signUpId)
    .where('sign_up.status', '!=', 'cancelled')
    .where('participation.session_id', '=', sessionId)
    .executeTakeFirst();
}
