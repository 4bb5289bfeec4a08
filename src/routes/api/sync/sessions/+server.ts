import { error } from '@sveltejs/kit';
import { freshJson, requireDevice } from '#app/server/api.ts';
import { listSessionsForReception } from '#app/server/reception.ts';
import { doorRoles, holdsAny } from '#features/people/domain/role.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import type { RequestHandler } from './$types';

/** The sessions that a tablet can open which nobody is signed in on: those of its account. */
export const GET: RequestHandler = async (event) => {
  const device = await requireDevice(event);
  const { db, now } = event.locals.app;
  const account = await findAccount(db, device.account_id);
  const isInUse = device.state === 'active' && device.revoked_at === null;
  if (!account || account.suspendedAt !== null || !isInUse) error(403, 'forbidden');
  if (!holdsAny(account.roles, doorRoles)) error(403, 'forbidden');
  return freshJson({ sessions: await listSessionsForReception(db, now(), account) });
};
