import { fail, redirect } from '@sveltejs/kit';
import { markFollowUps, readFollowUps } from '#app/server/desk/follow-up-list.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_CARDS = 1000;

/** A postcard for each who chose one and has none yet. */
export const load: PageServerLoad = async ({ locals }) => {
  const { db, city, settings, now } = locals.app;
  const lines = await readFollowUps(db, {
    ...{ way: 'post', actor: signedIn(locals).id, now: now() }
  });
  return {
    cards: lines.filter(({ postedAt }) => postedAt === null),
    caller: { office: city.office, city: city.name, telephone: city.telephone.number },
    origin: settings.origin
  };
};

export const actions: Actions = {
  /** Marks the cards that were shown; who answered meanwhile stays as they are. */
  posted: async ({ request, locals }) => {
    const form = await request.formData();
    const ids = form.getAll('id').filter((id) => typeof id === 'string');
    if (ids.length > MOST_CARDS) return fail(413);
    const { db, now } = locals.app;
    await markFollowUps(db, { ids, as: 'posted', actor: signedIn(locals).id, now: now() });
    redirect(303, '/desk/follow-ups?way=post&done=1');
  }
};
