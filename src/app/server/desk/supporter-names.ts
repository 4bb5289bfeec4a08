import type { Db } from '#server/db/database.ts';

/** The names of supporters by their ids; for the desk only. */
export async function readSupporterNames(
  db: Db,
  supporterIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  if (supporterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('supporter')
    .innerJoin('account', 'account.id', 'supporter.account_id')
    .select(['supporter.id', 'account.name'])
    .where('supporter.id', 'in', [...supporterIds])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
