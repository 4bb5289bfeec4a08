import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { FormerSelf } from '../domain/exchange.ts';
import { endHoldings } from './holdings.ts';
import type { DeviceRow } from './tables.ts';

const SECRET_BYTES = 32;

/** Makes a device known. @returns its id and its credential, which is stored only as a hash. */
export async function enrolDevice(
  db: Db,
  device: {
    readonly name: string;
    readonly place?: string;
    readonly accountId: string;
    readonly now: Instant;
  }
): Promise<{ readonly deviceId: string; readonly secret: string }> {
  const deviceId = newId();
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('device')
    .values({
      id: deviceId,
      name: device.name,
      account_id: device.accountId,
      secret_hash: sha256(secret),
      enrolled_at: device.now,
      revoked_at: null,
      last_seen_at: device.now,
      highest_seq: 0,
      told_unsent: 0,
      clock_offset_ms: 0,
      ...{ place: device.place ?? '', state: 'active', end_reason: null },
      ...{ told_refused: 0, app_version: '', storage: 'unknown' },
      ...{ storage_lost_at: null, lost_facts: 0 }
    })
    .execute();
  return { deviceId, secret };
}

/** The device a credential (`Bearer <id>.<secret>`) belongs to; revoked ones are found too. */
export async function findDevice(
  db: Db,
  authorization: string | null
): Promise<DeviceRow | undefined> {
  const [, id, secret] =
    /^Bearer ([0-9a-f-]{36})\.([\w-]{20,100})$/.exec(authorization ?? '') ?? [];
  if (!id || !secret) return undefined;

  const device = await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst();
  if (!device) return undefined;
  const matches = timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(device.secret_hash));
  return matches ? device : undefined;
}

/**
 * A device that was enrolled anew leaves its former self: that one holds nothing any more. Only the
 * same account's word counts. @returns the former self's id when its storage was lost
 */
export async function leaveFormerSelf(
  tx: Tx,
  before: FormerSelf,
  { accountId, now }: { readonly accountId: string; readonly now: Instant }
): Promise<string | undefined> {
  const former = await tx
    .selectFrom('device')
    .select(['id', 'highest_seq', 'told_unsent'])
    .where('id', '=', before.deviceId)
    .where('account_id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!former) return undefined;
  const missing = Math.max(former.told_unsent, before.lastSeq - former.highest_seq, 0);
  await tx
    .updateTable('device')
    .set({
      // Its right stays: a request of its that is still on the way must count as what it is.
      ...{ state: 'retired', end_reason: 'replaced', told_unsent: 0 },
      ...(before.lost ? { storage_lost_at: now, lost_facts: missing } : {})
    })
    .where('id', '=', former.id)
    .execute();
  await endHoldings(tx, former.id, [], now);
  return before.lost ? former.id : undefined;
}
