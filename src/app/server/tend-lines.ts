import { writeAudit } from '#features/people/server/audit.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import { refillLine } from './refill-line.ts';

/**
 * What the clock does for the waiting lines: lets overdue questions go and asks the next, each workshop
 * in its own transaction.
 * @returns how many people were asked
 */
export async function tendLines(db: Db, now: Instant): Promise<number> {
  const rows = await db
    .selectFrom('sign_up')
    .innerJoin('session', 'session.workshop_id', 'sign_up.workshop_id')
    .select('sign_up.workshop_id')
    .distinct()
    .where('sign_up.status', '=', 'waiting')
    .where('session.starts_at', '>', now)
    .execute();
  let asked = 0;
  for (const { workshop_id } of rows) {
    asked += await inTransaction(db, async (tx) => {
      const entries = await refillLine(tx, workshop_id, now);
      await writeAudit(tx, entries);
      return entries.length;
    });
  }
  return asked;
}
