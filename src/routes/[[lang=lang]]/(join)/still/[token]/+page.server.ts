import { fail, redirect } from '@sveltejs/kit';
import { answerFollowUp, findFollowUp } from '#app/server/follow-ups.ts';
import { codeOf } from '#app/server/read-form.ts';
import { followUpAnswers } from '#features/assistance/domain/follow-up.ts';
import { localPath } from '#shared/i18n/language.ts';
import type { Actions, PageServerLoad } from './$types';

/** The token opens one question and nobody's name. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return {
    token: params.token,
    question: await findFollowUp(locals.app.db, params.token),
    isDone: url.searchParams.has('done')
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { app, language } = locals;
    const form = await request.formData().catch(() => new FormData());
    const answer = codeOf(form, 'answer', followUpAnswers);
    if (!answer) return fail(422, { failure: 'noChoice' as const });
    const question = await findFollowUp(app.db, params.token);
    const isKept =
      question !== undefined &&
      (await answerFollowUp(app.db, {
        ...{ of: { token: params.token }, answer },
        ...{ by: 'page', now: app.now() }
      }));
    if (!isKept) return fail(404, { failure: 'unknown' as const });
    redirect(303, localPath(`/still/${params.token}?done=1`, language));
  }
};
