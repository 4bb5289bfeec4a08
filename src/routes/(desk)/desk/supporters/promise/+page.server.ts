import { fail, redirect } from '@sveltejs/kit';
import { rawOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { changePromise } from '#app/server/supporters/promise.ts';
import { readPromise } from '#features/supporters/server/promises.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_TEXT = 6000;

export const load: PageServerLoad = async ({ locals, url }) => ({
  promise: await readPromise(locals.app.db),
  done: url.searchParams.get('done') === 'changed'
});

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await request.formData();
    const typed = {
      from: wholeNumberOf(form, 'from') ?? 0,
      ja: rawOf(form, 'ja', LONGEST_TEXT),
      en: rawOf(form, 'en', LONGEST_TEXT)
    };
    const changed = await changePromise(locals.app.db, {
      ...typed,
      actor: signedIn(locals).id,
      now: locals.app.now()
    });
    if (!changed.ok) return fail(422, { error: changed.error.type, typed });
    redirect(303, `${url.pathname}?done=changed`);
  }
};
