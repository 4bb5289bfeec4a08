import { factOf, type Fact } from '#features/sync/domain/fact.ts';
import type { OperationResult, Scope } from '#features/sync/domain/operation.ts';
import type { StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { bookAfter, followTypes, readFollow, type FollowType } from '../domain/follow-up-fact.ts';
import './tables.ts';

/** What an answer at a session needs of the rest of the product. */
export type FollowUpPorts = {
  /** True when the question's person stands on the roster of the session. */
  readonly isAskedAt: (tx: Tx, scope: Scope, followUpId: string) => Promise<boolean>;
  readonly factsOf: (tx: Tx, scope: Scope, followUpId: string) => Promise<readonly Fact[]>;
};

type Handler = {
  readonly type: FollowType;
  readonly apply: (tx: Tx, operation: StoredOperation) => Promise<OperationResult>;
};

/** The handlers of `follow.*`: the books of a question follow its facts, whatever the order. */
export function followUpHandlers(ports: FollowUpPorts): readonly Handler[] {
  return followTypes.map((type) => ({
    type,
    apply: (tx, operation) => applyFollow(ports, tx, type, operation)
  }));
}

async function applyFollow(
  ports: FollowUpPorts,
  tx: Tx,
  type: FollowType,
  operation: StoredOperation
): Promise<OperationResult> {
  if (!readFollow(type, operation.payload)) return { status: 'rejected', code: 'payload' };
  const { scope, entityId: id } = operation;
  if (!(await ports.isAskedAt(tx, scope, id)))
    return { status: 'rejected', code: 'unknown-question' };

  // An update, because it locks on both engines: two tablets are decided one after the other.
  const row = await tx
    .updateTable('follow_up')
    .set((eb) => ({ way: eb.ref('way') }))
    .where('id', '=', id)
    .returning(['answer', 'answered_at', 'answered_by'])
    .executeTakeFirstOrThrow();
  const booked = { answer: row.answer, answeredAt: row.answered_at, answeredBy: row.answered_by };
  const before = await ports.factsOf(tx, scope, id);
  const after = bookAfter(booked, [...before, factOf(operation, { flagged: operation.flagged })]);
  if (!after) {
    return type === 'follow.answer'
      ? { status: 'conflict', code: 'answered-since' }
      : { status: 'applied' };
  }
  await tx
    .updateTable('follow_up')
    .set({
      answer: after.answer,
      answered_at: after.answeredAt,
      answered_by: after.answeredBy
    })
    .where('id', '=', id)
    .execute();
  return { status: 'applied' };
}
