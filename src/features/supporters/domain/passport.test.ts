import { expect, test } from 'vitest';
import { yearsOf } from './passport.ts';

test('years begin in April, and a salon that is named and logged is one day', () => {
  const years = yearsOf({
    records: [
      { date: '2026-03-31', minutes: 30 },
      { date: '2026-04-01', minutes: 45 }
    ],
    tallies: [{ date: '2026-12-01', minutes: 120 }],
    dates: ['2026-12-01', '2026-12-08']
  });
  expect(years).toEqual([
    { year: 2026, minutes: 165, meetings: 1, sessions: 2 },
    { year: 2025, minutes: 30, meetings: 1, sessions: 0 }
  ]);
  expect(yearsOf({ records: [], tallies: [], dates: [] })).toEqual([]);
});
