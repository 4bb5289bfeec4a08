import { loadTranslator } from '#locales/load.ts';
import type { LayoutLoad } from './$types';

export const prerender = true;

export const load: LayoutLoad = async ({ params }) => ({
  translator: await loadTranslator(params.lang === 'en' ? 'en' : 'ja')
});
