import { addDays, fiscalYearOf, type LocalDate } from '#shared/time/instant.ts';

export const periodNames = ['today', 'month', 'fiscal-year'] as const;
export type PeriodName = (typeof periodNames)[number];

/** Days in Tokyo, both ends counted. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** The period that ends with today: today itself, this month, or this fiscal year (年度) so far. */
export function periodOf(name: PeriodName, today: LocalDate): Period {
  if (name === 'today') return { from: today, to: today };
  if (name === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  return { from: `${fiscalYearOf(today)}-04-01`, to: today };
}

/** The whole of a fiscal year, 1 April to 31 March. */
export function fiscalYearPeriod(year: number): Period {
  return { from: `${year}-04-01`, to: addDays(`${year + 1}-04-01`, -1) };
}

/** The month a day falls in, `2026-12`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}
