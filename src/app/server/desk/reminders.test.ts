import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf, MINUTE_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from '../apply.ts';
import { cancelApplication } from '../cancel-sign-up.ts';
import { undoAbsence } from '../report-absence.ts';
import { findComing } from './find-coming.ts';
import { markCall, readReminders, type MarkedCall } from './reminders.ts';
import { stopContact } from './stop-contact.ts';

const inWeek = instantOf('2026-11-25', '11:00');
const clerk = { actor: 'clerk', now: inWeek };

describe.each(engines)('the telephone at the desk on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** Two seats and this many applicants; the second one asks at the desk instead of being rung. */
  async function workshopWith(applicants: number) {
    next += 1;
    const code = `R${next}`;
    const { sessionIds, workshopId } = await plannedWorkshop(opened.db, { code, seats: 2 });
    const ids: string[] = [];
    for (let index = 0; index < applicants; index++) {
      const applied = await applyForWorkshop(opened.db, {
        ...{ code, channel: 'phone', actor: 'clerk', now: whileOpen },
        application: applicantNumber(next * 10 + index, { way: index === 1 ? 'desk' : 'phone' }),
        key: keyNumber(next * 10 + index)
      });
      if (!applied.ok) throw new Error(applied.error.type);
      ids.push(applied.value.signUpId);
    }
    return { code, workshopId, sessionId: sessionIds[0] ?? '', ids };
  }
  const listOf = async (code: string, now = inWeek) =>
    (await readReminders(opened.db, { actor: 'clerk', now })).filter((line) => line.code === code);
  const mark = (of: { sessionId: string; ids: string[] }, changed: Partial<MarkedCall>) =>
    markCall(opened.db, {
      ...{ sessionId: of.sessionId, signUpId: of.ids[0] ?? '', tryNumber: 1 },
      ...{ result: 'reached', next: 'afternoon', ...clerk, ...changed }
    });
  const statusOf = async (signUpId = '') =>
    (
      await opened.db
        .selectFrom('sign_up')
        .select('status')
        .where('id', '=', signUpId)
        .executeTakeFirstOrThrow()
    ).status;
  const absent = (signUpId = '') =>
    cancelApplication(opened.db, { signUpId, by: 'staff', atTheirWord: true, ...clerk });
  const undo = (signUpId = '', now = inWeek) =>
    undoAbsence(opened.db, { signUpId, actor: 'clerk', now });

  test('only those with a seat who chose to be rung are on the list, in the announced week', async () => {
    const { code, ids } = await workshopWith(3);
    expect(await listOf(code, whileOpen)).toEqual([]);
    expect((await listOf(code)).map(({ signUpId }) => signUpId)).toEqual([ids[0]]);
    const { person_id } = await opened.db
      .selectFrom('sign_up')
      .select('person_id')
      .where('id', '=', ids[0] ?? '')
      .executeTakeFirstOrThrow();
    await stopContact(opened.db, { personId: person_id, reason: 'hospital', ...clerk });
    expect(await listOf(code)).toEqual([]);
  });

  test('a call that reached nobody comes again at its hour; the third is the last', async () => {
    const class_ = await workshopWith(1);
    expect(await mark(class_, { result: 'not-reached' })).toMatchObject({ ok: true });
    expect(await mark(class_, { result: 'not-reached' })).toMatchObject({ ok: false });
    expect((await listOf(class_.code))[0]).toMatchObject({ state: 'later' });
    const later = instantOf('2026-11-25', '14:00');
    expect((await listOf(class_.code, later))[0]).toMatchObject({ state: 'to-call' });
    await mark(class_, { result: 'not-reached', tryNumber: 2, now: later });
    await mark(class_, { result: 'not-reached', tryNumber: 3, now: later });
    expect((await listOf(class_.code, later))[0]).toMatchObject({ state: 'done' });
    expect(await mark(class_, { tryNumber: 4, now: later })).toMatchObject({ ok: false });
  });

  test('pressed twice at once, one call is written down', async () => {
    const class_ = await workshopWith(1);
    const answers = await Promise.all([mark(class_, {}), mark(class_, {})]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('who will not come gives the seat back, and the next is asked', async () => {
    const class_ = await workshopWith(3);
    expect(await mark(class_, { result: 'will-not-come' })).toMatchObject({ ok: true });
    expect(await statusOf(class_.ids[0])).toBe('cancelled');
    const asked = await opened.db
      .selectFrom('seat_offer')
      .select(['sign_up_id', 'state'])
      .where('workshop_id', '=', class_.workshopId)
      .execute();
    expect(asked).toEqual([{ sign_up_id: class_.ids[2], state: 'asked' }]);
    const told = await opened.db
      .selectFrom('notice')
      .select('id')
      .where('kind', '=', 'sign-up-cancelled')
      .where('params', 'like', `%${class_.ids[0]}%`)
      .execute();
    expect(told).toEqual([]);
  });

  test('a caller is found by the first kana or by the number', async () => {
    const { ids } = await workshopWith(1);
    const { receipt_number } = await opened.db
      .selectFrom('sign_up')
      .select('receipt_number')
      .where('id', '=', ids[0] ?? '')
      .executeTakeFirstOrThrow();
    const find = async (typed: string) =>
      (await findComing(opened.db, { typed, ...clerk })).map(({ id }) => id);
    expect(await find('サトウ')).toContain(ids[0]);
    expect(await find(`${receipt_number.slice(0, 3)}-${receipt_number.slice(3)}`)).toEqual(ids);
    for (const typed of ['', '%', '佐藤', '1234567', 'やまだ']) {
      expect(await find(typed), typed).not.toContain(ids[0]);
    }
  });

  test('a slip is taken back with the question that nobody was told yet', async () => {
    const { ids, workshopId } = await workshopWith(3);
    await absent(ids[0]);
    expect(await undo(ids[0])).toEqual({ ok: true, value: { changed: true } });
    expect(await undo(ids[0])).toEqual({ ok: true, value: { changed: false } });
    expect(await statusOf(ids[0])).toBe('confirmed');
    await absent(ids[0]);
    const open = await opened.db
      .selectFrom('seat_offer')
      .select('sign_up_id')
      .where('workshop_id', '=', workshopId)
      .where('state', '=', 'asked')
      .execute();
    expect(open).toEqual([{ sign_up_id: ids[2] }]);
  });

  test('once the next was told, or after ten minutes, nothing is taken back', async () => {
    const { ids } = await workshopWith(3);
    await absent(ids[0]);
    await opened.db
      .updateTable('notice')
      .set({ state: 'told' })
      .where('kind', '=', 'seat-asked')
      .where('params', 'like', `%${ids[2]}%`)
      .execute();
    expect(await undo(ids[0])).toEqual({ ok: false, error: { type: 'next-was-told' } });
    expect(await undo(ids[0], inWeek + 11 * MINUTE_MS)).toEqual({
      ok: false,
      error: { type: 'too-late-to-undo' }
    });
    expect(await undo('unknown')).toEqual({ ok: false, error: { type: 'sign-up-not-found' } });
  });
});
