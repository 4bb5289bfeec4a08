import type { Tx } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';
import type { AssistRecord } from '../domain/record.ts';
import { peopleIn, type AssistTally } from '../domain/tally.ts';
import './tables.ts';

/** Who wrote it and when; the id is that of the fact that wrote it first. */
export type RecordFrame = {
  readonly id: string;
  readonly supporterId: string;
  readonly happenedAt: Instant;
  readonly localDate: LocalDate;
  readonly flagged: boolean;
  readonly deleteAfter: LocalDate;
};

/** Keeps what the log says of one meeting now, in the place of what it said before. */
export async function keepRecord(
  tx: Tx,
  { topics, ...told }: AssistRecord,
  frame: RecordFrame
): Promise<void> {
  const says = {
    match_id: told.matchId,
    minutes: told.minutes,
    phone_family: told.phoneFamily,
    able_before: told.before,
    able_after: told.after,
    operated: told.operated,
    outcome: told.outcome,
    handed_to: told.handedTo ?? null,
    helped: told.helped,
    people: told.people,
    promises: JSON.stringify(told.promises)
  };
  await tx
    .insertInto('assistance')
    .values({ ...frameRow(frame), ...says })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(says))
    .execute();
  await tx.deleteFrom('assistance_topic').where('assistance_id', '=', frame.id).execute();
  await tx
    .insertInto('assistance_topic')
    .values(topics.map((topic) => ({ assistance_id: frame.id, topic })))
    .execute();
}

/** The same for the counts of a salon. */
export async function keepTally(tx: Tx, tally: AssistTally, frame: RecordFrame): Promise<void> {
  const says = { minutes: tally.minutes, people: peopleIn(tally) };
  await tx
    .insertInto('assistance_tally')
    .values({ ...frameRow(frame), ...says })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(says))
    .execute();
  await tx.deleteFrom('assistance_tally_count').where('tally_id', '=', frame.id).execute();
  await tx
    .insertInto('assistance_tally_count')
    .values([
      ...tally.topics.map(({ topic, count }) => ({
        ...{ tally_id: frame.id, of: 'topic' as const, code: topic, count }
      })),
      ...tally.families.map(({ family, count }) => ({
        ...{ tally_id: frame.id, of: 'family' as const, code: family, count }
      }))
    ])
    .execute();
}

/** Removes what was taken back from the figures; the facts stay. */
export async function dropEntry(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('assistance').where('id', '=', id).execute();
  await tx.deleteFrom('assistance_tally').where('id', '=', id).execute();
}

function frameRow(frame: RecordFrame) {
  return {
    id: frame.id,
    supporter_id: frame.supporterId,
    happened_at: frame.happenedAt,
    local_date: frame.localDate,
    flagged: frame.flagged ? (1 as const) : (0 as const),
    delete_after: frame.deleteAfter
  };
}
