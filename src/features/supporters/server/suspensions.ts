import type { Db } from '#server/db/database.ts';
import type { Tx } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { SuspensionReason } from '../domain/lifecycle.ts';

export type Suspension = {
  readonly reason: SuspensionReason;
  readonly beginsAt: Instant;
  /** `null` while it lasts. */
  readonly endsAt: Instant | null;
};

export async function addSuspension(
  tx: Tx,
  suspension: {
    readonly supporterId: string;
    readonly reason: SuspensionReason;
    readonly by: string;
    readonly now: Instant;
    readonly deleteAfter: LocalDate;
  }
): Promise<void> {
  await tx
    .insertInto('supporter_suspension')
    .values({
      id: newId(),
      supporter_id: suspension.supporterId,
      reason: suspension.reason,
      begins_at: suspension.now,
      ends_at: null,
      by: suspension.by,
      delete_after: suspension.deleteAfter
    })
    .execute();
}

export async function endSuspension(tx: Tx, supporterId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('supporter_suspension')
    .set({ ends_at: now })
    .where('supporter_id', '=', supporterId)
    .where('ends_at', 'is', null)
    .execute();
}

/** The newest first. */
export async function listSuspensions(db: Db, supporterId: string): Promise<readonly Suspension[]> {
  const rows = await db
    .selectFrom('supporter_suspension')
    .select(['reason', 'begins_at', 'ends_at'])
    .where('supporter_id', '=', supporterId)
    .orderBy('begins_at', 'desc')
    .execute();
  return rows.map(({ reason, begins_at, ends_at }) => ({
    reason,
    beginsAt: begins_at,
    endsAt: ends_at
  }));
}

/** True when the supporter was suspended at that moment, also when the suspension is over by now. */
export async function wasSuspended(tx: Tx, supporterId: string, at: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('supporter_suspension')
    .select('id')
    .where('supporter_id', '=', supporterId)
    .where('begins_at', '<', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .executeTakeFirst();
  return row !== undefined;
}
