import { randomBytes } from 'node:crypto';

const BYTES = 10;

/** Eighty bits: nobody guesses the card of another. */
export function newCardCode(): string {
  return randomBytes(BYTES).toString('base64url');
}
