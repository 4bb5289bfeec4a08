import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { enrolByCode } from '#app/server/enrol-device.ts';
import { EnrolByCodeRequest } from '#features/sync/domain/exchange.ts';
import type { RequestHandler } from './$types';

/** Makes a device known by the code that staff show at the desk; nobody signs in on it. */
export const POST: RequestHandler = async (event) => {
  const { code, before } = await readJson(event, EnrolByCodeRequest);
  const { db, now } = event.locals.app;
  const asked = { code, before, address: event.getClientAddress(), now: now() };
  const enrolled = await enrolByCode(db, asked);
  if (enrolled.ok) return freshJson(enrolled.value, 201);
  return enrolled.error.type === 'too-often' ? error(429, 'too often') : error(403, 'not valid');
};
