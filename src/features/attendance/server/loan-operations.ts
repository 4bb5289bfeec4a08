import { factOf } from '#features/sync/domain/fact.ts';
import type { OperationResult } from '#features/sync/domain/operation.ts';
import type { StoredOperation } from '#features/sync/domain/stored-operation.ts';
import type { Tx } from '#server/db/transaction.ts';
import { loanRegister } from '../domain/loans.ts';
import { readPayload } from '../domain/operation.ts';
import { sessionOfPerson, type AttendanceNeighbours, type DoorHandler } from './operations.ts';

type LoanType = 'loan.out' | 'loan.in' | 'loan.wipe';

/**
 * The handlers of `loan.*`. The facts themselves are the register, so nothing is kept beside them; a
 * phone that is out twice by the register is marked, since one of the two numbers was misread.
 */
export function loanHandlers(neighbours: AttendanceNeighbours): readonly DoorHandler[] {
  return (['loan.out', 'loan.in', 'loan.wipe'] as const).map((type) => ({
    type,
    apply: (tx, operation) => applyLoan(tx, neighbours, type, operation)
  }));
}

async function applyLoan(
  tx: Tx,
  neighbours: AttendanceNeighbours,
  type: LoanType,
  operation: StoredOperation
): Promise<OperationResult> {
  if (!readPayload(type, operation.payload)) return { status: 'rejected', code: 'payload' };
  const sessionId = await sessionOfPerson(tx, operation);
  if (sessionId === undefined) return { status: 'rejected', code: 'unknown-participation' };
  if (type !== 'loan.out') return { status: 'applied' };

  await neighbours.lockSession(tx, sessionId);
  const before = await neighbours.factsOf(tx, operation.scope);
  const { out, twice } = loanRegister([
    ...before,
    factOf(operation, { flagged: operation.flagged })
  ]);
  const phone = out.find(({ opId }) => opId === operation.opId)?.phone;
  return phone !== undefined && twice.includes(phone)
    ? { status: 'conflict', code: 'phone-out-twice' }
    : { status: 'applied' };
}
