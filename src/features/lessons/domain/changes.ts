import { compareSlugs, type Lesson } from './lesson.ts';

/** One edition of one lesson, as the list of changes shows it. */
export type Change = {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly what: string;
  /** The state that one reads today. */
  readonly isNewest: boolean;
};

/** Every edition of every lesson by its day, the newest day first; within a day as in the catalogue. */
export function changesByDate(
  lessons: readonly Lesson[]
): { readonly date: string; readonly changes: readonly Change[] }[] {
  const byDate = new Map<string, Change[]>();
  for (const { slug, title, editions } of lessons.toSorted((a, b) =>
    compareSlugs(a.slug, b.slug)
  )) {
    for (const { date, version, what } of editions) {
      const isNewest = version === editions[0]?.version;
      byDate.set(date, [...(byDate.get(date) ?? []), { slug, title, version, what, isNewest }]);
    }
  }
  return [...byDate]
    .map(([date, changes]) => ({ date, changes }))
    .sort((one, other) => other.date.localeCompare(one.date));
}
