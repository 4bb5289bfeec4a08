import * as v from 'valibot';
import { Board, OfferAnswer } from '../domain/board.ts';

/**
 * Why the server's answer did not come. `signed-out` and `not-allowed` ask a person to do something,
 * `gone`: the request is no longer on the board, `offline`: nothing was sent that took effect for sure.
 */
export type BoardFailure = 'offline' | 'signed-out' | 'not-allowed' | 'gone';

/** Asks for the board of the supporter who is signed in. */
export function fetchBoard(): Promise<Board | BoardFailure> {
  return ask('/api/supporter/board', Board, {});
}

/** Offers to help; `key` is made once per request, so that a retry is the same offer. */
export function sendOffer(
  requestId: string,
  key: string
): Promise<v.InferOutput<typeof OfferAnswer> | BoardFailure> {
  return ask('/api/supporter/offers', OfferAnswer, jsonOf({ requestId, key }));
}

export function sendWithdrawal(
  requestId: string
): Promise<v.InferOutput<typeof OfferAnswer> | BoardFailure> {
  return ask('/api/supporter/offers/withdraw', OfferAnswer, jsonOf({ requestId }));
}

/** The board as it was kept on this device, or `undefined` when there is none that fits. */
export function readKeptBoard(body: unknown): Board | undefined {
  const parsed = v.safeParse(Board, body);
  return parsed.success ? parsed.output : undefined;
}

async function ask<Value>(
  address: string,
  schema: v.GenericSchema<unknown, Value>,
  init: RequestInit
): Promise<Value | BoardFailure> {
  const response = await fetch(address, init).catch(() => undefined);
  if (response?.status === 401) return 'signed-out';
  if (response?.status === 403) return 'not-allowed';
  if (response?.status === 404 || response?.status === 409) return 'gone';
  const parsed = v.safeParse(schema, await response?.json().catch(() => undefined));
  return parsed.success ? parsed.output : 'offline';
}

function jsonOf(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  };
}
