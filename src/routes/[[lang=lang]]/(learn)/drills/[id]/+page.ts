import { error } from '@sveltejs/kit';
import { drills, findDrillScenario } from '#features/practice-phone/scenarios/drills/drills.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const csr = true;
export const prerender = true;

export const entries: EntryGenerator = () =>
  drills.flatMap(({ id }) => [
    { lang: undefined, id },
    { lang: 'en', id }
  ]);

export const load: PageLoad = ({ params }) => ({
  id: params.id,
  scenario: findDrillScenario(params.id) ?? error(404, 'no such drill')
});
