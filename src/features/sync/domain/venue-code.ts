import type { Scope } from './operation.ts';

/**
 * The secret of one session that opens its roster together with a tablet and its PIN: digits, so that
 * they can be printed as a QR and typed by hand. The last two tell a slip of the finger.
 */
export type VenueCode = string;

export const RANDOM_DIGITS = 22;
const CODE_DIGITS = RANDOM_DIGITS + 2;
const GROUP = 4;
const MODULUS = 97n;
const QR_MARK = 'engawa-kagi';

/** Whether a scope needs the venue's secret beside the PIN; a supporter's own log does not. */
export function needsVenueCode(scope: Scope): boolean {
  return scope.startsWith('session:');
}

/** @param digits `RANDOM_DIGITS` digits of chance. */
export function venueCodeOf(digits: string): VenueCode {
  return digits + checkOf(digits);
}

/** What was typed or scanned, as a code; `undefined` when digits are missing or one is wrong. */
export function readVenueCode(text: string): VenueCode | undefined {
  const digits = text.normalize('NFKC').replace(/[^\d]/g, '');
  if (digits.length !== CODE_DIGITS) return undefined;
  const random = digits.slice(0, RANDOM_DIGITS);
  return checkOf(random) === digits.slice(RANDOM_DIGITS) ? digits : undefined;
}

/** In groups, as it is printed. */
export function venueCodeGroups(code: VenueCode): readonly string[] {
  return code.match(new RegExp(`\\d{1,${GROUP}}`, 'g')) ?? [];
}

export function venueQrOf(scope: Scope, code: VenueCode): string {
  return `${QR_MARK} ${scope} ${code}`;
}

/** The code in a scanned card; `undefined` for any other QR, or the card of another day. */
export function venueCodeOfQr(text: string, scope: Scope): VenueCode | undefined {
  const [mark, of, code = ''] = text.split(' ');
  return mark === QR_MARK && of === scope ? readVenueCode(code) : undefined;
}

function checkOf(digits: string): string {
  return String(BigInt(digits) % MODULUS).padStart(2, '0');
}
