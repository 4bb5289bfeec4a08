import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { topics } from '#features/board/domain/request.ts';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { AssistTally, MOST_HELPED, counted, peopleIn, tallyOf } from './tally.ts';

const eight = {
  minutes: 120 as const,
  families: { android: 5, kantan: 3 },
  topics: { line: 6, 'camera-photos': 4 }
};

describe('the tally of a salon', () => {
  test('eight people with ten questions are one tally', () => {
    const told = tallyOf(eight);
    expect('tally' in told && peopleIn(told.tally)).toBe(8);
    expect('tally' in told && v.is(AssistTally, told.tally)).toBe(true);
  });

  test.each([
    ['no time', { minutes: undefined }, 'minutes'],
    ['nobody', { families: {} }, 'people'],
    ['somebody without a topic', { topics: { line: 7 } }, 'topics'],
    ['more than a room holds', { families: { android: MOST_HELPED, kantan: 1 } }, 'people']
  ] as const)('%s is asked for', (_, change, missing) => {
    expect(tallyOf({ ...eight, ...change })).toEqual({ missing });
  });

  test('a touch counts one, and none is the least', () => {
    expect(counted({}, 'line', 1)).toEqual({ line: 1 });
    expect(counted({ line: 1 }, 'line', -1)).toEqual({ line: 0 });
    expect(counted({}, 'line', -1)).toEqual({ line: 0 });
    expect(counted({ line: MOST_HELPED }, 'line', 1)).toEqual({ line: MOST_HELPED });
  });

  test.each([
    ['a phone twice', { families: [1, 2].map((count) => ({ family: 'android', count })) }],
    ['a count of none', { topics: [{ topic: 'line', count: 0 }] }],
    ['a story', { note: '楽しかったです' }],
    ['a topic for the desk only', { topics: [{ topic: 'bank', count: 8 }] }],
    ['free minutes', { minutes: 121 }]
  ])('%s is refused', (_, change) => {
    const told = tallyOf(eight);
    expect(v.is(AssistTally, { ...('tally' in told && told.tally), ...change })).toBe(false);
  });

  test('whatever is touched is either a valid tally or a question', () => {
    const counts = (codes: readonly string[]) =>
      fc.dictionary(fc.constantFrom(...codes), fc.integer({ min: 0, max: MOST_HELPED }));
    fc.assert(
      fc.property(counts(phoneFamilies), counts(topics), (families, asked) => {
        const told = tallyOf({ minutes: 60, families, topics: asked });
        expect('missing' in told || v.is(AssistTally, told.tally)).toBe(true);
      })
    );
  });
});
