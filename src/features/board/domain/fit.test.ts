import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { fitOf, orderForSupporter, type OpenRequest } from './fit.ts';
import { helpTimes, topics } from './request.ts';

const supporter = {
  topics: ['line', 'map'],
  phoneFamilies: ['android'],
  venues: ['sayama'],
  times: ['weekday-morning']
};
const request = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  id: 'a',
  topic: 'line',
  phoneFamily: 'android',
  venueId: 'sayama',
  times: ['weekday-morning', 'weekend-morning'],
  createdAt: 1,
  ...change
});

describe('how a request fits a supporter', () => {
  test.each([
    ['all four', {}, ['venue', 'topic', 'time', 'family']],
    ['another place', { venueId: 'chuo' }, ['topic', 'time', 'family']],
    ['no shared time', { times: ['weekend-afternoon'] }, ['venue', 'topic', 'family']],
    ['an iPhone', { phoneFamily: 'iphone' }, ['venue', 'topic', 'time']],
    [
      'no phone at all fits everybody',
      { phoneFamily: 'none' },
      ['venue', 'topic', 'time', 'family']
    ],
    ['nothing', { topic: 'apps', venueId: 'chuo', times: [], phoneFamily: 'iphone' }, []]
  ] as const)('%s', (_, change, reasons) => {
    expect(fitOf(request(change), supporter).reasons).toEqual(reasons);
  });

  test('of two that fit alike, whoever waits longer comes first', () => {
    const ordered = orderForSupporter(
      [request({ id: 'late', createdAt: 5 }), request({ id: 'early', createdAt: 2 })],
      supporter
    );
    expect(ordered.map(({ id }) => id)).toEqual(['early', 'late']);
  });

  const anyRequest = fc.record({
    id: fc.uuid(),
    topic: fc.constantFrom(...topics),
    phoneFamily: fc.constantFrom(...phoneFamilies),
    venueId: fc.constantFrom('chuo', 'sayama', 'nangai'),
    times: fc.subarray([...helpTimes]),
    createdAt: fc.nat()
  });

  test('the board holds every request once, whatever order they came in, never a worse before a better', () => {
    const pairs = fc
      .uniqueArray(anyRequest, { selector: ({ id }) => id })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
      );
    fc.assert(
      fc.property(pairs, ([all, shuffled]) => {
        const ordered = orderForSupporter(all, supporter);
        expect(orderForSupporter(shuffled, supporter)).toEqual(ordered);
        expect(new Set(ordered.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
        for (const [index, one] of ordered.entries()) {
          expect(ordered[index + 1]?.fit.score ?? 0).toBeLessThanOrEqual(one.fit.score);
        }
      })
    );
  });
});
