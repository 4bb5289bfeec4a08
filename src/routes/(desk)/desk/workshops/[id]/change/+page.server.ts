import { error, fail, redirect } from '@sveltejs/kit';
import { changeSession, type ChangeSessionError } from '#app/server/change-session.ts';
import { readChangeForm, type TypedChange } from '#app/server/desk/change-form.ts';
import { readConcerned } from '#app/server/desk/concerned.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { listVenues } from '#features/places/server/venues.ts';
import { newFormKey } from '#features/workshops/server/form-key.ts';
import { findSessionBefore } from '#features/workshops/server/session-changes.ts';
import { localDateOf, localTimeOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, now } = locals.app;
  const sessionId = url.searchParams.get('session') ?? '';
  const before = await findSessionBefore(db, sessionId);
  const workshop = await findWorkshopHead(db, params.id);
  if (!workshop || before?.workshopId !== params.id) error(404, 'no such date');
  const asked = { workshopId: params.id, sessionId, actor: signedIn(locals).id, now: now() };
  const typed: TypedChange = {
    ...{ date: localDateOf(before.startsAt), begin: localTimeOf(before.startsAt) },
    ...{ end: localTimeOf(before.endsAt), venueId: before.venueId },
    roomId: before.roomId ?? '',
    ...{ bringJa: before.bringJa, bringEn: before.bringEn, reasonJa: '', reasonEn: '' }
  };
  return {
    workshop,
    before,
    typed,
    key: newFormKey(),
    isOver: before.state === 'cancelled' || before.startsAt <= asked.now,
    concerned: await readConcerned(db, asked),
    venues: await listVenues(db)
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const { db, city, now } = locals.app;
    const form = await request.formData();
    const { typed, what } = readChangeForm(form);
    const kind = form.get('kind') === 'cancelled' ? ('cancelled' as const) : ('changed' as const);
    const key = rawOf(form, 'key', 64);
    const sessionId = url.searchParams.get('session') ?? '';
    const before = await findSessionBefore(db, sessionId);
    if (before?.workshopId !== params.id || key === '') error(404, 'no such date');
    if (!what) return refuse(422, 'not-a-time');

    const actor = signedIn(locals).id;
    const changed = await changeSession(db, { sessionId, what, key, actor, now: now() }, city);
    if (!changed.ok) return refuse(409, changed.error.type);
    redirect(303, `/desk/notices?change=${changed.value.changeId}`);

    function refuse(status: number, refused: ChangeSessionError['type'] | 'not-a-time') {
      return fail(status, { typed, key, kind, refused });
    }
  }
};
