import { randomInt } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { sha256 } from '#server/hash.ts';
import type { Instant } from '#shared/time/instant.ts';
import { CODE_DIGITS, CODE_VALID_MS } from '../domain/enrolment-code.ts';
import './tables.ts';

const GROUP_DIGITS = 4;

/** Makes a code that enrols one device within ten minutes. Nothing but its hash is kept. */
export async function issueEnrolmentCode(
  tx: Tx,
  device: {
    readonly name: string;
    readonly place: string;
    readonly accountId: string;
    readonly by: string;
    readonly now: Instant;
  }
): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
  const code = newCode();
  const expiresAt = device.now + CODE_VALID_MS;
  await tx
    .insertInto('device_code')
    .values({
      ...{ code_hash: sha256(code), name: device.name, place: device.place },
      ...{ account_id: device.accountId, issued_by: device.by },
      ...{ expires_at: expiresAt, used_at: null }
    })
    .execute();
  return { code, expiresAt };
}

/** Uses a code up. @returns what it was issued for; `undefined` when it is wrong, used or too old. */
export async function useEnrolmentCode(
  tx: Tx,
  code: string,
  now: Instant
): Promise<
  | {
      readonly name: string;
      readonly place: string;
      readonly accountId: string;
      readonly by: string;
    }
  | undefined
> {
  const row = await tx
    .updateTable('device_code')
    .set({ used_at: now })
    .where('code_hash', '=', sha256(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['name', 'place', 'account_id', 'issued_by'])
    .executeTakeFirst();
  return row && { name: row.name, place: row.place, accountId: row.account_id, by: row.issued_by };
}

/** Drops codes that can enrol nothing any more. @returns how many */
export async function dropOldCodes(db: Db, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('device_code')
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('used_at', 'is not', null)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function newCode(): string {
  const groups = Array.from({ length: CODE_DIGITS / GROUP_DIGITS }, () =>
    String(randomInt(10 ** GROUP_DIGITS)).padStart(GROUP_DIGITS, '0')
  );
  return groups.join('');
}
