import type { Translator } from '#shared/ui/translator.ts';
import type { MonthKey } from '../domain/calendar-view.ts';

const REIWA_OFFSET_YEARS = 2018;
const ENGLISH = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December']
];

/** 12月, or 令和8年12月 with its year; "December", "December 2026". */
export function monthInWords(
  { t, language }: Translator,
  key: MonthKey,
  form: 'short' | 'with-year' = 'short'
): string {
  const [year = 0, number = 1] = key.split('-').map(Number);
  const month = language === 'en' ? (ENGLISH[number - 1] ?? '') : number;
  if (form === 'short') return t('workshops.list.monthOf', { month });
  const told = language === 'en' ? year : year - REIWA_OFFSET_YEARS;
  return t('workshops.list.monthTitle', { year: told, month });
}
