import type { Tx } from '#server/db/transaction.ts';
import { localDateOf } from '#shared/time/instant.ts';
import { publishedAt, type DateChanges, type StandingWorkshop } from '../domain/change.ts';
import type { Place } from '../domain/place.ts';
import type { WorkshopPlan } from '../domain/plan.ts';
import { findLottery, replanLottery } from './lottery.ts';
import { columnsOf, sessionRow, type Told } from './workshops.ts';

/** A workshop as it stands; take its lock before, so that nobody signs up meanwhile. */
export async function findStanding(
  tx: Tx,
  id: string
): Promise<Omit<StandingWorkshop, 'hasBeenHeld'> | undefined> {
  const row = await tx.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const sessions = await tx
    .selectFrom('session')
    .select(['id', 'starts_at', 'ends_at'])
    .where('workshop_id', '=', id)
    .where('state', '=', 'planned')
    .orderBy('starts_at')
    .execute();
  const signUps = await tx
    .selectFrom('sign_up')
    .select('status')
    .where('workshop_id', '=', id)
    .execute();
  const lottery = await findLottery(tx, id);
  const count = (wanted: Place['kind']) => signUps.filter(({ status }) => status === wanted).length;
  return {
    state: row.state,
    venueId: row.venue_id,
    roomId: row.room_id ?? undefined,
    selection: row.selection,
    ...{ confirmed: count('confirmed'), waiting: count('waiting'), entered: count('entered') },
    lottery: lottery && {
      drawsAt: lottery.drawsAt,
      rules: lottery.rules,
      drawnAt: lottery.drawn?.at
    },
    sessions: sessions.map(({ id, starts_at, ends_at }) => ({
      id,
      startsAt: starts_at,
      endsAt: ends_at
    }))
  };
}

/**
 * Writes a plan over what stands. A date that is left out is called off once it has been public, and
 * gone before. @returns the sessions that are new or changed.
 */
export async function rewriteWorkshop(
  tx: Tx,
  id: string,
  plan: WorkshopPlan,
  changes: DateChanges,
  told: Told
): Promise<readonly string[]> {
  const { published_at } = await tx
    .selectFrom('workshop')
    .select('published_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('workshop')
    .set({ ...columnsOf(plan), published_at: publishedAt(published_at, plan.state, told.now) })
    .where('id', '=', id)
    .execute();
  await replanLottery(tx, id, plan.lottery);
  for (const { id: sessionId, startsAt, endsAt } of changes.move) {
    const day = localDateOf(startsAt);
    const moved = { starts_at: startsAt, ends_at: endsAt, local_date: day };
    await tx
      .updateTable('session')
      .set({ ...moved, delete_after: told.deleteAfter(day) })
      .where('id', '=', sessionId)
      .execute();
  }
  for (const sessionId of changes.remove) {
    await (published_at === null
      ? tx.deleteFrom('session').where('id', '=', sessionId).execute()
      : tx.updateTable('session').set('state', 'cancelled').where('id', '=', sessionId).execute());
  }
  const added = changes.add.map((session) => sessionRow(id, session, told));
  if (added.length > 0) await tx.insertInto('session').values(added).execute();
  return [...changes.move.map((session) => session.id), ...added.map((row) => row.id)];
}

/** Opens drafts to the public. @returns how many there were. */
export async function publishDrafts(
  tx: Tx,
  which: { readonly seriesId: string } | { readonly id: string },
  { now }: Pick<Told, 'now'>
): Promise<number> {
  const rows = await tx
    .updateTable('workshop')
    .set({ state: 'open', published_at: now })
    .where('state', '=', 'draft')
    .$if('seriesId' in which, (query) =>
      query.where('series_id', '=', (which as { seriesId: string }).seriesId)
    )
    .$if('id' in which, (query) => query.where('id', '=', (which as { id: string }).id))
    .returning('id')
    .execute();
  return rows.length;
}

/** Gives a draft up: the public never hears of it. @returns whether there was one. */
export async function giveUpDraft(tx: Tx, id: string): Promise<boolean> {
  const given = await tx
    .updateTable('workshop')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('id')
    .execute();
  return given.length > 0;
}
