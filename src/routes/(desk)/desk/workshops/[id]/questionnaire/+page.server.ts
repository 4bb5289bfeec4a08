import { error } from '@sveltejs/kit';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  workshop: (await findWorkshopHead(locals.app.db, params.id)) ?? error(404, 'no such workshop')
});
