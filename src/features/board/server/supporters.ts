import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Strengths } from '../domain/fit.ts';
import type { SupporterRow } from './tables.ts';

/** A supporter as the board knows them; name and login belong to the account. */
export type Supporter = Strengths & {
  readonly id: string;
  readonly accountId: string;
  readonly state: SupporterRow['state'];
};

export type NewSupporter = Strengths & { readonly accountId: string; readonly now: Instant };

/** @returns the new supporter's id. Throws a unique violation when the account has one already. */
export async function addSupporter(tx: Tx, supporter: NewSupporter): Promise<string> {
  const id = newId();
  await tx
    .insertInto('supporter')
    .values({
      id,
      account_id: supporter.accountId,
      state: 'active',
      phone_families: JSON.stringify(supporter.phoneFamilies),
      topics: JSON.stringify(supporter.topics),
      venues: JSON.stringify(supporter.venues),
      times: JSON.stringify(supporter.times),
      created_at: supporter.now,
      suspended_at: null
    })
    .execute();
  return id;
}

export async function findSupporterOf(db: Db, accountId: string): Promise<Supporter | undefined> {
  const row = await db
    .selectFrom('supporter')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && supporterOf(row);
}

/** From `at` on the supporter's facts are refused; those written before are kept and flagged. */
export async function suspendSupporter(tx: Tx, supporterId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('supporter')
    .set({ state: 'suspended', suspended_at: at })
    .where('id', '=', supporterId)
    .execute();
}

function supporterOf(row: SupporterRow): Supporter {
  return {
    id: row.id,
    accountId: row.account_id,
    state: row.state,
    topics: JSON.parse(row.topics) as string[],
    phoneFamilies: JSON.parse(row.phone_families) as string[],
    venues: JSON.parse(row.venues) as string[],
    times: JSON.parse(row.times) as string[]
  };
}
