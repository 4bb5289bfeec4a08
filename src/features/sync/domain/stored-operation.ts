import type { Instant } from '#shared/time/instant.ts';
import type { Operation, Scope } from './operation.ts';

/** An operation as the server took it: when, and whether it was written before a right was lost. */
export type StoredOperation = Operation & {
  readonly receivedAt: Instant;
  readonly flagged: boolean;
};

/** Where a feature puts the rows that a scope's devices are to hold; the protocol numbers and sends them. */
export type RowChanges = {
  readonly put: (scope: Scope, kind: string, id: string, body: unknown) => void;
  readonly remove: (scope: Scope, kind: string, id: string) => void;
};
