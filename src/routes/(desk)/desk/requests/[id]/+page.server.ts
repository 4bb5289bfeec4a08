import { error, fail, redirect } from '@sveltejs/kit';
import { cancelMatch } from '#app/server/cancel-match.ts';
import { undoByRule } from '#app/server/confirm-by-rule.ts';
import { confirmMatch } from '#app/server/confirm-match.ts';
import { readReplacements } from '#app/server/desk/replacements.ts';
import { lookAtRequest, takeStep } from '#app/server/help-desk.ts';
import { codeOf, lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { swapMatch } from '#app/server/swap-match.ts';
import { cancelReasons, type Proposal } from '#features/board/domain/meeting.ts';
import { handOverReasons, handOverTargets, requestSteps } from '#features/board/domain/request.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const dones = ['step', 'confirmed', 'cancelled', 'swapped', 'undone'] as const;
const nothingTyped = { proposal: undefined, swap: undefined };

/** Shows who asks, so every opening is written down. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { db, now } = locals.app;
  const looked = await lookAtRequest(db, { id: params.id, actor: actorOf(locals), now: now() });
  if (!looked.ok) error(404, 'not found');
  const standing = looked.value.matches.find(({ state }) => state === 'confirmed');
  return {
    file: looked.value,
    helpers: standing ? await readReplacements(db, params.id, standing) : [],
    done: dones.find((one) => one === url.searchParams.get('done'))
  };
};

export const actions: Actions = {
  step: async (event) => {
    const form = await event.request.formData();
    const step = codeOf(form, 'step', requestSteps);
    if (!step) error(400, 'no such step');
    const to = codeOf(form, 'handedTo', handOverTargets);
    const because = codeOf(form, 'handedBecause', handOverReasons);
    const handOver = step === 'hand-over' && to && because ? { to, because } : undefined;
    if (step === 'hand-over' && !handOver) {
      return fail(422, { error: 'hand-over-reason' as const, ...nothingTyped });
    }
    const taken = await takeStep(event.locals.app.db, {
      ...byDesk(event),
      id: event.params.id,
      step,
      ...(handOver ? { handOver } : {})
    });
    if (!taken.ok) return fail(409, { error: taken.error.type, ...nothingTyped });
    redirect(303, `/desk/requests/${event.params.id}?done=step`);
  },

  confirm: async (event) => {
    const form = await event.request.formData();
    const proposal = await readProposal(event, form);
    const [offerId, venueId] = [lineOf(form, 'offerId', 36), lineOf(form, 'venueId', 40)];
    const { db, city } = event.locals.app;
    const confirmed = await confirmMatch(db, city, {
      ...byDesk(event),
      requestId: event.params.id,
      offerId,
      venueId,
      proposal
    });
    if (!confirmed.ok) {
      const typed = { ...proposal, offerId, venueId };
      return fail(422, { error: confirmed.error.type, proposal: typed, swap: undefined });
    }
    redirect(303, `/desk/requests/${event.params.id}?done=confirmed`);
  },

  swap: async (event) => {
    const form = await event.request.formData();
    const proposal = await readProposal(event, form);
    const matchId = lineOf(form, 'matchId', 36);
    const asked = {
      ...{ supporterId: lineOf(form, 'supporterId', 36), venueId: lineOf(form, 'venueId', 40) },
      hasAgreed: form.get('agreed') === 'yes'
    };
    const { db, city } = event.locals.app;
    const swapped = await swapMatch(db, city, { ...byDesk(event), ...asked, matchId, proposal });
    if (!swapped.ok) {
      const typed = { ...proposal, ...asked };
      return fail(422, { error: swapped.error.type, proposal: undefined, swap: typed });
    }
    redirect(303, `/desk/requests/${swapped.value.requestId}?done=swapped`);
  },

  undo: async (event) => {
    const form = await event.request.formData();
    const matchId = lineOf(form, 'matchId', 36);
    const undone = await undoByRule(event.locals.app.db, { ...byDesk(event), matchId });
    if (!undone.ok) return fail(409, { error: undone.error.type, ...nothingTyped });
    redirect(303, `/desk/requests/${undone.value.requestId}?done=undone`);
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
    if (!cancelled.ok) return fail(409, { error: 'not-now' as const, ...nothingTyped });
    redirect(303, `/desk/requests/${cancelled.value.requestId}?done=cancelled`);
  }
};

/** A meeting as it is typed; a host's name that the guard stops is shown to the coordinator. */
async function readProposal(event: RequestEvent, form: FormData): Promise<Proposal> {
  const host = lineOf(form, 'host');
  const { db, city } = event.locals.app;
  const { actor, now } = byDesk(event);
  await noteIfStopped(db, city, { text: host, place: 'host', by: { account: actor }, now });
  return {
    ...{ date: lineOf(form, 'date', 10), startsAt: lineOf(form, 'startsAt', 5), host },
    minutes: wholeNumberOf(form, 'minutes') ?? 0
  };
}

function byDesk({ locals }: RequestEvent) {
  return { actor: actorOf(locals), now: locals.app.now() };
}

function actorOf({ account }: App.Locals): string {
  return account?.id ?? error(401, 'sign in first');
}
