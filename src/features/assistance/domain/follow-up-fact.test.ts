import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#features/sync/domain/fact.ts';
import { idOf } from '#tests/support/facts.ts';
import { answersByQuestion, bookAfter, tabletAsWriter } from './follow-up-fact.ts';

const question = idOf(900);
const fact = (type: string, payload: unknown, at: number, deviceId = 'a'): Fact => ({
  ...{ opId: idOf(at), type, entityId: question, payload: JSON.stringify(payload), at, deviceId },
  ...{ deviceName: '', conflict: null, flagged: false }
});
const answer = (said: string, at: number, deviceId = 'a') =>
  fact('follow.answer', { answer: said }, at, deviceId);
const undo = (target: number, at: number) => fact('follow.undo', { targetOpId: idOf(target) }, at);
const said = (facts: readonly Fact[]) => answersByQuestion(facts).get(question)?.answer;

describe('an answer given at a session', () => {
  test.each([
    ['the last word counts', [answer('still', 1), answer('not-now', 2)], 'not-now'],
    [
      'taken back, the word before stands',
      [answer('still', 1), answer('not-now', 2), undo(2, 3)],
      'still'
    ],
    ['taken back, it was not asked', [answer('still', 1), undo(1, 2)], undefined],
    ['what cannot be read says nothing', [answer('perhaps', 1)], undefined]
  ])('%s', (_, facts, expected) => {
    expect(said(facts)).toBe(expected);
  });

  test('the order in which facts come does not matter', () => {
    const facts = [
      answer('still', 1),
      answer('not-now', 2, 'b'),
      undo(2, 3),
      answer('with-help', 2)
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(answersByQuestion(shuffled)).toEqual(answersByQuestion(facts));
      })
    );
  });
});

describe('what the books say then', () => {
  const open = { answer: null, answeredAt: null, answeredBy: null };
  const byPage = (answeredAt: number) =>
    ({ answer: 'not-now', answeredAt, answeredBy: 'page' }) as const;
  const told = { answer: 'still', answeredAt: 5, answeredBy: tabletAsWriter('a') } as const;

  test.each([
    ['an open question is answered', open, [answer('still', 5)], told],
    ['an earlier word of the page gives way', byPage(4), [answer('still', 5)], told],
    ['a later word of the page stands', byPage(6), [answer('still', 5)], undefined],
    ['a tablet takes back its own', told, [answer('still', 5), undo(5, 6)], open],
    ['and nobody else’s', byPage(6), [answer('still', 5), undo(5, 7)], undefined]
  ] as const)('%s', (_, booked, facts, after) => {
    expect(bookAfter(booked, facts)).toEqual(after);
  });
});
