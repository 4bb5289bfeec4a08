import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { hashToken } from '#features/people/server/auth-session.ts';
import type { EnrolResponse, FormerSelf } from '#features/sync/domain/exchange.ts';
import { enrolDevice, leaveFormerSelf } from '#features/sync/server/devices.ts';
import { useEnrolmentCode } from '#features/sync/server/enrolment-codes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { takeAttempt, type Limit } from '#server/rate-limit.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';

/** A whole house may share one address: enough for all its tablets, hopeless for twelve digits. */
const ATTEMPTS_OF_ADDRESS: Limit = { times: 60, withinMs: 10 * MINUTE_MS };

type Asked = { readonly before: FormerSelf | undefined; readonly now: Instant };

/** Makes the device of a signed-in account known; it works offline from then on. */
export function enrolSignedIn(
  db: Db,
  asked: Asked & { readonly account: Account; readonly name: string }
): Promise<EnrolResponse> {
  const { account, name, before, now } = asked;
  return inTransaction(db, (tx) =>
    enrolFor(tx, { account, name, place: '', by: account.id, why: 'enrolment', before, now })
  );
}

export type CodeError = { readonly type: 'code-not-valid' | 'too-often' };

/** Makes the device known that shows the desk's code, with nobody signed in on it. */
export async function enrolByCode(
  db: Db,
  asked: Asked & { readonly code: string; readonly address: string }
): Promise<Result<EnrolResponse, CodeError>> {
  const { code, address, before, now } = asked;
  const from = `enrol-from:${hashToken(address)}`;
  if (!(await takeAttempt(db, from, ATTEMPTS_OF_ADDRESS, now))) return err({ type: 'too-often' });

  return inTransaction(db, async (tx) => {
    const issued = await useEnrolmentCode(tx, code, now);
    const account = issued && (await findAccount(tx, issued.accountId));
    if (!issued || !account || account.suspendedAt !== null) return err({ type: 'code-not-valid' });
    return ok(await enrolFor(tx, { ...issued, account, why: 'desk-code', before, now }));
  });
}

async function enrolFor(
  tx: Tx,
  enrolment: Asked & {
    readonly account: Account;
    readonly name: string;
    readonly place: string;
    readonly by: string;
    readonly why: 'enrolment' | 'desk-code';
  }
): Promise<EnrolResponse> {
  const { account, name, place, by, why, before, now } = enrolment;
  const accountId = account.id;
  const { deviceId, secret } = await enrolDevice(tx, { name, place, accountId, now });
  const lost = before && (await leaveFormerSelf(tx, before, { accountId, now }));
  const audit = { at: now, actor: by, entity: 'device' } as const;
  await writeAudit(tx, [
    { ...audit, action: 'device.enrol', entityId: deviceId, why },
    ...(lost
      ? [{ ...audit, action: 'device.storage-lost', entityId: lost, why: 'enrolled-anew' }]
      : [])
  ]);
  return {
    ...{ deviceId, secret, accountId, accountName: account.name, name, place },
    serverTime: now
  };
}
