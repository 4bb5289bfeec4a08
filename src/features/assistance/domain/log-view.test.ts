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

  test('a record whose correction waits to be sent waits too', () => {
    const correct = fact({
      ...{ opId: 'c', type: 'assist.correct', at: 2 },
      payload: JSON.stringify({ targetOpId: one, record: { ...told, minutes: 45 } })
    });
    expect(logView([fact({ opId: one }), correct], new Set(['c']))).toMatchObject([
      { recordId: one, unsent: true, isCorrected: true, told: { record: { minutes: 45 } } }
    ]);
  });

  test('what the desk wrote down says so', () => {
    expect(logView([fact({ deviceId: 'server' })], new Set())).toMatchObject([{ isByDesk: true }]);
  });
});
