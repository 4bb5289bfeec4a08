import type { LotteryRecord } from '#features/workshops/domain/lottery-record.ts';
import { findLottery } from '#features/workshops/server/lottery.ts';
import type { Db } from '#server/db/database.ts';
import { toWorkshopCode } from './workshop-snapshot.ts';

/** The record of a lottery that was drawn; before that there is nothing, and the seed is not read out. */
export async function findPublishedLottery(
  db: Db,
  code: string
): Promise<LotteryRecord | undefined> {
  const workshop = await db
    .selectFrom('workshop')
    .select('id')
    .where('code', '=', toWorkshopCode(code))
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  const lottery = workshop && (await findLottery(db, workshop.id));
  return lottery?.drawn?.record;
}
