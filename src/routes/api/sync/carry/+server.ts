import { freshJson, readJson, requireDevice } from '#app/server/api.ts';
import { syncRules } from '#app/server/operations.ts';
import { CarryRequest, LARGEST_CARRY_BYTES } from '#features/sync/domain/handover.ts';
import { acceptCarried } from '#features/sync/server/carry.ts';
import type { RequestHandler } from './$types';

/** Takes facts of other devices that were handed to this one; repeating it is harmless. */
export const POST: RequestHandler = async (event) => {
  await requireDevice(event);
  const { ops } = await readJson(event, CarryRequest, LARGEST_CARRY_BYTES);

  const { db, log, now } = event.locals.app;
  const at = now();
  return freshJson({
    results: await acceptCarried(db, syncRules(log), ops, at),
    serverTime: at
  });
};
