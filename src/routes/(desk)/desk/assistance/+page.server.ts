import { fail, redirect } from '@sveltejs/kit';
import { readLogForm, recordOf, type TypedLog } from '#app/server/desk/log-form.ts';
import { logForSupporter, withdrawForSupporter } from '#app/server/desk/log-for-supporter.ts';
import {
  findMeeting,
  listLogSupporters,
  listUnlogged,
  readSupporterLog
} from '#app/server/desk/supporter-logs.ts';
import { lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, localTimeOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad } from './$types';

const doneKinds = ['written', 'withdrawn'] as const;

/** `?supporter=` opens one log, `?match=` begins the record of a meeting. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const by = { actor: signedIn(locals).id, now: now() };
  const supporters = await listLogSupporters(db);
  const meeting = await findMeeting(db, url.searchParams.get('match') ?? '');
  const wanted = meeting?.supporter_id ?? url.searchParams.get('supporter');
  const chosen = supporters.find(({ id }) => id === wanted);
  const at = meeting?.starts_at ?? now();
  return {
    supporters,
    chosen,
    entries: chosen ? await readSupporterLog(db, { supporterId: chosen.id, ...by }) : [],
    unlogged: await listUnlogged(db, now()),
    done: doneKinds.find((one) => one === url.searchParams.get('done')),
    beginning: {
      ...{ key: newId(), date: localDateOf(at), time: localTimeOf(at) },
      matchId: meeting?.id ?? '',
      topics: meeting ? [meeting.topic] : [],
      phoneFamily: meeting?.phone_family
    }
  };
};

export const actions: Actions = {
  write: async ({ request, locals }) => {
    const typed = readLogForm(await request.formData());
    const read = recordOf(typed);
    const { db, city, now } = locals.app;
    const by = { account: signedIn(locals).id };
    await noteIfStopped(db, city, { text: typed.note, place: 'log', by, now: now() });
    if (!read.ok) return refused(422, read.error, typed);
    const written = await logForSupporter(db, city, {
      supporterId: typed.supporterId,
      told: { kind: 'record', record: read.value.record },
      happenedAt: read.value.happenedAt,
      key: typed.key,
      ...{ actor: signedIn(locals).id, now: now() }
    });
    if (!written.ok) return refused(409, written.error.type, typed);
    redirect(303, `/desk/assistance?supporter=${typed.supporterId}&done=written`);
  },

  withdraw: async ({ request, locals }) => {
    const form = await request.formData();
    const supporterId = lineOf(form, 'supporterId', 36);
    const { db, city, now } = locals.app;
    const taken = await withdrawForSupporter(db, city, {
      ...{ supporterId, recordId: lineOf(form, 'recordId', 36) },
      ...{ actor: signedIn(locals).id, now: now() }
    });
    if (!taken.ok) return refused(409, taken.error.type, undefined);
    redirect(303, `/desk/assistance?supporter=${supporterId}&done=withdrawn`);
  }
};

function refused<Code extends string>(status: number, error: Code, typed: TypedLog | undefined) {
  return fail(status, { error, typed });
}
