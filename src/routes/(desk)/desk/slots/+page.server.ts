import { fail, redirect } from '@sveltejs/kit';
import { readSupporterNames } from '#app/server/desk/supporter-names.ts';
import { closeSlot, openSlot } from '#app/server/help-slots.ts';
import { lineOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { listSlots } from '#features/board/server/help-slots.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const slots = await listSlots(db, now());
  const takers = slots.flatMap(({ takenBy }) => takenBy);
  const names = await readSupporterNames(db, takers);
  return {
    slots: slots.map(({ takenBy, ...slot }) => ({
      ...slot,
      names: takenBy.map((id) => names.get(id) ?? '')
    })),
    done: (['opened', 'closed'] as const).find((one) => one === url.searchParams.get('done'))
  };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const { db, city } = event.locals.app;
    const venueId = lineOf(form, 'venueId', 40);
    const proposal = {
      date: lineOf(form, 'date', 10),
      startsAt: lineOf(form, 'startsAt', 5),
      hours: wholeNumberOf(form, 'hours') ?? 0,
      wanted: wholeNumberOf(form, 'wanted') ?? 0,
      host: lineOf(form, 'host')
    };
    const { actor, now } = byDesk(event);
    await noteIfStopped(db, city, {
      ...{ text: proposal.host, place: 'host', by: { account: actor }, now }
    });
    const opened = await openSlot(db, city, { venueId, proposal, actor, now });
    if (!opened.ok) {
      return fail(422, { error: opened.error.type, typed: { venueId, ...proposal } });
    }
    redirect(303, '/desk/slots?done=opened');
  },

  close: async (event) => {
    const form = await event.request.formData();
    const { db, city } = event.locals.app;
    const slotId = lineOf(form, 'slotId', 36);
    const closed = await closeSlot(db, city, { ...byDesk(event), slotId });
    if (!closed.ok) return fail(409, { error: closed.error.type, typed: undefined });
    redirect(303, '/desk/slots?done=closed');
  }
};

function byDesk({ locals }: RequestEvent) {
  return { actor: signedIn(locals).id, now: locals.app.now() };
}
