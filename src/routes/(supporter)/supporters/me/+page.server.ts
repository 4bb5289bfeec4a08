import { fail, redirect } from '@sveltejs/kit';
import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { addDate, removeDate } from '#app/server/supporters/dates.ts';
import { agreeToPromise } from '#app/server/supporters/promise.ts';
import { standingOf } from '#features/supporters/domain/lifecycle.ts';
import { listAgreements, readPromise } from '#features/supporters/server/promises.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  const [agreed] = await listAgreements(db, supporter.id);
  return {
    standing: standingOf(supporter, localDateOf(now())),
    promise: await readPromise(db),
    agreed: { version: agreed?.version ?? 0, until: supporter.promiseUntil },
    dates: supporter.dates.filter(({ date }) => date >= localDateOf(now())),
    done: event.url.searchParams.get('done') === 'agreed'
  };
};

export const actions: Actions = {
  agree: async (event) => {
    const { db, city } = event.locals.app;
    const form = await event.request.formData();
    const agreed = await agreeToPromise(db, city, {
      ...(await byOneself(event)),
      version: wholeNumberOf(form, 'version') ?? 0,
      channel: 'web'
    });
    if (!agreed.ok) return fail(409, { error: agreed.error.type, dateError: undefined });
    redirect(303, '/supporters/me?done=agreed');
  },

  add: async (event) => {
    const form = await event.request.formData();
    const kind = codeOf(form, 'kind', ['away', 'free'] as const) ?? 'away';
    const wish = { date: lineOf(form, 'date', 10), kind };
    const added = await addDate(event.locals.app.db, { ...(await byOneself(event)), wish });
    if (!added.ok) return fail(422, { error: undefined, dateError: added.error.type, typed: wish });
    redirect(303, '/supporters/me#dates');
  },

  remove: async (event) => {
    const form = await event.request.formData();
    const date = lineOf(form, 'date', 10);
    await removeDate(event.locals.app.db, { ...(await byOneself(event)), date });
    redirect(303, '/supporters/me#dates');
  }
};

async function byOneself(event: RequestEvent) {
  const supporter = await requireSupporter(event);
  const { app } = event.locals;
  return { supporterId: supporter.id, actor: signedIn(event.locals).id, now: app.now() };
}
