import { addNotice, withdrawNotices } from '#features/notices/server/notices.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import {
  drawRecord,
  seatedIn,
  type LotteryRecord
} from '#features/workshops/domain/lottery-record.ts';
import {
  findLottery,
  keepDraw,
  newSeed,
  seatDrawn,
  type Lottery
} from '#features/workshops/server/lottery.ts';
import { hashes } from '#features/workshops/server/lottery-hashes.ts';
import {
  lockWorkshop,
  sessionsOf,
  type LockedWorkshop
} from '#features/workshops/server/workshop-lock.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { readEntrants, type EnteredSignUp } from './lottery-entrants.ts';
import { drawNoticeKey, placeNoticeKeys } from './refill-line.ts';
import { publishRoster } from './roster.ts';

export type DrawRequest = {
  readonly workshopId: string;
  readonly actor: string;
  readonly now: Instant;
};

export type DrawError =
  | { readonly type: 'no-lottery' }
  | { readonly type: 'workshop-cancelled' }
  /** The announced moment has not come. */
  | { readonly type: 'too-early'; readonly drawsAt: Instant };

/** `isNew` is false for a repeat: it was drawn before, and nothing was written again. */
export type Drawn = { readonly record: LotteryRecord; readonly isNew: boolean };

/**
 * Draws the lots, once: places, notices, audit and the published record are one transaction under the
 * workshop's lock. The seed was fixed before anybody applied, so a draw that was cut off half-way and is
 * begun again has the same result, and a second press finds the first one.
 */
export function drawLottery(db: Db, request: DrawRequest): Promise<Result<Drawn, DrawError>> {
  return inTransaction(db, (tx) => drawInTransaction(tx, request));
}

export async function drawInTransaction(
  tx: Tx,
  { workshopId, actor, now }: DrawRequest
): Promise<Result<Drawn, DrawError>> {
  const workshop = await lockWorkshop(tx, { id: workshopId });
  const lottery = await findLottery(tx, workshopId);
  if (!workshop || !lottery) return err({ type: 'no-lottery' });
  if (lottery.drawn) return ok({ record: lottery.drawn.record, isNew: false });
  if (workshop.state !== 'open') return err({ type: 'workshop-cancelled' });
  if (now < lottery.drawsAt) return err({ type: 'too-early', drawsAt: lottery.drawsAt });

  const entered = await readEntrants(tx, workshop, lottery.rules);
  const record = await recordOf(tx, workshop, { ...lottery, kind: 'draw' }, entered);
  await keepDraw(tx, workshopId, { record, at: now, by: actor });
  await seat(tx, workshopId, record, entered, now);
  await writeAudit(tx, [
    { at: now, actor, action: 'draw', entity: 'workshop', entityId: workshopId, why: 'lottery' }
  ]);
  const changes = new ScopeChanges();
  for (const session of await sessionsOf(tx, workshopId)) {
    await publishRoster(tx, changes, { sessionId: session.id });
  }
  await changes.flush(tx);
  return ok({ record, isNew: true });
}

/** Places in the order drawn, and to each the one notice of what the draw brought. */
async function seat(
  tx: Tx,
  workshopId: string,
  record: LotteryRecord,
  entered: readonly EnteredSignUp[],
  now: Instant
): Promise<void> {
  const byNumber = new Map(entered.map((one) => [one.entrant.number, one]));
  const seated = seatedIn(record);
  const drawn = record.order.flatMap((number) => byNumber.get(number) ?? []);
  const hasSeat = (one: EnteredSignUp) => seated.has(one.entrant.number);
  await seatDrawn(
    tx,
    workshopId,
    drawn.map((one) => ({ signUpId: one.signUpId, hasSeat: hasSeat(one) }))
  );
  for (const one of drawn) {
    const { signUpId, personId, way, contactStopped, deleteAfter } = one;
    await withdrawNotices(tx, placeNoticeKeys(signUpId));
    await addNotice(tx, {
      to: { personId },
      way,
      kind: hasSeat(one) ? 'lottery-won' : 'lottery-waiting',
      dedupeKey: drawNoticeKey(signUpId),
      params: { signUpId },
      contactStopped,
      now,
      deleteAfter
    });
  }
}

/**
 * Draws with a seed of its own, made for this look alone: staff see how list and rules work, and
 * nothing is learnt about the real draw. Nothing is kept but who looked.
 */
export function tryLottery(
  db: Db,
  { workshopId, actor, now }: DrawRequest
): Promise<Result<LotteryRecord, Extract<DrawError, { readonly type: 'no-lottery' }>>> {
  return inTransaction(db, async (tx) => {
    const workshop = await lockWorkshop(tx, { id: workshopId });
    const lottery = await findLottery(tx, workshopId);
    if (!workshop || !lottery) return err({ type: 'no-lottery' });

    const entered = await readEntrants(tx, workshop, lottery.rules);
    const { seed } = newSeed();
    await writeAudit(tx, [
      {
        at: now,
        actor,
        action: 'try-draw',
        entity: 'workshop',
        entityId: workshopId,
        why: 'lottery'
      }
    ]);
    return ok(await recordOf(tx, workshop, { ...lottery, seed, kind: 'dry-run' }, entered));
  });
}

async function recordOf(
  tx: Tx,
  workshop: LockedWorkshop,
  { kind, rules, seed }: Pick<Lottery, 'rules' | 'seed'> & Pick<LotteryRecord, 'kind'>,
  entered: readonly EnteredSignUp[]
): Promise<LotteryRecord> {
  const { code } = await tx
    .selectFrom('workshop')
    .select('code')
    .where('id', '=', workshop.id)
    .executeTakeFirstOrThrow();
  const entrants = entered.map(({ entrant }) => entrant);
  const { seats, division } = workshop;
  return drawRecord(
    { kind, workshop: code, seats, ...(division && { division }), rules, seed, entrants },
    hashes
  );
}
