import { holidayOf, type HolidayName } from '#shared/time/holidays.ts';
import { weekdayOf, type LocalDate } from '#shared/time/instant.ts';

/** The days on which nothing is held at a place. */
export type ClosedDays = {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Days the house itself is closed (年末年始, cleaning), each with its reason. */
  readonly closures: ReadonlyMap<LocalDate, string>;
};

/** Why nothing is held at a place on a day. */
export type WhyClosed =
  | { readonly kind: 'closure'; readonly reason: string }
  | { readonly kind: 'holiday'; readonly name: HolidayName }
  | { readonly kind: 'weekday' };

/** @returns `undefined` when the place is open; the most telling reason comes first. */
export function whyClosed(days: ClosedDays, date: LocalDate): WhyClosed | undefined {
  const reason = days.closures.get(date);
  if (reason !== undefined) return { kind: 'closure', reason };

  const name = holidayOf(date);
  if (name) return { kind: 'holiday', name };
  return days.weekdays.includes(weekdayOf(date)) ? { kind: 'weekday' } : undefined;
}
