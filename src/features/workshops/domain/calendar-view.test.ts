import { expect, test } from 'vitest';
import { instantOf } from '#shared/time/instant.ts';
import { calendarMonths, isMonthKey, sessionsInMonth } from './calendar-view.ts';
import type { WorkshopView } from './workshop-view.ts';

const onDays = (code: string, ...days: string[]): WorkshopView => ({
  ...{ id: code, code, kind: 'class', venueId: 'sayama', roomId: undefined, loanPhones: 0 },
  ...{ title: { ja: '', en: '' }, about: { ja: '', en: '' }, bring: { ja: '', en: '' } },
  ...{ host: 'city', hostName: '', phoneQuotas: {}, state: 'open', selection: 'first-come' },
  ...{ opensAt: 0, closesAt: 0, seats: 10, longestLine: 5, confirmed: 0, waiting: 0 },
  sessions: days.map((day) => ({
    id: `${code} ${day}`,
    startsAt: instantOf(day, '10:00'),
    endsAt: instantOf(day, '12:00'),
    state: 'planned'
  }))
});
const snapshot = {
  workshops: [
    onDays('C1', '2026-11-10', '2026-12-08', '2027-01-12'),
    onDays('S1', '2026-12-01'),
    onDays('S2', '2026-12-31')
  ]
};
const now = instantOf('2026-11-20');

test('the months that are still to come, the year after too', () => {
  expect(calendarMonths(snapshot, now)).toEqual(['2026-12', '2027-01']);
});

test('a month lists each date once, soonest first, by the day in Tokyo', () => {
  const ids = sessionsInMonth(snapshot, now, '2026-12').map(({ session }) => session.id);
  expect(ids).toEqual(['S1 2026-12-01', 'C1 2026-12-08', 'S2 2026-12-31']);
  expect(sessionsInMonth(snapshot, now, '2026-11')).toEqual([]);
});

test.each([
  ['2026-12', true],
  ['2026-13', false],
  ['2026-1', false],
  ['12', false],
  ["2026-12' or 1=1", false]
])('%s as a month is %s', (text, is) => {
  expect(isMonthKey(text)).toBe(is);
});
