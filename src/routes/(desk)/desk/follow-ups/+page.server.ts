import { fail, redirect } from '@sveltejs/kit';
import { markFollowUps, readFollowUps } from '#app/server/desk/follow-up-list.ts';
import { listSessions } from '#app/server/desk/sessions.ts';
import { answerFollowUp } from '#app/server/follow-ups.ts';
import { codeOf, lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { followUpAnswers, followUpWays } from '#features/assistance/domain/follow-up.ts';
import { addDays, localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const SESSIONS_AHEAD_DAYS = 31;

/** `?session=` is the sheet for the table of one session, `?way=` those who are asked in one way. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, city, settings, now } = locals.app;
  const at = now();
  const today = localDateOf(at);
  const sessions = await listSessions(db, { from: today, to: addDays(today, SESSIONS_AHEAD_DAYS) });
  const session = sessions.find(({ sessionId }) => sessionId === url.searchParams.get('session'));
  const way = followUpWays.find((one) => one === url.searchParams.get('way'));
  return {
    sessions,
    session,
    way,
    lines: await readFollowUps(db, {
      ...{ sessionId: session?.sessionId, way },
      ...{ actor: signedIn(locals).id, now: at }
    }),
    isDone: url.searchParams.has('done'),
    caller: { office: city.office, city: city.name, telephone: city.telephone.number },
    origin: settings.origin
  };
};

export const actions: Actions = {
  answer: async ({ request, locals, url }) => {
    const form = await request.formData();
    const answer = codeOf(form, 'answer', [...followUpAnswers, 'dropped']);
    const id = lineOf(form, 'id', 36);
    if (!answer) return fail(422, { refused: 'no-choice' as const });
    const by = { actor: signedIn(locals).id, now: locals.app.now() };
    const isKept =
      answer === 'dropped'
        ? (await markFollowUps(locals.app.db, { ids: [id], as: 'dropped', ...by })) > 0
        : await answerFollowUp(locals.app.db, { of: { id }, answer, by: by.actor, now: by.now });
    if (!isKept) return fail(409, { refused: 'changed-meanwhile' as const });
    const asked = new URLSearchParams(
      ['session', 'way'].flatMap((name) => {
        const value = url.searchParams.get(name);
        return value === null ? [] : [[name, value]];
      })
    );
    asked.set('done', '1');
    redirect(303, `/desk/follow-ups?${asked.toString()}`);
  }
};
