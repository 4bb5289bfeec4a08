import type { Db } from '#server/db/database.ts';
import { inTransaction, type Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { localDateOf, type Instant } from '#shared/time/instant.ts';
import type { BoardEntry } from '../domain/board.ts';
import { orderForSupporter } from '../domain/fit.ts';
import type { HelpTime, Topic } from '../domain/request.ts';
import { lockSupporter, type Supporter } from './supporters.ts';
import type { OfferRow } from './tables.ts';

/** Unknown, not on the board and not one's own are one answer. */
export type OfferError = { readonly type: 'not-found' } | { readonly type: 'already-matched' };

const LONGEST_BOARD = 200;

/** The open requests as one supporter sees them: codes only, the best fit first. */
export async function readBoard(db: Db, supporter: Supporter): Promise<readonly BoardEntry[]> {
  const rows = await db
    .selectFrom('help_request')
    .leftJoin('offer', (join) =>
      join
        .onRef('offer.request_id', '=', 'help_request.id')
        .on('offer.supporter_id', '=', supporter.id)
    )
    .select([
      'help_request.id',
      'help_request.topic',
      'help_request.phone_family',
      'help_request.venue_id',
      'help_request.times',
      'help_request.created_at',
      'offer.state as offer'
    ])
    .where('help_request.state', '=', 'on-board')
    .orderBy('help_request.created_at')
    .limit(LONGEST_BOARD)
    .execute();
  const open = rows.map((row) => ({
    id: row.id,
    topic: row.topic as Topic,
    phoneFamily: row.phone_family,
    venueId: row.venue_id,
    times: JSON.parse(row.times) as HelpTime[],
    createdAt: row.created_at,
    offer: row.offer
  }));
  return orderForSupporter(open, supporter).map(({ id, createdAt, fit, ...entry }) => ({
    ...entry,
    requestId: id,
    since: localDateOf(createdAt),
    reasons: [...fit.reasons]
  }));
}

/**
 * Offers to help with a request on the board. `key` is made by the device: a retry, and offering again
 * after withdrawing, is the same offer.
 */
export function offerHelp(
  db: Db,
  offer: {
    readonly supporter: Supporter;
    readonly requestId: string;
    readonly key: string;
    readonly now: Instant;
  }
): Promise<Result<{ readonly state: OfferRow['state'] }, OfferError>> {
  const { supporter, requestId, key, now } = offer;
  return inTransaction(db, async (tx) => {
    if (!(await isOnBoard(tx, requestId))) return err({ type: 'not-found' });
    // Read anew: a suspension may have come after the page, or the request itself, was opened.
    const helper = await lockSupporter(tx, supporter.id);
    if (helper?.state !== 'active') return err({ type: 'not-found' });
    const known = await findOffer(tx, requestId, supporter.id);
    if (known?.state === 'withdrawn') {
      await tx.updateTable('offer').set({ state: 'open' }).where('id', '=', known.id).execute();
      return ok({ state: 'open' });
    }
    if (known) return ok({ state: known.state });
    await tx
      .insertInto('offer')
      .values({
        id: key,
        request_id: requestId,
        supporter_id: supporter.id,
        state: 'open',
        withdrawals: 0,
        created_at: now
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const stored = await findOffer(tx, requestId, supporter.id);
    return stored ? ok({ state: stored.state }) : err({ type: 'not-found' });
  });
}

/** Takes an offer back while nobody has been confirmed. */
export function withdrawOffer(
  db: Db,
  { supporter, requestId }: { readonly supporter: Supporter; readonly requestId: string }
): Promise<Result<{ readonly state: OfferRow['state'] }, OfferError>> {
  return inTransaction(db, async (tx) => {
    const helper = await lockSupporter(tx, supporter.id);
    const known = await findOffer(tx, requestId, supporter.id);
    if (!known || helper?.state === 'suspended') return err({ type: 'not-found' });
    const { numUpdatedRows } = await tx
      .updateTable('offer')
      .set((eb) => ({ state: 'withdrawn', withdrawals: eb('withdrawals', '+', 1) }))
      .where('id', '=', known.id)
      .where('state', 'not in', ['accepted', 'withdrawn'])
      .executeTakeFirst();
    return numUpdatedRows > 0n || known.state === 'withdrawn'
      ? ok({ state: 'withdrawn' })
      : err({ type: 'already-matched' });
  });
}

/** The request's row is the lock: a confirmation that runs at the same time is before or after. */
async function isOnBoard(tx: Tx, requestId: string): Promise<boolean> {
  const row = await tx
    .updateTable('help_request')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', requestId)
    .where('state', '=', 'on-board')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function findOffer(tx: Tx, requestId: string, supporterId: string): Promise<OfferRow | undefined> {
  return tx
    .selectFrom('offer')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('supporter_id', '=', supporterId)
    .executeTakeFirst();
}

/** How many open offers each request has; requests without one are left out. */
export async function countOpenOffers(
  db: Db,
  requestIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('offer')
    .select(['request_id', (eb) => eb.fn.countAll().as('count')])
    .where('request_id', 'in', [...requestIds])
    .where('state', '=', 'open')
    .groupBy('request_id')
    .execute();
  return new Map(rows.map(({ request_id, count }) => [request_id, Number(count)]));
}

/** Takes back what a supporter offered and nobody has confirmed. */
export async function withdrawOpenOffers(tx: Tx, supporterId: string): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ state: 'withdrawn' })
    .where('supporter_id', '=', supporterId)
    .where('state', '=', 'open')
    .execute();
}

/** Makes one supporter's offer the accepted one, with or without an offer before; the others' stay out. */
export async function acceptInstead(
  tx: Tx,
  offer: { readonly requestId: string; readonly supporterId: string; readonly now: Instant }
): Promise<void> {
  const { requestId, supporterId, now } = offer;
  await tx
    .updateTable('offer')
    .set({ state: 'declined' })
    .where('request_id', '=', requestId)
    .where('state', '=', 'accepted')
    .execute();
  await tx
    .insertInto('offer')
    .values({
      ...{ id: newId(), request_id: requestId, supporter_id: supporterId },
      ...{ state: 'accepted', withdrawals: 0, created_at: now }
    })
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'supporter_id']).doUpdateSet({ state: 'accepted' })
    )
    .execute();
}

/**
 * The offer that a place in a slot stands for. One that was withdrawn or declined stays that, and is
 * answered all the same, so that confirming it is refused.
 */
export async function offerBySlot(
  tx: Tx,
  offer: { readonly requestId: string; readonly supporterId: string; readonly now: Instant }
): Promise<string> {
  const { requestId, supporterId, now } = offer;
  const known = await findOffer(tx, requestId, supporterId);
  if (known) return known.id;
  const id = newId();
  await tx
    .insertInto('offer')
    .values({
      ...{ id, request_id: requestId, supporter_id: supporterId },
      ...{ state: 'open', withdrawals: 0, created_at: now }
    })
    .execute();
  return id;
}
