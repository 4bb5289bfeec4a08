import { error, fail, redirect } from '@sveltejs/kit';
import { applyAsSupporter } from '#app/server/supporters/apply-as-supporter.ts';
import { city } from '#city/current.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import {
  readAnswers,
  screenOf,
  toApplication,
  type Answers
} from '#features/supporters/domain/application.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { localPath } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const VENUES = city.venues.map(({ id }) => id);
/** A whole 公民館 shares one address, so it is allowed many. */
const PER_ADDRESS: Limit = { times: 50, withinMs: HOUR_MS };

export const load: PageServerLoad = () => screen(readAnswers(new FormData(), VENUES), {});

export const actions: Actions = {
  show: async ({ request }) => {
    const form = await request.formData();
    const asked = { at: form.get('at'), asked: form.get('asked') };
    const shown = screen(readAnswers(form, VENUES), asked);
    return Object.keys(shown.errors).length > 0 ? fail(422, shown) : shown;
  },

  send: async ({ request, locals, getClientAddress }) => {
    const { app, language } = locals;
    const answers = readAnswers(await request.formData(), VENUES);
    const application = toApplication(answers);
    const { key } = answers;
    if (!application.ok || !key) return fail(422, screen(answers, {}));

    const from = `supporter-from:${hashToken(getClientAddress())}`;
    if (!(await takeAttempt(app.db, from, PER_ADDRESS, app.now()))) error(429, 'too many');
    const applied = await applyAsSupporter(app.db, app.city, {
      application: application.value,
      ...{ key, channel: 'web', actor: 'applicant', now: app.now() }
    });
    if (!applied.ok) {
      const again = { ...answers, key: newId() };
      return fail(409, { ...screen(again, {}), already: applied.error.number });
    }
    const path = localPath('/supporters/apply/received', language);
    redirect(303, `${path}?number=${applied.value.number}`);
  }
};

function screen(answers: Answers, asked: Parameters<typeof screenOf>[1]) {
  const { show, errors } = screenOf(answers, asked);
  return { show, errors, answers: { ...answers, key: answers.key ?? newId() }, already: '' };
}
