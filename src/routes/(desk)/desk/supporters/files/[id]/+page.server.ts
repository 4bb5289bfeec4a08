import { error, fail, redirect } from '@sveltejs/kit';
import { codeOf, lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import {
  approve,
  endFile,
  lookedAt,
  noteSeen,
  renewLink
} from '#app/server/supporters/check-file.ts';
import { lookAtFile } from '#app/server/supporters/read.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Shows who applies, so every opening is written down. */
export const load: PageServerLoad = async (event) => {
  const { db } = event.locals.app;
  const { fileId, actor, now } = byDesk(event);
  const look = await lookAtFile(db, { id: fileId, actor, now });
  if (!look) error(404, 'not found');
  return { ...look, ownId: actor, today: localDateOf(now) };
};

export const actions: Actions = {
  seen: async (event) => {
    const form = await event.request.formData();
    const what = codeOf(form, 'what', lookedAt);
    if (!what) error(400, 'no such check');
    const on = lineOf(form, 'on', 10);
    const noted = await noteSeen(event.locals.app.db, { ...byDesk(event), what, on });
    if (!noted.ok) return fail(422, { error: noted.error.type, link: '' });
    redirect(303, event.url.pathname);
  },

  approve: async (event) => {
    const { db, city } = event.locals.app;
    const approved = await approve(db, city, byDesk(event));
    if (!approved.ok) return fail(409, { error: approved.error.type, link: '' });
    const { token } = approved.value;
    if (token === undefined) redirect(303, event.url.pathname);
    return { error: undefined, link: linkOf(event, token) };
  },

  renew: async (event) => {
    const renewed = await renewLink(event.locals.app.db, byDesk(event));
    if (!renewed.ok) return fail(409, { error: renewed.error.type, link: '' });
    return { error: undefined, link: linkOf(event, renewed.value.token) };
  },

  end: async (event) => {
    const { db, city } = event.locals.app;
    const as = codeOf(await event.request.formData(), 'as', ['declined', 'withdrawn'] as const);
    if (!as) error(400, 'no such end');
    const ended = await endFile(db, city, { ...byDesk(event), as });
    if (!ended.ok) return fail(409, { error: ended.error.type, link: '' });
    redirect(303, event.url.pathname);
  }
};

function byDesk({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>) {
  return { fileId: params.id, actor: signedIn(locals).id, now: locals.app.now() };
}

function linkOf({ locals }: RequestEvent, token: string): string {
  return `${locals.app.settings.origin}/sign-in/first?token=${token}`;
}
