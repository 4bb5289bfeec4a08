import { fail, redirect } from '@sveltejs/kit';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { findHeldReceipt } from '#app/server/held-receipt.ts';
import { heldReceipts } from '#app/server/receipt-cookie.ts';
import { findReceipt } from '#app/server/receipts.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const token = heldReceipts(cookies, locals.app.settings)[
    Number(url.searchParams.get('r') ?? 1) - 1
  ];
  const receipt = token && (await findReceipt(locals.app.db, token));
  if (!receipt || receipt.status === 'cancelled') return { receipt: undefined };

  const found = await findWorkshop(locals.app.db, receipt.workshopCode, locals.app.now());
  const { number, status } = receipt;
  return { receipt: { number, status }, workshop: found?.workshop };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const { app, language } = locals;
    const form = await request.formData().catch(() => new FormData());
    const receipt = await findHeldReceipt(locals, cookies, form.get('number'));
    if (!receipt) return fail(404, { failure: 'nothing' as const });

    const cancelled = await cancelApplication(app.db, {
      signUpId: receipt.signUpId,
      by: 'applicant',
      actor: 'applicant',
      now: app.now()
    });
    if (!cancelled.ok) return fail(409, { failure: 'begun' as const });

    const place = heldReceipts(cookies, app.settings).indexOf(receipt.token) + 1;
    redirect(303, localPath(`/receipt?r=${place}`, language));
  }
};
