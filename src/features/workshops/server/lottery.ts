import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import {
  LotteryRules,
  type LotteryPlan,
  type LotteryView,
  type OverridePlace,
  type OverrideReason
} from '../domain/lottery.ts';
import { LotteryRecord } from '../domain/lottery-record.ts';
import { hashes } from './lottery-hashes.ts';
import type { LotteryRow } from './tables.ts';
import './tables.ts';

const SEED_BYTES = 32;

/** A new secret and what is shown of it. */
export function newSeed(): { readonly seed: string; readonly commitment: string } {
  const seed = randomBytes(SEED_BYTES).toString('hex');
  return { seed, commitment: hashes.sha256(seed) };
}

/** A lottery begins with its workshop: the seed is fixed before anybody can apply. */
export async function insertLottery(
  tx: Tx,
  workshopId: string,
  { drawsAt, rules }: LotteryPlan
): Promise<void> {
  await tx
    .insertInto('lottery')
    .values({
      workshop_id: workshopId,
      ...newSeed(),
      rules: JSON.stringify(rules),
      draws_at: drawsAt,
      record: null,
      drawn_at: null,
      drawn_by: null
    })
    .execute();
}

/**
 * Plans a lottery anew, begins one, or ends it. As long as it is one its seed stays, so that the hash that
 * was shown stays true; what was drawn stays as it is.
 */
export async function replanLottery(
  tx: Tx,
  workshopId: string,
  plan: LotteryPlan | undefined
): Promise<void> {
  const known = await findLottery(tx, workshopId);
  if (known?.drawn) return;
  if (plan && !known) {
    await insertLottery(tx, workshopId, plan);
    return;
  }
  await (plan
    ? tx
        .updateTable('lottery')
        .set({ rules: JSON.stringify(plan.rules), draws_at: plan.drawsAt })
        .where('workshop_id', '=', workshopId)
        .execute()
    : tx.deleteFrom('lottery').where('workshop_id', '=', workshopId).execute());
}

export type Lottery = LotteryPlan & {
  readonly seed: string;
  readonly commitment: string;
  readonly drawn:
    { readonly record: LotteryRecord; readonly at: Instant; readonly by: string } | undefined;
};

/** @returns `undefined` for workshops without one. The seed is the caller's to keep secret. */
export async function findLottery(db: Db, workshopId: string): Promise<Lottery | undefined> {
  const row = await db
    .selectFrom('lottery')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  return row && lotteryOf(row);
}

function lotteryOf(row: LotteryRow): Lottery {
  return {
    seed: row.seed,
    commitment: row.commitment,
    rules: v.parse(LotteryRules, JSON.parse(row.rules)),
    drawsAt: row.draws_at,
    drawn:
      row.record === null
        ? undefined
        : {
            record: v.parse(LotteryRecord, JSON.parse(row.record)),
            at: row.drawn_at ?? 0,
            by: row.drawn_by ?? ''
          }
  };
}

/** What is public of these workshops' lotteries, by workshop; `entered` is counted by the caller. */
export async function listLotteries(
  db: Db,
  workshopIds: readonly string[]
): Promise<ReadonlyMap<string, Omit<LotteryView, 'entered'>>> {
  if (workshopIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('lottery')
    .select(['workshop_id', 'commitment', 'rules', 'draws_at', 'drawn_at'])
    .where('workshop_id', 'in', workshopIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.workshop_id,
      {
        commitment: row.commitment,
        rules: v.parse(LotteryRules, JSON.parse(row.rules)),
        drawsAt: row.draws_at,
        drawnAt: row.drawn_at ?? undefined
      }
    ])
  );
}

/** Keeps what was drawn, for ever. The caller holds the workshop's lock and saw that it was not drawn. */
export async function keepDraw(
  tx: Tx,
  workshopId: string,
  drawn: { readonly record: LotteryRecord; readonly at: Instant; readonly by: string }
): Promise<void> {
  await tx
    .updateTable('lottery')
    .set({ record: JSON.stringify(drawn.record), drawn_at: drawn.at, drawn_by: drawn.by })
    .where('workshop_id', '=', workshopId)
    .where('record', 'is', null)
    .execute();
}

/** Gives the drawn their places: seats from the front, and the others their number in the line. */
export async function seatDrawn(
  tx: Tx,
  workshopId: string,
  drawn: readonly { readonly signUpId: string; readonly hasSeat: boolean }[]
): Promise<void> {
  const { next_line_number: first } = await tx
    .selectFrom('workshop')
    .select('next_line_number')
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow();
  let line = first;
  for (const { signUpId, hasSeat } of drawn) {
    const place = hasSeat
      ? ({ status: 'confirmed' } as const)
      : ({ status: 'waiting', line_number: line++ } as const);
    await tx.updateTable('sign_up').set(place).where('id', '=', signUpId).execute();
  }
  await tx
    .updateTable('workshop')
    .set({ next_line_number: line })
    .where('id', '=', workshopId)
    .execute();
}

export type KeptOverride = {
  readonly signUpId: string;
  readonly to: OverridePlace;
  readonly reason: OverrideReason;
  readonly note: string;
};

/** Sets one entrant apart, or anew; the last word counts. */
export async function keepOverride(
  tx: Tx,
  { signUpId, to, reason, note }: KeptOverride,
  made: { readonly by: string; readonly at: Instant }
): Promise<void> {
  const told = { place: to, reason, note, made_by: made.by, made_at: made.at };
  await tx
    .insertInto('lottery_override')
    .values({ sign_up_id: signUpId, ...told })
    .onConflict((conflict) => conflict.column('sign_up_id').doUpdateSet(told))
    .execute();
}

export async function dropOverride(tx: Tx, signUpId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('lottery_override')
    .where('sign_up_id', '=', signUpId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listOverrides(
  db: Db,
  workshopId: string
): Promise<ReadonlyMap<string, KeptOverride>> {
  const rows = await db
    .selectFrom('lottery_override')
    .innerJoin('sign_up', 'sign_up.id', 'lottery_override.sign_up_id')
    .select(['sign_up_id', 'place', 'reason', 'note'])
    .where('sign_up.workshop_id', '=', workshopId)
    .execute();
  return new Map(
    rows.map(({ sign_up_id, place, reason, note }) => [
      sign_up_id,
      { signUpId: sign_up_id, to: place, reason, note }
    ])
  );
}
