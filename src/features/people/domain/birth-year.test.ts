import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBandOfBirthYear, toBirthYear } from './birth-year.ts';
import { ageBands } from './person.ts';

const thisYear = 2026;

describe('toBirthYear', () => {
  test.each([
    ['昭和23年', 1948],
    ['昭２３', 1948],
    ['s23', 1948],
    ['S.23', 1948],
    ['23', 1948],
    ['昭和 元年', 1926],
    ['昭和64', 1989],
    ['大正15', 1926],
    ['T14年生まれ', 1925],
    ['平成元年', 1989],
    ['令和2', 2020],
    ['1948', 1948],
    ['１９４８年', 1948]
  ])('%s is %i', (text, year) => {
    expect(toBirthYear(text, thisYear)).toBe(year);
  });

  test.each([
    '',
    '昭和',
    '昭和0',
    '昭和65',
    '大正16',
    '78',
    '明治38',
    '令和9',
    '2027',
    '1905',
    'x23',
    '23歳',
    '昭和1948'
  ])('「%s」 is no year of birth', (text) => {
    expect(toBirthYear(text, thisYear)).toBeUndefined();
  });

  test('whatever is typed, the answer is a year somebody alive can be born in', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[昭大平令sthr]?和?\d{1,4}年?$/)),
        (text) => {
          const year = toBirthYear(text, thisYear);
          expect(year === undefined || (year >= 1906 && year <= thisYear)).toBe(true);
        }
      )
    );
  });
});

test.each([
  [1962, 'under-65'],
  [1961, '65-74'],
  [1952, '65-74'],
  [1951, '75-84'],
  [1942, '75-84'],
  [1941, '85-over']
] as const)('who is born in %i is in the band %s in 2026', (year, band) => {
  expect(ageBandOfBirthYear(year, thisYear)).toBe(band);
});

test('who is born earlier is never in a younger band', () => {
  const place = (year: number) => ageBands.indexOf(ageBandOfBirthYear(year, thisYear));
  for (let year = 1907; year <= thisYear; year++) {
    expect(place(year - 1)).toBeGreaterThanOrEqual(place(year));
  }
});
