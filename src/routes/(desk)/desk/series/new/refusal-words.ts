import type { MakeSeriesError } from '#app/server/plan-series.ts';
import type { Translate } from '#shared/i18n/translator.ts';

type Refusal = MakeSeriesError['type'];

/** What only a series may be refused for. */
const ofSeries = [
  'no-nth',
  'months-out-of-range',
  'no-date-left',
  'codes-used-up',
  'changed-since-seen'
] as const satisfies readonly Refusal[];

/** Why a series is not made, in one sentence; what any workshop may be refused for is said as there. */
export function refusalInWords(t: Translate, refused: Refusal): string {
  return isOfSeries(refused)
    ? t(`desk.series.refused.${refused}`)
    : t(`desk.plan.refused.${refused}`);
}

function isOfSeries(refused: Refusal): refused is (typeof ofSeries)[number] {
  return (ofSeries as readonly Refusal[]).includes(refused);
}
