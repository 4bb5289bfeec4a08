import { error } from '@sveltejs/kit';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { city } from '#city/current.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, settings } = locals.app;
  const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'starts_at as startsAt', 'ends_at as endsAt', 'delete_after as deleteAfter'])
    .where('workshop_id', '=', params.id)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  const offersMail = settings.mail !== undefined;
  return { workshop, sessions, offersMail, telephone: city.telephone };
};
