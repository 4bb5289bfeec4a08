import { error, redirect } from '@sveltejs/kit';
import { findWorkshop, findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import { comingWorkshops } from '#features/workshops/domain/workshop-view.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, language } = locals;
  const now = app.now();
  const code = url.searchParams.get('code')?.slice(0, 20) ?? '';
  const named = code && (await findWorkshop(app.db, code, now));
  if (named) redirect(303, localPath(`/workshops/${named.workshop.code}`, language));

  const snapshot = await findWorkshopSnapshot(app.db, now);
  const placeId = url.searchParams.get('place') || undefined;
  if (placeId && !snapshot.places.some(({ id }) => id === placeId)) error(404, 'no such place');
  return {
    now,
    code,
    placeId,
    places: snapshot.places,
    workshops: comingWorkshops(snapshot, now).filter(
      ({ venueId }) => !placeId || venueId === placeId
    )
  };
};
