import { addDays, nthWeekdayOf, weekdayOf, type LocalDate } from './instant.ts';

/** What a day off is called. */
export type HolidayName = { readonly ja: string; readonly en: string };

const SUBSTITUTE: HolidayName = { ja: '振替休日', en: 'substitute holiday' };
const BETWEEN: HolidayName = { ja: '国民の休日', en: "citizens' holiday" };
const SUNDAY = 0;
const MONDAY = 1;

/**
 * The public holiday in Japan on this day, with its name.
 *
 * - Holds from 2022 (the years before had days moved for the Olympic Games) to 2099 (the formula of
 *   the equinoxes). The equinoxes are official only once the almanac of the year before names them.
 * - Answer `undefined`: an ordinary day.
 *
 * Source: 国民の祝日に関する法律 (昭和23年法律第178号), articles 2 and 3
 * (docs/decisions/0015-months-ahead.md).
 */
export function holidayOf(date: LocalDate): HolidayName | undefined {
  return nationalHolidayOf(date) ?? substituteOf(date) ?? dayBetweenOf(date);
}

/** Article 2: the days that the law names. */
function nationalHolidayOf(date: LocalDate): HolidayName | undefined {
  return FIXED[date.slice(5)] ?? onMondayOf(date) ?? equinoxOf(date);
}

const FIXED: Readonly<Record<string, HolidayName>> = {
  '01-01': { ja: '元日', en: "New Year's Day" },
  '02-11': { ja: '建国記念の日', en: 'National Foundation Day' },
  '02-23': { ja: '天皇誕生日', en: "the Emperor's Birthday" },
  '04-29': { ja: '昭和の日', en: 'Showa Day' },
  '05-03': { ja: '憲法記念日', en: 'Constitution Memorial Day' },
  '05-04': { ja: 'みどりの日', en: 'Greenery Day' },
  '05-05': { ja: 'こどもの日', en: "Children's Day" },
  '08-11': { ja: '山の日', en: 'Mountain Day' },
  '11-03': { ja: '文化の日', en: 'Culture Day' },
  '11-23': { ja: '勤労感謝の日', en: 'Labour Thanksgiving Day' }
};

const ON_MONDAY: readonly { month: number; nth: number; name: HolidayName }[] = [
  { month: 1, nth: 2, name: { ja: '成人の日', en: 'Coming of Age Day' } },
  { month: 7, nth: 3, name: { ja: '海の日', en: 'Marine Day' } },
  { month: 9, nth: 3, name: { ja: '敬老の日', en: 'Respect for the Aged Day' } },
  { month: 10, nth: 2, name: { ja: 'スポーツの日', en: 'Sports Day' } }
];

function onMondayOf(date: LocalDate): HolidayName | undefined {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return ON_MONDAY.find(
    (holiday) =>
      holiday.month === month && nthWeekdayOf({ year, month }, holiday.nth, MONDAY) === date
  )?.name;
}

/** The days of March and September on which the sun crosses the equator, by the usual short formula. */
function equinoxOf(date: LocalDate): HolidayName | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const since1980 = year - 1980;
  const dayFrom = (base: number) =>
    Math.floor(base + 0.242194 * since1980) - Math.floor(since1980 / 4);
  if (month === 3 && day === dayFrom(20.8431)) return { ja: '春分の日', en: 'Vernal Equinox Day' };
  if (month === 9 && day === dayFrom(23.2488))
    return { ja: '秋分の日', en: 'Autumnal Equinox Day' };
  return undefined;
}

/** Article 3, paragraph 2: a holiday on a Sunday gives its rest to the next day that is none itself. */
function substituteOf(date: LocalDate): HolidayName | undefined {
  for (let before = addDays(date, -1); nationalHolidayOf(before); before = addDays(before, -1)) {
    if (weekdayOf(before) === SUNDAY) return SUBSTITUTE;
  }
  return undefined;
}

/** Article 3, paragraph 3: the day between two holidays. */
function dayBetweenOf(date: LocalDate): HolidayName | undefined {
  return nationalHolidayOf(addDays(date, -1)) && nationalHolidayOf(addDays(date, 1))
    ? BETWEEN
    : undefined;
}
