import { fail, redirect } from '@sveltejs/kit';
import { answerOffer } from '#app/server/answer-offer.ts';
import { findHeldReceipt } from '#app/server/held-receipt.ts';
import { forgetReceipts, heldReceipts, holdReceipt } from '#app/server/receipt-cookie.ts';
import { findOpenOffer, findReceipt, lookUpReceipt, type Receipt } from '#app/server/receipts.ts';
import { listCourseDates, tellDateAbsence } from '#app/server/date-absence.ts';
import { codeOf, rawOf } from '#app/server/read-form.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { isReceiptNumber, toReceiptDigits } from '#features/workshops/domain/receipt.ts';
import { numberInGroups } from '#shared/text/number-groups.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_TYPED = 40;

/** `?t=` comes from the QR and is exchanged for the cookie; `?r=2` is the second receipt held here. */
export const load: PageServerLoad = async ({ locals, url, cookies, setHeaders }) => {
  const { app, language } = locals;
  setHeaders({ 'cache-control': 'no-store' });
  const token = url.searchParams.get('t');
  if (token !== null) {
    const found = await findReceipt(app.db, token);
    if (found) holdReceipt(cookies, found.token, app.settings);
    redirect(303, localPath(found ? '/receipt' : '/receipt?unknown', language));
  }
  const held = heldReceipts(cookies, app.settings);
  const receipts = (await Promise.all(held.map((one) => findReceipt(app.db, one)))).filter(
    (receipt) => receipt !== undefined
  );
  const wanted = held[Number(url.searchParams.get('r') ?? 1) - 1];
  const chosen = receipts.find(({ token: one }) => one === wanted) ?? receipts[0];
  return {
    isLate: url.searchParams.has('late'),
    isBegun: url.searchParams.has('begun'),
    isChanged: url.searchParams.has('changed'),
    isUnknown: url.searchParams.has('unknown'),
    receipt: chosen && (await shown(chosen, locals)),
    /** Where the shown receipt stands among those held here, from 1. */
    position: chosen ? held.indexOf(chosen.token) + 1 : 1,
    others: receipts
      .map((receipt) => ({
        number: numberInGroups(receipt.number),
        href: localPath(`/receipt?r=${held.indexOf(receipt.token) + 1}`, language),
        current: receipt === chosen
      }))
      .filter((_, __, all) => all.length > 1)
  };
};

export const actions: Actions = {
  find: async ({ request, locals, cookies, getClientAddress }) => {
    const form = await request.formData().catch(() => new FormData());
    const typed = textOf(form.get('number'));
    const number = toReceiptDigits(typed);
    const lastFour = toReceiptDigits(textOf(form.get('lastFour')));
    const isLastFour = /^\d{4}$/.test(lastFour);
    if (!isReceiptNumber(number) || !isLastFour) {
      return fail(422, {
        number: typed,
        mistyped: { number: !isReceiptNumber(number), lastFour: !isLastFour }
      });
    }
    const { app, language } = locals;
    const found = await lookUpReceipt(app.db, {
      number,
      lastFourDigits: lastFour,
      address: getClientAddress(),
      now: app.now()
    });
    if (!found.ok) {
      const { type } = found.error;
      return fail(type === 'too-many-look-ups' ? 429 : 404, { number: typed, failure: type });
    }
    holdReceipt(cookies, found.value, app.settings);
    redirect(303, localPath('/receipt', language));
  },

  answer: async ({ request, locals, cookies }) => {
    const { app, language } = locals;
    const form = await request.formData().catch(() => new FormData());
    const receipt = await findHeldReceipt(locals, cookies, form.get('number'));
    const offer = receipt && (await findOpenOffer(app.db, receipt.signUpId, app.now()));
    const answer = codeOf(form, 'answer', ['yes', 'no'] as const);
    const back = (more: string) => redirect(303, localPath(`/receipt${more}`, language));
    if (!receipt) return back('?unknown');
    const place = heldReceipts(cookies, app.settings).indexOf(receipt.token) + 1;
    if (!offer || !answer || offer.id !== form.get('offer')) return back(`?r=${place}&late`);

    const said = { offerId: offer.id, answer, actor: 'applicant', now: app.now() };
    const answered = await answerOffer(app.db, said);
    return back(`?r=${place}${answered.ok ? '' : '&late'}`);
  },

  date: async ({ request, locals, cookies }) => {
    const { app, language } = locals;
    const form = await request.formData().catch(() => new FormData());
    const receipt = await findHeldReceipt(locals, cookies, form.get('number'));
    if (!receipt) redirect(303, localPath('/receipt?unknown', language));

    const told = await tellDateAbsence(app.db, {
      ...{ signUpId: receipt.signUpId, sessionId: rawOf(form, 'session', 64) },
      absent: rawOf(form, 'absent') === 'yes',
      ...{ actor: 'applicant', now: app.now() }
    });
    const place = heldReceipts(cookies, app.settings).indexOf(receipt.token) + 1;
    redirect(303, localPath(`/receipt?r=${place}${told.ok ? '' : '&begun'}`, language));
  },

  forget: ({ locals, cookies }) => {
    forgetReceipts(cookies, locals.app.settings);
    redirect(303, localPath('/receipt', locals.language));
  }
};

async function shown(receipt: Receipt, { app, language }: App.Locals) {
  const found = await findWorkshop(app.db, receipt.workshopCode, app.now());
  const { token, number, status, positionInLine, behindAfter } = receipt;
  const { phoneFamily, wantsLoanPhone, companions } = receipt;
  return {
    ...{ number, status, positionInLine, behindAfter },
    ...{ phoneFamily, wantsLoanPhone, companions },
    remindsByMail: receipt.toldByMail && app.settings.mail !== undefined,
    workshop: found?.workshop,
    offer: await findOpenOffer(app.db, receipt.signUpId, app.now()),
    dates: (await listCourseDates(app.db, receipt.signUpId)).map(
      ({ sessionId, startsAt, attendance }) => ({
        ...{ sessionId, startsAt, isAbsent: attendance === 'absent-told' },
        mayChange: app.now() < startsAt && attendance !== 'came'
      })
    ),
    place: found?.snapshot.places.find(({ id }) => id === found.workshop.venueId),
    address: `${app.settings.origin}${localPath('/receipt', language)}?t=${token}`
  };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_TYPED) : '';
}
