import { error, type RequestEvent } from '@sveltejs/kit';
import { findSupporterOf, type Supporter } from '#features/board/server/supporters.ts';

/** The supporter who is signed in; an account without one is told that there is nothing here. */
export async function requireSupporter({ locals }: RequestEvent): Promise<Supporter> {
  const { account, app } = locals;
  if (!account) error(401, 'sign in first');
  return (await findSupporterOf(app.db, account.id)) ?? error(404, 'not found');
}
