import { error } from '@sveltejs/kit';
import { listVenues } from '#features/places/server/venues.ts';
import { findWorkshopView } from '#features/workshops/server/list-workshops.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, settings } = locals.app;
  const workshop = (await findWorkshopView(db, params.id)) ?? error(404, 'no such workshop');
  const places = await listVenues(db);
  return {
    workshop,
    place: places.find(({ id }) => id === workshop.venueId),
    address: `${settings.origin}/workshops/${workshop.code}`
  };
};
