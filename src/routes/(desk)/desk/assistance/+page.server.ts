import { fail, redirect } from '@sveltejs/kit';
import type { Told } from '#features/assistance/domain/operation.ts';
import {
  beginLog,
  momentOf,
  readLogForm,
  recordFrom,
  type TypedLog
} from '#app/server/desk/log-form.ts';
import {
  correctForSupporter,
  logForSupporter,
  withdrawForSupporter
} from '#app/server/desk/log-for-supporter.ts';
import {
  findMeeting,
  listLogSupporters,
  listUnlogged,
  readSupporterLog
} from '#app/server/desk/supporter-logs.ts';
import {
  beginTally,
  readTallyForm,
  tallyFrom,
  type TypedTally
} from '#app/server/desk/tally-form.ts';
import { lineOf } from '#app/server/read-form.ts';
import { signedIn } from '#app/server/signed-in.ts';
import { noteIfStopped } from '#app/server/stopped-text.ts';
import { topics } from '#features/board/domain/request.ts';
import { newId } from '#shared/ids.ts';
import { localDateOf, localTimeOf } from '#shared/time/instant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const doneKinds = ['written', 'corrected', 'withdrawn'] as const;

/**
 * `?supporter=` opens one log, `?match=` begins the record of a meeting; with a supporter, `?tally=`
 * begins a whole salon and `?correct=` the correction of one entry.
 */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, now } = locals.app;
  const by = { actor: signedIn(locals).id, now: now() };
  const supporters = await listLogSupporters(db);
  const meeting = await findMeeting(db, url.searchParams.get('match') ?? '');
  const wanted = meeting?.supporter_id ?? url.searchParams.get('supporter');
  const chosen = supporters.find(({ id }) => id === wanted);
  const entries = chosen ? await readSupporterLog(db, { supporterId: chosen.id, ...by }) : [];
  const corrected = url.searchParams.get('correct');
  const correcting = entries.find(({ id, isWithdrawn }) => id === corrected && !isWithdrawn);
  const at = meeting?.starts_at ?? now();
  return {
    ...{ supporters, chosen, entries },
    fields: chosen && fieldsOf(chosen.id, correcting?.told, meeting, url.searchParams.has('tally')),
    correcting: correcting?.id,
    unlogged: await listUnlogged(db, now()),
    done: doneKinds.find((one) => one === url.searchParams.get('done')),
    beginning: { key: newId(), date: localDateOf(at), time: localTimeOf(at) }
  };
};

/** The form as it begins: with what is corrected, with what a meeting tells, or empty. */
function fieldsOf(
  supporterId: string,
  told: Told | undefined,
  meeting: Awaited<ReturnType<typeof findMeeting>>,
  isTally: boolean
): { kind: 'record'; record: TypedLog } | { kind: 'tally'; tally: TypedTally } {
  if (told?.kind === 'tally') return { kind: 'tally', tally: beginTally(supporterId, told.tally) };
  if (told) return { kind: 'record', record: beginLog(supporterId, told.record) };
  if (isTally) return { kind: 'tally', tally: beginTally(supporterId) };
  const known = meeting && {
    matchId: meeting.id,
    topics: topics.filter((one) => one === meeting.topic),
    phoneFamily: meeting.phone_family
  };
  return { kind: 'record', record: beginLog(supporterId, known) };
}

export const actions: Actions = {
  write: async (event) => {
    const typed = readLogForm(await event.request.formData());
    await noteStopped(event, typed.note);
    const happenedAt = momentOf(typed);
    if (happenedAt === undefined) return fail(422, { error: 'date-wrong' as const, typed });
    const record = recordFrom(typed);
    if (!record.ok) return fail(422, { error: record.error, typed });
    const written = await logForSupporter(event.locals.app.db, event.locals.app.city, {
      ...{ supporterId: typed.supporterId, key: typed.key, happenedAt, ...byDesk(event) },
      told: { kind: 'record', record: record.value }
    });
    if (!written.ok) return fail(409, { error: written.error.type, typed });
    return backTo(typed.supporterId, 'written');
  },

  tally: async (event) => {
    const tally = readTallyForm(await event.request.formData());
    const happenedAt = momentOf(tally);
    if (happenedAt === undefined) return fail(422, { error: 'date-wrong' as const, tally });
    const read = tallyFrom(tally);
    if (!read.ok) return fail(422, { error: read.error, tally });
    const written = await logForSupporter(event.locals.app.db, event.locals.app.city, {
      ...{ supporterId: tally.supporterId, key: tally.key, happenedAt, ...byDesk(event) },
      told: { kind: 'tally', tally: read.value }
    });
    if (!written.ok) return fail(409, { error: written.error.type, tally });
    return backTo(tally.supporterId, 'written');
  },

  correct: async (event) => {
    const form = await event.request.formData();
    const typed = readLogForm(form);
    await noteStopped(event, typed.note);
    const record = recordFrom(typed);
    if (!record.ok) return fail(422, { error: record.error, typed });
    const corrected = await correctForSupporter(event.locals.app.db, event.locals.app.city, {
      ...{ supporterId: typed.supporterId, recordId: lineOf(form, 'recordId', 36) },
      ...{ key: typed.key, told: { kind: 'record', record: record.value }, ...byDesk(event) }
    });
    if (!corrected.ok) return fail(409, { error: corrected.error.type, typed });
    return backTo(typed.supporterId, 'corrected');
  },

  correctTally: async (event) => {
    const form = await event.request.formData();
    const tally = readTallyForm(form);
    const read = tallyFrom(tally);
    if (!read.ok) return fail(422, { error: read.error, tally });
    const corrected = await correctForSupporter(event.locals.app.db, event.locals.app.city, {
      ...{ supporterId: tally.supporterId, recordId: lineOf(form, 'recordId', 36) },
      ...{ key: tally.key, told: { kind: 'tally', tally: read.value }, ...byDesk(event) }
    });
    if (!corrected.ok) return fail(409, { error: corrected.error.type, tally });
    return backTo(tally.supporterId, 'corrected');
  },

  withdraw: async (event) => {
    const form = await event.request.formData();
    const supporterId = lineOf(form, 'supporterId', 36);
    const taken = await withdrawForSupporter(event.locals.app.db, event.locals.app.city, {
      ...{ supporterId, recordId: lineOf(form, 'recordId', 36), ...byDesk(event) }
    });
    if (!taken.ok) return fail(409, { error: taken.error.type });
    return backTo(supporterId, 'withdrawn');
  }
};

type Desk = Pick<RequestEvent, 'locals'>;

function byDesk({ locals }: Desk) {
  return { actor: signedIn(locals).id, now: locals.app.now() };
}

async function noteStopped({ locals }: Desk, text: string): Promise<void> {
  const { db, city, now } = locals.app;
  const by = { account: signedIn(locals).id };
  await noteIfStopped(db, city, { text, place: 'log', by, now: now() });
}

function backTo(supporterId: string, done: (typeof doneKinds)[number]): never {
  redirect(303, `/desk/assistance?supporter=${supporterId}&done=${done}`);
}
