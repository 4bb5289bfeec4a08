import * as v from 'valibot';

/** The version of the envelope this build writes; the two before it are still read. */
export const OPERATION_VERSION = 1;
export const MOST_OPERATIONS_PER_PUSH = 100;
export const LARGEST_PUSH_BYTES = 256 * 1024;
const LONGEST_PAYLOAD = 16 * 1024;
/** The largest that a database keeps as `integer`. */
export const LARGEST_COUNT = 2 ** 31 - 1;

const Id = v.pipe(v.string(), v.uuid());
const Integer = v.pipe(v.number(), v.safeInteger());

/** What a device may hold: one workshop session, or one supporter's own log. */
export const Scope = v.pipe(
  v.string(),
  v.regex(/^(session|supporter):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
);
export type Scope = string;

/**
 * A fact as a device writes it, once and for ever. `seq` counts this device's operations from 1;
 * `clockOffsetMs` is the server's time minus the device's as last measured. The payload is text that
 * only the feature of `type` reads.
 */
export const Operation = v.strictObject({
  opId: Id,
  v: v.pipe(Integer, v.minValue(1), v.maxValue(LARGEST_COUNT)),
  deviceId: Id,
  seq: v.pipe(Integer, v.minValue(1)),
  scope: Scope,
  type: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z]+$/), v.maxLength(40)),
  entityId: Id,
  /** JSON escapes NUL, which a database does not keep. */
  payload: v.pipe(v.string(), v.maxLength(LONGEST_PAYLOAD), v.excludes('\0')),
  clientAt: v.pipe(Integer, v.minValue(0)),
  clockOffsetMs: Integer,
  actorId: Id
});
export type Operation = v.InferOutput<typeof Operation>;

/**
 * The server's answer to one operation; a repeat gets the first answer again, as `duplicate` with it.
 *
 * - `applied`: it took effect. `conflict`: it took effect and staff should look (`code` says at what).
 * - `rejected`: it has no effect and is kept; the device shows it under 「確認が必要」.
 * - `parked`: this server does not know its type or version yet; kept until one does.
 */
export type OperationResult =
  | { readonly status: 'applied' }
  | { readonly status: 'conflict' | 'rejected' | 'parked'; readonly code: string };

export type PushedResult = OperationResult & { readonly opId: string; readonly duplicate: boolean };

/** The moment a fact happened by the server's clock; the device's own may be a day off. */
export function happenedAt(operation: Pick<Operation, 'clientAt' | 'clockOffsetMs'>): number {
  return operation.clientAt + operation.clockOffsetMs;
}

export function sessionScope(sessionId: string): Scope {
  return `session:${sessionId}`;
}

/** `undefined` for a scope that is no session's. */
export function sessionIdOf(scope: Scope): string | undefined {
  const [kind, id] = scope.split(':');
  return kind === 'session' ? id : undefined;
}

export function supporterScope(supporterId: string): Scope {
  return `supporter:${supporterId}`;
}
