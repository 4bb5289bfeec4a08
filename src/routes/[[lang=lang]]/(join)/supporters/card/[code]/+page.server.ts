import { checkCard } from '#app/server/supporters/card.ts';
import type { PageServerLoad } from './$types';

/** Asked anew each time: a suspension shows with the next look. */
export const load: PageServerLoad = async ({ params, locals }) => ({
  code: params.code,
  answer: await checkCard(locals.app.db, {
    code: params.code,
    viewer: locals.account,
    now: locals.app.now()
  })
});
