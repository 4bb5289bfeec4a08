import { freshJson } from '#app/server/api.ts';
import { listSessionsForReception } from '#app/server/reception.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { RequestHandler } from './$types';

/** The sessions a reception can open: from yesterday to a month ahead. */
export const GET: RequestHandler = async ({ locals }) => {
  const { db, now } = locals.app;
  return freshJson({ sessions: await listSessionsForReception(db, now(), signedIn(locals)) });
};
