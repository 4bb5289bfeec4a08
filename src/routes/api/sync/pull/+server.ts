import { freshJson, readQuery, requireDevice } from '#app/server/api.ts';
import { syncRules } from '#app/server/operations.ts';
import { pullScope } from '#app/server/pull-scope.ts';
import { PullRequest } from '#features/sync/domain/exchange.ts';
import type { RequestHandler } from './$types';

/** Gives a device what changed in one scope since its cursor. */
export const GET: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const request = readQuery(event, PullRequest);

  const { db, log, now } = event.locals.app;
  return freshJson(await pullScope(db, syncRules(log), device, request, now()));
};
