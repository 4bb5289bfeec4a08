import { fail, redirect } from '@sveltejs/kit';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { heldReceipts } from '#app/server/receipt-cookie.ts';
import { findReceipt, type Receipt } from '#app/server/receipts.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Cookies } from '@sveltejs/kit';
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
    const receipt = await heldReceipt(locals, cookies, form.get('number'));
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

/** Only a receipt whose token this browser holds; another's number opens nothing. */
async function heldReceipt(
  { app }: App.Locals,
  cookies: Cookies,
  number: FormDataEntryValue | null
): Promise<Receipt | undefined> {
  for (const token of heldReceipts(cookies, app.settings)) {
    const receipt = await findReceipt(app.db, token);
    if (receipt?.number === number) return receipt;
  }
  return undefined;
}
