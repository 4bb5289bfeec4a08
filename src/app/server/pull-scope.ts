import { writeAudit } from '#features/people/server/audit.ts';
import type { PullRequest, PullResponse } from '#features/sync/domain/exchange.ts';
import { readPull } from '#features/sync/server/pull.ts';
import { sessionIdOf } from '#features/sync/domain/operation.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/**
 * Gives a device what changed in a scope. What somebody from outside the city's house is given is
 * written down first, each time that there is anything: without the audit row nothing leaves.
 */
export async function pullScope(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  request: PullRequest,
  now: Instant
): Promise<PullResponse> {
  const pulled = await readPull(db, rules, device, request, now);
  if (pulled.rows.length > 0 && (await isFromOutside(db, rules, device, request, now))) {
    const entityId = sessionIdOf(request.scope) ?? '';
    await inTransaction(db, (tx) =>
      writeAudit(tx, [
        {
          at: now,
          actor: device.account_id,
          action: 'read',
          entity: 'session',
          entityId,
          why: 'partner'
        }
      ])
    );
  }
  return pulled;
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
