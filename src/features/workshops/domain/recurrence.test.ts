import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf, type LocalDate } from '#shared/time/instant.ts';
import {
  closedDayRules,
  monthsFrom,
  nths,
  occurrencesOf,
  workshopDates,
  type ClosedDayRule,
  type Recurrence
} from './recurrence.ts';

const TUESDAY = 2;
const winter: Recurrence<string> = {
  rhythm: { nths: [1, 3], weekday: TUESDAY },
  from: { year: 2026, month: 12 },
  months: 2,
  since: '2026-01-01',
  rule: 'skip',
  whyNot: () => undefined
};
const closedOn =
  (...days: LocalDate[]) =>
  (date: LocalDate) =>
    days.includes(date) ? 'closed' : undefined;
const datesOf = (recurrence: Recurrence<string>) =>
  occurrencesOf(recurrence).map((occurrence) =>
    'date' in occurrence ? occurrence.date : occurrence.kind
  );

describe('occurrencesOf', () => {
  test.each([
    ['nothing is in the way', {}, ['2026-12-01', '2026-12-15', '2027-01-05', '2027-01-19']],
    [
      'a closed day is skipped',
      { whyNot: closedOn('2027-01-05') },
      ['2026-12-01', '2026-12-15', 'skipped', '2027-01-19']
    ],
    [
      'or held on the next open day',
      { rule: 'next-open-day', whyNot: closedOn('2027-01-05', '2027-01-06') },
      ['2026-12-01', '2026-12-15', '2027-01-07', '2027-01-19']
    ],
    [
      'or a week later',
      { rule: 'week-later', whyNot: closedOn('2026-12-15') },
      ['2026-12-01', '2026-12-22', '2027-01-05', '2027-01-19']
    ],
    [
      'but never on a day of its own',
      { rule: 'week-later', whyNot: closedOn('2026-12-01', '2026-12-08') },
      ['skipped', '2026-12-15', '2027-01-05', '2027-01-19']
    ],
    [
      'and not later than two weeks',
      {
        rule: 'next-open-day',
        whyNot: (date: LocalDate) => (date > '2026-12-31' ? 'closed' : undefined)
      },
      ['2026-12-01', '2026-12-15', 'skipped', 'skipped']
    ],
    [
      'what is over is not planned',
      { since: '2026-12-15' },
      ['2026-12-15', '2027-01-05', '2027-01-19']
    ],
    [
      'a fifth day that a month does not have is told',
      { rhythm: { nths: [5], weekday: TUESDAY } },
      ['2026-12-29', 'absent']
    ]
  ] as const)('%s', (_, changed, dates) => {
    expect(datesOf({ ...winter, ...changed })).toEqual(dates);
  });

  test('what was moved names its day and the reason', () => {
    const moved = { rule: 'next-open-day', whyNot: closedOn('2027-01-05') } as const;
    expect(occurrencesOf({ ...winter, ...moved })[2]).toEqual({
      kind: 'moved',
      month: { year: 2027, month: 1 },
      due: '2027-01-05',
      date: '2027-01-06',
      why: 'closed'
    });
  });

  test('ten years of every rhythm equal a calendar that is counted day by day', () => {
    const counted = countedCalendar(2026, 10);
    for (const nth of nths) {
      for (let weekday = 0; weekday < 7; weekday++) {
        const rhythm = { nths: [nth], weekday };
        const from = { year: 2026, month: 1 };
        const dates = datesOf({ ...winter, rhythm, from, months: 120 });
        expect(dates.filter((date) => date !== 'absent')).toEqual(counted.get(`${nth} ${weekday}`));
        expect(dates).toHaveLength(120);
      }
    }
  });

  test('whatever is closed: one answer for each due day, open days only, no day twice', () => {
    const anyRule = fc.constantFrom<ClosedDayRule>(...closedDayRules);
    const anyNths = fc.subarray([...nths], { minLength: 1 });
    const anyClosed = fc.uniqueArray(fc.integer({ min: 0, max: 420 }), { maxLength: 200 });
    fc.assert(
      fc.property(
        ...([anyRule, anyNths, fc.integer({ min: 0, max: 6 }), anyClosed] as const),
        (rule, chosen, weekday, closed) => {
          const days = new Set(closed.map((offset) => addDays('2026-12-01', offset)));
          const occurrences = occurrencesOf({
            ...winter,
            rhythm: { nths: chosen, weekday },
            months: 12,
            rule,
            whyNot: (date) => (days.has(date) ? 'closed' : undefined)
          });
          expect(occurrences).toHaveLength(12 * chosen.length);
          const held = occurrences.flatMap((one) => ('date' in one ? [one.date] : []));
          expect(new Set(held).size).toBe(held.length);
          expect(held.filter((date) => days.has(date))).toEqual([]);
          for (const one of occurrences) {
            if (one.kind !== 'moved') continue;
            expect(days.has(one.due)).toBe(true);
            expect(one.date > one.due && one.date <= addDays(one.due, 14)).toBe(true);
            if (rule === 'week-later') expect(weekdayOf(one.date)).toBe(weekday);
          }
          if (rule === 'skip') expect(occurrences.some(({ kind }) => kind === 'moved')).toBe(false);
        }
      )
    );
  });
});

describe('workshopDates', () => {
  const moved = {
    ...winter,
    rhythm: { nths: [1, 2, 3], weekday: TUESDAY },
    rule: 'week-later',
    whyNot: closedOn('2026-12-01')
  } as const;

  test('each date is a workshop, in the order in which they are held', () => {
    expect(
      workshopDates(occurrencesOf({ ...moved, whyNot: closedOn('2026-12-08') }), 'each')
    ).toEqual(
      ['2026-12-01', '2026-12-15', '2026-12-22', '2027-01-05', '2027-01-12', '2027-01-19'].map(
        (date) => [date]
      )
    );
  });

  test('the dates of a month are one course, a moved one among them', () => {
    expect(
      workshopDates(occurrencesOf({ ...moved, whyNot: closedOn('2026-12-08') }), 'month')
    ).toEqual([
      ['2026-12-01', '2026-12-15', '2026-12-22'],
      ['2027-01-05', '2027-01-12', '2027-01-19']
    ]);
  });

  test('a month in which nothing is held makes no course', () => {
    const none = { ...winter, whyNot: (date: string) => (date < '2027' ? 'closed' : undefined) };
    expect(workshopDates(occurrencesOf(none), 'month')).toEqual([['2027-01-05', '2027-01-19']]);
  });
});

test('months run over the year', () => {
  expect(monthsFrom({ year: 2026, month: 11 }, 3)).toEqual([
    { year: 2026, month: 11 },
    { year: 2026, month: 12 },
    { year: 2027, month: 1 }
  ]);
});

/** Days by `<nth> <weekday>`, found by walking through every day and counting weekdays anew each month. */
function countedCalendar(fromYear: number, years: number): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  const seen = new Map<number, number>();
  for (let day = new Date(Date.UTC(fromYear, 0, 1)); day.getUTCFullYear() < fromYear + years;) {
    if (day.getUTCDate() === 1) seen.clear();
    const weekday = day.getUTCDay();
    const nth = (seen.get(weekday) ?? 0) + 1;
    seen.set(weekday, nth);
    const key = `${nth} ${weekday}`;
    days.set(key, [...(days.get(key) ?? []), day.toISOString().slice(0, 10)]);
    day = new Date(day.getTime() + 86_400_000);
  }
  return days;
}
