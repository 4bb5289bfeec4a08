import { error, fail, redirect } from '@sveltejs/kit';
import { drawLottery, tryLottery } from '#app/server/draw-lottery.ts';
import { readOverride } from '#app/server/desk/lottery-form.ts';
import { readLotteryFile } from '#app/server/desk/lottery-file.ts';
import { tellNotice } from '#app/server/desk/notices.ts';
import { overrideEntrant } from '#app/server/override-entrant.ts';
import { codeOf, rawOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { LotteryRecord } from '#features/workshops/domain/lottery-record.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, now } = locals.app;
  const asked = { id: params.id, actor: signedIn(locals).id, why: 'lottery' as const, now: now() };
  const file = (await readLotteryFile(db, asked)) ?? error(404, 'no lottery');
  const mayDraw = file.workshop.state === 'open' && asked.now >= file.drawsAt;
  return { ...file, mayDraw };
};

type Asked = { readonly locals: App.Locals; readonly params: { readonly id: string } };

const requestOf = ({ locals, params }: Asked) => ({
  workshopId: params.id,
  actor: signedIn(locals).id,
  now: locals.app.now()
});
const backTo = (id: string): never => redirect(303, `/desk/workshops/${id}/lottery`);

type Failure =
  | Extract<Awaited<ReturnType<typeof drawLottery>>, { ok: false }>['error']['type']
  | Extract<Awaited<ReturnType<typeof overrideEntrant>>, { ok: false }>['error']['type']
  | 'note-missing'
  | 'changed-meanwhile';
type Answer = { readonly failure?: Failure; readonly dryRun?: LotteryRecord };

const refuse = (status: number, failure: Failure) => {
  const answer: Answer = { failure };
  return fail(status, answer);
};

export const actions: Actions = {
  dryRun: async (event) => {
    const tried = await tryLottery(event.locals.app.db, requestOf(event));
    if (!tried.ok) return refuse(409, tried.error.type);
    const answer: Answer = { dryRun: tried.value };
    return answer;
  },

  draw: async (event) => {
    const drawn = await drawLottery(event.locals.app.db, requestOf(event));
    return drawn.ok ? backTo(event.params.id) : refuse(409, drawn.error.type);
  },

  override: async (event) => {
    const form = await event.request.formData();
    const isBack = form.has('undo');
    const override = isBack ? undefined : readOverride(form);
    if (!isBack && !override) return refuse(422, 'note-missing');
    const set = await overrideEntrant(event.locals.app.db, {
      ...requestOf(event),
      signUpId: rawOf(form, 'signUpId'),
      override
    });
    return set.ok ? backTo(event.params.id) : refuse(409, set.error.type);
  },

  tell: async (event) => {
    const form = await event.request.formData();
    const state = codeOf(form, 'state', ['told', 'not-reached'] as const) ?? 'told';
    const { actor, now } = requestOf(event);
    const noticeId = rawOf(form, 'noticeId');
    const told = await tellNotice(event.locals.app.db, { noticeId, state, actor, now });
    return told ? backTo(event.params.id) : refuse(409, 'changed-meanwhile');
  }
};
