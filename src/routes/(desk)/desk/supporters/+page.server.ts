import { listSupporters } from '#app/server/supporters/read.ts';
import { readActiveSupporters } from '#features/reporting/server/supporters.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { PageServerLoad } from './$types';

const MONTHS = 24;

export const load: PageServerLoad = async ({ locals }) => {
  const { db, now } = locals.app;
  const today = localDateOf(now());
  return {
    ...(await listSupporters(db, today)),
    counts: await readActiveSupporters(db, today, MONTHS)
  };
};
