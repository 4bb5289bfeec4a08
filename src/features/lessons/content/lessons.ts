import * as v from 'valibot';
import { type Language } from '#shared/i18n/language.ts';
import { compareSlugs, isSlug, Lesson } from '../domain/lesson.ts';

/** Every folder here that is named by a number of the catalogue (`2-7`) is a lesson. */
const files = import.meta.glob<unknown>('./[0-9]*-*/*.json', { eager: true, import: 'default' });

/** The numbers of all lessons, in the order of the catalogue. */
export const lessonSlugs: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split('/')[1] ?? ''))
].sort(compareSlugs);

/** @returns `undefined` when there is no such lesson. Throws when its file does not hold a lesson. */
export function findLesson(slug: string, language: Language): Lesson | undefined {
  const path = `./${slug}/${language}.json`;
  if (!isSlug(slug) || !(path in files)) return undefined;

  const content = v.safeParse(Lesson, files[path]);
  if (!content.success) {
    const [issue] = content.issues;
    throw new Error(`lesson ${path}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  return { slug, ...content.output };
}

export function allLessons(language: Language): Lesson[] {
  return lessonSlugs.flatMap((slug) => findLesson(slug, language) ?? []);
}
