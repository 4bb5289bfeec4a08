import { error } from '@sveltejs/kit';
import { loadScenario, practiceSlugs } from '#features/practice-phone/scenarios/catalogue.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const csr = true;
export const prerender = true;

export const entries: EntryGenerator = () =>
  practiceSlugs.flatMap((slug) => [
    { lang: undefined, slug },
    { lang: 'en', slug }
  ]);

export const load: PageLoad = async ({ params }) => ({
  scenario: (await loadScenario(params.slug)) ?? error(404, 'no such rehearsal')
});
