import { expect, test } from 'vitest';
import { chairsTaken, quotaUse, supportersNeeded } from './arrangement.ts';

test.each([
  ['nobody needs nobody', 0, 3, 0],
  ['three are looked after by one', 3, 3, 1],
  ['a fourth needs a second', 4, 3, 2],
  ['ten need four', 10, 3, 4],
  ['one to one', 8, 1, 8]
])('%s', (_, people, each, needed) => {
  expect(supportersNeeded(people, each)).toBe(needed);
});

test('companions and supporters sit on chairs too', () => {
  expect(chairsTaken({ confirmed: 10, companions: 4, supporters: 3 })).toBe(17);
});

test('phones are counted against what was planned for their family, and no others', () => {
  const phones = ['android', 'android', 'android', 'kantan', 'none', 'iphone'] as const;
  expect(quotaUse({ android: 2, kantan: 4 }, phones)).toEqual([
    { family: 'android', seats: 2, taken: 3 },
    { family: 'kantan', seats: 4, taken: 1 }
  ]);
});
