import type { Db } from '#server/db/database.ts';
import { clearAttempts, takeAttempt, type Limit } from '#server/rate-limit.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { normaliseLogin } from './accounts.ts';
import { beginAuthSession, hashToken } from './auth-session.ts';
import { hashPassword, verifyPassword } from './password.ts';

export type SignInError = { readonly type: 'wrong-login' } | { readonly type: 'too-many-attempts' };

const PER_LOGIN: Limit = { times: 10, withinMs: 15 * MINUTE_MS };
/** A whole 公民館 shares one address, so it is allowed many. */
const PER_ADDRESS: Limit = { times: 200, withinMs: 15 * MINUTE_MS };

/** Compared against when there is no such account, so that both answers take as long. */
const nobodysHash = hashPassword('nobody has this password');

/**
 * Signs a member of staff or a supporter in. Unknown login, wrong password and suspended account get
 * one answer, in the same time.
 */
export async function signIn(
  db: Db,
  attempt: {
    readonly login: string;
    readonly password: string;
    readonly address: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly token: string; readonly accountId: string }, SignInError>> {
  const login = normaliseLogin(attempt.login);
  const loginKey = `sign-in:${hashToken(login)}`;
  const allowed =
    (await takeAttempt(db, loginKey, PER_LOGIN, attempt.now)) &&
    (await takeAttempt(db, `sign-in-from:${hashToken(attempt.address)}`, PER_ADDRESS, attempt.now));
  if (!allowed) return err({ type: 'too-many-attempts' });

  const account = await db
    .selectFrom('account')
    .select(['id', 'password_hash', 'suspended_at'])
    .where('login', '=', login)
    .executeTakeFirst();
  const right = await verifyPassword(
    attempt.password,
    account?.password_hash ?? (await nobodysHash)
  );
  if (!account || !right || account.suspended_at !== null) return err({ type: 'wrong-login' });

  await clearAttempts(db, loginKey);
  return ok({ token: await beginAuthSession(db, account.id, attempt.now), accountId: account.id });
}
