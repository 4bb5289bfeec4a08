import { error, fail, redirect } from '@sveltejs/kit';
import { readWorkshopFile } from '#app/server/desk/workshop-file.ts';
import { giveSeat } from '#app/server/give-seat.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, now } = locals.app;
  const asked = { id: params.id, actor: signedIn(locals).id, why: 'roster' as const, now: now() };
  const file = (await readWorkshopFile(db, asked)) ?? error(404, 'no such workshop');
  const { state, selection, opensAt, closesAt } = file.workshop;
  const isOpen = asked.now >= opensAt && asked.now < closesAt;
  return {
    ...file,
    now: asked.now,
    takesSignUps: state === 'open' && selection !== 'none' && isOpen
  };
};

export const actions: Actions = {
  giveSeat: async ({ locals, params }) => {
    const { db, now } = locals.app;
    const given = await giveSeat(db, {
      workshopId: params.id,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!given.ok) {
      if (given.error.type === 'workshop-not-found') error(404, 'no such workshop');
      return fail(409, { error: given.error.type });
    }
    redirect(303, `/desk/workshops/${params.id}`);
  }
};
