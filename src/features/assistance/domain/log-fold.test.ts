import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#features/sync/domain/fact.ts';
import { foldLog, outcomeOf } from './log-fold.ts';

const match = '0197f5b0-0000-7000-8000-00000000000a';
const one = '0197f5b0-0000-7000-8000-000000000001';
const record = {
  matchId: null as string | null,
  minutes: 30,
  topics: ['line'],
  phoneFamily: 'android',
  before: 'not-yet',
  after: 'alone',
  operated: 'self',
  outcome: 'done'
};
const tally = {
  minutes: 120,
  families: [{ family: 'android', count: 8 }],
  topics: [{ topic: 'line', count: 8 }]
};

const fact = (type: string, payload: unknown, change: Partial<Fact> = {}): Fact => ({
  ...{ opId: one, type, entityId: 'e', payload: JSON.stringify(payload), at: 1 },
  ...{ deviceId: 'd', deviceName: '', conflict: null, flagged: false },
  ...change
});
const written = (change: Partial<Fact> = {}, told = {}) =>
  fact('assist.record', { ...record, ...told }, change);
const corrected = (minutes: number, at: number, opId = `c${at}`) =>
  fact('assist.correct', { targetOpId: one, record: { ...record, minutes } }, { at, opId });
const withdrawn = (at: number) =>
  fact('assist.withdraw', { targetOpId: one }, { at, opId: `w${at}` });
const minutesOf = (facts: readonly Fact[]) =>
  foldLog(facts).map(({ told }) => (told.kind === 'record' ? told.record.minutes : told.kind));

describe('a log folded from its facts', () => {
  test('the last correction counts, and every word before it is kept', () => {
    const facts = [written(), corrected(45, 5), corrected(60, 3)];
    expect(minutesOf(facts)).toEqual([45]);
    expect(foldLog(facts)[0]?.steps.map(({ kind, at }) => [kind, at])).toEqual([
      ['written', 1],
      ['corrected', 3],
      ['corrected', 5]
    ]);
  });

  test('a correction does not move the help to another day', () => {
    expect(foldLog([written({ at: 1 }), corrected(45, 99)])[0]?.at).toBe(1);
  });

  test('taken back is taken back, whatever is corrected afterwards', () => {
    const [entry] = foldLog([written(), withdrawn(4), corrected(45, 9)]);
    expect(entry).toMatchObject({ isWithdrawn: true });
    expect(entry?.steps).toHaveLength(3);
  });

  test.each([
    ['of another kind', { targetOpId: one, tally }],
    ['of another meeting', { targetOpId: one, record: { ...record, matchId: match } }],
    ['of what is not there', { targetOpId: match, record: { ...record, minutes: 60 } }],
    ['that cannot be read', { targetOpId: one, record: { minutes: 60 } }]
  ])('a correction %s counts nothing', (_, payload) => {
    expect(minutesOf([written(), fact('assist.correct', payload, { at: 7, opId: 'x' })])).toEqual([
      30
    ]);
  });

  test('a tally is corrected as a whole', () => {
    const facts = [
      fact('assist.tally', tally),
      fact(
        'assist.correct',
        { targetOpId: one, tally: { ...tally, minutes: 90 } },
        { at: 2, opId: 'c' }
      )
    ];
    expect(foldLog(facts)[0]?.told).toMatchObject({ kind: 'tally', tally: { minutes: 90 } });
  });

  test('the first standing record of a meeting is its outcome', () => {
    const first = written({ at: 1 }, { matchId: match, outcome: 'again' });
    const second = written({ at: 2, opId: match }, { matchId: match });
    const entries = (facts: readonly Fact[]) => outcomeOf(foldLog(facts), match)?.outcome;
    expect(entries([second, first])).toBe('again');
    expect(entries([second, first, withdrawn(3)])).toBe('done');
    expect(entries([first, withdrawn(3)])).toBeUndefined();
  });

  test('the order in which facts come does not matter', () => {
    const some = fc.array(fc.tuple(fc.constantFrom(45, 60, 90), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6
    });
    const shuffles = fc
      .tuple(some, fc.option(fc.integer({ min: 1, max: 9 })))
      .map(([corrections, taken]) => [
        written({ at: 2 }),
        ...corrections.map(([minutes, at], index) => corrected(minutes, at, `c${index}`)),
        ...(taken === null ? [] : [withdrawn(taken)])
      ])
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
      );
    fc.assert(
      fc.property(shuffles, ([all, shuffled]) => {
        expect(foldLog(shuffled)).toEqual(foldLog(all));
      })
    );
  });
});
