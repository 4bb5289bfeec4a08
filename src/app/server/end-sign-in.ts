import type { Cookies } from '@sveltejs/kit';
import { endAuthSession } from '#features/people/server/auth-session.ts';
import type { Application } from './application.ts';
import { dropCookie, readCookie } from './cookies.ts';

/** Ends the sign-in of this browser, here and in the database, if there is one. */
export async function endSignIn(
  cookies: Cookies,
  { db, settings, now }: Application
): Promise<void> {
  const token = readCookie(cookies, 'auth', settings);
  if (token) await endAuthSession(db, token, now());
  dropCookie(cookies, 'auth', settings);
}
