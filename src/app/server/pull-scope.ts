import { writeAudit } from '#features/people/server/audit.ts';
import type { PullRequest, PullResponse } from '#features/sync/domain/exchange.ts';
import { readPull } from '#features/sync/server/pull.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { giveTicketLetter } from './ticket-letter.ts';

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
  await giveTicketLetter(db, rules, device, request.scope, now);
  const pulled = await readPull(db, rules, device, request, now);
  if (pulled.heldUntil !== undefined && pulled.rows.length > 0) {
    const [, entityId = ''] = request.scope.split(':');
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
