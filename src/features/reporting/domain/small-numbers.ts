/** Fewer people than this could be recognised by whoever knows the neighbourhood. */
export const SMALLEST_SHOWN = 5;

/** A count as it may be shown: `few` stands for 1 to 4, or for what would give a 1 to 4 away. */
export type ShownCount = number | 'few';

/**
 * The one rule about small numbers. It is applied to every breakdown that tells something about
 * people beyond their coming (what they needed help with); totals and the day's own work - how many
 * applied, came, or wait for a call - are shown as they are, since the desk works with them.
 *
 * - A part of 1 to 4 is hidden; 0 is shown, for it is nobody.
 * - When just one part is hidden, the total would give it away by subtraction: the smallest other
 *   part that is not 0 is hidden with it. With no such part the caller must not show the total
 *   (`totalIsSafe` is false).
 *
 * Source: the rule for personal data in statistics, "small numbers (< 5) hidden".
 */
export function hideSmall(counts: readonly number[]): {
  readonly shown: readonly ShownCount[];
  readonly totalIsSafe: boolean;
} {
  const hidden = new Set(
    counts.flatMap((count, index) => (count > 0 && count < SMALLEST_SHOWN ? [index] : []))
  );
  if (hidden.size === 1) {
    const next = smallestOther(counts, hidden);
    if (next === undefined) return { shown: mask(counts, hidden), totalIsSafe: false };
    hidden.add(next);
  }
  return { shown: mask(counts, hidden), totalIsSafe: true };
}

function smallestOther(counts: readonly number[], hidden: ReadonlySet<number>): number | undefined {
  let smallest: number | undefined;
  for (const [index, count] of counts.entries()) {
    if (count === 0 || hidden.has(index)) continue;
    if (smallest === undefined || count < (counts[smallest] ?? 0)) smallest = index;
  }
  return smallest;
}

function mask(counts: readonly number[], hidden: ReadonlySet<number>): ShownCount[] {
  return counts.map((count, index) => (hidden.has(index) ? 'few' : count));
}
