import type { City } from '#city/city.ts';
import { fiscalYearOf, type LocalDate } from '#shared/time/instant.ts';

export type Kept = keyof City['rules']['retentionFiscalYears'];

/**
 * The last day a personal row that belongs to `date` is kept: the end of the fiscal year (31 March)
 * after the city's number of whole fiscal years for that kind of document.
 */
export function deleteAfter(city: City, kind: Kept, date: LocalDate): LocalDate {
  const years = city.rules.retentionFiscalYears[kind];
  return `${fiscalYearOf(date) + 1 + years}-03-31`;
}
