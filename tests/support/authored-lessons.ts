import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { compareSlugs, isSlug, Lesson } from '#features/lessons/domain/lesson.ts';
import type { Scenario } from '#features/practice-phone/domain/scenario.ts';

const FOLDER = 'src/features/lessons/content';

/** All Japanese lessons, read from their files: a journey has no bundler to gather them. */
export const lessons: readonly Lesson[] = readdirSync(FOLDER)
  .filter(isSlug)
  .sort(compareSlugs)
  .map((slug) => ({
    slug,
    ...v.parse(Lesson, JSON.parse(readFileSync(`${FOLDER}/${slug}/ja.json`, 'utf8')))
  }));

export async function scenarioOf(slug: string): Promise<Scenario> {
  const file = (await import(`#features/practice-phone/scenarios/${slug}.ts`)) as {
    readonly default: Scenario;
  };
  return file.default;
}
