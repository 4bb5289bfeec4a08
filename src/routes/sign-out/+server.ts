import { redirect } from '@sveltejs/kit';
import { endSignIn } from '#app/server/end-sign-in.ts';
import type { RequestHandler } from './$types';

/** Ends the session here and in the database; open to everybody, since a session may be over already. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
  await endSignIn(cookies, locals.app);
  redirect(303, '/sign-in');
};
