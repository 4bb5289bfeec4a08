import { error } from '@sveltejs/kit';
import { findLesson, lessonSlugs } from '#features/lessons/content/lessons.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
  lessonSlugs.flatMap((slug) => [
    { lang: undefined, slug },
    { lang: 'en', slug }
  ]);

export const load: PageLoad = async ({ params, parent }) => {
  const { translator } = await parent();
  return { lesson: findLesson(params.slug, translator.language) ?? error(404) };
};
