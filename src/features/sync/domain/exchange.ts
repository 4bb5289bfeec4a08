import * as v from 'valibot';
import { LARGEST_COUNT, MOST_OPERATIONS_PER_PUSH, Operation, Scope } from './operation.ts';
import { SealedOperation } from './sealed-operation.ts';

/** What stands between device and server; both sides check what they get against it. */

export const LARGEST_PULL = 500;

export const PushRequest = v.strictObject({
  deviceId: v.pipe(v.string(), v.uuid()),
  /** How many operations wait for an answer, these included: the desk watches it fall to none. */
  unsent: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LARGEST_COUNT)),
  ops: v.pipe(v.array(v.union([Operation, SealedOperation])), v.maxLength(MOST_OPERATIONS_PER_PUSH))
});
export type PushRequest = v.InferOutput<typeof PushRequest>;

const Result = v.union([
  v.strictObject({ opId: v.string(), duplicate: v.boolean(), status: v.literal('applied') }),
  v.strictObject({
    opId: v.string(),
    duplicate: v.boolean(),
    status: v.picklist(['conflict', 'rejected', 'parked']),
    code: v.string()
  })
]);

/**
 * One result per operation taken, in the order sent. `expectedSeq` is the next the server will take:
 * operations from there on were not looked at. `restarted`: the device counts anew below what the
 * server has seen of it, so its storage was lost; it must enrol again under a new id.
 */
export const PushResponse = v.strictObject({
  results: v.array(Result),
  expectedSeq: v.number(),
  restarted: v.boolean(),
  revoked: v.boolean(),
  serverTime: v.number()
});
export type PushResponse = v.InferOutput<typeof PushResponse>;

export const PullRequest = v.strictObject({
  scope: Scope,
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}\.[0-9a-f-]{0,40}$/)), '0.'),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(LARGEST_PULL)
    ),
    String(LARGEST_PULL)
  )
});
export type PullRequest = v.InferOutput<typeof PullRequest>;

export const PulledRow = v.strictObject({ id: v.string(), kind: v.string(), body: v.string() });
export type PulledRow = v.InferOutput<typeof PulledRow>;

export const PullResponse = v.strictObject({
  rows: v.array(PulledRow),
  /** Ids of rows that are gone. */
  tombstones: v.array(v.string()),
  cursor: v.string(),
  more: v.boolean(),
  serverTime: v.number(),
  /** True when the device's cursor is older than what the server still knows: it starts from nothing. */
  reset: v.boolean(),
  /** Scopes the device may no longer hold: their rows go, their unsent operations stay. */
  revokedScopes: v.array(v.string()),
  /** Until when the device may hold the scope, where it is for a time only; exclusive. */
  heldUntil: v.exactOptional(v.number())
});
export type PullResponse = v.InferOutput<typeof PullResponse>;

export const EnrolRequest = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
});

export const EnrolResponse = v.strictObject({
  deviceId: v.string(),
  secret: v.string(),
  accountId: v.string(),
  accountName: v.string(),
  serverTime: v.number()
});
export type EnrolResponse = v.InferOutput<typeof EnrolResponse>;

const MOST_SCOPES = 100;
/** The second secret of a device, which its PIN opens: the credential alone reads nothing. */
const Reader = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
export const READER_HEADER = 'x-engawa-reader';

/** What a device asks when it is opened with its PIN: the secrets of the sessions that it holds. */
export const KeysRequest = v.strictObject({
  scopes: v.pipe(v.array(Scope), v.maxLength(MOST_SCOPES)),
  reader: Reader
});
export type KeysRequest = v.InferOutput<typeof KeysRequest>;

/** To what a device seals its operations; `publicKey` is a point of P-256, in base64url. */
export const ServerKey = v.strictObject({ kid: v.string(), publicKey: v.string() });
export type ServerKey = v.InferOutput<typeof ServerKey>;

export const KeysResponse = v.strictObject({
  serverKey: ServerKey,
  /** Of the sessions that the device may hold now; others are left out. */
  venueCodes: v.array(v.strictObject({ scope: Scope, code: v.string() })),
  serverTime: v.number()
});
export type KeysResponse = v.InferOutput<typeof KeysResponse>;
