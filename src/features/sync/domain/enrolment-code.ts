import { MINUTE_MS } from '#shared/time/instant.ts';

/** How long a code works that staff show to a tablet; it works once. */
export const CODE_VALID_MS = 10 * MINUTE_MS;
export const CODE_DIGITS = 12;

const IN_FRAGMENT = /#enrol=(\d{12})$/;

/** What the QR holds: the code stands behind the #, which no server and no log ever sees. */
export function enrolmentAddress(origin: string, code: string): string {
  return `${origin}/staff#enrol=${code}`;
}

/** A code as a person reads it: 「1234 5678 9012」. */
export function spokenCode(code: string): string {
  return code.replace(/\d{4}(?=\d)/g, '$& ');
}

/** The code in the text of a QR, in an address, or as typed; `undefined` when there is none. */
export function readEnrolmentCode(text: string): string | undefined {
  const shown = IN_FRAGMENT.exec(text)?.[1];
  if (shown) return shown;
  const typed = text.normalize('NFKC').replace(/[\s\-‐‑–—ー−]/g, '');
  return /^\d{12}$/.test(typed) ? typed : undefined;
}
