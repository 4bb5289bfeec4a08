import { fail, redirect } from '@sveltejs/kit';
import { answerOffer } from '#app/server/answer-offer.ts';
import { countTold, readNotices, tellNotice } from '#app/server/desk/notices.ts';
import { stopContact } from '#app/server/desk/stop-contact.ts';
import { codeOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noticeStates, stopReasons } from '#features/notices/domain/notice.ts';
import { readWaiting } from '#features/reporting/server/figures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, city, now, settings } = locals.app;
  const sendsMail = settings.mail !== undefined;
  const account = signedIn(locals);
  const state = noticeStates.find((one) => one === url.searchParams.get('state')) ?? 'to-tell';
  const asked = Number(url.searchParams.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1000) : 1;

  // An id of ours holds no % and no _, so that it stands for itself in a search.
  const typed = url.searchParams.get('change') ?? '';
  const changeId = /^[0-9a-f-]{36}$/.test(typed) ? typed : undefined;

  return {
    state,
    page,
    changeId,
    told: changeId === undefined ? undefined : await countTold(db, changeId),
    notices: await readNotices(db, {
      ...{ state, page, changeId, sendsMail, actor: account.id, now: now() }
    }),
    waiting: await readWaiting(db),
    caller: { office: city.office, city: city.name, telephone: city.telephone.number }
  };
};

/** Back to the same list; what was marked is no longer on it. */
function backTo(url: URL): never {
  const query = new URLSearchParams();
  for (const name of ['state', 'page', 'change']) {
    const value = url.searchParams.get(name);
    if (value !== null) query.set(name, value);
  }
  redirect(303, `/desk/notices${query.size > 0 ? `?${query}` : ''}`);
}

export const actions: Actions = {
  mark: async ({ request, locals, url }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const state = codeOf(form, 'state', ['told', 'not-reached'] as const);
    if (!state) return fail(422, { error: 'no-choice' as const });
    const marked = await tellNotice(db, {
      noticeId: rawOf(form, 'id'),
      state,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!marked) return fail(409, { error: 'changed-meanwhile' as const });
    backTo(url);
  },

  answer: async ({ request, locals, url }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const answer = codeOf(form, 'answer', ['yes', 'no'] as const);
    if (!answer) return fail(422, { error: 'no-choice' as const });
    const answered = await answerOffer(db, {
      offerId: rawOf(form, 'offerId'),
      answer,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!answered.ok) return fail(409, { error: 'changed-meanwhile' as const });
    backTo(url);
  },

  stop: async ({ request, locals, url }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const reason = codeOf(form, 'reason', stopReasons);
    if (!reason) return fail(422, { error: 'no-reason' as const });
    const stopped = await stopContact(db, {
      personId: rawOf(form, 'personId'),
      reason,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!stopped.ok) return fail(409, { error: 'changed-meanwhile' as const });
    backTo(url);
  }
};
