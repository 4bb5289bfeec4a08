import { fail, redirect } from '@sveltejs/kit';
import { writeCookie } from '#app/server/cookies.ts';
import { homeOf } from '#app/server/next-path.ts';
import { lineOf, rawOf } from '#app/server/read-form.ts';
import { joinSupporter } from '#app/server/supporters/join.ts';
import { findAccount } from '#features/people/server/accounts.ts';
import { beginAuthSession } from '#features/people/server/auth-session.ts';
import { acceptInvitation, isInvitationOpen } from '#features/people/server/invitations.ts';
import { SHORTEST_PASSWORD } from '#features/people/server/password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const { db, now } = locals.app;
  return { token, shortest: SHORTEST_PASSWORD, open: await isInvitationOpen(db, token, now()) };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const { db, settings, now } = locals.app;
    const form = await request.formData();
    const typed = { login: lineOf(form, 'login'), name: lineOf(form, 'name', 80) };
    const password = rawOf(form, 'password');

    const errors: Partial<Record<'login' | 'name' | 'password', string>> = {};
    if (typed.login.length < 3) errors.login = 'login-missing';
    if (typed.name === '') errors.name = 'name-missing';
    if (Array.from(password).length < SHORTEST_PASSWORD) errors.password = 'password-short';
    if (Object.keys(errors).length > 0) return fail(422, { typed, errors, closed: false });

    const token = rawOf(form, 'token');
    const accepted = await acceptInvitation(db, {
      ...{ ...typed, token, password, now: now() },
      whenMade: joinSupporter
    });
    if (!accepted.ok) {
      if (accepted.error.type === 'invitation-not-valid') {
        return fail(409, { typed, errors, closed: true });
      }
      return fail(409, { typed, errors: { login: 'login-taken' }, closed: false });
    }
    const { accountId } = accepted.value;
    writeCookie(cookies, 'auth', await beginAuthSession(db, accountId, now()), settings);
    redirect(303, homeOf((await findAccount(db, accountId))?.roles ?? []));
  }
};
