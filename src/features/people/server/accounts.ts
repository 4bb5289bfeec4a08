import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Role } from '../domain/role.ts';
import './tables.ts';

/** An account as the rest of the system sees it: who, and what they may do. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly suspendedAt: Instant | null;
};

export type NewAccount = {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly now: Instant;
};

/** A login as it is stored and compared. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** @returns the new account's id. Throws a unique violation when the login is taken. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = newId();
  await tx
    .insertInto('account')
    .values({
      id,
      login: normaliseLogin(account.login),
      name: account.name,
      password_hash: account.passwordHash,
      suspended_at: null,
      created_at: account.now
    })
    .execute();
  if (account.roles.length > 0) {
    await tx
      .insertInto('account_role')
      .values(account.roles.map((role) => ({ account_id: id, role })))
      .execute();
  }
  return id;
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'suspended_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;

  const held = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', id)
    .execute();
  return {
    id: row.id,
    name: row.name,
    roles: held.map(({ role }) => role),
    suspendedAt: row.suspended_at
  };
}

/** True until the first account exists: only then does a start print a one-time link. */
export async function hasNoAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined;
}
