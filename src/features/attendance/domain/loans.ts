import type { Fact } from '#features/sync/domain/fact.ts';
import type { Instant } from '#shared/time/instant.ts';
import { wipeSteps, type WipeStep } from './loan-operation.ts';
import { readPayload } from './operation.ts';
import { earlierFirst, withdrawnBy } from './presence.ts';

/** One phone in one person's hands, from the fact that gave it out. */
export type Loan = {
  readonly opId: string;
  readonly phone: number;
  readonly participationId: string;
  readonly outAt: Instant;
  readonly outBy: string;
  readonly inAt: Instant | null;
  /** The fact that counted it in, for taking it back. */
  readonly inOpId: string | null;
  readonly wiped: readonly WipeStep[];
};

export type LoanRegister = {
  /** In the order of the phones' numbers, then of time. */
  readonly loans: readonly Loan[];
  readonly out: readonly Loan[];
  /** Back, with something still to clear. */
  readonly toWipe: readonly Loan[];
  /** Numbers that two people hold by the register: somebody looks at the phones themselves. */
  readonly twice: readonly number[];
};

/** Folds facts, in any order, to the register; one that was withdrawn never was. */
export function loanRegister(facts: readonly Fact[]): LoanRegister {
  const withdrawn = withdrawnBy(facts);
  const standing = facts.filter(({ opId }) => !withdrawn.has(opId)).sort(earlierFirst);
  const returns = new Map<string, Fact>();
  const wiped = new Map<string, Set<WipeStep>>();
  for (const fact of standing) {
    if (fact.type === 'loan.in') {
      const named = readPayload('loan.in', fact.payload)?.outOpId;
      if (named !== undefined && !returns.has(named)) returns.set(named, fact);
    }
    if (fact.type === 'loan.wipe') {
      const step = readPayload('loan.wipe', fact.payload);
      if (step) wiped.set(step.outOpId, (wiped.get(step.outOpId) ?? new Set()).add(step.done));
    }
  }
  const loans = standing.flatMap((fact) => {
    const out = fact.type === 'loan.out' ? readPayload('loan.out', fact.payload) : undefined;
    return out ? [loanOf(fact, out.phone, returns.get(fact.opId), wiped.get(fact.opId))] : [];
  });
  return registerOf(loans.sort((a, b) => a.phone - b.phone || a.outAt - b.outAt));
}

function loanOf(
  fact: Fact,
  phone: number,
  back: Fact | undefined,
  wiped: ReadonlySet<WipeStep> | undefined
): Loan {
  return {
    opId: fact.opId,
    phone,
    participationId: fact.entityId,
    outAt: fact.at,
    outBy: fact.deviceName,
    inAt: back?.at ?? null,
    inOpId: back?.opId ?? null,
    wiped: wipeSteps.filter((step) => wiped?.has(step))
  };
}

function registerOf(loans: readonly Loan[]): LoanRegister {
  const out = loans.filter(({ inAt }) => inAt === null);
  const byPhone = Map.groupBy(out, ({ phone }) => phone);
  return {
    loans,
    out,
    toWipe: loans.filter(({ inAt, wiped }) => inAt !== null && wiped.length < wipeSteps.length),
    twice: [...byPhone].filter(([, held]) => held.length > 1).map(([phone]) => phone)
  };
}
