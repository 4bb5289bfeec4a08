import { error } from '@sveltejs/kit';
import { freshJson, readQuery, requireDevice } from '#app/server/api.ts';
import { syncRules } from '#app/server/operations.ts';
import { pullScope } from '#app/server/pull-scope.ts';
import { PullRequest, READER_HEADER } from '#features/sync/domain/exchange.ts';
import { readsAsOpen } from '#features/sync/server/readers.ts';
import type { RequestHandler } from './$types';

/** Gives a device what changed in one scope since its cursor. */
export const GET: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const request = readQuery(event, PullRequest);
  if (!readsAsOpen(device, event.request.headers.get(READER_HEADER))) error(403, 'not open');

  const { db, log, now } = event.locals.app;
  return freshJson(await pullScope(db, syncRules(log), device, request, now()));
};
