import { isAnybodyMarked } from '#features/attendance/server/participations.ts';
import { SESSION_ROW } from '#features/attendance/domain/roster.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { decideChange, type ChangeError } from '#features/workshops/domain/change.ts';
import { checkPlan, type WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { findStanding, rewriteWorkshop } from '#features/workshops/server/change-workshop.ts';
import { lockWorkshop, sessionsOf } from '#features/workshops/server/workshop-lock.ts';
import { isCodeTaken } from '#features/workshops/server/workshops.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { checkPlace, toldAt, type PlanWorkshopError } from './plan-workshop.ts';
import { publishSession } from './reception.ts';

export type ChangeWorkshopError =
  PlanWorkshopError | ChangeError | { readonly type: 'workshop-not-found' };

/** Plans one workshop anew, as far as nobody counts on it; its devices learn what it is now. */
export async function changeWorkshop(
  db: Db,
  { id, plan, now }: { readonly id: string; readonly plan: WorkshopPlan; readonly now: Instant }
): Promise<Result<{ readonly workshopId: string }, ChangeWorkshopError>> {
  try {
    return await inTransaction(db, async (tx) => {
      const locked = await lockWorkshop(tx, { id });
      const standing = locked && (await findStanding(tx, id));
      if (!standing) return err({ type: 'workshop-not-found' } as const);
      const checked = checkPlan(plan, standing.lottery?.drawnAt !== undefined);
      if (!checked.ok) return checked;
      const wrongPlace = await checkPlace(tx, plan);
      if (wrongPlace) return err(wrongPlace);
      if (await isCodeTaken(tx, plan.code, id)) return err({ type: 'code-taken' } as const);

      const sessionIds = standing.sessions.map((session) => session.id);
      const hasBeenHeld = await isAnybodyMarked(tx, sessionIds);
      const decided = decideChange({ ...standing, hasBeenHeld }, plan);
      if (!decided.ok) return decided;

      await rewriteWorkshop(tx, id, plan, decided.value, toldAt(now));
      const changes = new ScopeChanges();
      for (const session of await sessionsOf(tx, id)) {
        await publishSession(tx, changes, session.id);
      }
      for (const gone of decided.value.remove) {
        changes.remove(sessionScope(gone), SESSION_ROW, gone);
      }
      await changes.flush(tx);
      return ok({ workshopId: id });
    });
  } catch (failure) {
    if (isUniqueViolation(failure)) return err({ type: 'code-taken' });
    throw failure;
  }
}
