import type { KeysRequest, KeysResponse } from '#features/sync/domain/exchange.ts';
import { sessionIdOf, type Scope } from '#features/sync/domain/operation.ts';
import type { SyncRules } from '#features/sync/server/push.ts';
import { keepReader, readsAsOpen } from '#features/sync/server/readers.ts';
import { serverKeyOf } from '#features/sync/server/server-key.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import { venueCodeOfSession } from '#features/sync/server/venue-keys.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';

/**
 * What a device needs to open what it holds: the server's public key, and the secrets of those sessions
 * that it may hold now. `undefined` for a device that was revoked, or whose second secret is another.
 */
export function giveKeys(
  db: Db,
  rules: SyncRules,
  device: DeviceRow,
  { scopes, reader }: KeysRequest,
  now: Instant
): Promise<KeysResponse | undefined> {
  return inTransaction(db, async (tx) => {
    if (device.revoked_at !== null || !readsAsOpen(device, reader)) return undefined;
    await keepReader(tx, device, reader);
    const venueCodes: { scope: Scope; code: string }[] = [];
    for (const scope of new Set(scopes)) {
      const session = await findSession(tx, scope);
      if (!session || (await rules.rightOf(tx, device, scope, now)).kind !== 'held') continue;
      venueCodes.push({ scope, code: await venueCodeOfSession(tx, session, now) });
    }
    return { serverKey: await serverKeyOf(tx, now), venueCodes, serverTime: now };
  });
}

async function findSession(
  db: Db,
  scope: Scope
): Promise<{ readonly id: string; readonly deleteAfter: string } | undefined> {
  return db
    .selectFrom('session')
    .select(['id', 'delete_after as deleteAfter'])
    .where('id', '=', sessionIdOf(scope) ?? '')
    .executeTakeFirst();
}
