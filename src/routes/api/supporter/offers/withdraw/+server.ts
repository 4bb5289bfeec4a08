import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { WithdrawRequest } from '#features/board/domain/board.ts';
import { withdrawOffer } from '#features/board/server/offers.ts';
import type { RequestHandler } from './$types';

/** Takes one's own offer back; an accepted one is a meeting, and 409: the desk cancels it. */
export const POST: RequestHandler = async (event) => {
  const supporter = await requireSupporter(event);
  const { requestId } = await readJson(event, WithdrawRequest);
  const withdrawn = await withdrawOffer(event.locals.app.db, { supporter, requestId });
  if (withdrawn.ok) return freshJson(withdrawn.value);
  return withdrawn.error.type === 'already-matched'
    ? error(409, 'already matched')
    : error(404, 'not found');
};
