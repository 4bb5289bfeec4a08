import { loadTranslator } from '#locales/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, data }) => ({
  ...data,
  translator: await loadTranslator(params.lang === 'en' ? 'en' : 'ja')
});
