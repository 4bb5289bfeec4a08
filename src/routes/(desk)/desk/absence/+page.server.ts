import { fail, redirect } from '@sveltejs/kit';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { findComing, findOneComing } from '#app/server/desk/find-coming.ts';
import { undoAbsence } from '#app/server/report-absence.ts';
import { rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { cleanLine } from '#shared/text/clean.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_TYPED = 40;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const typed = cleanLine((url.searchParams.get('q') ?? '').slice(0, LONGEST_TYPED));
  const asked = { typed, actor: signedIn(locals).id, now: now() };
  const done = url.searchParams.get('done');
  return {
    typed,
    found: await findComing(db, asked),
    done: done ? await findOneComing(db, done, asked.now) : undefined
  };
};

function here(url: URL, done?: string): never {
  const query = new URLSearchParams({ q: url.searchParams.get('q') ?? '' });
  if (done !== undefined) query.set('done', done);
  redirect(303, `/desk/absence?${query}`);
}

export const actions: Actions = {
  absent: async ({ request, locals, url }) => {
    const { db, now } = locals.app;
    const signUpId = rawOf(await request.formData(), 'signUpId', 64);
    const actor = signedIn(locals).id;
    const by = { by: 'staff', atTheirWord: true, actor, now: now() } as const;
    const cancelled = await cancelApplication(db, { signUpId, ...by });
    if (!cancelled.ok) return fail(409, { refused: cancelled.error.type });
    here(url, signUpId);
  },

  undo: async ({ request, locals, url }) => {
    const { db, now } = locals.app;
    const signUpId = rawOf(await request.formData(), 'signUpId', 64);
    const undone = await undoAbsence(db, { signUpId, actor: signedIn(locals).id, now: now() });
    if (!undone.ok) return fail(409, { refused: undone.error.type });
    here(url, signUpId);
  }
};
