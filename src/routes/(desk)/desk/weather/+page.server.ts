import { fail, redirect } from '@sveltejs/kit';
import { changeSession } from '#app/server/change-session.ts';
import { readConcerned } from '#app/server/desk/concerned.ts';
import { listSessions } from '#app/server/desk/sessions.ts';
import { rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { checkWeather } from '#features/workshops/domain/session-change.ts';
import { newFormKey } from '#features/workshops/server/form-key.ts';
import { findSessionBefore } from '#features/workshops/server/session-changes.ts';
import { instantOf, localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

/** Today's dates that have not begun, with everyone concerned, and whether the rule has decided. */
export const load: PageServerLoad = async ({ locals }) => {
  const { db, city, now } = locals.app;
  const at = now();
  const today = localDateOf(at);
  const { time, warnings } = city.rules.weather;
  const actor = signedIn(locals).id;
  const coming = (await listSessions(db, { from: today, to: today })).filter(
    ({ startsAt, isCancelled, isDraft }) => startsAt > at && !isCancelled && !isDraft
  );
  const sessions = await Promise.all(
    coming.map(async (session) => {
      const { sessionId, workshopId } = session;
      const before = await findSessionBefore(db, sessionId);
      return {
        ...session,
        concerned: await readConcerned(db, { sessionId, workshopId, actor, now: at }),
        canBeCalledOff: before !== undefined && checkWeather(before, time, at).ok
      };
    })
  );
  return { sessions, key: newFormKey(), decidedAt: instantOf(today, time), warnings };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { db, city, now } = locals.app;
    const form = await request.formData();
    const actor = signedIn(locals).id;
    const key = rawOf(form, 'key', 64);
    const sessionId = rawOf(form, 'sessionId', 64);
    const what = { kind: 'weather' } as const;
    const changed = await changeSession(db, { sessionId, what, key, actor, now: now() }, city);
    if (!changed.ok) return fail(409, { refused: changed.error.type });
    redirect(303, `/desk/notices?change=${changed.value.changeId}`);
  }
};
