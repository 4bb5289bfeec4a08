import { describe, expect, test } from 'vitest';
import { holidayOf } from './holidays.ts';
import { addDays } from './instant.ts';

/** Every day off of a year, as calendars print them; the names are tested below. */
const KNOWN: Readonly<Record<string, string>> = {
  2024: '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
  2025: '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
  2026: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  2027: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
  2028: '01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23',
  2029: '01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23',
  2030: '01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 11-03 11-04 11-23'
};

describe('holidayOf', () => {
  test.each(Object.entries(KNOWN))('%s has these days off and no other', (year, days) => {
    const found: string[] = [];
    for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
      if (holidayOf(date)) found.push(date.slice(5));
    }
    expect(found.join(' ')).toBe(days);
  });

  test.each([
    ['2026-02-23', '天皇誕生日'],
    ['2026-03-20', '春分の日'],
    ['2026-09-21', '敬老の日'],
    ['2026-09-22', '国民の休日'],
    ['2026-09-23', '秋分の日'],
    ['2026-05-06', '振替休日'],
    ['2025-11-24', '振替休日'],
    ['2026-12-01', undefined]
  ])('%s is %s', (date, name) => {
    expect(holidayOf(date)?.ja).toBe(name);
  });

  test('a rest that is given on is named so in English too', () => {
    expect(holidayOf('2027-03-22')?.en).toBe('substitute holiday');
  });
});
