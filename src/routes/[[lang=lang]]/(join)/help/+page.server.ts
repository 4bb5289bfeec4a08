import { error, fail, redirect } from '@sveltejs/kit';
import { askForHelp } from '#app/server/ask-for-help.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { city } from '#city/current.ts';
import {
  isDeskOnly,
  readAnswers,
  screenOf,
  toAsk,
  type Answers,
  type Fields
} from '#features/board/domain/ask.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { localPath, type Language } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const VENUES = city.venues.map(({ id }) => id);
/** A whole 公民館 shares one address, so it is allowed many. */
const PER_ADDRESS: Limit = { times: 100, withinMs: HOUR_MS };

/** The choices stand in the address as codes, so that the browser's own 「もどる」 works. */
export const load: PageServerLoad = ({ url, locals }) => {
  const answers = readAnswers(url.searchParams, VENUES);
  return screen(answers, url.searchParams, locals.language);
};

export const actions: Actions = {
  /** Goes on with what must not stand in an address: who asks, and what they write. */
  show: async (event) => {
    const form = await event.request.formData();
    const answers = readAnswers(form, VENUES);
    await noteStopped(event, answers);
    const shown = screen(answers, form, event.locals.language);
    return Object.keys(shown.errors).length > 0 ? fail(422, shown) : shown;
  },

  send: async (event) => {
    const { app, language } = event.locals;
    const answers = readAnswers(await event.request.formData(), VENUES);
    await noteStopped(event, answers);
    const ask = toAsk(answers);
    const { key } = answers;
    if (!ask.ok || !key) return fail(422, screen(answers, new FormData(), language));
    if (isDeskOnly(ask.value.topic)) redirect(303, talkPath(ask.value.topic, language));

    const from = `help-from:${hashToken(event.getClientAddress())}`;
    if (!(await takeAttempt(app.db, from, PER_ADDRESS, app.now()))) error(429, 'too many');
    const asked = await askForHelp(app.db, app.city, {
      ask: ask.value,
      key,
      channel: 'web',
      language,
      actor: 'applicant',
      now: app.now()
    });
    if (!asked.ok) {
      const again = { ...answers, key: newId() };
      return fail(409, { ...screen(again, new FormData(), language), already: asked.error.number });
    }
    const query = new URLSearchParams({ number: asked.value.number, reach: answers.reach ?? '' });
    redirect(303, `${localPath('/help/received', language)}?${query}`);
  }
};

async function noteStopped(event: RequestEvent, { note }: Answers): Promise<void> {
  const { db, city, now } = event.locals.app;
  const by = { address: event.getClientAddress() };
  await noteIfStopped(db, city, { text: note, place: 'request', by, now: now() });
}

function screen(answers: Answers, fields: Pick<Fields, 'get'>, language: Language) {
  if (isDeskOnly(answers.topic)) redirect(303, talkPath(answers.topic, language));
  const { show, errors } = screenOf(answers, {
    at: fields.get('at'),
    asked: fields.get('asked')
  });
  return { show, errors, answers: { ...answers, key: answers.key ?? newId() }, already: '' };
}

function talkPath(topic: string, language: Language): string {
  return `${localPath('/help/talk', language)}?topic=${topic}`;
}
