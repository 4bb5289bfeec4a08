import { error } from '@sveltejs/kit';
import { readKeyCards } from '#app/server/desk/key-cards.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, now } = locals.app;
  const cards = await readKeyCards(db, {
    workshopId: params.id,
    sessionId: url.searchParams.get('session') ?? undefined,
    actor: signedIn(locals).id,
    now: now()
  });
  return cards ?? error(404, 'no such workshop or session');
};
