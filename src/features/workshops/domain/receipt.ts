/**
 * The seven digits of a receipt, as read out on the telephone. The last is a check: weighted by 7 … 1
 * the digits add up to a multiple of 11, so one mistyped digit and any two swapped ones are always
 * noticed (11 is a prime above every weight and every difference of digits).
 */
const PAYLOAD_DIGITS = 6;
const MODULUS = 11;

/** The payload of a receipt number is drawn from here: six digits, the first not 0. */
export const receiptPayloads = { from: 100_000, below: 1_000_000 } as const;

/** @returns `undefined` for the payloads (one in eleven) whose check would not be one digit: draw again. */
export function receiptNumberOf(payload: number): string | undefined {
  const digits = String(payload).padStart(PAYLOAD_DIGITS, '0');
  const check = (MODULUS - (weightedSum(digits) % MODULUS)) % MODULUS;
  return check === 10 ? undefined : `${digits}${check}`;
}

/** True for seven digits that can be a receipt number; says nothing about whether there is one. */
export function isReceiptNumber(text: string): boolean {
  return /^\d{7}$/.test(text) && weightedSum(text) % MODULUS === 0;
}

/** A receipt number as typed: full-width digits, spaces and hyphens are understood. */
export function toReceiptDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-‐‑‒–—―ー−]/g, '');
}

function weightedSum(digits: string): number {
  return Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (7 - index), 0);
}

/** Bytes of chance in a receipt's token: 80 bits. */
export const RECEIPT_TOKEN_BYTES = 10;

/** No I, L, O and U: a token that is typed from paper has no letters that look like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The token in a receipt's QR: sixteen letters and digits for ten random bytes. */
export function receiptTokenOf(bytes: Uint8Array): string {
  if (bytes.length !== RECEIPT_TOKEN_BYTES) throw new RangeError('a token has ten random bytes');
  let bits = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let token = '';
  while (token.length < 16) {
    token = `${ALPHABET[Number(bits & 31n)]}${token}`;
    bits >>= 5n;
  }
  return token;
}

export function isReceiptToken(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);
}
