import * as v from 'valibot';

/**
 * The facts of phones that are lent for a class. A loan is known by the fact that gave it out; coming
 * back and being cleared name it, so it does not matter in which order tablets tell them.
 */
export const HIGHEST_LOAN_PHONE = 99;

/** What a person clears on a phone that comes back; a browser cannot. */
export const wipeSteps = ['photos', 'history', 'accounts'] as const;
export type WipeStep = (typeof wipeSteps)[number];

const LoanOut = v.strictObject({
  /** The number on the phone, which is the seat's. */
  phone: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(HIGHEST_LOAN_PHONE))
});
const outOpId = v.pipe(v.string(), v.uuid());

const LoanIn = v.strictObject({ outOpId });
const LoanWipe = v.strictObject({ outOpId, done: v.picklist(wipeSteps) });

/** By type; the entity is the participation of who holds the phone. */
export const loanPayloads = {
  'loan.out': LoanOut,
  'loan.in': LoanIn,
  'loan.wipe': LoanWipe
} as const;
