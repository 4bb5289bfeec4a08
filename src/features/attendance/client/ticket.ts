import { ticketHashOfRosterQr } from '../domain/roster-qr.ts';

const TICKET_HASH_HEX = 32;

/**
 * The hash a roster line carries, of the receipt in a scanned QR, an address `…/receipt?t=<token>`, or of
 * the printed roster's line.
 * @returns `undefined` when the QR is neither.
 */
export async function ticketHashOfQr(text: string): Promise<string | undefined> {
  const printed = ticketHashOfRosterQr(text);
  if (printed !== undefined) return printed;
  const token = URL.canParse(text) ? new URL(text).searchParams.get('t') : null;
  if (!token) return undefined;

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const hex = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.slice(0, TICKET_HASH_HEX);
}
