import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { PartnerAccess, PartnerDays } from '../domain/partner-access.ts';
import type { PartnerAccessRow } from './tables.ts';
import './tables.ts';

/** Somebody of a partner who may, might once, or could receive people at a workshop. */
export type PartnerLine = PartnerAccess & {
  readonly id: string;
  /** As the desk calls them: 「携帯ショップの田中さん」. */
  readonly label: string;
  /** `undefined` while nobody has opened the link. */
  readonly account: { readonly id: string; readonly name: string } | undefined;
};

/** @returns the access's id. Exactly one of `accountId` and `tokenHash` says whose it is. */
export async function addPartnerAccess(
  tx: Tx,
  access: PartnerDays & {
    readonly workshopId: string;
    readonly label: string;
    readonly accountId: string | null;
    readonly tokenHash: string | null;
    readonly by: string;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('partner_access')
    .values({
      id,
      workshop_id: access.workshopId,
      label: access.label,
      account_id: access.accountId,
      token_hash: access.tokenHash,
      days_before: access.daysBefore,
      days_after: access.daysAfter,
      given_by: access.by,
      given_at: access.now,
      revoked_at: null,
      delete_after: access.deleteAfter
    })
    .execute();
  return id;
}

/** The account that a link made takes over what was given with the link. */
export async function takePartnerAccess(
  tx: Tx,
  tokenHash: string,
  accountId: string
): Promise<void> {
  await tx
    .updateTable('partner_access')
    .set({ account_id: accountId, token_hash: null })
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Of a workshop, the oldest first; those whose account is gone are left out. */
export async function listPartnerAccess(
  db: Db,
  workshopId: string
): Promise<readonly PartnerLine[]> {
  const rows = await db
    .selectFrom('partner_access')
    .leftJoin('account', 'account.id', 'partner_access.account_id')
    .selectAll('partner_access')
    .select('account.name')
    .where('workshop_id', '=', workshopId)
    .orderBy('given_at')
    .orderBy('partner_access.id')
    .execute();
  return rows.map((row) => ({
    ...accessOf(row),
    id: row.id,
    label: row.label,
    account: row.account_id === null ? undefined : { id: row.account_id, name: row.name ?? '' }
  }));
}

/** What one account was given at one workshop. */
export async function partnerAccessOf(
  db: Db,
  accountId: string,
  workshopId: string
): Promise<readonly PartnerAccess[]> {
  const rows = await db
    .selectFrom('partner_access')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('workshop_id', '=', workshopId)
    .execute();
  return rows.map(accessOf);
}

/** Everything one account was given, by workshop. */
export async function listAccessOf(
  db: Db,
  accountId: string
): Promise<ReadonlyMap<string, readonly PartnerAccess[]>> {
  const rows = await db
    .selectFrom('partner_access')
    .selectAll()
    .where('account_id', '=', accountId)
    .execute();
  const byWorkshop = Map.groupBy(rows, ({ workshop_id }) => workshop_id);
  return new Map([...byWorkshop].map(([id, given]) => [id, given.map(accessOf)]));
}

/** Accounts of partners that are not suspended, by name: they may be given another workshop. */
export function listPartnerAccounts(
  db: Db
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .where('account_role.role', '=', 'partner')
    .where('account.suspended_at', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
}

/**
 * Ends an access at once, and a link that nobody has opened with it.
 * @returns whose it was; `undefined` when this workshop has no such access that still stands
 */
export async function revokePartnerAccess(
  tx: Tx,
  which: { readonly id: string; readonly workshopId: string; readonly now: Instant }
): Promise<{ readonly accountId: string | null } | undefined> {
  const { id, workshopId, now } = which;
  const row = await tx
    .updateTable('partner_access')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .where('revoked_at', 'is', null)
    .returning(['account_id', 'token_hash'])
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.token_hash !== null) {
    await tx
      .updateTable('invitation')
      .set({ used_at: now })
      .where('token_hash', '=', row.token_hash)
      .where('used_at', 'is', null)
      .execute();
  }
  return { accountId: row.account_id };
}

function accessOf(row: PartnerAccessRow): PartnerAccess {
  return { daysBefore: row.days_before, daysAfter: row.days_after, revokedAt: row.revoked_at };
}
