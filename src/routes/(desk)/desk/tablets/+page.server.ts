import { fail } from '@sveltejs/kit';
import { issueCode, listDoorAccounts } from '#app/server/desk/change-tablet.ts';
import { listTablets } from '#app/server/desk/tablets.ts';
import { lineOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { enrolmentAddress } from '#features/sync/domain/enrolment-code.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_NAME = 40;
const LONGEST_ID = 64;

export const load: PageServerLoad = async ({ locals }) => {
  const { db } = locals.app;
  return {
    tablets: await listTablets(db),
    accounts: await listDoorAccounts(db),
    ownId: signedIn(locals).id
  };
};

export const actions: Actions = {
  /** The code is in the answer alone: neither in an address nor kept in clear. */
  code: async ({ request, locals }) => {
    const { db, settings, now } = locals.app;
    const form = await request.formData();
    const typed = {
      name: lineOf(form, 'name', LONGEST_NAME),
      place: lineOf(form, 'place', LONGEST_NAME),
      account: rawOf(form, 'account', LONGEST_ID)
    };
    const issued = await issueCode(db, {
      ...{ name: typed.name, place: typed.place, accountId: typed.account },
      ...{ actor: signedIn(locals).id, now: now() }
    });
    if (!issued.ok) return fail(422, { error: issued.error.type, typed });
    const { code, expiresAt } = issued.value;
    return {
      shown: { code, expiresAt, name: typed.name, qr: enrolmentAddress(settings.origin, code) }
    };
  }
};
