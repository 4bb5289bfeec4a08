import { createHash } from 'node:crypto';

/** SHA-256 of a text in lower-case hex: what is kept of a secret, and how two contents are told apart. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
