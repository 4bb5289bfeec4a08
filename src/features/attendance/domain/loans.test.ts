import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doorFact, idOf } from '#tests/support/facts.ts';
import { loanRegister } from './loans.ts';

const [hana, ken] = [idOf(1000), idOf(1001)];
const out = (phone: number, holder: string, at: number, tablet = 'A') =>
  doorFact('loan.out', holder, { phone }, { at, tablet });
const back = (loan: { opId: string; entityId: string }, at: number) =>
  doorFact('loan.in', loan.entityId, { outOpId: loan.opId }, { at });
const wipe = (loan: { opId: string; entityId: string }, at: number, done: 'photos' | 'history') =>
  doorFact('loan.wipe', loan.entityId, { outOpId: loan.opId, done }, { at });
const undo = (target: { opId: string; entityId: string }, at: number) =>
  doorFact('attend.undo', target.entityId, { targetOpId: target.opId }, { at });

describe('the register of lent phones', () => {
  test('counts what is out, and which, until each is back', () => {
    const [one, two] = [out(1, hana, 1), out(2, ken, 2)];
    expect(loanRegister([one, two]).out.map(({ phone }) => phone)).toEqual([1, 2]);
    const { out: still, toWipe } = loanRegister([one, two, back(one, 3)]);
    expect(still.map(({ phone }) => phone)).toEqual([2]);
    expect(toWipe.map(({ phone }) => phone)).toEqual([1]);
  });

  test('two tablets that count one phone in agree, and one that is lent again is out', () => {
    const first = out(1, hana, 1);
    const { loans, out: none } = loanRegister([first, back(first, 4), back(first, 3)]);
    expect([loans[0]?.inAt, none.length]).toEqual([3, 0]);
    expect(loanRegister([first, back(first, 3), out(1, ken, 5)]).out[0]?.participationId).toBe(ken);
  });

  test('a phone with two people is flagged, and not once one number is taken back', () => {
    const [one, two] = [out(1, hana, 1), out(1, ken, 2, 'B')];
    expect(loanRegister([one, two]).twice).toEqual([1]);
    expect(loanRegister([one, two, undo(two, 3)]).twice).toEqual([]);
  });

  test('is cleared by a person, step by step', () => {
    const one = out(1, hana, 1);
    const some = [one, back(one, 2), wipe(one, 3, 'history'), wipe(one, 4, 'photos')];
    expect(loanRegister(some).toWipe[0]?.wiped).toEqual(['photos', 'history']);
    const accounts = doorFact(
      'loan.wipe',
      hana,
      { outOpId: one.opId, done: 'accounts' },
      { at: 5 }
    );
    expect(loanRegister([...some, accounts]).toWipe).toEqual([]);
  });

  test('is one and the same in whatever order facts come, and however often', () => {
    const lent = [out(1, hana, 1), out(2, ken, 2), out(1, ken, 3, 'B')] as const;
    const facts = [
      ...lent,
      ...[back(lent[0], 4), back(lent[2], 5), undo(lent[1], 6), wipe(lent[0], 7, 'photos')]
    ];
    const register = loanRegister(facts);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
        (shuffled) => {
          expect(loanRegister(shuffled)).toEqual(register);
        }
      )
    );
  });
});
