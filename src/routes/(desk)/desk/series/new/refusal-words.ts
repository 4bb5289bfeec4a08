import type { MakeSeriesError } from '#app/server/plan-series.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** Why a series is not made, in one sentence; what any workshop may be refused for is said as there. */
export function refusalInWords(t: Translate, refused: MakeSeriesError['type']): string {
  switch (refused) {
    case 'no-nth':
    case 'months-out-of-range':
    case 'no-date-left':
    case 'codes-used-up':
    case 'changed-since-seen':
      return t(`desk.series.refused.${refused}`);
    default:
      return t(`desk.plan.refused.${refused}`);
  }
}
