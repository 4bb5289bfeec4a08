import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { enrolSignedIn } from '#app/server/enrol-device.ts';
import { EnrolRequest } from '#features/sync/domain/exchange.ts';
import { cleanLine } from '#shared/text/clean.ts';
import type { RequestHandler } from './$types';

/** Makes the device of a signed-in member of staff or supporter known; it works offline from then on. */
export const POST: RequestHandler = async (event) => {
  const { account, app } = event.locals;
  if (!account) error(401, 'sign in first');
  const { name, before } = await readJson(event, EnrolRequest);
  const asked = { account, name: cleanLine(name), before, now: app.now() };
  return freshJson(await enrolSignedIn(app.db, asked), 201);
};
