import { error } from '@sveltejs/kit';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { localDateOf } from '#shared/time/instant.ts';
import { calendarResponse } from '../../calendar-response.ts';
import type { RequestHandler } from './$types';

/** What a workshop holds on one day (`/workshops/C12/2026-12-01.ics`). */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { app, language } = locals;
  const found = (await findWorkshop(app.db, params.code, app.now())) ?? error(404, 'not found');
  const { workshop, snapshot } = found;
  const sessions = workshop.sessions.filter(
    ({ startsAt }) => localDateOf(startsAt) === params.date
  );
  if (sessions.length === 0) error(404, 'nothing on that day');

  const dates = sessions.map((session) => ({ workshop, session }));
  const { origin } = app.settings;
  const fileName = `${workshop.code}-${params.date}.ics`;
  return calendarResponse({ snapshot, dates, language, origin, fileName });
};
