import { factOf, type Fact } from '#features/sync/domain/fact.ts';
import {
  happenedAt,
  sessionIdOf,
  type OperationResult,
  type Scope
} from '#features/sync/domain/operation.ts';
import type { RowChanges, StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { toHiragana } from '#shared/text/kana.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { readPayload, type AttendanceType, type DoorType } from '../domain/operation.ts';
import { EXPECTED, presenceByParticipation, type Presence } from '../domain/presence.ts';
import { ROSTER_ROW, walkInEntry } from '../domain/roster.ts';
import { nextNumber } from './participations.ts';
import type { ParticipationRow } from './tables.ts';
import { keepWishes } from './wishes.ts';

export type DoorHandler = {
  readonly type: DoorType;
  readonly apply: (
    tx: Tx,
    operation: StoredOperation,
    changes: RowChanges
  ) => Promise<OperationResult>;
};

/** What the day at the door needs to know of the rest: the facts so far, and how long rows are kept. */
export type AttendanceNeighbours = {
  /** Until the transaction ends, nobody else decides anything at this session. */
  readonly lockSession: (tx: Tx, sessionId: string) => Promise<void>;
  /** Of one entity, or of all when none is named. */
  readonly factsOf: (tx: Tx, scope: string, entityId?: string) => Promise<readonly Fact[]>;
  readonly keptUntil: (tx: Tx, sessionId: string) => Promise<LocalDate | undefined>;
  /** Tells the devices of later dates what was noted about somebody who is on their rosters too. */
  readonly tellLaterDates: (tx: Tx, changes: RowChanges, participationId: string) => Promise<void>;
};

/** The handlers of `attend.*`: they never refuse what happened, they mark what staff should look at. */
export function attendanceHandlers(neighbours: AttendanceNeighbours): readonly DoorHandler[] {
  const onKnownPerson = (type: Exclude<AttendanceType, 'attend.walkin'>): DoorHandler => ({
    type,
    apply: (tx, operation, changes) => applyToKnown(tx, neighbours, type, operation, changes)
  });
  return [
    onKnownPerson('attend.checkin'),
    onKnownPerson('attend.undo'),
    onKnownPerson('attend.leave'),
    onKnownPerson('attend.noshow'),
    onKnownPerson('attend.companions'),
    onKnownPerson('attend.level'),
    onKnownPerson('attend.wish'),
    {
      type: 'attend.walkin',
      apply: (tx, operation, changes) => addWalkIn(tx, neighbours, operation, changes)
    }
  ];
}

async function applyToKnown(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  type: Exclude<AttendanceType, 'attend.walkin'>,
  operation: StoredOperation,
  changes: RowChanges
): Promise<OperationResult> {
  const payload = readPayload(type, operation.payload);
  if (!payload) return { status: 'rejected', code: 'payload' };
  const sessionId = await sessionOfPerson(tx, operation);
  if (sessionId === undefined) return { status: 'rejected', code: 'unknown-participation' };
  if ('sessionId' in payload && (await neighbours.keptUntil(tx, payload.sessionId)) === undefined)
    return { status: 'rejected', code: 'unknown-session' };

  await neighbours.lockSession(tx, sessionId);
  const { entityId } = operation;
  const before = await neighbours.factsOf(tx, operation.scope, entityId);
  const fact = factOf(operation, { flagged: operation.flagged });
  const was = presenceByParticipation(before).get(entityId) ?? EXPECTED;
  const presence = presenceByParticipation([...before, fact]).get(entityId) ?? EXPECTED;
  await keepPresence(tx, entityId, presence);
  if (was.wishes.length + presence.wishes.length > 0)
    await keepWishes(tx, entityId, presence.wishes);
  if (was.level !== presence.level) await neighbours.tellLaterDates(tx, changes, entityId);
  const isDouble = type === 'attend.checkin' && presence.arrivals.length > 1;
  return isDouble ? { status: 'conflict', code: 'already-arrived' } : { status: 'applied' };
}

/** The session of an operation, when whom it is about stands on that session's roster. */
export async function sessionOfPerson(
  tx: Tx,
  operation: StoredOperation
): Promise<string | undefined> {
  const participation = await tx
    .selectFrom('participation')
    .select('session_id')
    .where('id', '=', operation.entityId)
    .where('session_id', '=', sessionIdOf(operation.scope) ?? '')
    .executeTakeFirst();
  return participation?.session_id;
}

/** The session that a scope is, and until when its rows are kept; `undefined` for no known session. */
export async function sessionOfScope(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  scope: Scope
): Promise<{ readonly sessionId: string; readonly keptUntil: LocalDate } | undefined> {
  const sessionId = sessionIdOf(scope);
  const keptUntil = sessionId && (await neighbours.keptUntil(tx, sessionId));
  return sessionId && keptUntil ? { sessionId, keptUntil } : undefined;
}

async function addWalkIn(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  operation: StoredOperation,
  changes: RowChanges
): Promise<OperationResult> {
  const walkIn = readPayload('attend.walkin', operation.payload);
  if (!walkIn) return { status: 'rejected', code: 'payload' };
  const session = await sessionOfScope(tx, neighbours, operation.scope);
  if (!session) return { status: 'rejected', code: 'unknown-session' };
  const { sessionId, keptUntil } = session;

  await neighbours.lockSession(tx, sessionId);
  const number = await nextNumber(tx, sessionId);
  const name = cleanLine(walkIn.name);
  const kana = toHiragana(cleanLine(walkIn.kana));
  await tx
    .insertInto('participation')
    .values({
      id: operation.entityId,
      session_id: sessionId,
      sign_up_id: null,
      person_id: null,
      kind: 'walk-in',
      number,
      walk_in_kana: kana || null,
      walk_in_name: name || null,
      age_band: walkIn.ageBand,
      phone_family: walkIn.phoneFamily,
      created_at: operation.receivedAt,
      delete_after: keptUntil,
      attendance: 'came',
      came_as: walkIn.as ?? 'learner',
      arrived_at: happenedAt(operation),
      left_at: null
    })
    .execute();
  changes.put(
    operation.scope,
    ROSTER_ROW,
    operation.entityId,
    walkInEntry(operation.entityId, { ...walkIn, kana, name }, number)
  );
  return { status: 'applied' };
}

/** The folded state beside the facts, for the figures; the fold itself is the truth. */
export async function keepPresence(
  tx: Tx,
  participationId: string,
  presence: Presence
): Promise<void> {
  const attendance: ParticipationRow['attendance'] =
    presence.state === 'left' ? 'came' : presence.state;
  await tx
    .updateTable('participation')
    .set({
      attendance,
      came_as: presence.as,
      phone_level: presence.level,
      arrived_at: presence.arrivals[0]?.at ?? null,
      left_at: presence.leftAt
    })
    .where('id', '=', participationId)
    .execute();
}
