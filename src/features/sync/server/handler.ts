import type { Tx } from '#server/db/transaction.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Operation, OperationResult } from '../domain/operation.ts';
import type { ScopeChanges } from './scope-changes.ts';

/** An operation as the server took it: when, and whether it was written before a right was lost. */
export type StoredOperation = Operation & {
  readonly receivedAt: Instant;
  readonly flagged: boolean;
};

/**
 * What a feature does with its operations. It reads the payload itself, answers what became of it,
 * and never throws for what a device may send: `rejected` keeps the fact without an effect.
 * The fact itself is handed to the scope's other devices by the protocol.
 */
export type OperationHandler = {
  readonly type: string;
  readonly apply: (tx: Tx, operation: StoredOperation, changes: ScopeChanges) => Promise<OperationResult>;
};
