import type { FingerVerdict } from './finger.ts';

/** Ways of touching that a phone's own settings, or how one holds it, can make easier. */
export const advisedVerdicts = ['long', 'twice', 'slip', 'light', 'second-finger'] as const;
export type AdvisedVerdict = (typeof advisedVerdicts)[number];

/** Once may be chance. */
const SEEN_BEFORE_ADVICE = 2;
/** More than two settings at once are a burden. */
const MOST_ADVICE = 2;

/** What would help this finger, the most frequent first; empty when all went well. */
export function adviceFor(
  verdicts: Readonly<Partial<Record<FingerVerdict, number>>>
): readonly AdvisedVerdict[] {
  const seen = (verdict: AdvisedVerdict) => verdicts[verdict] ?? 0;
  return advisedVerdicts
    .filter((verdict) => seen(verdict) >= SEEN_BEFORE_ADVICE)
    .sort((one, other) => seen(other) - seen(one))
    .slice(0, MOST_ADVICE);
}
