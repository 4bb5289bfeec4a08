import { fail, redirect } from '@sveltejs/kit';
import { leaveSlot, takeSlot } from '#app/server/help-slots.ts';
import { lineOf } from '#app/server/read-form.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { listSlots } from '#features/board/server/help-slots.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** How many took a place is told, and never who. */
export const load: PageServerLoad = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  const slots = supporter.state === 'active' ? await listSlots(db, now()) : [];
  return {
    slots: slots.map(({ id, venueId, startsAt, endsAt, host, wanted, takenBy }) => ({
      ...{ id, venueId, startsAt, endsAt, host },
      left: wanted - takenBy.length,
      isMine: takenBy.includes(supporter.id)
    })),
    done: (['taken', 'left'] as const).find((one) => one === event.url.searchParams.get('done'))
  };
};

export const actions: Actions = {
  take: async (event) => {
    const taken = await takeSlot(event.locals.app.db, await placeOf(event));
    if (!taken.ok) return fail(409, { error: taken.error.type });
    redirect(303, '/supporters/me/slots?done=taken');
  },

  leave: async (event) => {
    const left = await leaveSlot(event.locals.app.db, await placeOf(event));
    if (!left.ok) return fail(409, { error: left.error.type });
    redirect(303, '/supporters/me/slots?done=left');
  }
};

async function placeOf(event: RequestEvent) {
  const supporter = await requireSupporter(event);
  const slotId = lineOf(await event.request.formData(), 'slotId', 36);
  const { app } = event.locals;
  return { slotId, supporterId: supporter.id, actor: supporter.accountId, now: app.now() };
}
