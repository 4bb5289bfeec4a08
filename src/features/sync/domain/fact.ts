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

/** An operation seen as the fact it is, or will be; what nobody said yet is nothing. */
export function factOf(
  operation: Operation,
  known: Partial<Pick<Fact, 'deviceName' | 'conflict' | 'flagged'>> = {}
): Fact {
  const { opId, type, entityId, payload, deviceId } = operation;
  const { deviceName = '', conflict = null, flagged = false } = known;
  const at = happenedAt(operation);
  return { opId, type, entityId, payload, at, deviceId, deviceName, conflict, flagged };
}
