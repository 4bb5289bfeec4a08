import { error, fail } from '@sveltejs/kit';
import { askForHelp } from '#app/server/ask-for-help.ts';
import { codeOf } from '#app/server/read-form.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { city } from '#city/current.ts';
import { readAnswers, toAsk, type AskErrors } from '#features/board/domain/ask.ts';
import { channels } from '#features/people/domain/person.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const VENUES = city.venues.map(({ id }) => id);

export const load: PageServerLoad = () => ({ key: newId() });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { app, account } = locals;
    if (!account) error(401, 'sign in first');
    const form = await request.formData();
    const answers = readAnswers(form, VENUES);
    const channel = codeOf(form, 'channel', channels);
    const ask = toAsk(answers);
    const by = { account: account.id };
    const written = { text: answers.note, place: 'request', by, now: app.now() } as const;
    await noteIfStopped(app.db, app.city, written);
    const page = { answers, channel, number: '', already: '', key: answers.key ?? newId() };
    if (!ask.ok || !channel || !answers.key) {
      const errors: AskErrors = ask.ok ? {} : ask.error;
      return fail(422, { ...page, errors });
    }
    const asked = await askForHelp(app.db, app.city, {
      ask: ask.value,
      key: answers.key,
      channel,
      actor: account.id,
      now: app.now()
    });
    if (!asked.ok) {
      return fail(409, { ...page, errors: {}, key: newId(), already: asked.error.number });
    }
    const empty = readAnswers(new FormData(), VENUES);
    return { ...page, answers: empty, errors: {}, key: newId(), number: asked.value.number };
  }
};
