import * as v from 'valibot';
import { CODE_DIGITS } from './enrolment-code.ts';
import { LARGEST_COUNT, MOST_OPERATIONS_PER_PUSH, Operation, Scope } from './operation.ts';
import { SealedOperation } from './sealed-operation.ts';
import { storageAnswers, tabletStates } from './tablet.ts';

/**
 * What stands between device and server; both sides check what they get against it. The server takes
 * nothing that it does not know; a device passes over it, since the app on it may be the older one.
 */

export const LARGEST_PULL = 500;

export const PushRequest = v.strictObject({
  deviceId: v.pipe(v.string(), v.uuid()),
  /** How many operations wait for an answer, these included: the desk watches it fall to none. */
  unsent: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LARGEST_COUNT)),
  ops: v.pipe(v.array(v.union([Operation, SealedOperation])), v.maxLength(MOST_OPERATIONS_PER_PUSH))
});
export type PushRequest = v.InferOutput<typeof PushRequest>;

const Result = v.union([
  v.object({ opId: v.string(), duplicate: v.boolean(), status: v.literal('applied') }),
  v.object({
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
export const PushResponse = v.object({
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

export const PulledRow = v.object({ id: v.string(), kind: v.string(), body: v.string() });
export type PulledRow = v.InferOutput<typeof PulledRow>;

export const PullResponse = v.object({
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

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LARGEST_COUNT));

/** Who this device was before, where it is enrolled anew; `lost`: its storage came up empty. */
const FormerSelf = v.strictObject({
  deviceId: v.pipe(v.string(), v.uuid()),
  lastSeq: Count,
  lost: v.boolean()
});
export type FormerSelf = v.InferOutput<typeof FormerSelf>;

export const EnrolRequest = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  before: v.exactOptional(FormerSelf)
});

/** Enrolment by what staff show at the desk, with nobody signed in on the device. */
export const EnrolByCodeRequest = v.strictObject({
  code: v.pipe(v.string(), v.regex(new RegExp(`^\\d{${CODE_DIGITS}}$`))),
  before: v.exactOptional(FormerSelf)
});

export const EnrolResponse = v.object({
  deviceId: v.string(),
  secret: v.string(),
  accountId: v.string(),
  accountName: v.string(),
  /** As the desk or the person named it. */
  name: v.string(),
  place: v.string(),
  serverTime: v.number()
});
export type EnrolResponse = v.InferOutput<typeof EnrolResponse>;

/** What a device says of itself at every contact; the desk shows it. */
export const DeviceReport = v.strictObject({
  /** The last number it has written, and how many operations wait for an answer. */
  lastSeq: Count,
  unsent: Count,
  /** Facts of other devices that it is to bring. */
  carried: Count,
  /** The last number by the note outside of its storage. */
  notedSeq: v.nullable(Count),
  /** Operations that the server would not take, still shown on the device. */
  refused: Count,
  /** What it holds now; what was given and is not named here is gone from it. */
  scopes: v.pipe(v.array(Scope), v.maxLength(200)),
  appVersion: v.pipe(v.string(), v.maxLength(80)),
  storage: v.picklist(storageAnswers),
  clockOffsetMs: v.pipe(v.number(), v.safeInteger())
});
export type DeviceReport = v.InferOutput<typeof DeviceReport>;

/** `missing`: how many facts may be lost with the device's storage; `null` when its count fits. */
export const DeviceReportAnswer = v.object({
  state: v.picklist(tabletStates),
  missing: v.nullable(v.number()),
  serverTime: v.number()
});
export type DeviceReportAnswer = v.InferOutput<typeof DeviceReportAnswer>;

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
export const ServerKey = v.object({ kid: v.string(), publicKey: v.string() });
export type ServerKey = v.InferOutput<typeof ServerKey>;

export const KeysResponse = v.object({
  serverKey: ServerKey,
  /** Of the sessions that the device may hold now; others are left out. */
  venueCodes: v.array(v.object({ scope: Scope, code: v.string() })),
  serverTime: v.number()
});
export type KeysResponse = v.InferOutput<typeof KeysResponse>;
