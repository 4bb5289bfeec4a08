import { followUpHandlers } from '#features/assistance/server/follow-up-operations.ts';
import { assistanceHandlers } from '#features/assistance/server/operations.ts';
import { answerHandlers } from '#features/attendance/server/answer-operations.ts';
import { courseHandlers } from '#features/attendance/server/course-operations.ts';
import { loanHandlers } from '#features/attendance/server/loan-operations.ts';
import {
  attendanceHandlers,
  type AttendanceNeighbours
} from '#features/attendance/server/operations.ts';
import { ticketHandlers } from '#features/attendance/server/ticket-operations.ts';
import { receptionRoles, holdsAny } from '#features/people/domain/role.ts';
import { partnerRight } from '#features/people/domain/partner-access.ts';
import { partnerAccessOf } from '#features/people/server/partner-access.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import type { Scope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import type { OperationHandler } from '#features/sync/server/handler.ts';
import type { Right, SyncRules } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { lockWorkshopOfSession } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import type { Logger } from '#server/log.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import { assistancePorts } from './assistance.ts';
import { publishLaterDates } from './roster.ts';
import { followUpPorts } from './session-follow-ups.ts';

/** What the door asks of the rest of the product. */
const doorNeighbours: AttendanceNeighbours = {
  lockSession: lockWorkshopOfSession,
  factsOf: readFacts,
  keptUntil: async (tx, sessionId) =>
    (
      await tx
        .selectFrom('session')
        .select('delete_after')
        .where('id', '=', sessionId)
        .executeTakeFirst()
    )?.delete_after,
  tellLaterDates: publishLaterDates
};
/** How long after its end a session stays on the tablets. */
const HELD_AFTER_END_MS = DAY_MS;

/** The one register of operations: what every feature does with its facts. */
const handlers: ReadonlyMap<string, OperationHandler> = new Map(
  [
    ...attendanceHandlers(doorNeighbours),
    ...loanHandlers(doorNeighbours),
    ...ticketHandlers(doorNeighbours),
    ...answerHandlers(doorNeighbours),
    ...courseHandlers(),
    ...followUpHandlers(followUpPorts),
    ...assistanceHandlers(assistancePorts)
  ].map((handler) => [handler.type, handler])
);

/** What the protocol asks of the product: who does what with an operation, and who may hold a scope. */
export function syncRules(log: Logger): SyncRules {
  return {
    handlers,
    rightOf,
    reportBug: (failure, opId) =>
      log.error(
        { opId, stack: failure instanceof Error ? failure.stack : undefined },
        'operation failed'
      )
  };
}

/**
 * A device holds what the account that enrolled it may hold: staff the sessions, a supporter their own
 * log. A right that was there and is gone is told with its moment, since facts from before it count.
 */
async function rightOf(db: Db, device: DeviceRow, scope: Scope, now: Instant): Promise<Right> {
  const account = await findAccount(db, device.account_id);
  if (!account) return { kind: 'never' };
  const given =
    (await ownRightOf(db, account, scope)) ?? (await partnerRightOf(db, account, scope, now));
  if (given.kind === 'never') return given;

  const lostAt = [
    ...(given.kind === 'lost' ? [given.at] : []),
    ...[device.revoked_at, account.suspendedAt, await suspensionIn(db, scope)]
  ].filter((at) => at !== null);
  return lostAt.length === 0 ? given : { kind: 'lost', at: Math.min(...lostAt) };
}

/** What somebody of a partner was given of a session, and for how long. */
async function partnerRightOf(
  db: Db,
  { id: accountId, roles }: Account,
  scope: Scope,
  now: Instant
): Promise<Right> {
  const [kind, id = ''] = scope.split(':');
  if (kind !== 'session' || !roles.includes('partner')) return { kind: 'never' };
  const session = await db
    .selectFrom('session')
    .select(['workshop_id', 'local_date'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!session) return { kind: 'never' };
  const given = await partnerAccessOf(db, accountId, session.workshop_id);
  const right = partnerRight(given, session.local_date, now);
  return right.kind === 'held' ? { ...right, fromOutside: true } : right;
}

/** Since when the supporter of a log is suspended; `null` for anybody else and any other scope. */
async function suspensionIn(db: Db, scope: Scope): Promise<number | null> {
  const [kind, id = ''] = scope.split(':');
  if (kind !== 'supporter') return null;
  const supporter = await db
    .selectFrom('supporter')
    .select('suspended_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return supporter?.suspended_at ?? null;
}

/** Staff hold a session until a day after its end, a supporter the own log; `undefined` for no right. */
async function ownRightOf(
  db: Db,
  { id: accountId, roles }: Account,
  scope: Scope
): Promise<Right | undefined> {
  const [kind, id = ''] = scope.split(':');
  if (kind === 'session') {
    const session = await db
      .selectFrom('session')
      .select('ends_at')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!session || !holdsAny(roles, receptionRoles)) return undefined;
    return { kind: 'held', until: session.ends_at + HELD_AFTER_END_MS };
  }
  const supporter = await db
    .selectFrom('supporter')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return supporter?.account_id === accountId ? { kind: 'held' } : undefined;
}
