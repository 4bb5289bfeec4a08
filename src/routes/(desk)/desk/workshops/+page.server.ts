import { listSessions } from '#app/server/desk/sessions.ts';
import { addDays, localDateOf } from '#shared/time/instant.ts';
import type { PageServerLoad } from './$types';

const DAYS_AHEAD = 400;
const DAYS_BACK = 800;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const today = localDateOf(now());
  const past = url.searchParams.get('show') === 'past';
  const days = past
    ? { from: addDays(today, -DAYS_BACK), to: addDays(today, -1), newestFirst: true }
    : { from: today, to: addDays(today, DAYS_AHEAD) };
  return { past, sessions: await listSessions(db, days) };
};
