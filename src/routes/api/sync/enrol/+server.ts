import { error } from '@sveltejs/kit';
import { freshJson, readJson } from '#app/server/api.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { EnrolRequest, type EnrolResponse } from '#features/sync/domain/exchange.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { cleanLine } from '#shared/text/clean.ts';
import type { RequestHandler } from './$types';

/** Makes the device of a signed-in member of staff or supporter known; it works offline from then on. */
export const POST: RequestHandler = async (event) => {
  const { account, app } = event.locals;
  if (!account) error(401, 'sign in first');
  const { name } = await readJson(event, EnrolRequest);

  const now = app.now();
  const enrolled = await inTransaction(app.db, async (tx) => {
    const device = await enrolDevice(tx, { name: cleanLine(name), accountId: account.id, now });
    await writeAudit(tx, [
      {
        at: now,
        actor: account.id,
        action: 'device.enrol',
        entity: 'device',
        entityId: device.deviceId,
        why: 'enrolment'
      }
    ]);
    return device;
  });
  const answer: EnrolResponse = {
    ...enrolled,
    accountId: account.id,
    accountName: account.name,
    serverTime: now
  };
  return freshJson(answer, 201);
};
