import { forget, keep, readKept } from './kept.ts';

/** Set by staff at `/about/device`; it stays when a person's things go. */
export const LOAN_KEY = 'engawa.loan';

export function isLoanDevice(): boolean {
  return readKept(LOAN_KEY) === 'on';
}

/** @returns false where the browser keeps nothing. */
export function markAsLoanDevice(): boolean {
  return keep(LOAN_KEY, 'on');
}

export function unmarkLoanDevice(): void {
  forget(LOAN_KEY);
}
