/**
 * A Japanese telephone number as digits with a leading 0, or `undefined` when it cannot be one.
 * Full-width digits, hyphens of every kind, spaces, brackets and +81 are understood.
 */
export function toPhoneDigits(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\-‐‑‒–—―ー−()]/g, '');
  const digits = plain.replace(/^\+81/, '0');
  return /^0\d{9,10}$/.test(digits) ? digits : undefined;
}
