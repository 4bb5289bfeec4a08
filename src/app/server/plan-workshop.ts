import { city } from '#city/current.ts';
import { findRoom, isVenueKnown } from '#features/places/server/venues.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import { checkPlan, type PlanError, type WorkshopPlan } from '#features/workshops/domain/plan.ts';
import {
  insertWorkshop,
  isCodeTaken,
  type PlannedWorkshop
} from '#features/workshops/server/workshops.ts';
import type { Db } from '#server/db/database.ts';
import { isUniqueViolation } from '#server/db/failures.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { deleteAfter } from './retention.ts';
import { publishSession } from './reception.ts';

export type PlaceError =
  | { readonly type: 'venue-unknown' }
  | { readonly type: 'room-unknown' }
  | { readonly type: 'more-chairs-than-room' };

export type PlanWorkshopError = PlanError | PlaceError | { readonly type: 'code-taken' };

/** Plans a workshop with its sessions and tells the devices of each session what it is. */
export async function planWorkshop(
  db: Db,
  { now, ...plan }: WorkshopPlan & { readonly now: Instant }
): Promise<Result<PlannedWorkshop, PlanWorkshopError>> {
  const checked = checkPlan(plan);
  if (!checked.ok) return checked;

  try {
    return await inTransaction(db, async (tx) => {
      const wrongPlace = await checkPlace(tx, plan);
      if (wrongPlace) return err(wrongPlace);
      if (await isCodeTaken(tx, plan.code)) return err({ type: 'code-taken' } as const);

      const planned = await insertWorkshop(tx, plan, toldAt(now));
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

/** Whether the place is known and its room has as many chairs as the plan counts on. */
export async function checkPlace(
  db: Db,
  plan: Pick<WorkshopPlan, 'venueId' | 'roomId' | 'roomChairs'>
): Promise<PlaceError | undefined> {
  if (!(await isVenueKnown(db, plan.venueId))) return { type: 'venue-unknown' };
  if (plan.roomId === undefined) return undefined;

  const room = await findRoom(db, plan.venueId, plan.roomId);
  if (!room) return { type: 'room-unknown' };
  return plan.roomChairs > room.chairs ? { type: 'more-chairs-than-room' } : undefined;
}

/** What the table's rows are told besides the plan. */
export function toldAt(now: Instant) {
  return { now, deleteAfter: (day: string) => deleteAfter(city, 'signUp', day) };
}
