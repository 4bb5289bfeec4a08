import { error } from '@sveltejs/kit';
import { freshJson, readJson, requireDevice } from '#app/server/api.ts';
import { checkCardOnTablet } from '#app/server/supporters/card.ts';
import { CardQuestion } from '#features/supporters/domain/card.ts';
import { READER_HEADER } from '#features/sync/domain/exchange.ts';
import type { RequestHandler } from './$types';

/** Whether a supporter's card is valid this moment, for a tablet of the door that is open. */
export const POST: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const { code } = await readJson(event, CardQuestion);
  const { db, now } = event.locals.app;
  const reader = event.request.headers.get(READER_HEADER);
  const answer = await checkCardOnTablet(db, { code, device, reader, now: now() });
  return answer ? freshJson(answer) : error(403, 'forbidden');
};
