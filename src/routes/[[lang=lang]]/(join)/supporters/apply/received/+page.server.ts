import { redirect } from '@sveltejs/kit';
import { localPath } from '#shared/i18n/language.ts';
import type { PageServerLoad } from './$types';

/** Shows a number and looks nothing up: the number alone opens nothing. */
export const load: PageServerLoad = ({ url, locals }) => {
  const number = url.searchParams.get('number') ?? '';
  if (!/^\d{7}$/.test(number)) redirect(303, localPath('/supporters/apply', locals.language));
  return { number };
};
