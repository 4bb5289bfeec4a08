import { randomBytes } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import { sha256 } from '#server/hash.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { findAccount, type Account } from './accounts.ts';

/** A staff session ends after this long without a request, and at the latest after the second. */
export const IDLE_LIMIT_MS = 8 * HOUR_MS;
export const ABSOLUTE_LIMIT_MS = 7 * DAY_MS;
/** `last_seen_at` is written at most this often, so that reading a page is not a write. */
const SEEN_STEP_MS = 5 * MINUTE_MS;

const TOKEN_BYTES = 32;

/** What is stored in place of a secret that a browser keeps. */
export function hashToken(token: string): string {
  return sha256(token);
}

/** A new unguessable secret for a cookie or a link. */
export function newToken(bytes = TOKEN_BYTES): string {
  return randomBytes(bytes).toString('base64url');
}

/** @returns the token for the cookie; it is not stored and cannot be had again. */
export async function beginAuthSession(db: Db, accountId: string, now: Instant): Promise<string> {
  const token = newToken();
  await db
    .insertInto('auth_session')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: now,
      last_seen_at: now,
      revoked_at: null
    })
    .execute();
  return token;
}

/** Who is signed in with this token; nobody when it is unknown, over, revoked, or the account suspended. */
export async function findSignedIn(
  db: Db,
  token: string,
  now: Instant
): Promise<Account | undefined> {
  const token_hash = hashToken(token);
  const session = await db
    .selectFrom('auth_session')
    .selectAll()
    .where('token_hash', '=', token_hash)
    .executeTakeFirst();
  if (!session || session.revoked_at !== null) return undefined;
  if (now - session.last_seen_at > IDLE_LIMIT_MS || now - session.created_at > ABSOLUTE_LIMIT_MS) {
    return undefined;
  }
  if (now - session.last_seen_at > SEEN_STEP_MS) {
    await db
      .updateTable('auth_session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', token_hash)
      .execute();
  }
  const account = await findAccount(db, session.account_id);
  return account && account.suspendedAt === null ? account : undefined;
}

export async function endAuthSession(db: Db, token: string, now: Instant): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ revoked_at: now })
    .where('token_hash', '=', hashToken(token))
    .execute();
}

/** Ends every session of an account, as when it is suspended or its password changes. */
export async function endAllAuthSessions(db: Db, accountId: string, now: Instant): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}
