import { readAfterSessions } from '#app/server/desk/tablets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { db, now } = locals.app;
  return { sessions: await readAfterSessions(db, now()) };
};
