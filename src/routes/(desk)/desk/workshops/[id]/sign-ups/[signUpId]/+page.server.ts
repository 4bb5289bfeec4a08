import { error, fail, redirect } from '@sveltejs/kit';
import { readSignUpFile } from '#app/server/desk/sign-up-file.ts';
import { allowContact, stopContact } from '#app/server/desk/stop-contact.ts';
import { findWorkshopHead } from '#app/server/desk/workshop-file.ts';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { listCourseDates, tellDateAbsence } from '#app/server/date-absence.ts';
import { letIn } from '#app/server/let-in.ts';
import { codeOf, lineOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { stopReasons } from '#features/notices/domain/notice.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const LONGEST_REASON = 200;
const letInErrors = { 'no-reason': 'let-in-reason', 'not-behind': 'not-behind' } as const;

export const load: PageServerLoad = async ({ locals, params }) => ({
  workshop: (await findWorkshopHead(locals.app.db, params.id)) ?? error(404, 'no such workshop'),
  ...(await fileOf({ locals, params })),
  dates: await listCourseDates(locals.app.db, params.signUpId)
});

async function fileOf({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const { db, now } = locals.app;
  const file = await readSignUpFile(db, {
    workshopId: params.id,
    signUpId: params.signUpId,
    actor: signedIn(locals).id,
    now: now()
  });
  return file ?? error(404, 'no such sign-up');
}

function here({ params }: Pick<RequestEvent, 'params'>): string {
  return `/desk/workshops/${params.id}/sign-ups/${params.signUpId}`;
}

export const actions: Actions = {
  cancel: async (event) => {
    const { db, now } = event.locals.app;
    const { signUp } = await fileOf(event);
    const actor = signedIn(event.locals).id;
    const cancelled = await cancelApplication(db, {
      signUpId: signUp.id,
      by: 'staff',
      actor,
      now: now()
    });
    if (!cancelled.ok) return fail(409, { error: cancelled.error.type });
    redirect(303, here(event));
  },

  date: async (event) => {
    const { db, now } = event.locals.app;
    const form = await event.request.formData();
    const { signUp } = await fileOf(event);
    const told = await tellDateAbsence(db, {
      ...{ signUpId: signUp.id, sessionId: rawOf(form, 'session', 64) },
      absent: rawOf(form, 'absent') === 'yes',
      ...{ actor: signedIn(event.locals).id, now: now() }
    });
    if (!told.ok) return fail(409, { error: told.error.type });
    redirect(303, here(event));
  },

  letIn: async (event) => {
    const { db, now } = event.locals.app;
    const reason = lineOf(await event.request.formData(), 'reason', LONGEST_REASON);
    const { signUp } = await fileOf(event);
    const actor = signedIn(event.locals).id;
    const done = await letIn(db, { signUpId: signUp.id, reason, actor, now: now() });
    if (!done.ok)
      return fail(done.error.type === 'no-reason' ? 422 : 409, {
        error: letInErrors[done.error.type]
      });
    redirect(303, here(event));
  },

  stop: async (event) => {
    const { db, now } = event.locals.app;
    const reason = codeOf(await event.request.formData(), 'reason', stopReasons);
    if (!reason) return fail(422, { error: 'no-reason' as const });
    const { person } = await fileOf(event);
    const actor = signedIn(event.locals).id;
    await stopContact(db, { personId: person.id, reason, actor, now: now() });
    redirect(303, here(event));
  },

  allow: async (event) => {
    const { db, now } = event.locals.app;
    const { person } = await fileOf(event);
    await allowContact(db, {
      personId: person.id,
      actor: signedIn(event.locals).id,
      now: now()
    });
    redirect(303, here(event));
  }
};
