import { error } from '@sveltejs/kit';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { availabilityOf } from '#features/workshops/domain/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const now = locals.app.now();
  const found = (await findWorkshop(locals.app.db, params.code, now)) ?? error(404, 'not found');
  const { workshop, snapshot } = found;
  return {
    workshop,
    now,
    place: snapshot.places.find(({ id }) => id === workshop.venueId),
    availability: availabilityOf(workshop, now),
    isOver: workshop.sessions.every((session) => session.endsAt <= now)
  };
};
