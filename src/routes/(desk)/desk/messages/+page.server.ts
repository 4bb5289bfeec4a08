import { fail, redirect } from '@sveltejs/kit';
import { readSupporterNames } from '#app/server/desk/supporter-names.ts';
import { settleMessage } from '#app/server/meeting-messages.ts';
import { codeOf, lineOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { LONGEST_MESSAGE, settlings } from '#features/board/domain/message.ts';
import { listMessages } from '#features/board/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

/** Unanswered ones first. Who was helped is read on the request's page, where that is written down. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = locals.app;
  const messages = await listMessages(db);
  const names = await readSupporterNames(
    db,
    messages.map(({ supporter_id }) => supporter_id)
  );
  return {
    messages: messages.map(({ id, told_by, kind, text, state, answer, created_at, ...about }) => ({
      ...{ id, kind, text, state, answer, from: told_by, at: created_at },
      request: { id: about.request_id, number: about.number },
      meeting: { startsAt: about.starts_at, venueId: about.venue_id },
      supporterName: names.get(about.supporter_id) ?? '',
      mayPassOn: about.meeting !== 'cancelled' && (told_by === 'person' || about.person_id !== null)
    })),
    done: url.searchParams.has('done')
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { db, city, now } = locals.app;
    const actor = signedIn(locals).id;
    const form = await request.formData();
    const messageId = lineOf(form, 'messageId', 36);
    const how = codeOf(form, 'how', settlings) ?? 'answer';
    const answer = rawOf(form, 'answer', LONGEST_MESSAGE * 4);
    const by = { account: actor };
    await noteIfStopped(db, city, { text: answer, place: 'message', by, now: now() });
    const settled = await settleMessage(db, { messageId, how, answer, actor, now: now() });
    if (!settled.ok) return fail(409, { error: settled.error.type, messageId, answer });
    redirect(303, '/desk/messages?done');
  }
};
