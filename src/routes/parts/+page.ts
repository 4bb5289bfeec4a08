import { error } from '@sveltejs/kit';
import { loadTranslator } from '#locales/load.ts';
import type { PageLoad } from './$types';

export const csr = true;
export const prerender = false;

/** Vite writes the condition in before it looks for imports: a build does not hold the gallery at all. */
const importGallery = import.meta.env.DEV ? () => import('./Gallery.svelte') : undefined;

/** Only `npm run dev` shows the parts; a built server answers as if the address had never been. */
export const load: PageLoad = async ({ url }) => {
  if (!importGallery) error(404, 'not found');
  const { default: gallery } = await importGallery();
  const language = url.searchParams.get('lang') === 'ja' ? 'ja' : 'en';
  return { gallery, translator: await loadTranslator(language) };
};
