import { findWorkshopSnapshot } from '#app/server/workshop-snapshot.ts';
import { comingSessions } from '#features/workshops/domain/workshop-view.ts';
import type { PageServerLoad } from './$types';

/** What it is to be a supporter, and when the next 取得会 is. */
export const load: PageServerLoad = async ({ locals }) => {
  const now = locals.app.now();
  const snapshot = await findWorkshopSnapshot(locals.app.db, now);
  const next = comingSessions(snapshot, now).find(({ workshop }) => workshop.kind === 'training');
  return {
    training: next && {
      code: next.workshop.code,
      title: next.workshop.title,
      startsAt: next.session.startsAt
    }
  };
};
