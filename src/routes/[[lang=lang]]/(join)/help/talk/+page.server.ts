import { error, fail, redirect } from '@sveltejs/kit';
import { askForHelp } from '#app/server/ask-for-help.ts';
import { city } from '#city/current.ts';
import { isDeskOnly, readAnswers, toDeskCall } from '#features/board/domain/ask.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { localPath } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const VENUES = city.venues.map(({ id }) => id);
const PER_ADDRESS: Limit = { times: 100, withinMs: HOUR_MS };

/** Nothing is stored by coming here; only who asks to be rung is kept. */
export const load: PageServerLoad = ({ url, locals }) => {
  const answers = readAnswers(url.searchParams, VENUES);
  if (!isDeskOnly(answers.topic)) redirect(303, localPath('/help', locals.language));
  return { topic: answers.topic, errors: {}, answers: { ...answers, key: newId() }, already: '' };
};

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const { app, language } = locals;
    const answers = readAnswers(await request.formData(), VENUES);
    if (!isDeskOnly(answers.topic)) redirect(303, localPath('/help', language));
    const page = { topic: answers.topic, answers, already: '' };
    const call = toDeskCall(answers);
    if (!call.ok || !answers.key) return fail(422, { ...page, errors: call.ok ? {} : call.error });

    const from = `help-from:${hashToken(getClientAddress())}`;
    if (!(await takeAttempt(app.db, from, PER_ADDRESS, app.now()))) error(429, 'too many');
    const asked = await askForHelp(app.db, app.city, {
      ask: call.value,
      key: answers.key,
      channel: 'web',
      actor: 'applicant',
      now: app.now()
    });
    if (!asked.ok) {
      const again = { ...answers, key: newId() };
      return fail(409, { ...page, answers: again, errors: {}, already: asked.error.number });
    }
    const query = new URLSearchParams({ number: asked.value.number, reach: 'phone' });
    redirect(303, `${localPath('/help/received', language)}?${query}`);
  }
};
