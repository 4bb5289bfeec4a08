import type { Tx } from '#server/db/transaction.ts';
import type { OperationResult } from '../domain/operation.ts';
import type { RowChanges, StoredOperation } from '../domain/stored-operation.ts';

/**
 * What a feature does with one type of its operations. It reads the payload itself, answers what became
 * of it, and never throws for what a device may send: `rejected` keeps the fact without an effect.
 * The fact itself is handed to the scope's other devices by the protocol. Features write functions of
 * this shape in their own `server/`; `app/server/operations.ts` brings them together.
 */
export type OperationHandler = {
  readonly type: string;
  readonly apply: (
    tx: Tx,
    operation: StoredOperation,
    changes: RowChanges
  ) => Promise<OperationResult>;
};
