import { expect, test } from 'vitest';
import { whyClosed } from './open-days.ts';

const MONDAY = 1;
const days = {
  weekdays: [MONDAY],
  closures: new Map([
    ['2026-12-29', '年末年始'],
    ['2026-11-23', '電気工事']
  ])
};

test.each([
  ['an ordinary Tuesday is open', '2026-12-01', undefined],
  ['the weekly day off', '2026-12-07', { kind: 'weekday' }],
  ['a day the house is closed', '2026-12-29', { kind: 'closure', reason: '年末年始' }],
  [
    'a public holiday',
    '2026-11-03',
    { kind: 'holiday', name: { ja: '文化の日', en: 'Culture Day' } }
  ],
  [
    'the house’s own reason before the holiday',
    '2026-11-23',
    { kind: 'closure', reason: '電気工事' }
  ]
])('%s', (_, date, why) => {
  expect(whyClosed(days, date)).toEqual(why);
});
