import { error, fail, redirect } from '@sveltejs/kit';
import { cancelMatch } from '#app/server/cancel-match.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { lookAtRequest, takeStep } from '#app/server/help-desk.ts';
import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { cancelReasons } from '#features/board/domain/meeting.ts';
import { handOverTargets, requestSteps } from '#features/board/domain/request.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Shows who asks, so every opening is written down. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { db, now } = locals.app;
  const looked = await lookAtRequest(db, { id: params.id, actor: actorOf(locals), now: now() });
  if (!looked.ok) error(404, 'not found');
  const done = (['step', 'confirmed', 'cancelled'] as const).find(
    (one) => one === url.searchParams.get('done')
  );
  return { file: looked.value, done };
};

export const actions: Actions = {
  step: async (event) => {
    const form = await event.request.formData();
    const step = codeOf(form, 'step', requestSteps);
    if (!step) error(400, 'no such step');
    const handedTo = codeOf(form, 'handedTo', handOverTargets);
    const taken = await takeStep(event.locals.app.db, {
      ...byDesk(event),
      id: event.params.id,
      step,
      ...(step === 'hand-over' && handedTo ? { handedTo } : {})
    });
    if (!taken.ok) return fail(409, { error: taken.error.type, proposal: undefined });
    redirect(303, `/desk/requests/${event.params.id}?done=step`);
  },

  confirm: async (event) => {
    const form = await event.request.formData();
    const proposal = {
      date: lineOf(form, 'date', 10),
      startsAt: lineOf(form, 'startsAt', 5),
      minutes: wholeNumberOf(form, 'minutes') ?? 0,
      host: lineOf(form, 'host')
    };
    const [offerId, venueId] = [lineOf(form, 'offerId', 36), lineOf(form, 'venueId', 40)];
    const { db, city } = event.locals.app;
    const { actor, now } = byDesk(event);
    const by = { account: actor };
    await noteIfStopped(db, city, { text: proposal.host, place: 'host', by, now });
    const confirmed = await confirmMatch(db, city, {
      ...byDesk(event),
      requestId: event.params.id,
      offerId,
      venueId,
      proposal
    });
    if (!confirmed.ok) {
      const typed = { ...proposal, offerId, venueId };
      return fail(422, { error: confirmed.error.type, proposal: typed });
    }
    redirect(303, `/desk/requests/${event.params.id}?done=confirmed`);
  },

  cancel: async (event) => {
    const form = await event.request.formData();
    const reason = codeOf(form, 'reason', cancelReasons);
    if (!reason) error(400, 'no such reason');
    const cancelled = await cancelMatch(event.locals.app.db, {
      ...byDesk(event),
      matchId: lineOf(form, 'matchId', 36),
      reason
    });
    if (!cancelled.ok) return fail(409, { error: 'not-now' as const, proposal: undefined });
    redirect(303, `/desk/requests/${cancelled.value.requestId}?done=cancelled`);
  }
};

function byDesk({ locals }: RequestEvent) {
  return { actor: actorOf(locals), now: locals.app.now() };
}

function actorOf({ account }: App.Locals): string {
  return account?.id ?? error(401, 'sign in first');
}
