import { city } from '#city/current.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { checkPlan, type PlanError, type WorkshopPlan } from '#features/workshops/domain/plan.ts';
import {
  insertWorkshop,
  isCodeTaken,
  type PlannedWorkshop
} from '#features/workshops/server/workshops.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { deleteAfter } from './retention.ts';
import { publishSession } from './reception.ts';

export type PlanWorkshopError =
  PlanError | { readonly type: 'code-taken' } | { readonly type: 'venue-unknown' };

/** Plans a workshop with its sessions and tells the devices of each session what it is. */
export async function planWorkshop(
  db: Db,
  { now, ...plan }: WorkshopPlan & { readonly now: Instant }
): Promise<Result<PlannedWorkshop, PlanWorkshopError>> {
  const checked = checkPlan(plan);
  if (!checked.ok) return checked;

  try {
    return await inTransaction(db, async (tx) => {
      if (!(await isVenueKnown(tx, plan.venueId))) return err({ type: 'venue-unknown' } as const);
      if (await isCodeTaken(tx, plan.code)) return err({ type: 'code-taken' } as const);

      const planned = await insertWorkshop(tx, plan, {
        now,
        deleteAfter: (day) => deleteAfter(city, 'signUp', day)
      });
      const changes = new ScopeChanges();
      for (const sessionId of planned.sessionIds) await publishSession(tx, changes, sessionId);
      await changes.flush(tx);
      return ok(planned);
    });
  } catch (failure) {
    // Two organisers who give one code at the same moment: the later one is told.
    if (isUniqueViolation(failure)) return err({ type: 'code-taken' });
    throw failure;
  }
}

async function isVenueKnown(tx: Tx, venueId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('venue')
    .select('id')
    .where('id', '=', venueId)
    .executeTakeFirst();
  return row !== undefined;
}
