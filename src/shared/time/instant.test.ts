import { describe, expect, test } from 'vitest';
import { addDays, fiscalYearOf, instantOf, localDateOf, nthWeekdayOf } from './instant.ts';
import { dateInWords, momentInWords, spanInWords } from './words.ts';

describe('days in Tokyo', () => {
  test.each([
    ['a minute before midnight is still today', '2026-11-30T14:59:00Z', '2026-11-30'],
    ['midnight in Tokyo begins the next day', '2026-11-30T15:00:00Z', '2026-12-01']
  ])('%s', (_, iso, date) => {
    expect(localDateOf(Date.parse(iso))).toBe(date);
  });

  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026]
  ])('the fiscal year of %s is %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });

  test.each([
    ['the first Tuesday of December 2026', 2026, 12, 1, 2, '2026-12-01'],
    ['the fourth Tuesday of December 2026', 2026, 12, 4, 2, '2026-12-22'],
    ['a fifth Monday that does not exist', 2027, 2, 5, 1, undefined]
  ])('%s', (_, year, month, nth, weekday, date) => {
    expect(nthWeekdayOf({ year, month }, nth, weekday)).toBe(date);
  });

  test('adding days crosses the end of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('times in words', () => {
  test('date and weekday are always written out', () => {
    expect(dateInWords('2026-12-01', 'ja')).toBe('令和8年12月1日 火曜日');
    expect(dateInWords('2019-05-01', 'ja')).toBe('令和元年5月1日 水曜日');
    expect(dateInWords('2026-12-01', 'en')).toBe('Tuesday 1 December 2026');
  });

  test.each([
    ['10:00', '午前10時', '10 am'],
    ['12:00', '午後0時', '12 pm'],
    ['13:30', '午後1時30分', '1:30 pm'],
    ['00:05', '午前0時5分', '12:05 am']
  ])('%s is said as people say it', (time, japanese, english) => {
    expect(momentInWords(instantOf('2026-12-01', time), 'ja')).toBe(
      `令和8年12月1日 火曜日 ${japanese}`
    );
    expect(momentInWords(instantOf('2026-12-01', time), 'en')).toBe(
      `Tuesday 1 December 2026, ${english}`
    );
  });

  test('a session has a begin and an end', () => {
    const from = instantOf('2026-12-01', '10:00');
    expect(spanInWords(from, instantOf('2026-12-01', '11:30'), 'ja')).toBe(
      '令和8年12月1日 火曜日 午前10時から午前11時30分まで'
    );
  });
});
