import type { AgeBand } from './person.ts';

/** The years of the eras: from which year, and how many years each had. */
const eras = [
  { name: '明治', letter: 'm', firstYear: 1868, years: 45 },
  { name: '大正', letter: 't', firstYear: 1912, years: 15 },
  { name: '昭和', letter: 's', firstYear: 1926, years: 64 },
  { name: '平成', letter: 'h', firstYear: 1989, years: 31 },
  { name: '令和', letter: 'r', firstYear: 2019, years: 99 }
] as const;
const OLDEST_AGE = 120;

/**
 * A year of birth as told at a counter: 「昭和23年」「昭23」「S23」「1948」, full-width digits too, 元年 for
 * the first. A number alone is a year of 昭和, the era of nearly everybody who comes.
 *
 * @returns `undefined` for what is no year, lies ahead of `thisYear`, or is older than anybody.
 */
export function toBirthYear(text: string, thisYear: number): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const told = /^(\D*?)(元|\d{1,4})年?(?:生まれ)?$/.exec(plain);
  if (!told) return undefined;
  const [, era = '', digits = ''] = told;

  const year = digits.length === 4 && era === '' ? Number(digits) : yearOfEra(era, digits);
  return year !== undefined && year <= thisYear && thisYear - year <= OLDEST_AGE ? year : undefined;
}

function yearOfEra(told: string, digits: string): number | undefined {
  const era = eras.find(({ name, letter }) =>
    [name, name[0], letter, `${letter}.`].includes(told || '昭和')
  );
  const number = digits === '元' ? 1 : Number(digits);
  return era && number >= 1 && number <= era.years ? era.firstYear + number - 1 : undefined;
}

/** The band of the age that is reached within `thisYear`: more is not asked, and the year is not kept. */
export function ageBandOfBirthYear(birthYear: number, thisYear: number): AgeBand {
  const age = thisYear - birthYear;
  if (age < 65) return 'under-65';
  if (age < 75) return '65-74';
  return age < 85 ? '75-84' : '85-over';
}
