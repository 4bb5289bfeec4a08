import { error, fail, redirect } from '@sveltejs/kit';
import { answerOffer, askAgain } from '#app/server/answer-offer.ts';
import { readOfferLines } from '#app/server/desk/seat-offers.ts';
import {
  listSupporterAccounts,
  noteInsurance,
  readSessionSupporters,
  setSessionSupporter
} from '#app/server/desk/session-supporters.ts';
import { readWorkshopFile } from '#app/server/desk/workshop-file.ts';
import { openFilesOnRoster } from '#app/server/supporters/courses-done.ts';
import { codeOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { insuranceKinds } from '#features/supporters/domain/insurance.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, now } = locals.app;
  const asked = { id: params.id, actor: signedIn(locals).id, why: 'roster' as const, now: now() };
  const file = (await readWorkshopFile(db, asked)) ?? error(404, 'no such workshop');
  const { state, selection, opensAt, closesAt } = file.workshop;
  const isOpen = asked.now >= opensAt && asked.now < closesAt;
  const supporters = await readSessionSupporters(
    db,
    file.sessions.map(({ id }) => id)
  );
  return {
    ...file,
    now: asked.now,
    offers: await readOfferLines(db, params.id),
    sessions: await Promise.all(
      file.sessions.map(async (session) => ({
        ...session,
        supporters: supporters.get(session.id) ?? [],
        files:
          file.workshop.kind === 'training'
            ? await openFilesOnRoster(db, session.id)
            : new Map<string, string>()
      }))
    ),
    supporterAccounts: await listSupporterAccounts(db),
    takesSignUps: state === 'open' && selection !== 'none' && isOpen
  };
};

export const actions: Actions = {
  answer: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const answer = codeOf(form, 'answer', ['yes', 'no'] as const);
    if (!answer) return fail(422, { error: 'no-choice' as const });
    const answered = await answerOffer(db, {
      offerId: rawOf(form, 'offerId', 64),
      answer,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!answered.ok) return fail(409, { error: answered.error.type });
    redirect(303, `/desk/workshops/${params.id}`);
  },

  askAgain: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const signUpId = rawOf(await request.formData(), 'signUpId', 64);
    const asked = await askAgain(db, { signUpId, actor: signedIn(locals).id, now: now() });
    if (!asked.ok) return fail(409, { error: asked.error.type });
    redirect(303, `/desk/workshops/${params.id}`);
  },

  supporter: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const isKnown = await setSessionSupporter(db, {
      sessionId: rawOf(form, 'sessionId', 64),
      accountId: rawOf(form, 'accountId', 64),
      helps: form.get('helps') === 'yes',
      actor: signedIn(locals).id,
      now: now()
    });
    if (!isKnown) error(404, 'no such date');
    redirect(303, `/desk/workshops/${params.id}`);
  },

  insurance: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const kind = codeOf(form, 'kind', insuranceKinds);
    if (!kind) return fail(422, { error: 'no-choice' as const });
    const isNoted = await noteInsurance(db, {
      sessionId: rawOf(form, 'sessionId', 64),
      accountId: rawOf(form, 'accountId', 64),
      ...{ kind, actor: signedIn(locals).id, now: now() }
    });
    if (!isNoted) error(404, 'no such date');
    redirect(303, `/desk/workshops/${params.id}`);
  }
};
