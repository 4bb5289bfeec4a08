import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { LocalDate } from '#shared/time/instant.ts';
import { dueOn, followUpKinds, type FollowUpWay } from '../domain/follow-up.ts';
import './tables.ts';

/** Makes the questions of one record fit the way its person chose; `undefined`: they are not asked. */
export async function keepFollowUps(
  tx: Tx,
  record: {
    readonly id: string;
    readonly localDate: LocalDate;
    readonly deleteAfter: LocalDate;
    readonly way: FollowUpWay | undefined;
    readonly newToken: () => string;
  }
): Promise<void> {
  const { id, way } = record;
  if (way === undefined) {
    await tx
      .deleteFrom('follow_up')
      .where('assistance_id', '=', id)
      .where('answer', 'is', null)
      .execute();
    return;
  }
  await tx
    .insertInto('follow_up')
    .values(
      followUpKinds.map((kind) => ({
        ...{ id: newId(), assistance_id: id, kind, way, token: record.newToken() },
        ...{ answer: null, answered_at: null, answered_by: null },
        ...{ due_on: dueOn(kind, record.localDate), posted_at: null, dropped_at: null },
        delete_after: record.deleteAfter
      }))
    )
    .onConflict((conflict) => conflict.columns(['assistance_id', 'kind']).doUpdateSet({ way }))
    .execute();
}
