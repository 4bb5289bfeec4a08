import { error, fail, redirect } from '@sveltejs/kit';
import { closeStorageAlarm, endTablet } from '#app/server/desk/change-tablet.ts';
import { findTablet } from '#app/server/desk/tablets.ts';
import { rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  (await findTablet(locals.app.db, params.id)) ?? error(404, 'no such tablet');

export const actions: Actions = {
  retire: (event) => end(event, 'retired'),
  lost: (event) => end(event, 'lost'),

  seen: async ({ locals, params }) => {
    const { db, now } = locals.app;
    await closeStorageAlarm(db, { id: params.id, actor: signedIn(locals).id, now: now() });
    redirect(303, `/desk/tablets/${params.id}`);
  }
};

async function end({ request, locals, params }: RequestEvent, state: 'retired' | 'lost') {
  const { db, now } = locals.app;
  const reason = rawOf(await request.formData(), 'reason');
  const asked = { id: params.id, state, reason, actor: signedIn(locals).id, now: now() };
  const ended = await endTablet(db, asked);
  if (ended.ok) redirect(303, '/desk/tablets?done');
  if (ended.error.type === 'not-found') error(404, 'no such tablet');
  return fail(ended.error.type === 'no-reason' ? 422 : 409, { error: ended.error.type, state });
}
