import { fail, redirect } from '@sveltejs/kit';
import { leaveAsSupporter } from '#app/server/meeting-messages.ts';
import { readMessage } from '#app/server/message-form.ts';
import { lineOf } from '#app/server/read-form.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { listOwnMeetings } from '#app/server/supporters/own-meetings.ts';
import { decideMessage } from '#features/board/domain/message.ts';
import { listComing } from '#features/board/server/matches.ts';
import { listMessagesOf } from '#features/board/server/messages.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * `?match=` is the meeting somebody came from. Of the other side only what the desk passed on is shown,
 * and nothing that tells who it is.
 */
export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  const coming = new Set((await listComing(db, supporter.id, now())).map(({ id }) => id));
  const meetings = await listOwnMeetings(db, supporter.id, now());
  const messages = await listMessagesOf(
    db,
    meetings.map(({ id }) => id)
  );
  const open = meetings.filter(({ id }) => coming.has(id));
  return {
    meetings: open,
    said: meetings.flatMap((meeting) => {
      const shown = messages
        .filter(({ match_id }) => match_id === meeting.id)
        .filter(({ told_by, state }) => told_by === 'supporter' || state === 'passed-on')
        .map(({ id, told_by, kind, text, state, answer, created_at }) => ({
          ...{ id, kind, text, state, at: created_at, isOwn: told_by === 'supporter' },
          // What the desk answers the person is for them alone.
          answer: told_by === 'supporter' ? answer : null
        }));
      return shown.length > 0 ? [{ meeting, shown }] : [];
    }),
    chosen: open.find(({ id }) => id === event.url.searchParams.get('match'))?.id ?? '',
    key: newId(),
    done: event.url.searchParams.get('done') === 'told'
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { db, city, now } = event.locals.app;
    const supporter = await requireSupporter(event);
    const form = await event.request.formData();
    const by = { account: supporter.accountId };
    const matchId = lineOf(form, 'matchId', 36);
    const typed = { ...(await readMessage(form, { db, city, by, now: now() })), matchId };
    const message = decideMessage(typed);
    if (!matchId) return fail(422, { error: 'match-missing' as const, typed });
    if (!message.ok) return fail(422, { error: message.error.type, typed });
    const left = await leaveAsSupporter(db, {
      ...{ key: typed.key, message: message.value, now: now() },
      ...{ matchId, supporterId: supporter.id }
    });
    if (!left.ok) return fail(409, { error: left.error.type, typed });
    redirect(303, '/supporters/me/messages?done=told');
  }
};
