import { AGREEMENT, toBase64Url } from '#shared/crypto/sealing.ts';
import { venueCodeOf } from '#features/sync/domain/venue-code.ts';
import type { ServerKey } from '#features/sync/domain/exchange.ts';

export const PIN = '271828';
export const VENUE_CODE = venueCodeOf('1234567890123456789012');

/** A server's public key for tests without a server. */
export async function makeServerKey(): Promise<ServerKey> {
  const { publicKey } = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return { kid: toBase64Url(raw.slice(1, 9)), publicKey: toBase64Url(raw) };
}
