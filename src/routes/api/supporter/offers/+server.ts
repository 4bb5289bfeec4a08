import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { OfferRequest } from '#features/board/domain/board.ts';
import { offerHelp } from '#features/board/server/offers.ts';
import type { RequestHandler } from './$types';

/** Offers to help; a repeat gets the first answer. */
export const POST: RequestHandler = async (event) => {
  const { app } = event.locals;
  const supporter = await requireSupporter(event);
  const { requestId, key } = await readJson(event, OfferRequest);
  const offered = await offerHelp(app.db, { supporter, requestId, key, now: app.now() });
  return offered.ok ? freshJson(offered.value) : error(404, 'not found');
};
