import { json } from '@sveltejs/kit';
import { shownCityDrills } from '#features/practice-phone/server/city-drills.ts';
import type { RequestHandler } from './$types';

/** The drills that the city's staff wrote and shows now, for pages that are made ahead. */
export const GET: RequestHandler = async ({ locals }) =>
  json(
    { drills: await shownCityDrills(locals.app.db) },
    { headers: { 'cache-control': 'public, max-age=60' } }
  );
