import { error } from '@sveltejs/kit';
import { findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import { calendarResponse } from '../calendar-response.ts';
import type { RequestHandler } from './$types';

/** Every published date, of one place with `?venue=`; cancelled ones say so. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { app, language } = locals;
  const snapshot = await findWorkshopSnapshot(app.db, app.now());
  const venueId = url.searchParams.get('venue') || undefined;
  if (venueId && !snapshot.places.some(({ id }) => id === venueId)) error(404, 'no such place');

  const dates = snapshot.workshops
    .filter((workshop) => !venueId || workshop.venueId === venueId)
    .flatMap((workshop) => workshop.sessions.map((session) => ({ workshop, session })));
  const { origin } = app.settings;
  return calendarResponse({ snapshot, dates, language, origin, fileName: 'engawa.ics' });
};
