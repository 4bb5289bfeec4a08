import { doorRoles, holdsAny } from '#features/people/domain/role.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { listStaff } from '#features/people/server/staff.ts';
import { endUse, type EndError } from '#features/sync/domain/tablet.ts';
import { issueEnrolmentCode } from '#features/sync/server/enrolment-codes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { HOUR_MS, type Instant } from '#shared/time/instant.ts';

const CODES_OF_ACCOUNT: Limit = { times: 40, withinMs: HOUR_MS };

/** Whose device a tablet may become: those who may open the reception's list. */
export async function listDoorAccounts(
  db: Db
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const staff = await listStaff(db);
  return staff
    .filter(({ roles, suspendedAt }) => suspendedAt === null && holdsAny(roles, doorRoles))
    .map(({ id, name }) => ({ id, name }));
}

export type IssueCodeError = { readonly type: 'no-name' | 'no-account' | 'too-often' };

/** Makes the code that staff show to a tablet: for one device of this account, for ten minutes. */
export async function issueCode(
  db: Db,
  asked: {
    readonly name: string;
    readonly place: string;
    readonly accountId: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, IssueCodeError>> {
  const { name, place, accountId, actor, now } = asked;
  if (name === '') return err({ type: 'no-name' });
  const known = await listDoorAccounts(db);
  if (!known.some(({ id }) => id === accountId)) return err({ type: 'no-account' });
  if (!(await takeAttempt(db, `enrol-code:${actor}`, CODES_OF_ACCOUNT, now)))
    return err({ type: 'too-often' });

  return inTransaction(db, async (tx) => {
    const issued = await issueEnrolmentCode(tx, { name, place, accountId, by: actor, now });
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: 'device.code', entity: 'account', entityId: accountId },
        why: 'desk'
      }
    ]);
    return ok(issued);
  });
}

export type EndTabletError = EndError | { readonly type: 'not-found' };

/**
 * Takes a device out of use. Its right ends now, so that later facts have no effect; it hears of it at
 * its next contact, and then hands in and forgets (`retired`) or destroys (`lost`).
 */
export function endTablet(
  db: Db,
  asked: {
    readonly id: string;
    readonly state: 'retired' | 'lost';
    readonly reason: string;
    readonly actor: string;
    readonly now: Instant;
  }
): Promise<Result<undefined, EndTabletError>> {
  const { id, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    // Written first: on PostgreSQL a second press at the same time waits here and finds it done.
    const device = await tx
      .updateTable('device')
      .set((eb) => ({ state: eb.ref('state') }))
      .where('id', '=', id)
      .returning(['state', 'revoked_at'])
      .executeTakeFirst();
    if (!device) return err({ type: 'not-found' });
    const ended = endUse({ state: device.state, revokedAt: device.revoked_at }, asked, now);
    if (!ended.ok) return ended;

    const { state, reason, revokedAt } = ended.value;
    await tx
      .updateTable('device')
      .set({ state, end_reason: reason, revoked_at: revokedAt })
      .where('id', '=', id)
      .execute();
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: `device.${state}`, entity: 'device' },
        entityId: id,
        why: reason
      }
    ]);
    return ok(undefined);
  });
}

/** Somebody looked at an alarm about lost storage. @returns false when there was none */
export function closeStorageAlarm(
  db: Db,
  asked: { readonly id: string; readonly actor: string; readonly now: Instant }
): Promise<boolean> {
  const { id, actor, now } = asked;
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('device')
      .set({ storage_lost_at: null, lost_facts: 0 })
      .where('id', '=', id)
      .where('storage_lost_at', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAudit(tx, [
      {
        ...{ at: now, actor, action: 'device.alarm-seen', entity: 'device' },
        entityId: id,
        why: 'desk'
      }
    ]);
    return true;
  });
}
