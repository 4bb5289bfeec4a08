import { json } from '@sveltejs/kit';
import { findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import { nextSessions } from '#features/workshops/domain/next-sessions.ts';
import type { RequestHandler } from './$types';

/** The next dates with their seats, for pages that are made ahead. */
export const GET: RequestHandler = async ({ locals }) => {
  const now = locals.app.now();
  const snapshot = await findWorkshopSnapshot(locals.app.db, now);
  return json(
    { sessions: nextSessions(snapshot, now) },
    { headers: { 'cache-control': 'public, max-age=60' } }
  );
};
