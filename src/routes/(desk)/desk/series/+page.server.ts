import { listSeries } from '#features/workshops/server/series.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  series: await listSeries(locals.app.db)
});
