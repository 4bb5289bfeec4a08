import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { roles, type Role } from '../domain/role.ts';
import { createAccount } from './accounts.ts';
import { writeAudit } from './audit.ts';
import { hashToken, newToken } from './auth-session.ts';
import { takePartnerAccess } from './partner-access.ts';
import { hashPassword } from './password.ts';

/** @returns the token of a link that makes one account with these roles, once. */
export async function invite(
  db: Db,
  invitation: { readonly roles: readonly Role[]; readonly now: Instant; readonly validMs: number }
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('invitation')
    .values({
      token_hash: hashToken(token),
      roles: invitation.roles.join(' '),
      created_at: invitation.now,
      expires_at: invitation.now + invitation.validMs,
      used_at: null
    })
    .execute();
  return token;
}

/** True while the link of this token can still make an account. */
export async function isInvitationOpen(db: Db, token: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('expires_at')
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

type Acceptance = {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly now: Instant;
  /** What else begins with the account, in the same transaction. */
  readonly whenMade?: (
    tx: Tx,
    made: { readonly accountId: string; readonly invitationHash: string; readonly now: Instant }
  ) => Promise<void>;
};

export type InvitationError =
  { readonly type: 'invitation-not-valid' } | { readonly type: 'login-taken' };

/**
 * Makes the account a link was given for. The link works once, even when two open it together; when
 * the login is taken it stays open. A wrong token costs no password hash.
 */
export async function acceptInvitation(
  db: Db,
  acceptance: Acceptance
): Promise<Result<{ readonly accountId: string }, InvitationError>> {
  if (!(await isInvitationOpen(db, acceptance.token, acceptance.now))) {
    return err({ type: 'invitation-not-valid' });
  }
  const passwordHash = await hashPassword(acceptance.password);
  try {
    return await useInvitation(db, acceptance, passwordHash);
  } catch (failure) {
    if (isUniqueViolation(failure)) return err({ type: 'login-taken' });
    throw failure;
  }
}

function useInvitation(
  db: Db,
  { token, now, login, name, whenMade }: Acceptance,
  passwordHash: string
): Promise<Result<{ readonly accountId: string }, InvitationError>> {
  return inTransaction(db, async (tx) => {
    const used = await tx
      .updateTable('invitation')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('roles')
      .executeTakeFirst();
    if (!used) return err({ type: 'invitation-not-valid' } as const);

    const granted = used.roles
      .split(' ')
      .filter((role): role is Role => roles.includes(role as Role));
    const accountId = await createAccount(tx, { login, name, passwordHash, roles: granted, now });
    await takePartnerAccess(tx, hashToken(token), accountId);
    await whenMade?.(tx, { accountId, invitationHash: hashToken(token), now });
    await writeAudit(tx, [
      {
        at: now,
        actor: accountId,
        action: 'account.create',
        entity: 'account',
        entityId: accountId,
        why: 'invitation'
      }
    ]);
    return ok({ accountId });
  });
}

/** Closes a link that nobody has used; done twice, it is done once. */
export async function closeInvitation(tx: Tx, invitationHash: string, now: Instant): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', invitationHash)
    .where('used_at', 'is', null)
    .execute();
}
