import { error } from '@sveltejs/kit';
import { readWorkshopFile } from '#app/server/desk/workshop-file.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, now } = locals.app;
  const asked = { id: params.id, actor: signedIn(locals).id, why: 'print' as const, now: now() };
  const file = (await readWorkshopFile(db, asked)) ?? error(404, 'no such workshop');

  const wanted = url.searchParams.get('session');
  const sessions = wanted ? file.sessions.filter(({ id }) => id === wanted) : file.sessions;
  if (sessions.length === 0) error(404, 'no such session');
  return { workshop: file.workshop, sessions };
};
