import { freshJson } from '#app/server/api.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import type { Board } from '#features/board/domain/board.ts';
import { readBoard } from '#features/board/server/offers.ts';
import { standingOf } from '#features/supporters/domain/lifecycle.ts';
import { readPromise } from '#features/supporters/server/promises.ts';
import { localDateOf } from '#shared/time/instant.ts';
import type { RequestHandler } from './$types';

/** The open requests for the supporter who asks, in codes; whoever is not active sees none. */
export const GET: RequestHandler = async (event) => {
  const { db, now } = event.locals.app;
  const supporter = await requireSupporter(event);
  const { ja, en } = await readPromise(db);
  const board: Board = {
    supporterId: supporter.id,
    standing: standingOf(supporter, localDateOf(now())),
    promises: { ja: [...ja], en: [...en] },
    entries: supporter.state === 'active' ? [...(await readBoard(db, supporter))] : []
  };
  return freshJson(board);
};
