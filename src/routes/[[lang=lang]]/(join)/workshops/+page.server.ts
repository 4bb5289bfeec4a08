import { error, redirect } from '@sveltejs/kit';
import { findWorkshop, findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import {
  calendarMonths,
  isMonthKey,
  sessionsInMonth
} from '#features/workshops/domain/calendar-view.ts';
import { comingSessions, comingWorkshops } from '#features/workshops/domain/workshop-view.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, language } = locals;
  const now = app.now();
  const code = url.searchParams.get('code')?.slice(0, 20) ?? '';
  const named = code && (await findWorkshop(app.db, code, now));
  if (named) redirect(303, localPath(`/workshops/${named.workshop.code}`, language));

  const snapshot = await findWorkshopSnapshot(app.db, now);
  const venueId = url.searchParams.get('venue') || undefined;
  if (venueId && !snapshot.places.some(({ id }) => id === venueId)) error(404, 'no such place');
  const month = url.searchParams.get('month') || undefined;
  if (month && !isMonthKey(month)) error(404, 'no such month');

  const there = {
    workshops: snapshot.workshops.filter((workshop) => !venueId || workshop.venueId === venueId)
  };
  return {
    ...{ now, code, venueId, month, places: snapshot.places },
    months: calendarMonths(snapshot, now),
    entries: month ? sessionsInMonth(there, now, month) : nextOfEach(there, now)
  };
};

/** Each workshop with the date that it holds next. */
function nextOfEach(there: Parameters<typeof comingWorkshops>[0], now: number) {
  const sessions = comingSessions(there, now);
  return comingWorkshops(there, now).flatMap((workshop) => {
    const next = sessions.find((coming) => coming.workshop === workshop);
    return next ? [next] : [];
  });
}
