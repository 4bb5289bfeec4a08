import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Lesson as LessonContent, type Lesson } from '#features/lessons/domain/lesson.ts';
import type { Language } from '#shared/i18n/language.ts';

const CONTENT = 'src/features/lessons/content';

/** Every lesson as its file holds it: journeys run outside of the bundler that collects them for the pages. */
export function allLessons(language: Language): Lesson[] {
  return readdirSync(CONTENT)
    .filter((name) => /^\d-\d+$/.test(name))
    .map((slug) => {
      const file = readFileSync(`${CONTENT}/${slug}/${language}.json`, 'utf8');
      return { slug, ...v.parse(LessonContent, JSON.parse(file)) };
    });
}
