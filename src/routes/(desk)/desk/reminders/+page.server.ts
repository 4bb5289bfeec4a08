import { fail, redirect } from '@sveltejs/kit';
import { markCall, readReminders } from '#app/server/desk/reminders.ts';
import { codeOf, rawOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { callResults, nextTries } from '#features/notices/domain/reminder.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { db, city, now, settings } = locals.app;
  const sendsMail = settings.mail !== undefined;
  return {
    lines: await readReminders(db, { actor: signedIn(locals).id, now: now(), sendsMail }),
    caller: { office: city.office, city: city.name, telephone: city.telephone.number }
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { db, now, settings } = locals.app;
    const form = await request.formData();
    const result = codeOf(form, 'result', callResults);
    if (!result) return fail(422, { refused: 'no-choice' as const });
    const marked = await markCall(db, {
      sessionId: rawOf(form, 'sessionId', 64),
      signUpId: rawOf(form, 'signUpId', 64),
      tryNumber: wholeNumberOf(form, 'try') ?? 0,
      result,
      next: codeOf(form, 'next', nextTries) ?? 'tomorrow-morning',
      sendsMail: settings.mail !== undefined,
      actor: signedIn(locals).id,
      now: now()
    });
    if (!marked.ok) return fail(409, { refused: marked.error.type });
    redirect(303, '/desk/reminders');
  }
};
