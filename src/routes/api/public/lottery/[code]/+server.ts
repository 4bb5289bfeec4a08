import { error } from '@sveltejs/kit';
import { findPublishedLottery } from '#app/server/published-lottery.ts';
import type { RequestHandler } from './$types';

/** The record of a drawn lottery, as a file for `npm run lottery`; before the draw there is none. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const record =
    (await findPublishedLottery(locals.app.db, params.code)) ?? error(404, 'not drawn');
  return new Response(`${JSON.stringify(record, undefined, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `inline; filename="${record.workshop}.json"`,
      'cache-control': 'public, max-age=60'
    }
  });
};
