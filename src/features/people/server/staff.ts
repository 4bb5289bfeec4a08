import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import type { Role } from '../domain/role.ts';
import { writeAudit } from './audit.ts';
import { endAllAuthSessions, hashToken } from './auth-session.ts';
import { invite } from './invitations.ts';
import './tables.ts';

export type StaffLine = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly suspendedAt: Instant | null;
  readonly lastSeenAt: Instant | null;
};

/** How long a link for a new member of staff works. */
export const STAFF_LINK_VALID_MS = 7 * DAY_MS;

/** Everybody with an account, by name. */
export async function listStaff(db: Db): Promise<readonly StaffLine[]> {
  const rows = await db
    .selectFrom('account')
    .select((eb) => [
      'id',
      'login',
      'name',
      'suspended_at',
      eb
        .selectFrom('auth_session')
        .select((session) => session.fn.max<number | null>('last_seen_at').as('last'))
        .whereRef('auth_session.account_id', '=', 'account.id')
        .as('last_seen_at')
    ])
    .orderBy('name')
    .orderBy('login')
    .execute();
  const held = await db.selectFrom('account_role').selectAll().orderBy('role').execute();
  return rows.map(({ id, login, name, suspended_at, last_seen_at }) => ({
    id,
    login,
    name,
    roles: held.filter(({ account_id }) => account_id === id).map(({ role }) => role),
    suspendedAt: suspended_at,
    lastSeenAt: last_seen_at
  }));
}

/** @returns the token of a link that makes one account with these roles, once, within a week. */
export function inviteStaff(
  db: Db,
  invitation: { readonly roles: readonly Role[]; readonly actor: string; readonly now: Instant }
): Promise<string> {
  const { roles, actor, now } = invitation;
  return inTransaction(db, async (tx) => {
    const token = await invite(tx, { roles, now, validMs: STAFF_LINK_VALID_MS });
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'account.invite',
        entity: 'invitation',
        entityId: hashToken(token),
        why: roles.join(' ')
      }
    ]);
    return token;
  });
}

export type SuspendError =
  | { readonly type: 'account-not-found' }
  /** Nobody closes their own door, so one administrator is always left. */
  | { readonly type: 'own-account' }
  | { readonly type: 'suspended-meanwhile' };

/**
 * Suspends an account and ends its sessions everywhere. The actor's own row is locked first: of two
 * administrators who suspend one another at one moment, one succeeds.
 */
export function suspendAccount(
  db: Db,
  asked: { readonly accountId: string; readonly actor: string; readonly now: Instant }
): Promise<Result<undefined, SuspendError>> {
  const { accountId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    if (accountId === actor) return err({ type: 'own-account' } as const);
    const active = await tx
      .updateTable('account')
      .set({ suspended_at: null })
      .where('id', '=', actor)
      .where('suspended_at', 'is', null)
      .executeTakeFirst();
    if (active.numUpdatedRows === 0n) return err({ type: 'suspended-meanwhile' } as const);

    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ suspended_at: now })
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return err({ type: 'account-not-found' } as const);
    await endAllAuthSessions(tx, accountId, now);
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'account.suspend',
        entity: 'account',
        entityId: accountId,
        why: 'staff'
      }
    ]);
    return ok(undefined);
  });
}

/** Lets an account in again; its old sessions stay ended. @returns false for an unknown account. */
export function reinstateAccount(
  db: Db,
  asked: { readonly accountId: string; readonly actor: string; readonly now: Instant }
): Promise<boolean> {
  const { accountId, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ suspended_at: null })
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'account.reinstate',
        entity: 'account',
        entityId: accountId,
        why: 'staff'
      }
    ]);
    return true;
  });
}
