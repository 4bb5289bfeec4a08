import { fail, redirect } from '@sveltejs/kit';
import { codesOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { staffRoles } from '#features/people/domain/role.ts';
import {
  inviteStaff,
  listStaff,
  reinstateAccount,
  suspendAccount
} from '#features/people/server/staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  staff: await listStaff(locals.app.db),
  ownId: signedIn(locals).id
});

export const actions: Actions = {
  invite: async ({ request, locals }) => {
    const { db, settings, now } = locals.app;
    const chosen = codesOf(await request.formData(), 'roles', staffRoles);
    if (chosen.length === 0) return fail(422, { error: 'no-role' as const });

    const token = await inviteStaff(db, { roles: chosen, actor: signedIn(locals).id, now: now() });
    return { link: `${settings.origin}/sign-in/first?token=${token}`, roles: chosen };
  },

  suspend: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const suspended = await suspendAccount(db, {
      accountId: rawOf(await request.formData(), 'id'),
      actor: signedIn(locals).id,
      now: now()
    });
    if (!suspended.ok) return fail(409, { error: suspended.error.type });
    redirect(303, '/desk/staff');
  },

  reinstate: async ({ request, locals }) => {
    const { db, now } = locals.app;
    const known = await reinstateAccount(db, {
      accountId: rawOf(await request.formData(), 'id'),
      actor: signedIn(locals).id,
      now: now()
    });
    if (!known) return fail(409, { error: 'account-not-found' as const });
    redirect(303, '/desk/staff');
  }
};
