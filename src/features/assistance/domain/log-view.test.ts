import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#features/sync/domain/fact.ts';
import { logView } from './log-view.ts';

const told = {
  matchId: null,
  minutes: 30,
  topics: ['line'],
  phoneFamily: 'android',
  before: 'not-yet',
  after: 'alone',
  operated: 'self',
  outcome: 'done'
};

function fact(change: Partial<Fact>): Fact {
  return {
    opId: 'a',
    type: 'assist.record',
    entityId: 'e',
    payload: JSON.stringify(told),
    at: 1,
    deviceId: 'd',
    deviceName: 'phone',
    conflict: null,
    flagged: false,
    ...change
  };
}
const withdrawal = (target: string, opId: string): Fact =>
  fact({ opId, type: 'assist.withdraw', payload: JSON.stringify({ targetOpId: target }) });

describe('the records that stand', () => {
  const one = '0197f5b0-0000-7000-8000-000000000001';

  test('what was sent, what waits and what is a second one are told apart', () => {
    const lines = logView(
      [fact({ opId: 'a', at: 1 }), fact({ opId: 'b', at: 2, conflict: 'second-record' })],
      new Set(['a'])
    );
    expect(lines).toMatchObject([
      { recordId: 'b', unsent: false, second: true },
      { recordId: 'a', unsent: true, second: false }
    ]);
  });

  test('a withdrawn record is gone, whichever fact comes first', () => {
    const facts = [fact({ opId: one }), withdrawal(one, 'w')];
    expect(logView(facts, new Set())).toEqual([]);
    expect(logView(facts.toReversed(), new Set())).toEqual([]);
  });

  test('what cannot be read is left out', () => {
    expect(logView([fact({ payload: '{' }), fact({ payload: '{}' })], new Set())).toEqual([]);
  });

  test('the order in which facts come does not matter', () => {
    const facts = fc
      .array(fc.tuple(fc.uuid({ version: 7 }), fc.nat(9), fc.boolean()), { maxLength: 12 })
      .map((all) =>
        all.flatMap(([id, at, taken]) => [
          fact({ opId: id, at }),
          ...(taken ? [withdrawal(id, `w${id}`)] : [])
        ])
      );
    const pairs = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
    );
    fc.assert(
      fc.property(pairs, ([all, shuffled]) => {
        expect(logView(shuffled, new Set())).toEqual(logView(all, new Set()));
      })
    );
  });
});
