import { error, fail, redirect } from '@sveltejs/kit';
import { givePartner, readPartners, revokePartner } from '#app/server/desk/partners.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { lineOf, rawOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_LABEL = 60;
const LONGEST_ID = 64;
const NO_NUMBER = -1;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, now } = locals.app;
  const workshop = (await findWorkshopHead(db, params.id)) ?? error(404, 'no such workshop');
  return { workshop, ...(await readPartners(db, params.id, now())) };
};

export const actions: Actions = {
  give: async ({ request, locals, params }) => {
    const { db, settings, now } = locals.app;
    const form = await request.formData();
    const typed = {
      label: lineOf(form, 'label', LONGEST_LABEL),
      account: rawOf(form, 'account', LONGEST_ID),
      daysBefore: lineOf(form, 'daysBefore'),
      daysAfter: lineOf(form, 'daysAfter')
    };
    const given = await givePartner(db, {
      ...{ workshopId: params.id, label: typed.label },
      accountId: typed.account || undefined,
      daysBefore: wholeNumberOf(form, 'daysBefore') ?? NO_NUMBER,
      daysAfter: wholeNumberOf(form, 'daysAfter') ?? NO_NUMBER,
      ...{ actor: signedIn(locals).id, now: now() }
    });
    if (!given.ok) return fail(422, { error: given.error.type, typed });
    const { token } = given.value;
    if (token === undefined) redirect(303, `/desk/workshops/${params.id}/partners`);
    return { link: `${settings.origin}/sign-in/first?token=${token}`, label: typed.label };
  },

  revoke: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const id = rawOf(await request.formData(), 'id', LONGEST_ID);
    const actor = signedIn(locals).id;
    await revokePartner(db, { id, workshopId: params.id, actor, now: now() });
    redirect(303, `/desk/workshops/${params.id}/partners`);
  }
};
