import { error } from '@sveltejs/kit';
import { allLessons, findLesson } from '#features/lessons/content/lessons.ts';
import { languages } from '#shared/i18n/language.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
  languages.flatMap((language) =>
    allLessons(language).flatMap(({ slug, steps }) =>
      steps.map((_, index) => ({
        lang: language === 'ja' ? undefined : language,
        slug,
        step: String(index + 1)
      }))
    )
  );

export const load: PageLoad = async ({ params, parent }) => {
  const { translator } = await parent();
  const lesson = findLesson(params.slug, translator.language);
  const number = /^[1-8]$/.test(params.step) ? Number(params.step) : 0;
  if (!lesson?.steps[number - 1]) error(404);
  return { lesson, number };
};
