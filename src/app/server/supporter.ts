import { error, type RequestEvent } from '@sveltejs/kit';
import { findSupporterOf, type Supporter } from '#features/board/server/supporters.ts';
import type { Account } from '#features/people/server/accounts.ts';
import type { Db } from '#server/db/database.ts';

/** The supporter who is signed in; an account without one is told that there is nothing here. */
export async function requireSupporter({
  locals
}: Pick<RequestEvent, 'locals'>): Promise<Supporter> {
  const { account, app } = locals;
  if (!account) error(401, 'sign in first');
  return (await findSupporterOf(app.db, account.id)) ?? error(404, 'not found');
}

/** Somebody who may do nothing else and is suspended: signing in has nothing to lead to. */
export async function isSuspendedSupporter(db: Db, { id, roles }: Account): Promise<boolean> {
  if (roles.some((role) => role !== 'supporter')) return false;
  return (await findSupporterOf(db, id))?.state === 'suspended';
}
