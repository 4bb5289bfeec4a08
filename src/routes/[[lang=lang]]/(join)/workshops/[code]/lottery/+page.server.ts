import { error } from '@sveltejs/kit';
import { findPublishedLottery } from '#app/server/published-lottery.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, now } = locals.app;
  const found = await findWorkshop(db, params.code, now());
  if (!found?.workshop.lottery) error(404, 'not found');

  const { workshop } = found;
  return {
    workshop,
    lottery: found.workshop.lottery,
    record: await findPublishedLottery(db, workshop.code)
  };
};
