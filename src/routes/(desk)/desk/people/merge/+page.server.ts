import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { mergePeople, previewMerge } from '#app/server/desk/merge-people.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const preview = await previewMerge(event.locals.app.db, asked(event));
  return preview ?? error(404, 'no such people');
};

export const actions: Actions = {
  merge: async (event) => {
    const merged = await mergePeople(event.locals.app.db, asked(event));
    if (!merged.ok) return fail(409, { error: merged.error.type });
    redirect(303, '/desk/people?done=merged');
  }
};

function asked({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  return {
    keptId: url.searchParams.get('keep') ?? '',
    goneId: url.searchParams.get('other') ?? '',
    actor: signedIn(locals).id,
    now: locals.app.now()
  };
}
