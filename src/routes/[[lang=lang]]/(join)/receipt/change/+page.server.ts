import { fail, redirect } from '@sveltejs/kit';
import { changeApplication, findStanding } from '#app/server/change-application.ts';
import { findHeldReceipt } from '#app/server/held-receipt.ts';
import { rawOf } from '#app/server/read-form.ts';
import { heldReceipts } from '#app/server/receipt-cookie.ts';
import { findReceipt, type Receipt } from '#app/server/receipts.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import {
  changeableFields,
  fieldsOfStanding,
  mayChange,
  waysToChoose,
  type ChangeFields
} from '#features/workshops/domain/change-application.ts';
import { newFormKey } from '#features/workshops/server/form-key.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_TYPED = 100;
const MOST_NEEDS = 20;
const KEY = /^[0-9a-z]{32}$/;

export const load: PageServerLoad = async ({ locals, url, cookies, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { app } = locals;
  const position = Number(url.searchParams.get('r') ?? 1);
  const token = heldReceipts(cookies, app.settings)[position - 1];
  const receipt = token && (await findReceipt(app.db, token));
  return { position, shown: receipt ? await shown(receipt, locals) : undefined };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const { app, language } = locals;
    const form = await request.formData().catch(() => new FormData());
    const receipt = await findHeldReceipt(locals, cookies, form.get('number'));
    if (!receipt) return fail(404, { failure: 'sign-up-not-found' as const });

    const key = rawOf(form, 'key');
    const fields = fieldsOf(form);
    if (!KEY.test(key)) return fail(400, { failure: 'form-used' as const, fields });
    const changed = await changeApplication(app.db, {
      ...{ signUpId: receipt.signUpId, key, fields },
      now: app.now()
    });
    if (changed.ok) {
      const position = heldReceipts(cookies, app.settings).indexOf(receipt.token) + 1;
      redirect(303, localPath(`/receipt?r=${position}&changed`, language));
    }
    const { error } = changed;
    if (error.type === 'wrong') return fail(422, { errors: error.errors, fields, key });
    return fail(409, { failure: error.type, fields });
  }
};

async function shown({ signUpId, number, workshopCode }: Receipt, { app }: App.Locals) {
  const standing = await findStanding(app.db, signUpId);
  const found = await findWorkshop(app.db, workshopCode, app.now());
  if (!standing) return undefined;
  return {
    number,
    key: newFormKey(),
    workshop: found?.workshop,
    asksLoan: standing.form.loanPhones > 0,
    hasPhone: standing.phone !== undefined,
    fields: fieldsOfStanding(standing),
    ways: waysToChoose(standing),
    refused: mayChange(standing.status, standing.form, app.now())?.type
  };
}

function fieldsOf(form: FormData): ChangeFields {
  const texts = changeableFields.map((name) => [name, rawOf(form, name, LONGEST_TYPED)]);
  const needs = form.getAll('needs').filter((need) => typeof need === 'string');
  return { ...(Object.fromEntries(texts) as ChangeFields), needs: needs.slice(0, MOST_NEEDS) };
}
