import { error } from '@sveltejs/kit';
import { freshJson, readJson, requireDevice } from '#app/server/api.ts';
import { syncRules } from '#app/server/operations.ts';
import { PushRequest } from '#features/sync/domain/exchange.ts';
import { LARGEST_PUSH_BYTES } from '#features/sync/domain/operation.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import type { RequestHandler } from './$types';

/** Takes operations from a device and answers each one's result; repeating it is harmless. */
export const POST: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const request = await readJson(event, PushRequest, LARGEST_PUSH_BYTES);
  if (request.deviceId !== device.id) error(403, 'not this device');

  const { db, log, now } = event.locals.app;
  return freshJson(await acceptPush(db, syncRules(log), device.id, request, now()));
};
