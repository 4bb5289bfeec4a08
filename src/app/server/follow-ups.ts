import type { FollowUpAnswer, FollowUpKind } from '#features/assistance/domain/follow-up.ts';
import type { Topic } from '#features/board/domain/request.ts';
import { writeAudit } from '#features/people/server/audit.ts';
import { isReceiptToken } from '#features/workshops/domain/receipt.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Instant, LocalDate } from '#shared/time/instant.ts';

/** The question as its page asks it: what was practised and when, and nobody's name. */
export type FollowUpQuestion = {
  readonly topics: readonly Topic[];
  readonly helpedOn: LocalDate;
  readonly kind: FollowUpKind;
  readonly answer: FollowUpAnswer | undefined;
};

/** @returns `undefined` for every token that opens nothing. */
export async function findFollowUp(db: Db, token: string): Promise<FollowUpQuestion | undefined> {
  if (!isReceiptToken(token)) return undefined;
  const row = await db
    .selectFrom('follow_up')
    .innerJoin('assistance', 'assistance.id', 'follow_up.assistance_id')
    .select(['assistance.id', 'assistance.local_date', 'follow_up.kind', 'follow_up.answer'])
    .where('token', '=', token)
    .executeTakeFirst();
  if (!row) return undefined;
  const topics = await db
    .selectFrom('assistance_topic')
    .select('topic')
    .where('assistance_id', '=', row.id)
    .orderBy('topic')
    .execute();
  return {
    topics: topics.map(({ topic }) => topic as Topic),
    helpedOn: row.local_date,
    kind: row.kind,
    answer: row.answer ?? undefined
  };
}

export type AnswerFollowUp = {
  /** The page knows the token, the desk the id. */
  readonly of: { readonly token: string } | { readonly id: string };
  readonly answer: FollowUpAnswer;
  /** `page`, or the account that was told. */
  readonly by: string;
  readonly now: Instant;
};

/**
 * Keeps what the person says; said anew, the last word counts, since a finger slips.
 * @returns false when there is no such question
 */
export function answerFollowUp(db: Db, asked: AnswerFollowUp): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { of, answer, by, now } = asked;
    const [column, value] = 'id' in of ? (['id', of.id] as const) : (['token', of.token] as const);
    const row = await tx
      .updateTable('follow_up')
      .set({ answer, answered_at: now, answered_by: by })
      .where(column, '=', value)
      .returning('id')
      .executeTakeFirst();
    if (!row) return false;
    const actor = by === 'page' ? 'applicant' : by;
    await writeAudit(tx, [
      { at: now, actor, action: 'answer', entity: 'follow_up', entityId: row.id, why: 'follow-up' }
    ]);
    return true;
  });
}
