import { error } from '@sveltejs/kit';
import type { Account } from '#features/people/server/accounts.ts';

/** The account of a page that only signed-in people reach; the list of access refuses others earlier. */
export function signedIn(locals: App.Locals): Account {
  return locals.account ?? error(401, 'sign in first');
}
