import { randomBytes } from 'node:crypto';
import { city } from '#city/current.ts';
import type { AssistRecord } from '#features/assistance/domain/record.ts';
import type { AssistancePorts } from '#features/assistance/server/operations.ts';
import type { RequestState } from '#features/board/domain/request.ts';
import { withdrawNotices } from '#features/notices/server/notices.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { wasSuspended } from '#features/supporters/server/suspensions.ts';
import type { RowChanges } from '#features/sync/domain/stored-operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { RECEIPT_TOKEN_BYTES, receiptTokenOf } from '#features/workshops/domain/receipt.ts';
import type { Tx } from '#server/db/transaction.ts';
import { publishMatch } from './match-card.ts';
import { deleteAfter } from './retention.ts';

/** How a record of assistance meets the board: whose log and match it is, and what becomes of them. */
export const assistancePorts: AssistancePorts = {
  supporterIn: async (tx, scope, actorId) => {
    const row = await tx
      .selectFrom('supporter')
      .select('id')
      .where('account_id', '=', actorId)
      .executeTakeFirst();
    return row && scope === supporterScope(row.id) ? row.id : undefined;
  },
  wasSuspended,
  isOwnMatch: async (tx, matchId, supporterId) =>
    (await tx
      .selectFrom('help_match')
      .select('id')
      .where('id', '=', matchId)
      .where('supporter_id', '=', supporterId)
      .executeTakeFirst()) !== undefined,
  lockLog: async (tx, supporterId) => {
    await tx
      .updateTable('supporter')
      .set((eb) => ({ state: eb.ref('state') }))
      .where('id', '=', supporterId)
      .execute();
  },
  factsOf: readFacts,
  settleMatch,
  isPersonKnown: async (tx, matchId) =>
    (await tx
      .selectFrom('help_match')
      .innerJoin('help_request', 'help_request.id', 'help_match.request_id')
      .select('help_match.id')
      .where('help_match.id', '=', matchId)
      .where('help_request.person_id', 'is not', null)
      .executeTakeFirst()) !== undefined,
  newToken: () => receiptTokenOf(randomBytes(RECEIPT_TOKEN_BYTES)),
  keptUntil: (date) => deleteAfter(city, 'assistance', date)
};

/** Names the reminder of a meeting that nobody logged. */
export function logMissingKey(matchId: string): string {
  return `log-missing:${matchId}`;
}

type Told = Pick<AssistRecord, 'outcome' | 'handedTo'>;

/** After 「もう一度」 the request is before the desk again, with the same supporter's offer standing. */
const REQUEST_AFTER: Readonly<Record<Told['outcome'], RequestState>> = {
  done: 'done',
  again: 'received',
  'handed-over': 'handed-over'
};

/**
 * A cancelled meeting that was held all the same is held: it happened. A record taken back makes the
 * meeting confirmed again, unless the request has gone on to another one meanwhile.
 */
async function settleMatch(
  tx: Tx,
  changes: RowChanges,
  matchId: string,
  told: Told | undefined
): Promise<void> {
  const { request_id } = await tx
    .updateTable('help_match')
    .set({ state: told ? 'done' : 'confirmed' })
    .where('id', '=', matchId)
    .returning('request_id')
    .executeTakeFirstOrThrow();
  const another = await tx
    .selectFrom('help_match')
    .select('id')
    .where('request_id', '=', request_id)
    .where('id', '!=', matchId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  if (!another) {
    await tx
      .updateTable('help_request')
      .set({
        state: told ? REQUEST_AFTER[told.outcome] : 'matched',
        handed_to: told?.handedTo ?? null
      })
      .where('id', '=', request_id)
      .execute();
    await markOffer(tx, request_id, matchId, told?.outcome === 'again' ? 'open' : 'accepted');
  }
  if (told) await withdrawNotices(tx, [logMissingKey(matchId)]);
  await publishMatch(tx, changes, matchId);
}

async function markOffer(
  tx: Tx,
  requestId: string,
  matchId: string,
  state: 'open' | 'accepted'
): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ state })
    .where('request_id', '=', requestId)
    .where('supporter_id', '=', (eb) =>
      eb.selectFrom('help_match').select('supporter_id').where('id', '=', matchId)
    )
    .execute();
}
