import * as v from 'valibot';
import type { Operation } from './operation.ts';
import { happenedAt } from './operation.ts';

/** An operation that took effect, as every device of its scope holds it (row kind `fact`). */
export const Fact = v.strictObject({
  opId: v.string(),
  type: v.string(),
  entityId: v.string(),
  payload: v.string(),
  /** When it happened, by the server's clock. */
  at: v.number(),
  deviceId: v.string(),
  deviceName: v.string(),
  /** What staff should look at; `null` for nothing. */
  conflict: v.nullable(v.string()),
  /** Written before a device or account lost its right, and kept. */
  flagged: v.boolean()
});
export type Fact = v.InferOutput<typeof Fact>;

export const FACT_ROW = 'fact';

/** The device of a fact that no device wrote: somebody told the desk, or pressed it on a page. */
export const SERVER_DEVICE = 'server';

/** An operation of this device that waits to be sent, seen as the fact it will be. */
export function unsentFact(operation: Operation, deviceName: string): Fact {
  return {
    opId: operation.opId,
    type: operation.type,
    entityId: operation.entityId,
    payload: operation.payload,
    at: happenedAt(operation),
    deviceId: operation.deviceId,
    deviceName,
    conflict: null,
    flagged: false
  };
}
