import { fail } from '@sveltejs/kit';
import { codeOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { applyAsSupporter } from '#app/server/supporters/apply-as-supporter.ts';
import { city } from '#city/current.ts';
import { channels } from '#features/people/domain/person.ts';
import {
  readAnswers,
  toApplication,
  type ApplicationErrors
} from '#features/supporters/domain/application.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const VENUES = city.venues.map(({ id }) => id);

export const load: PageServerLoad = () => ({ key: newId() });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { app } = locals;
    const form = await request.formData();
    const answers = readAnswers(form, VENUES);
    const channel = codeOf(form, 'channel', channels);
    const application = toApplication(answers);
    const page = { answers, channel, number: '', already: '', key: answers.key ?? newId() };
    if (!application.ok || !channel || !answers.key) {
      const errors: ApplicationErrors = application.ok ? {} : application.error;
      return fail(422, { ...page, errors });
    }
    const applied = await applyAsSupporter(app.db, app.city, {
      application: application.value,
      ...{ key: answers.key, channel, actor: signedIn(locals).id, now: app.now() }
    });
    if (!applied.ok) {
      return fail(409, { ...page, errors: {}, key: newId(), already: applied.error.number });
    }
    const empty = readAnswers(new FormData(), VENUES);
    return { ...page, answers: empty, errors: {}, key: newId(), number: applied.value.number };
  }
};
