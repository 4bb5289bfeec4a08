import { json } from '@sveltejs/kit';
import { findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import { workshopsToApplyFor } from '#features/workshops/domain/kept-application.ts';
import type { RequestHandler } from './$types';

/** The classes one may apply for, for a device that may lose its network. */
export const GET: RequestHandler = async ({ locals }) => {
  const now = locals.app.now();
  const snapshot = await findWorkshopSnapshot(locals.app.db, now);
  return json(workshopsToApplyFor(snapshot, now), {
    headers: { 'cache-control': 'public, max-age=60' }
  });
};
