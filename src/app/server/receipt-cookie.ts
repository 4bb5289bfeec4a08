import type { Cookies } from '@sveltejs/kit';
import { isReceiptToken } from '#features/workshops/domain/receipt.ts';
import type { Settings } from '#server/settings.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';

/** A couple or a helping daughter holds several receipts on one phone; the oldest are let go. */
const MOST_RECEIPTS = 6;
const KEPT_SECONDS = 60 * 24 * 60 * 60;
const SEPARATOR = '.';

/** The tokens of the receipts this browser holds, newest first. */
export function heldReceipts(cookies: Cookies, settings: Settings): readonly string[] {
  return (readCookie(cookies, 'receipt', settings) ?? '').split(SEPARATOR).filter(isReceiptToken);
}

/** Adds a receipt, or brings it to the front. */
export function holdReceipt(cookies: Cookies, token: string, settings: Settings): void {
  const others = heldReceipts(cookies, settings).filter((held) => held !== token);
  const value = [token, ...others].slice(0, MOST_RECEIPTS).join(SEPARATOR);
  writeCookie(cookies, 'receipt', value, settings, KEPT_SECONDS);
}

/** Puts the receipts away on this device; the sign-ups stay. */
export function forgetReceipts(cookies: Cookies, settings: Settings): void {
  dropCookie(cookies, 'receipt', settings);
}
