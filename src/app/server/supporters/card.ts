import { findSupporterByCard } from '#features/board/server/supporters.ts';
import { doorRoles, holdsAny } from '#features/people/domain/role.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { standingOf } from '#features/supporters/domain/lifecycle.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';

/**
 * What a card says to whoever opens it. To anybody but staff and hosts it says the same for every code,
 * known or not: a card can be forged, and an answer would be a false safety.
 */
export type CardAnswer =
  | { readonly kind: 'ask-the-host' }
  | { readonly kind: 'valid'; readonly name: string }
  | { readonly kind: 'not-valid' };

/** Looks at the card as it is this moment; each look of staff is written down. */
export function checkCard(
  db: Db,
  asked: { readonly code: string; readonly viewer: Account | undefined; readonly now: Instant }
): Promise<CardAnswer> {
  const { code, viewer, now } = asked;
  if (!viewer || !holdsAny(viewer.roles, doorRoles)) {
    return Promise.resolve({ kind: 'ask-the-host' });
  }
  return inTransaction(db, async (tx): Promise<CardAnswer> => {
    const supporter = await findSupporterByCard(tx, code);
    if (!supporter) return { kind: 'not-valid' };
    await writeAudit(tx, [
      {
        at: now,
        actor: viewer.id,
        action: 'read',
        entity: 'supporter',
        entityId: supporter.id,
        why: 'card'
      }
    ]);
    const account = await findAccount(tx, supporter.accountId);
    const isActive = standingOf(supporter, localDateOf(now)) === 'active';
    return account && account.suspendedAt === null && isActive
      ? { kind: 'valid', name: account.name }
      : { kind: 'not-valid' };
  });
}
