import { factOf } from '#features/sync/domain/fact.ts';
import type { OperationResult } from '#features/sync/domain/operation.ts';
import type { StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { answerPayloads, type AnswerType } from '../domain/answer-operation.ts';
import { answersOf } from '../domain/answers.ts';
import { readPayload } from '../domain/operation.ts';
import { sessionOfScope, type AttendanceNeighbours, type DoorHandler } from './operations.ts';

/**
 * The handlers of `answer.*`. What stands is kept beside the facts, for the figures; neither names a
 * person. An undo may come before what it takes back, so each fact looks at both.
 */
export function answerHandlers(neighbours: AttendanceNeighbours): readonly DoorHandler[] {
  return (Object.keys(answerPayloads) as AnswerType[]).map((type) => ({
    type,
    apply: (tx, operation) => applyAnswer(tx, neighbours, type, operation)
  }));
}

async function applyAnswer(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  type: AnswerType,
  operation: StoredOperation
): Promise<OperationResult> {
  if (!readPayload(type, operation.payload)) return { status: 'rejected', code: 'payload' };
  const session = await sessionOfScope(tx, neighbours, operation.scope);
  if (!session) return { status: 'rejected', code: 'unknown-session' };
  const { sessionId, keptUntil } = session;

  await neighbours.lockSession(tx, sessionId);
  const before = await neighbours.factsOf(tx, operation.scope, operation.entityId);
  const [standing] = answersOf([...before, factOf(operation, { flagged: operation.flagged })]);
  await tx.deleteFrom('questionnaire_answer').where('id', '=', operation.entityId).execute();
  if (standing) {
    const { by, marks, wishes } = standing;
    await tx
      .insertInto('questionnaire_answer')
      .values({
        id: operation.entityId,
        session_id: sessionId,
        given_by: by,
        ...marks,
        wishes: JSON.stringify(wishes),
        delete_after: keptUntil
      })
      .execute();
  }
  return { status: 'applied' };
}
