import * as v from 'valibot';
import { Operation } from './operation.ts';

const Base64Url = v.pipe(v.string(), v.regex(/^[\w-]*$/));
const LONGEST_SEALED = 32 * 1024;

/** What of an operation stands open, so that a locked device still sends in order and once. */
const envelopeKeys = ['opId', 'v', 'deviceId', 'seq', 'scope', 'clockOffsetMs', 'actorId'] as const;
const contentKeys = ['type', 'entityId', 'payload', 'clientAt'] as const;

/** What is sealed of it: what happened, to whom and when. */
export const OperationContent = v.pick(Operation, contentKeys);
export type OperationContent = v.InferOutput<typeof OperationContent>;

/** A content that only the server opens: sealed to its key `kid` by the one-time public key `epk`. */
export const ServerSeal = v.strictObject({
  kid: v.pipe(Base64Url, v.maxLength(64)),
  epk: v.pipe(Base64Url, v.maxLength(128)),
  iv: v.pipe(Base64Url, v.maxLength(32)),
  data: v.pipe(Base64Url, v.maxLength(LONGEST_SEALED))
});
export type ServerSeal = v.InferOutput<typeof ServerSeal>;

/** An operation as it lies and travels when the device has keys. */
export const SealedOperation = v.strictObject({
  ...v.pick(Operation, envelopeKeys).entries,
  sealed: ServerSeal
});
export type SealedOperation = v.InferOutput<typeof SealedOperation>;
export type Envelope = Omit<SealedOperation, 'sealed'>;

/** To what a sealed content belongs; its number and device may change when the device is enrolled anew. */
export function sealedAbout({ opId, scope }: Pick<Envelope, 'opId' | 'scope'>): string {
  return `${opId} ${scope}`;
}

export function isSealed(operation: Operation | SealedOperation): operation is SealedOperation {
  return 'sealed' in operation;
}
