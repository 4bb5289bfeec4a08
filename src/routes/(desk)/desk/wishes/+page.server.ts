import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { listSessions } from '#app/server/desk/sessions.ts';
import { listWishes, noteWishTold, signUpFromWish } from '#app/server/desk/wishes.ts';
import { codeOf, lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { addDays, localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const SESSIONS_BACK_DAYS = 31;
const ID_LENGTH = 36;

/** `?session=` shows what was told at that session. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const at = now();
  const today = localDateOf(at);
  const sessions = await listSessions(db, {
    ...{ from: addDays(today, -SESSIONS_BACK_DAYS), to: today, newestFirst: true }
  });
  const session = sessions.find(({ sessionId }) => sessionId === url.searchParams.get('session'));
  return {
    sessions,
    session,
    lines: await listWishes(db, {
      ...{ sessionId: session?.sessionId, actor: signedIn(locals).id, now: at }
    }),
    isDone: url.searchParams.has('done')
  };
};

export const actions: Actions = {
  /** The workshop's own page says the place and the receipt number to read out. */
  signUp: async (event) => {
    const form = await event.request.formData();
    const channel = codeOf(form, 'channel', ['phone', 'counter'] as const);
    if (!channel) return fail(422, { refused: 'no-choice' as const });
    const { settings, db, now } = event.locals.app;
    const made = await signUpFromWish(db, {
      ...{ wishId: lineOf(form, 'id', ID_LENGTH), channel },
      ...{ offersMail: settings.mail !== undefined },
      ...{ actor: signedIn(event.locals).id, now: now() }
    });
    if (!made.ok) return fail(409, { refused: made.error.type });
    const { workshopId, signUpId } = made.value;
    redirect(303, `/desk/workshops/${workshopId}/enter?channel=${channel}&done=${signUpId}`);
  },

  told: async (event) => {
    const wishId = lineOf(await event.request.formData(), 'id', ID_LENGTH);
    const asked = { wishId, actor: signedIn(event.locals).id, now: event.locals.app.now() };
    if (!(await noteWishTold(event.locals.app.db, asked)))
      return fail(409, { refused: 'wish-gone' as const });
    redirect(303, `/desk/wishes?${queryOf(event)}done=1`);
  }
};

function queryOf({ url }: RequestEvent): string {
  const sessionId = url.searchParams.get('session');
  return sessionId === null ? '' : `session=${encodeURIComponent(sessionId)}&`;
}
