import type { Translate } from '#shared/i18n/translator.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time/instant.ts';

const TWO = 2;

/** How long people waited, in the unit a person would say: days from two days on, hours from two hours on. */
export function waitInWords(ms: number | undefined, t: Translate): string {
  if (ms === undefined) return t('reporting.wait.none');
  if (ms >= TWO * DAY_MS) return t('reporting.wait.days', { count: Math.round(ms / DAY_MS) });
  if (ms >= TWO * HOUR_MS) return t('reporting.wait.hours', { count: Math.round(ms / HOUR_MS) });
  return t('reporting.wait.minutes', { count: Math.round(ms / MINUTE_MS) });
}
