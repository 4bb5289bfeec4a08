import { browser } from '$app/environment';
import { loadTranslator } from '#locales/load.ts';
import type { LayoutLoad } from './$types';

/** Field pages are drawn on the device, from what the device holds. */
export const ssr = false;
export const csr = true;

export const load: LayoutLoad = async () => {
  const english = browser && /(?:^|; )lang=en(?:;|$)/.test(document.cookie);
  return { translator: await loadTranslator(english ? 'en' : 'ja') };
};
