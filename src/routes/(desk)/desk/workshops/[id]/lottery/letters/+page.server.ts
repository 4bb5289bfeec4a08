import { error, fail, redirect } from '@sveltejs/kit';
import { readLotteryFile, type DrawnLine } from '#app/server/desk/lottery-file.ts';
import { tellNotice } from '#app/server/desk/notices.ts';
import { signedIn } from '#app/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_LETTERS = 1000;

/** `?for=everybody` prints for those too who are called. Whoever was told, or wants nothing, gets none. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, city, settings, now } = locals.app;
  const asked = { id: params.id, actor: signedIn(locals).id, why: 'print' as const, now: now() };
  const file = (await readLotteryFile(db, asked)) ?? error(404, 'no lottery');
  if (file.drawnAt === undefined) error(404, 'not drawn');

  const { workshop, startsAt } = file;
  const isForAll = url.searchParams.get('for') === 'everybody';
  return {
    workshop,
    startsAt,
    isForAll,
    letters: file.drawn.flatMap((line) => letterOf(line, isForAll)),
    caller: { office: city.office, city: city.name, telephone: city.telephone.number },
    address: `${settings.origin}/workshops/${workshop.code}/lottery`
  };
};

function letterOf({ number, placeInLine, person }: DrawnLine, isForAll: boolean) {
  const notice = person?.notice;
  if (!notice || (notice.state !== 'to-tell' && notice.state !== 'not-reached')) return [];
  if (person.way === 'phone' && !isForAll) return [];
  return [{ number, placeInLine, name: person.name, noticeId: notice.id } as const];
}

export const actions: Actions = {
  /** Marks the letters that were shown; who was told meanwhile stays as they are. */
  posted: async ({ request, locals, params }) => {
    const { db, now } = locals.app;
    const form = await request.formData();
    const ids = form.getAll('noticeId').filter((id) => typeof id === 'string');
    if (ids.length > MOST_LETTERS) return fail(413);
    const told = { state: 'told' as const, actor: signedIn(locals).id, now: now() };
    for (const noticeId of ids) await tellNotice(db, { noticeId, ...told });
    redirect(303, `/desk/workshops/${params.id}/lottery`);
  }
};
