import { describe, expect, test } from 'vitest';
import { findPatterns, type Watched, type WatchedMeeting } from './watch.ts';

const meeting = (change: Partial<WatchedMeeting> = {}): WatchedMeeting => ({
  requestId: 'r1',
  personId: 'hana',
  supporterId: 'sakura',
  state: 'done',
  cancelledBecause: null,
  ...change
});
const cancelled = (because: WatchedMeeting['cancelledBecause'], change = {}) =>
  meeting({ state: 'cancelled', cancelledBecause: because, ...change });
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
const kindsOf = (watched: Partial<Watched>) =>
  findPatterns({ meetings: [], offers: [], ...watched }).map(({ kind, count }) => [kind, count]);

describe('what the coordinator had better look at', () => {
  test.each<[string, Partial<Watched>, unknown]>([
    ['nothing in a quiet town', {}, []],
    ['two meetings of a pair are ordinary', { meetings: times(2, () => meeting()) }, []],
    ['the third is listed', { meetings: times(3, () => meeting()) }, [['same-pair', 3]]],
    [
      'one to come counts with those that were',
      { meetings: [meeting(), meeting(), meeting({ state: 'confirmed' })] },
      [['same-pair', 3]]
    ],
    [
      'different supporters are no pair',
      { meetings: times(3, (index) => meeting({ supporterId: `s${index}` })) },
      []
    ],
    ['nameless people are no pair', { meetings: times(4, () => meeting({ personId: null })) }, []],
    [
      'a supporter who cannot come three times',
      { meetings: times(3, (index) => cancelled('supporter', { requestId: `r${index}` })) },
      [['supporter-cancels', 3]]
    ],
    [
      'a closed place is not the supporter’s doing',
      { meetings: times(3, (index) => cancelled('place', { requestId: `r${index}` })) },
      []
    ],
    [
      'a meeting moved twice, whoever was to help',
      { meetings: [cancelled('place'), cancelled('supporter', { supporterId: 'ume' })] },
      [['meeting-moved', 2]]
    ],
    ['a suspension moves nothing', { meetings: times(3, () => cancelled('suspended')) }, []],
    [
      'three offers withdrawn are ordinary',
      { offers: [{ supporterId: 'sakura', withdrawals: 3 }] },
      []
    ],
    [
      'the fourth is listed, from whichever offers',
      { offers: times(2, () => ({ supporterId: 'sakura', withdrawals: 2 })) },
      [['offers-withdrawn', 4]]
    ]
  ])('%s', (_, watched, patterns) => {
    expect(kindsOf(watched)).toEqual(patterns);
  });

  test('each names the supporter and the requests it shows in, the most frequent first', () => {
    const pairs = [
      ...times(3, () => meeting({ supporterId: 'ume', requestId: 'r9' })),
      ...times(4, (index) => meeting({ requestId: `r${index % 2}` }))
    ];
    expect(findPatterns({ meetings: pairs, offers: [] })).toEqual([
      { kind: 'same-pair', supporterId: 'sakura', requestIds: ['r0', 'r1'], count: 4 },
      { kind: 'same-pair', supporterId: 'ume', requestIds: ['r9'], count: 3 }
    ]);
  });
});
