import { fail, redirect } from '@sveltejs/kit';
import { findReportable, readBoardWatch } from '#app/server/desk/board-watch.ts';
import { codeOf, lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { readTrouble } from '#app/server/trouble-form.ts';
import { reportTrouble, settleTrouble, type SettleError } from '#app/server/trouble.ts';
import { decideTrouble } from '#features/board/domain/trouble.ts';
import { suspensionReasons } from '#features/supporters/domain/lifecycle.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const dones = ['told', 'settled', 'suspended'] as const;

/** `?match=` begins a report that the desk writes for the person helped. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = locals.app;
  return {
    watch: await readBoardWatch(db, byDesk({ locals })),
    meeting: await findReportable(db, url.searchParams.get('match') ?? ''),
    key: newId(),
    done: dones.find((one) => one === url.searchParams.get('done'))
  };
};

export const actions: Actions = {
  tell: async (event) => {
    const { db, city } = event.locals.app;
    const { actor, now } = byDesk(event);
    const typed = readTrouble(await event.request.formData());
    const trouble = decideTrouble(typed);
    const by = { account: actor };
    await noteIfStopped(db, city, { text: typed.note, place: 'trouble', by, now });
    if (!trouble.ok) return fail(422, { error: trouble.error.type, typed });
    const { matchId, key } = typed;
    const told = await reportTrouble(db, {
      ...{ matchId, key, trouble: trouble.value },
      ...{ supporterId: undefined, actor, now }
    });
    if (!told.ok) return fail(404, { error: told.error.type, typed });
    redirect(303, '/desk/board-watch?done=told');
  },

  settle: (event) => settle(event, false),
  suspend: (event) => settle(event, true)
};

async function settle(event: RequestEvent, suspends: boolean) {
  const { db, city } = event.locals.app;
  const form = await event.request.formData();
  const suspendFor = suspends ? codeOf(form, 'reason', suspensionReasons) : undefined;
  if (suspends && !suspendFor) return refused('no-reason');
  const reportId = lineOf(form, 'reportId', 36);
  const settled = await settleTrouble(db, city, { ...byDesk(event), reportId, suspendFor });
  if (!settled.ok) return refused(settled.error.type);
  redirect(303, `/desk/board-watch?done=${suspends ? 'suspended' : 'settled'}`);
}

function refused(error: SettleError['type'] | 'no-reason') {
  return fail(error === 'no-reason' ? 422 : 409, { error, typed: undefined });
}

function byDesk({ locals }: Pick<RequestEvent, 'locals'>) {
  return { actor: signedIn(locals).id, now: locals.app.now() };
}
