import { ticketHashOfRosterQr } from '../domain/roster-qr.ts';
import type { Read } from '../domain/scan.ts';

const TICKET_HASH_HEX = 32;

/**
 * What stands in a scanned code: a receipt, that is an address `…/receipt?t=<token>` or a line of the
 * printed roster, of which the roster knows the hash; or a number by itself.
 */
export async function readCode(text: string): Promise<Read> {
  const code = text.normalize('NFKC').trim();
  const printed = ticketHashOfRosterQr(code);
  if (printed !== undefined) return { kind: 'ticket', hash: printed };
  if (/^\d{1,12}$/.test(code)) return { kind: 'number', number: code };
  const token = URL.canParse(code) ? new URL(code).searchParams.get('t') : null;
  if (!token) return { kind: 'strange' };

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const hex = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { kind: 'ticket', hash: hex.slice(0, TICKET_HASH_HEX) };
}
