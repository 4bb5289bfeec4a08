import { fail, redirect } from '@sveltejs/kit';
import { readCookie, writeCookie } from '#app/server/cookies.ts';
import { homeOf, safeNextPath } from '#app/server/next-path.ts';
import { isSuspendedSupporter } from '#app/server/supporter.ts';
import { lineOf, rawOf } from '#app/server/read-form.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { endAuthSession } from '#features/people/server/auth-session.ts';
import { signIn } from '#features/people/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safeNextPath(url.searchParams.get('next'));
  if (locals.account) redirect(303, next ?? homeOf(locals.account.roles));
  return { next };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, getClientAddress }) => {
    const { db, settings, now } = locals.app;
    const form = await request.formData();
    const login = lineOf(form, 'login');
    const signedIn = await signIn(db, {
      login,
      password: rawOf(form, 'password'),
      address: getClientAddress(),
      now: now()
    });
    if (!signedIn.ok) {
      const { type } = signedIn.error;
      return fail(type === 'too-many-attempts' ? 429 : 422, { login, error: type });
    }

    const account = await findAccount(db, signedIn.value.accountId);
    if (account && (await isSuspendedSupporter(db, account))) {
      await endAuthSession(db, signedIn.value.token, now());
      return fail(403, { login, error: 'suspended' as const });
    }

    const earlier = readCookie(cookies, 'auth', settings);
    if (earlier) await endAuthSession(db, earlier, now());
    writeCookie(cookies, 'auth', signedIn.value.token, settings);
    redirect(303, safeNextPath(rawOf(form, 'next')) ?? homeOf(account?.roles ?? []));
  }
};
