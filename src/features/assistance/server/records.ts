import type { Tx } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AssistRecord } from '../domain/record.ts';
import './tables.ts';

/** Who wrote a record and when; its id is the operation's. */
export type RecordFrame = {
  readonly id: string;
  readonly supporterId: string;
  readonly happenedAt: Instant;
  readonly localDate: LocalDate;
  readonly flagged: boolean;
  readonly deleteAfter: LocalDate;
};

export async function addRecord(
  tx: Tx,
  { topics, ...told }: AssistRecord,
  frame: RecordFrame
): Promise<void> {
  await tx
    .insertInto('assistance')
    .values({
      id: frame.id,
      supporter_id: frame.supporterId,
      match_id: told.matchId,
      minutes: told.minutes,
      phone_family: told.phoneFamily,
      able_before: told.before,
      able_after: told.after,
      operated: told.operated,
      outcome: told.outcome,
      handed_to: told.handedTo ?? null,
      happened_at: frame.happenedAt,
      local_date: frame.localDate,
      flagged: frame.flagged ? 1 : 0,
      delete_after: frame.deleteAfter
    })
    .execute();
  await tx
    .insertInto('assistance_topic')
    .values(topics.map((topic) => ({ assistance_id: frame.id, topic })))
    .execute();
}

export async function countRecordsOf(tx: Tx, matchId: string): Promise<number> {
  const rows = await tx
    .selectFrom('assistance')
    .select('id')
    .where('match_id', '=', matchId)
    .execute();
  return rows.length;
}

/** Removes a supporter's own record; the fact that it was written stays in `operation`. */
export async function takeBackRecord(
  tx: Tx,
  id: string,
  supporterId: string
): Promise<{ readonly matchId: string | null } | undefined> {
  const row = await tx
    .deleteFrom('assistance')
    .where('id', '=', id)
    .where('supporter_id', '=', supporterId)
    .returning('match_id')
    .executeTakeFirst();
  return row && { matchId: row.match_id };
}
