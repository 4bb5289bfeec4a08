import { fail, redirect } from '@sveltejs/kit';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { listOwnMeetings } from '#app/server/supporters/own-meetings.ts';
import { readTrouble } from '#app/server/trouble-form.ts';
import { reportTrouble } from '#app/server/trouble.ts';
import { decideTrouble } from '#features/board/domain/trouble.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?match=` is the meeting somebody came from. */
export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  const meetings = await listOwnMeetings(db, supporter.id, now());
  return {
    meetings,
    chosen: meetings.find(({ id }) => id === event.url.searchParams.get('match'))?.id ?? '',
    key: newId(),
    done: event.url.searchParams.get('done') === 'told'
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { db, city, now } = event.locals.app;
    const supporter = await requireSupporter(event);
    const typed = readTrouble(await event.request.formData());
    const trouble = decideTrouble(typed);
    const by = { account: supporter.accountId };
    await noteIfStopped(db, city, { text: typed.note, place: 'trouble', by, now: now() });
    if (!typed.matchId) return fail(422, { error: 'match-missing' as const, typed });
    if (!trouble.ok) return fail(422, { error: trouble.error.type, typed });
    const told = await reportTrouble(db, {
      ...{ matchId: typed.matchId, key: typed.key, trouble: trouble.value },
      ...{ supporterId: supporter.id, actor: supporter.accountId, now: now() }
    });
    if (!told.ok) return fail(404, { error: told.error.type, typed });
    redirect(303, '/supporters/me/trouble?done=told');
  }
};
