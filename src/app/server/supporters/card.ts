import { findSupporterByCard } from '#features/board/server/supporters.ts';
import { doorRoles, holdsAny } from '#features/people/domain/role.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import type { CheckedCard } from '#features/supporters/domain/card.ts';
import { standingOf } from '#features/supporters/domain/lifecycle.ts';
import { readsAsOpen } from '#features/sync/server/readers.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';

/**
 * What a card says to whoever opens it. To anybody but staff and hosts it says the same for every code,
 * known or not: a card can be forged, and an answer would be a false safety.
 */
export type CardAnswer = CheckedCard | { readonly kind: 'ask-the-host' };

type Asked = { readonly code: string; readonly now: Instant };

/** Looks at the card as it is this moment; each look of staff is written down. */
export function checkCard(
  db: Db,
  { viewer, ...asked }: Asked & { readonly viewer: Account | undefined }
): Promise<CardAnswer> {
  if (!viewer || !holdsAny(viewer.roles, doorRoles)) {
    return Promise.resolve({ kind: 'ask-the-host' });
  }
  return lookAtCard(db, { ...asked, actor: viewer.id });
}

/**
 * The same for a tablet of the door that is in use and open, whoever stands before it.
 * @returns `undefined` for a device that may not ask: locked, lost, retired, or of somebody else's work
 */
export async function checkCardOnTablet(
  db: Db,
  asked: Asked & { readonly device: DeviceRow; readonly reader: string | null }
): Promise<CheckedCard | undefined> {
  const { device, reader, code, now } = asked;
  const isInUse = device.state === 'active' && device.revoked_at === null;
  if (!isInUse || device.reader_hash === null || !readsAsOpen(device, reader)) return undefined;
  const account = await findAccount(db, device.account_id);
  if (!account || account.suspendedAt !== null) return undefined;
  if (!holdsAny(account.roles, doorRoles)) return undefined;
  return lookAtCard(db, { code, now, actor: `device:${device.id}` });
}

function lookAtCard(
  db: Db,
  { code, now, actor }: Asked & { readonly actor: string }
): Promise<CheckedCard> {
  return inTransaction(db, async (tx): Promise<CheckedCard> => {
    const supporter = await findSupporterByCard(tx, code);
    if (!supporter) return { kind: 'not-valid' };
    await writeAudit(tx, [
      { at: now, actor, action: 'read', entity: 'supporter', entityId: supporter.id, why: 'card' }
    ]);
    const account = await findAccount(tx, supporter.accountId);
    const isActive = standingOf(supporter, localDateOf(now)) === 'active';
    return account && account.suspendedAt === null && isActive
      ? { kind: 'valid', name: account.name }
      : { kind: 'not-valid' };
  });
}
