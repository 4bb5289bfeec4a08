import { redirect } from '@sveltejs/kit';
import { dropCookie, readCookie } from '#app/server/cookies.ts';
import { endAuthSession } from '#features/people/server/auth-session.ts';
import type { RequestHandler } from './$types';

/** Ends the session here and in the database; open to everybody, since a session may be over already. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
  const { db, settings, now } = locals.app;
  const token = readCookie(cookies, 'auth', settings);
  if (token) await endAuthSession(db, token, now());
  dropCookie(cookies, 'auth', settings);
  redirect(303, '/sign-in');
};
