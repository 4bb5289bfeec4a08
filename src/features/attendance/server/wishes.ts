import type { Tx } from '#server/db/transaction.ts';
import type { Wish } from '../domain/presence.ts';
import './tables.ts';

/**
 * Keeps what somebody wishes beside the facts, for the desk's list. What the desk has dealt with stays,
 * whatever the door takes back afterwards.
 */
export async function keepWishes(
  tx: Tx,
  participationId: string,
  wishes: readonly Wish[]
): Promise<void> {
  await tx
    .deleteFrom('next_wish')
    .where('participation_id', '=', participationId)
    .where('outcome', 'is', null)
    .where('session_id', 'not in', ['', ...wishes.map(({ sessionId }) => sessionId)])
    .execute();
  if (wishes.length === 0) return;

  const { delete_after } = await tx
    .selectFrom('participation')
    .select('delete_after')
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('next_wish')
    .values(
      wishes.map(({ opId, at, sessionId }) => ({
        id: opId,
        participation_id: participationId,
        session_id: sessionId,
        wished_at: at,
        outcome: null,
        settled_at: null,
        settled_by: null,
        delete_after
      }))
    )
    .onConflict((conflict) => conflict.columns(['participation_id', 'session_id']).doNothing())
    .execute();
}
