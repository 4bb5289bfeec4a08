import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { confirmOffered } from '#app/server/confirm-by-rule.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import { OfferRequest } from '#features/board/domain/board.ts';
import { offerHelp } from '#features/board/server/offers.ts';
import type { RequestHandler } from './$types';

/** Offers to help; a repeat gets the answer as it stands. Where the rule is on, it may be a meeting at once. */
export const POST: RequestHandler = async (event) => {
  const { app } = event.locals;
  const supporter = await requireSupporter(event);
  const { requestId, key } = await readJson(event, OfferRequest);
  const now = app.now();
  const offered = await offerHelp(app.db, { supporter, requestId, key, now });
  if (!offered.ok) error(404, 'not found');
  const offer = { requestId, supporterId: supporter.id, now };
  const isConfirmed =
    offered.value.state === 'open' && (await confirmOffered(app.db, app.city, offer));
  return freshJson(isConfirmed ? { state: 'accepted' } : offered.value);
};
