import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { applyForWorkshop } from '#app/server/apply.ts';
import { holdReceipt } from '#app/server/receipt-cookie.ts';
import { findWorkshop } from '#app/server/workshop-snapshot.ts';
import { emptyFields } from '#features/workshops/domain/application.ts';
import {
  nextScreen,
  readPostedScreen,
  type PostedScreen
} from '#features/workshops/domain/apply-form.ts';
import type { ApplyScreen } from '#features/workshops/domain/apply-screen.ts';
import { availabilityOf } from '#features/workshops/domain/place.ts';
import { newFormKey } from '#features/workshops/server/form-key.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const now = locals.app.now();
  const { workshop } = await workshopOf(locals, params.code);
  // Not `no-store`: the Back button must show the question before, and it was sent by a form.
  setHeaders({ 'cache-control': 'private, no-cache' });
  const first: ApplyScreen = {
    kind: 'step',
    step: 'name',
    errors: {},
    fromSummary: false,
    key: newFormKey(),
    fields: emptyFields
  };
  return { workshop, availability: availabilityOf(workshop, now), first };
};

export const actions: Actions = {
  default: async (event) => {
    const { request, params, locals } = event;
    const form = await request.formData().catch(() => undefined);
    const posted = readPostedScreen(form ?? []);
    if (!posted.ok) return fail(400, { screen: { kind: 'malformed' } satisfies ApplyScreen });

    const { workshop } = await workshopOf(locals, params.code);
    const next = nextScreen(posted.value, workshop);
    if (next.kind === 'send') return send(event, posted.value, next.application);

    const { key, fields } = posted.value;
    const screen: ApplyScreen = { ...next, key, fields };
    const isWrong = next.kind === 'step' && Object.keys(next.errors).length > 0;
    return isWrong ? fail(422, { screen }) : { screen };
  }
};

async function send(
  { locals, params, cookies, getClientAddress }: RequestEvent<{ code: string }>,
  { key, fields }: PostedScreen,
  application: Parameters<typeof applyForWorkshop>[1]['application']
) {
  const { app, language } = locals;
  const { workshop } = await workshopOf(locals, params.code);
  const applied = await applyForWorkshop(app.db, {
    code: workshop.code,
    application,
    channel: 'web',
    key,
    actor: 'applicant',
    address: getClientAddress(),
    language,
    now: app.now()
  });
  if (applied.ok) {
    holdReceipt(cookies, applied.value.receiptToken, app.settings);
    redirect(303, localPath('/receipt', language));
  }
  const { type } = applied.error;
  if (type === 'other-application') {
    const screen: ApplyScreen = { kind: 'other-person', key: newFormKey(), fields };
    return fail(409, { screen });
  }
  if (type === 'companions-over-chairs') {
    const errors = { companions: 'companionsOverChairs' } as const;
    const step = { kind: 'step', step: 'companions', errors, fromSummary: true } as const;
    return fail(409, { screen: { ...step, key, fields } satisfies ApplyScreen });
  }
  const screen: ApplyScreen = { kind: 'refused', reason: type };
  return fail(type === 'too-many-applications' ? 429 : 409, { screen });
}

async function workshopOf(locals: App.Locals, code: string) {
  const { db, settings, now } = locals.app;
  const { workshop } = (await findWorkshop(db, code, now())) ?? error(404, 'not found');
  return { workshop: { ...workshop, offersMail: settings.mail !== undefined } };
}
