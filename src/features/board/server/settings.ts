import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { BoardSettingRow } from './tables.ts';

type Name = BoardSettingRow['name'];

/** False for what was never switched on. */
export async function isSwitchedOn(db: Db, name: Name): Promise<boolean> {
  const row = await db
    .selectFrom('board_setting')
    .select('is_on')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.is_on === 1;
}

export async function switchSetting(
  tx: Tx,
  name: Name,
  change: { readonly isOn: boolean; readonly by: string; readonly now: Instant }
): Promise<void> {
  const set = {
    is_on: change.isOn ? 1 : 0,
    changed_by: change.by,
    changed_at: change.now
  } as const;
  await tx
    .insertInto('board_setting')
    .values({ name, ...set })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(set))
    .execute();
}
