import { error, fail, redirect } from '@sveltejs/kit';
import { codeOf, wholeNumberOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { agreeToPromise } from '#app/server/supporters/promise.ts';
import { lookAtSupporter } from '#app/server/supporters/read.ts';
import {
  endRest,
  reinstate,
  rest,
  suspend,
  type StandingError
} from '#app/server/supporters/standing.ts';
import { suspensionReasons } from '#features/supporters/domain/lifecycle.ts';
import { readPromise } from '#features/supporters/server/promises.ts';
import type { Result } from '#shared/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const dones = ['rest', 'endRest', 'suspend', 'reinstate', 'agree'] as const;

export const load: PageServerLoad = async (event) => {
  const { db, settings } = event.locals.app;
  const { supporterId, ...look } = byDesk(event);
  const found = await lookAtSupporter(db, { id: supporterId, ...look });
  if (!found) error(404, 'not found');
  return {
    ...found,
    promise: await readPromise(db),
    cardAddress: `${settings.origin}/supporters/card/${found.supporter.cardCode}`,
    done: dones.find((one) => one === event.url.searchParams.get('done'))
  };
};

export const actions: Actions = {
  suspend: async (event) => {
    const { db, city } = event.locals.app;
    const reason = codeOf(await event.request.formData(), 'reason', suspensionReasons);
    if (!reason) return fail(422, { error: 'no-reason' as const });
    return answer(event, 'suspend', await suspend(db, city, { ...byDesk(event), reason }));
  },

  reinstate: async (event) =>
    answer(event, 'reinstate', await reinstate(event.locals.app.db, byDesk(event))),

  rest: async (event) => answer(event, 'rest', await rest(event.locals.app.db, byDesk(event))),

  endRest: async (event) =>
    answer(event, 'endRest', await endRest(event.locals.app.db, byDesk(event))),

  agree: async (event) => {
    const { db, city } = event.locals.app;
    const version = wholeNumberOf(await event.request.formData(), 'version') ?? 0;
    const agreed = await agreeToPromise(db, city, { ...byDesk(event), version, channel: 'paper' });
    if (!agreed.ok) return fail(409, { error: agreed.error.type });
    redirect(303, `${event.url.pathname}?done=agree`);
  }
};

function answer(
  event: RequestEvent,
  done: (typeof dones)[number],
  changed: Result<unknown, StandingError>
) {
  if (!changed.ok) return fail(409, { error: changed.error.type });
  redirect(303, `${event.url.pathname}?done=${done}`);
}

function byDesk({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>) {
  return { supporterId: params.id, actor: signedIn(locals).id, now: locals.app.now() };
}
