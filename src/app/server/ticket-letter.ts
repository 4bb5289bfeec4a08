import * as v from 'valibot';
import {
  letterFor,
  TICKET_LETTER_ROW,
  TicketLetter
} from '#features/attendance/domain/ticket-letter.ts';
import type { Scope } from '#features/sync/domain/operation.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { lockWorkshopOfSession } from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/**
 * Gives a tablet its letter for the number tickets of a session, the first time it fetches that session:
 * from then on it numbers tickets by itself, without a network, and meets no other tablet's numbers.
 */
export async function giveTicketLetter(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  scope: Scope,
  now: Instant
): Promise<void> {
  const [kind, sessionId = ''] = scope.split(':');
  if (kind !== 'session' || (await hasLetter(db, scope, device.id))) return;
  if ((await rules.rightOf(db, device, scope, now)).kind !== 'held') return;

  await inTransaction(db, async (tx) => {
    await lockWorkshopOfSession(tx, sessionId);
    if (await hasLetter(tx, scope, device.id)) return;
    const rows = await tx
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', scope)
      .where('kind', '=', TICKET_LETTER_ROW)
      .where('deleted', '=', 0)
      .execute();
    const taken = rows.map(({ body }) => v.parse(TicketLetter, JSON.parse(body)).letter);
    const changes = new ScopeChanges();
    changes.put(scope, TICKET_LETTER_ROW, device.id, {
      deviceId: device.id,
      letter: letterFor(device.name, taken)
    } satisfies TicketLetter);
    await changes.flush(tx);
  });
}

async function hasLetter(db: Db, scope: Scope, deviceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('sync_row')
    .select('id')
    .where('scope', '=', scope)
    .where('id', '=', deviceId)
    .executeTakeFirst();
  return row !== undefined;
}
