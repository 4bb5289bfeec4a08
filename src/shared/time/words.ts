import type { Language } from '../i18n/language.ts';
import { localDateOf, localTimeOf, weekdayOf, type Instant, type LocalDate } from './instant.ts';

const JAPANESE_WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const ENGLISH_WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday'
] as const;
const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;

/** Reiwa began on 2019-05-01; earlier days are not spoken of in this system. */
const REIWA_OFFSET_YEARS = 2018;

/** 令和8年度, or "fiscal year 2026". */
export function fiscalYearInWords(year: number, language: Language): string {
  if (language === 'en') return `fiscal year ${year}`;
  return `令和${reiwaYear(year)}年度`;
}

/** 令和8年12月1日 火曜日, or "Tuesday 1 December 2026": date and weekday, never only 「あさって」. */
export function dateInWords(date: LocalDate, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = weekdayOf(date);
  if (language === 'en') {
    return `${ENGLISH_WEEKDAYS[weekday]} ${day} ${ENGLISH_MONTHS[month - 1]} ${year}`;
  }
  return `令和${reiwaYear(year)}年${month}月${day}日 ${JAPANESE_WEEKDAYS[weekday]}曜日`;
}

/** 12月1日(火), for rows that stand under a heading with the year. */
export function shortDateInWords(date: LocalDate, language: Language): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = weekdayOf(date);
  if (language === 'en') {
    return `${ENGLISH_WEEKDAYS[weekday]?.slice(0, 3)} ${day} ${ENGLISH_MONTHS[month - 1]?.slice(0, 3)}`;
  }
  return `${month}月${day}日(${JAPANESE_WEEKDAYS[weekday]})`;
}

/** 午前10時, 午後1時30分, or "10 am", "1:30 pm". Noon is 午後0時 as public notices write it. */
export function timeInWords(instant: Instant, language: Language): string {
  const [hour = 0, minute = 0] = localTimeOf(instant).split(':').map(Number);
  if (language === 'en') {
    const clock = minute === 0 ? `${hour % 12 || 12}` : `${hour % 12 || 12}:${twoDigits(minute)}`;
    return `${clock} ${hour < 12 ? 'am' : 'pm'}`;
  }
  const half = hour < 12 ? '午前' : '午後';
  return minute === 0 ? `${half}${hour % 12}時` : `${half}${hour % 12}時${minute}分`;
}

/** 令和8年12月1日 火曜日 午前10時 */
export function momentInWords(instant: Instant, language: Language): string {
  const date = dateInWords(localDateOf(instant), language);
  const time = timeInWords(instant, language);
  return language === 'en' ? `${date}, ${time}` : `${date} ${time}`;
}

/** 午前10時から午後0時まで, or "10 am to 12 pm": begin and end of one session. */
export function hoursInWords(startsAt: Instant, endsAt: Instant, language: Language): string {
  const begin = timeInWords(startsAt, language);
  const end = timeInWords(endsAt, language);
  return language === 'en' ? `${begin} to ${end}` : `${begin}から${end}まで`;
}

/** 令和8年12月1日 火曜日 午前10時から午後0時まで: one session on one day. */
export function spanInWords(startsAt: Instant, endsAt: Instant, language: Language): string {
  const date = dateInWords(localDateOf(startsAt), language);
  const hours = hoursInWords(startsAt, endsAt, language);
  return language === 'en' ? `${date}, ${hours}` : `${date} ${hours}`;
}

function reiwaYear(year: number): string {
  const reiwa = year - REIWA_OFFSET_YEARS;
  return reiwa === 1 ? '元' : String(reiwa);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
