import * as v from 'valibot';
import { topics, type Topic } from '#features/board/domain/request.ts';
import { phoneFamilies, type PhoneFamily } from '#features/people/domain/person.ts';

/** More at one salon than a room holds is a slip of the finger. */
export const MOST_HELPED = 60;

/** How long the supporter helped in all; a salon is two or three hours. */
export const tallyMinutes = [60, 90, 120, 150, 180] as const;

const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_HELPED));
const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((total, { count }) => total + count, 0);
const isNamedOnce = (codes: readonly unknown[]) => new Set(codes).size === codes.length;

/**
 * The payload of `assist.tally`: one supporter's help at a whole salon. Each person has one phone, so
 * the phones count the people; each had a topic or more, so the topics add up to at least as many.
 */
export const AssistTally = v.pipe(
  v.strictObject({
    minutes: v.picklist(tallyMinutes),
    families: v.pipe(
      v.array(v.strictObject({ family: v.picklist(phoneFamilies), count: Count })),
      v.minLength(1),
      v.check((counts) => isNamedOnce(counts.map(({ family }) => family)))
    ),
    topics: v.pipe(
      v.array(v.strictObject({ topic: v.picklist(topics), count: Count })),
      v.minLength(1),
      v.check((counts) => isNamedOnce(counts.map(({ topic }) => topic)))
    )
  }),
  v.check(({ families }) => sum(families) <= MOST_HELPED),
  v.check(({ families, topics: counted }) => sum(counted) >= sum(families))
);
export type AssistTally = v.InferOutput<typeof AssistTally>;

export function peopleIn({ families }: Pick<AssistTally, 'families'>): number {
  return sum(families);
}

export type Counts<Code extends string> = Readonly<Partial<Record<Code, number>>>;

/** One touch on plus or minus; never below none, never above what a salon can be. */
export function counted<Code extends string>(
  counts: Counts<Code>,
  code: Code,
  step: 1 | -1
): Counts<Code> {
  const next = Math.min(MOST_HELPED, Math.max(0, (counts[code] ?? 0) + step));
  return { ...counts, [code]: next };
}

/**
 * The tally as touched together, or what is still missing: the minutes, nobody counted, or fewer topics
 * than people.
 */
export function tallyOf(touched: {
  readonly minutes: AssistTally['minutes'] | undefined;
  readonly families: Counts<PhoneFamily>;
  readonly topics: Counts<Topic>;
}): { readonly tally: AssistTally } | { readonly missing: 'minutes' | 'people' | 'topics' } {
  const families = phoneFamilies.flatMap((family) => {
    const count = touched.families[family] ?? 0;
    return count > 0 ? [{ family, count }] : [];
  });
  const counts = topics.flatMap((topic) => {
    const count = touched.topics[topic] ?? 0;
    return count > 0 ? [{ topic, count }] : [];
  });
  if (sum(families) === 0 || sum(families) > MOST_HELPED) return { missing: 'people' };
  if (sum(counts) < sum(families)) return { missing: 'topics' };
  if (touched.minutes === undefined) return { missing: 'minutes' };
  return { tally: { minutes: touched.minutes, families, topics: counts } };
}
