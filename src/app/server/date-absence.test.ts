import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { city } from '#city/current.ts';
import { presenceByParticipation } from '#features/attendance/domain/presence.ts';
import { Fact, FACT_ROW } from '#features/sync/domain/fact.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { DAY_MS, instantOf } from '#shared/time/instant.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { changeSession } from './change-session.ts';
import { listCourseDates, tellDateAbsence } from './date-absence.ts';
import { readReminders } from './desk/reminders.ts';
import { runNightly } from './nightly.ts';

const days = ['2026-12-01', '2026-12-08', '2026-12-15'];
const sessions = days.map((day) => ({
  startsAt: instantOf(day, '10:00'),
  endsAt: instantOf(day, '12:00')
}));

describe.each(engines)('missing one date of a course on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  async function course(dates = sessions) {
    const code = `K${++next}`;
    const { sessionIds } = await plannedWorkshop(opened.db, { code, sessions: dates });
    const applied = await applyForWorkshop(opened.db, {
      ...{ code, application: applicantNumber(next), key: keyNumber(next) },
      ...{ channel: 'web', actor: 'applicant', now: whileOpen }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    return { signUpId: applied.value.signUpId, sessionIds };
  }
  const tell = (signUpId: string, sessionId = '', changed: object = {}) =>
    tellDateAbsence(opened.db, {
      ...{ signUpId, sessionId, absent: true, actor: 'clerk', now: whileOpen },
      ...changed
    });
  const attendances = async (signUpId: string) =>
    (await listCourseDates(opened.db, signUpId)).map(({ attendance }) => attendance);
  /** How a tablet folds the rows that it was given. */
  async function onTablet(sessionId = '') {
    const rows = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', sessionScope(sessionId))
      .where('kind', '=', FACT_ROW)
      .where('deleted', '=', 0)
      .execute();
    const facts = rows.map(({ body }) => v.parse(Fact, JSON.parse(body)));
    return {
      facts,
      states: [...presenceByParticipation(facts).values()].map(({ state }) => state)
    };
  }

  test('the tablets of that date alone learn of it, and the seat stays', async () => {
    const { signUpId, sessionIds } = await course();
    expect(await tell(signUpId, sessionIds[1])).toEqual({ ok: true, value: { changed: true } });
    expect(await attendances(signUpId)).toEqual(['expected', 'absent-told', 'expected']);
    expect((await onTablet(sessionIds[1])).states).toEqual(['absent-told']);
    expect((await onTablet(sessionIds[0])).facts).toEqual([]);
    expect(await tell(signUpId, sessionIds[1])).toEqual({ ok: true, value: { changed: false } });
    const signUp = opened.db.selectFrom('sign_up').select('status').where('id', '=', signUpId);
    expect(await signUp.executeTakeFirst()).toEqual({ status: 'confirmed' });
  });

  test('it can be taken back and told again; no fact is ever changed', async () => {
    const { signUpId, sessionIds } = await course();
    await tell(signUpId, sessionIds[0]);
    const before = await onTablet(sessionIds[0]);
    await tell(signUpId, sessionIds[0], { absent: false });
    expect(await attendances(signUpId)).toEqual(['expected', 'expected', 'expected']);
    await tell(signUpId, sessionIds[0]);
    const after = await onTablet(sessionIds[0]);
    expect(after.states).toEqual(['absent-told']);
    expect(after.facts).toHaveLength(3);
    expect(after.facts).toEqual(expect.arrayContaining(before.facts));
    const read = await readFacts(opened.db, sessionScope(sessionIds[0] ?? ''));
    const byId = (facts: readonly Fact[]) => facts.toSorted((a, b) => (a.opId < b.opId ? -1 : 1));
    expect(byId(read)).toEqual(byId(after.facts));
  });

  test.each([
    ['a workshop of one date gives the seat back instead', 0, 1, {}, 'only-date'],
    [
      'the holder of a receipt tells it before the date begins',
      0,
      3,
      { actor: 'applicant', now: sessions[0]!.startsAt },
      'already-begun'
    ],
    ['a clerk before it ends', 0, 3, { now: sessions[0]!.endsAt }, 'already-begun'],
    ['another workshop has no such date', undefined, 3, {}, 'date-not-found']
  ] as const)('%s', async (_, date, count, changed, type) => {
    const { signUpId, sessionIds } = await course(sessions.slice(0, count));
    const foreign = (await course()).sessionIds[0];
    const sessionId = date === undefined ? foreign : sessionIds[date];
    expect(await tell(signUpId, sessionId, changed)).toEqual({ ok: false, error: { type } });
  });

  test('who has given the seat back has no date to miss', async () => {
    const { signUpId, sessionIds } = await course();
    const by = { by: 'staff', actor: 'clerk', now: whileOpen } as const;
    await cancelApplication(opened.db, { signUpId, ...by });
    expect(await tell(signUpId, sessionIds[0])).toMatchObject({
      error: { type: 'date-not-found' }
    });
  });

  test('a date that is moved is told anew: what was said of the old one is taken back', async () => {
    const { signUpId, sessionIds } = await course();
    await tell(signUpId, sessionIds[2]);
    const to = {
      startsAt: instantOf('2026-12-22', '10:00'),
      endsAt: instantOf('2026-12-22', '12:00'),
      venueId: 'sayama',
      bringJa: '',
      bringEn: ''
    };
    const moved = await changeSession(opened.db, {
      ...{ sessionId: sessionIds[2] ?? '', key: keyNumber(7_000 + next), actor: 'clerk' },
      what: { kind: 'changed', to, reason: { ja: '会場の都合', en: 'The room' } },
      now: whileOpen
    });
    expect(moved).toMatchObject({ ok: true });
    expect(await attendances(signUpId)).toEqual(['expected', 'expected', 'expected']);
    expect((await onTablet(sessionIds[2])).states).toEqual([]);
  });

  test('nobody is rung about a date that they have said to miss', async () => {
    const { signUpId, sessionIds } = await course();
    await tell(signUpId, sessionIds[1]);
    const now = sessions[1]!.startsAt - 3 * DAY_MS;
    const list = await readReminders(opened.db, { actor: 'clerk', now });
    const own = list.filter((line) => line.signUpId === signUpId);
    expect(own.map(({ sessionId }) => sessionId)).not.toContain(sessionIds[1]);
  });

  test('who told it and when is written down, and goes with the date', async () => {
    const { signUpId, sessionIds } = await course();
    await tell(signUpId, sessionIds[0], { actor: 'applicant' });
    const facts = () =>
      opened.db
        .selectFrom('server_fact')
        .select(['written_by', 'happened_at'])
        .where('scope', '=', sessionScope(sessionIds[0] ?? ''))
        .execute();
    expect(await facts()).toEqual([{ written_by: 'applicant', happened_at: whileOpen }]);
    await runNightly(opened.db, { city, now: instantOf('2032-05-01', '02:00') });
    expect(await facts()).toEqual([]);
    expect((await onTablet(sessionIds[0])).facts).toEqual([]);
  });
});
