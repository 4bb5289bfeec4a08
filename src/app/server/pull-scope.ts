import { ROSTER_ROW } from '#features/attendance/domain/roster.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { PullRequest, PullResponse } from '#features/sync/domain/exchange.ts';
import type { Scope } from '#features/sync/domain/operation.ts';
import { heldPeople, noteHolding } from '#features/sync/server/holdings.ts';
import { readPull } from '#features/sync/server/pull.ts';
import { sessionIdOf } from '#features/sync/domain/operation.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { refreshSessionPack } from './session-pack.ts';
import { giveTicketLetter } from './ticket-letter.ts';

/**
 * Gives a device what changed in a scope. That it holds a session from now on, and each time what
 * somebody from outside the city's house is given, is written down first: otherwise nothing leaves.
 */
export async function pullScope(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  request: PullRequest,
  now: Instant
): Promise<PullResponse> {
  await giveTicketLetter(db, rules, device, request.scope, now);
  await refreshSessionPack(db, request.scope, now);
  const pulled = await readPull(db, rules, device, request, now);
  const sessionId = sessionIdOf(request.scope);
  if (sessionId === undefined || pulled.revokedScopes.length > 0) return pulled;

  await noteGiven(db, { device, scope: request.scope, sessionId, pulled, now });
  if (pulled.rows.length > 0 && (await isFromOutside(db, rules, device, request, now))) {
    await inTransaction(db, (tx) =>
      writeAudit(tx, [
        {
          ...{ at: now, actor: device.account_id, action: 'read', entity: 'session' },
          ...{ entityId: sessionId, why: 'partner' }
        }
      ])
    );
  }
  return pulled;
}

/** A pull that brings nothing new to a device that is known to hold the session writes nothing. */
async function noteGiven(
  db: Db,
  given: {
    readonly device: DeviceRow;
    readonly scope: Scope;
    readonly sessionId: string;
    readonly pulled: PullResponse;
    readonly now: Instant;
  }
): Promise<void> {
  const { device, scope, sessionId, pulled, now } = given;
  const known = await heldPeople(db, device.id, scope);
  if (known !== undefined && !pulled.rows.some(({ kind }) => kind === ROSTER_ROW)) return;

  const people = await countPeople(db, scope);
  if (known !== undefined && people <= known) return;
  const session = await db
    .selectFrom('session')
    .select('delete_after')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const holding = { deviceId: device.id, scope, people, now, deleteAfter: session.delete_after };
  await inTransaction(db, (tx) => noteHolding(tx, holding));
}

async function countPeople(db: Db, scope: Scope): Promise<number> {
  const { people } = await db
    .selectFrom('sync_row')
    .select((eb) => eb.fn.countAll<number | string>().as('people'))
    .where('scope', '=', scope)
    .where('kind', '=', ROSTER_ROW)
    .where('deleted', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(people);
}

async function isFromOutside(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  { scope }: PullRequest,
  now: Instant
): Promise<boolean> {
  const right = await rules.rightOf(db, device, scope, now);
  return right.kind === 'held' && right.fromOutside === true;
}
