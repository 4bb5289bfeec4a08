/** Milliseconds since 1970-01-01T00:00Z; always an integer. */
export type Instant = number;

/** A day as people in Japan count it: `2026-12-01`. */
export type LocalDate = string;

/** Japan has had one offset and no summer time since 1951. */
const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;

export const MINUTE_MS = 60 * 1000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The day in Tokyo at this instant. */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(instant + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** The clock in Tokyo at this instant, `14:05`. */
export function localTimeOf(instant: Instant): string {
  return new Date(instant + TOKYO_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a day and a clock time in Tokyo; `time` as `14:05`. */
export function instantOf(date: LocalDate, time = '00:00'): Instant {
  return Date.parse(`${date}T${time}:00Z`) - TOKYO_OFFSET_MS;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The fiscal year (年度) a day falls in: it begins on 1 April and is named by that year. */
export function fiscalYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) < '04-01' ? year - 1 : year;
}

/**
 * The n-th given weekday of a month, as salons are fixed (第1火曜日).
 * @returns `undefined` when the month has no such day (a fifth Tuesday).
 */
export function nthWeekdayOf(
  month: { readonly year: number; readonly month: number },
  nth: number,
  weekday: number
): LocalDate | undefined {
  const prefix = `${month.year}-${String(month.month).padStart(2, '0')}`;
  const first = weekdayOf(`${prefix}-01`);
  const day = 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7;
  const date = addDays(`${prefix}-01`, day - 1);
  return date.startsWith(prefix) ? date : undefined;
}
