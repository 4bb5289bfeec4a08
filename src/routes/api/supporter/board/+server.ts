import { freshJson } from '#app/server/api.ts';
import { requireSupporter } from '#app/server/supporter.ts';
import type { Board } from '#features/board/domain/board.ts';
import { readBoard } from '#features/board/server/offers.ts';
import type { RequestHandler } from './$types';

/** The open requests for the supporter who asks, in codes; a suspended or resting one sees none. */
export const GET: RequestHandler = async (event) => {
  const supporter = await requireSupporter(event);
  const board: Board = {
    supporterId: supporter.id,
    entries:
      supporter.state === 'active' ? [...(await readBoard(event.locals.app.db, supporter))] : []
  };
  return freshJson(board);
};
