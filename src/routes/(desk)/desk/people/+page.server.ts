import { fail, redirect } from '@sveltejs/kit';
import { findPairs, markTwoPeople } from '#app/server/desk/same-people.ts';
import { lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  return {
    pairs: await findPairs(db, { actor: signedIn(locals).id, now: now() }),
    isMerged: url.searchParams.get('done') === 'merged'
  };
};

export const actions: Actions = {
  two: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const ids = [lineOf(form, 'one', 100), lineOf(form, 'other', 100)] as const;
    const marked = await markTwoPeople(db, { ids, actor: signedIn(locals).id, now: now() });
    if (!marked) return fail(409, { error: 'person-not-found' as const });
    redirect(303, '/desk/people');
  }
};
