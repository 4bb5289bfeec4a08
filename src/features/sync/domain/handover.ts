import * as v from 'valibot';
import { OperationContent } from './sealed-operation.ts';

/**
 * Facts that one device hands to another while no server is in reach. Each keeps its own id, device and
 * number; the text is carried as it was written, with a proof that only its device could make, so that
 * whoever brings it can neither change it nor invent one.
 */
export const Carried = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(64 * 1024)),
  /** HMAC-SHA-256 over the text, hex; the key is the hash of the device's credential. */
  proof: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
export type Carried = v.InferOutput<typeof Carried>;

export const MOST_CARRIED_AT_ONCE = 25;
export const LARGEST_CARRY_BYTES = 1024 * 1024;

export const CarryRequest = v.strictObject({
  ops: v.pipe(v.array(Carried), v.maxLength(MOST_CARRIED_AT_ONCE))
});

/**
 * In the order sent. `taken`: the server has it, from whomever. `waiting`: an earlier one of its device
 * is missing. `refused`: it cannot be proved, or does not fit its device's count; staff look.
 */
export const CarryResponse = v.object({
  results: v.array(v.picklist(['taken', 'waiting', 'refused'])),
  serverTime: v.number()
});
export type CarryResponse = v.InferOutput<typeof CarryResponse>;
export type CarryResult = CarryResponse['results'][number];

/**
 * What is in the file, once it is opened; each with its device's name and, where its device could open
 * it, what happened, for the other roster: the text itself may be sealed to the server.
 */
export const HandoverContents = v.array(
  v.strictObject({
    ...Carried.entries,
    name: v.string(),
    content: v.exactOptional(OperationContent)
  })
);
export type HandoverContents = v.InferOutput<typeof HandoverContents>;

const Base64Url = v.pipe(v.string(), v.regex(/^[\w-]+$/));

/** The file itself: sealed with AES-GCM by a key from the digits that the giving device shows. */
export const HandoverFile = v.strictObject({
  format: v.literal('engawa-handover-1'),
  salt: Base64Url,
  iv: Base64Url,
  sealed: Base64Url
});
export type HandoverFile = v.InferOutput<typeof HandoverFile>;

export const HANDOVER_DIGITS = 12;
