import { redirect } from '@sveltejs/kit';
import { safeNextPath } from '#app/server/next-path.ts';
import { rawOf } from '#app/server/read-form.ts';
import { isLanguage } from '#shared/i18n/language.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import type { RequestHandler } from './$types';

const REMEMBERED_SECONDS = (365 * DAY_MS) / 1000;

/** Keeps the language of the staff pages on this device and goes back. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
  const form = await request.formData();
  const language = form.get('lang');
  if (isLanguage(language)) {
    cookies.set('lang', language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: locals.app.settings.origin.startsWith('https:'),
      maxAge: REMEMBERED_SECONDS
    });
  }
  redirect(303, safeNextPath(rawOf(form, 'next')) ?? '/sign-in');
};
