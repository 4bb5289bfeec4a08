import { error } from '@sveltejs/kit';
import { freshJson, readJson, requireDevice } from '#app/server/api.ts';
import { giveKeys } from '#app/server/give-keys.ts';
import { syncRules } from '#app/server/operations.ts';
import { KeysRequest } from '#features/sync/domain/exchange.ts';
import type { RequestHandler } from './$types';

/** Gives a device what opens its sessions beside its PIN. */
export const POST: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const request = await readJson(event, KeysRequest);

  const { db, log, now } = event.locals.app;
  const keys = await giveKeys(db, syncRules(log), device, request, now());
  if (!keys) error(403, 'this device may read nothing');
  return freshJson(keys);
};
