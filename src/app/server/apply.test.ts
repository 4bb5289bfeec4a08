import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RosterEntry } from '#features/attendance/domain/roster.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { setContactStopped } from '#features/people/server/persons.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop, type ApplyRequest } from './apply.ts';
import { ticketHashOf } from './roster.ts';

describe.each(engines)('applyForWorkshop on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const apply = (request: Partial<ApplyRequest>) =>
    applyForWorkshop(opened.db, {
      code: 'C12',
      application: applicantNumber(1),
      channel: 'web',
      key: keyNumber(1),
      actor: 'applicant',
      now: whileOpen,
      ...request
    });
  const signUpsOf = (workshopId: string) =>
    opened.db
      .selectFrom('sign_up')
      .selectAll()
      .where('workshop_id', '=', workshopId)
      .orderBy('line_number')
      .execute();
  const countAll = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of [
      'person',
      'sign_up',
      'participation',
      'notice',
      'audit',
      'sync_row',
      'rate_limit'
    ] as const) {
      counts[table] = (await opened.db.selectFrom(table).selectAll().execute()).length;
    }
    return counts;
  };

  test('200 who apply at once, each twice, fill the seats and the line exactly', async () => {
    const { workshopId } = await plannedWorkshop(opened.db, {
      code: 'C20',
      seats: 20,
      roomChairs: 30,
      longestLine: 30
    });
    const people = Array.from({ length: 200 }, (_, number) => 1000 + number);
    const once = (number: number) =>
      apply({ code: 'C20', application: applicantNumber(number), key: keyNumber(number) });
    const answers = await Promise.all([...people, ...people].map(once));

    const rows = await signUpsOf(workshopId);
    expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(20);
    const waiting = rows.filter(({ status }) => status === 'waiting');
    expect(waiting.map((row) => row.line_number)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1)
    );
    expect(rows).toHaveLength(50);
    expect(new Set(rows.map((row) => row.receipt_number)).size).toBe(50);

    for (let index = 0; index < people.length; index++) {
      expect(answers[index + people.length]).toEqual(answers[index]);
    }
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(2 * 150);
    for (const answer of refused) expect(answer.error.type).toBe('waiting-line-full');
    const numbers = await opened.db
      .selectFrom('participation')
      .innerJoin('sign_up', 'sign_up.id', 'participation.sign_up_id')
      .select('participation.number')
      .where('sign_up.workshop_id', '=', workshopId)
      .orderBy('participation.number')
      .execute();
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1)
    );
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });

  test('an application stands on the roster of every date, with all the door needs and no more', async () => {
    const { workshopId, sessionIds } = await plannedWorkshop(opened.db, {
      code: 'C21',
      sessions: [
        { startsAt: instantOf('2026-12-01', '10:00'), endsAt: instantOf('2026-12-01', '12:00') },
        { startsAt: instantOf('2026-12-08', '10:00'), endsAt: instantOf('2026-12-08', '12:00') }
      ]
    });
    const applied = await apply({
      code: 'C21',
      key: keyNumber(21),
      application: applicantNumber(21, {
        needs: ['wheelchair'],
        companions: 2,
        wantsLoanPhone: true
      })
    });
    if (!applied.ok) throw new Error(applied.error.type);

    const [signUp] = await signUpsOf(workshopId);
    for (const sessionId of sessionIds) {
      const rows = await opened.db
        .selectFrom('sync_row')
        .select('body')
        .where('scope', '=', sessionScope(sessionId))
        .where('kind', '=', 'roster')
        .execute();
      expect(rows).toHaveLength(1);
      const entry = v.parse(v.strictObject(RosterEntry.entries), JSON.parse(rows[0]!.body));
      expect(entry).toMatchObject({
        kana: 'さとう うい',
        number: 1,
        place: 'confirmed',
        needs: ['wheelchair'],
        companions: 2,
        wantsLoanPhone: true,
        ticketHash: ticketHashOf(applied.value.receiptToken)
      });
      expect(rows[0]!.body).not.toContain('09000000021');
    }
    const notice = await opened.db
      .selectFrom('notice')
      .selectAll()
      .where('person_id', '=', signUp!.person_id)
      .executeTakeFirstOrThrow();
    expect(notice).toMatchObject({ kind: 'sign-up-confirmed', way: 'phone', state: 'to-tell' });
    expect(signUp).toMatchObject({ channel: 'web', delete_after: '2028-03-31' });
  });

  test('who waits is told so, and stands on the roster: a walk-in may always come', async () => {
    const { sessionIds } = await plannedWorkshop(opened.db, { code: 'C22', seats: 0 });
    await apply({ code: 'C22', key: keyNumber(22), application: applicantNumber(22) });
    const row = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', sessionScope(sessionIds[0]!))
      .where('kind', '=', 'roster')
      .executeTakeFirstOrThrow();
    expect(v.parse(RosterEntry, JSON.parse(row.body)).place).toBe('waiting');
    expect(
      await opened.db
        .selectFrom('notice')
        .innerJoin('person', 'person.id', 'notice.person_id')
        .select('notice.kind')
        .where('person.phone', '=', '09000000022')
        .executeTakeFirstOrThrow()
    ).toMatchObject({ kind: 'sign-up-waiting' });
  });

  test('the same key and content is the same receipt, even after closing time; nothing is written twice', async () => {
    await plannedWorkshop(opened.db, { code: 'C23' });
    const first = await apply({
      code: 'C23',
      key: keyNumber(23),
      application: applicantNumber(23)
    });
    const before = await countAll();
    const again = await apply({
      code: 'C23',
      key: keyNumber(23),
      application: applicantNumber(23),
      now: classPlan.closesAt + HOUR_MS
    });
    expect(again).toEqual(first);
    expect(await countAll()).toEqual(before);
  });

  test('a couple on one phone: the same key with other content is asked about, and a fresh key goes on', async () => {
    const { workshopId } = await plannedWorkshop(opened.db, { code: 'C24' });
    const wife = await apply({ code: 'C24', key: keyNumber(24), application: applicantNumber(24) });
    const before = await countAll();
    const husband = { code: 'C24', application: applicantNumber(24, { kana: 'さとう たろう' }) };
    expect(await apply({ ...husband, key: keyNumber(24) })).toEqual({
      ok: false,
      error: { type: 'other-application' }
    });
    expect(await countAll()).toEqual(before);

    const his = await apply({ ...husband, key: keyNumber(25) });
    expect(his).toMatchObject({ ok: true });
    expect(his).not.toEqual(wife);
    const people = new Set((await signUpsOf(workshopId)).map((row) => row.person_id));
    expect(people.size).toBe(2);
  });

  test('one key on two workshops at once is one sign-up and one question', async () => {
    await plannedWorkshop(opened.db, { code: 'C25' });
    await plannedWorkshop(opened.db, { code: 'C26' });
    const answers = await Promise.all(
      ['C25', 'C26'].map((code) =>
        apply({ code, key: keyNumber(26), application: applicantNumber(26) })
      )
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { type: 'other-application' }
    });
  });

  test('the same person with another key is accepted, once as a person, and no answer tells', async () => {
    const { workshopId } = await plannedWorkshop(opened.db, { code: 'C27' });
    const first = await apply({
      code: 'C27',
      key: keyNumber(27),
      application: applicantNumber(27)
    });
    const second = await apply({
      code: 'C27',
      key: keyNumber(28),
      application: applicantNumber(27)
    });
    expect(second.ok && Object.keys(second.value)).toEqual(first.ok && Object.keys(first.value));
    const rows = await signUpsOf(workshopId);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(1);
  });

  test('whose one switch is set is kept as not wanted, and nobody rings', async () => {
    await plannedWorkshop(opened.db, { code: 'C28' });
    await plannedWorkshop(opened.db, { code: 'C29' });
    await apply({ code: 'C28', key: keyNumber(30), application: applicantNumber(30) });
    const { id } = await opened.db
      .selectFrom('person')
      .select('id')
      .where('phone', '=', '09000000030')
      .executeTakeFirstOrThrow();
    await inTransaction(opened.db, (tx) => setContactStopped(tx, id, whileOpen));
    await apply({ code: 'C29', key: keyNumber(31), application: applicantNumber(30) });
    const states = await opened.db
      .selectFrom('notice')
      .select('state')
      .where('person_id', '=', id)
      .orderBy('id')
      .execute();
    expect(states.map(({ state }) => state)).toEqual(['to-tell', 'not-wanted']);
  });

  test.each([
    ['an unknown code', { code: 'Z99' }, 'workshop-not-found'],
    ['a draft', { code: 'C31' }, 'workshop-not-found'],
    ['a salon', { code: 'S31' }, 'no-reservation-needed'],
    ['closing time', { code: 'C30', now: classPlan.closesAt }, 'sign-up-closed'],
    ['before it opens', { code: 'C30', now: classPlan.opensAt - 1 }, 'not-open-yet']
  ] as const)('%s is refused and stores nothing', async (_, request, type) => {
    await plannedWorkshop(opened.db, { code: 'C30' }).catch(() => undefined);
    await plannedWorkshop(opened.db, { code: 'C31', state: 'draft' }).catch(() => undefined);
    await plannedWorkshop(opened.db, { code: 'S31', kind: 'salon', selection: 'none' }).catch(
      () => undefined
    );
    const before = await countAll();
    const answer = await apply({
      ...request,
      key: keyNumber(99),
      application: applicantNumber(99)
    });
    expect(answer).toMatchObject({ ok: false, error: { type } });
    expect(await countAll()).toEqual(before);
  });

  test('one address gets a hundred places an hour; clerks and other addresses are not stopped', async () => {
    await plannedWorkshop(opened.db, { code: 'C40', seats: 300, roomChairs: 300 });
    const from = (number: number, address?: string, now = whileOpen) =>
      apply({
        code: 'C40',
        key: keyNumber(number),
        application: applicantNumber(number),
        now,
        ...(address && { address })
      });
    for (let number = 4000; number < 4100; number++) {
      expect(await from(number, '192.0.2.1')).toMatchObject({ ok: true });
    }
    const before = await countAll();
    expect(await from(4100, '192.0.2.1')).toEqual({
      ok: false,
      error: { type: 'too-many-applications' }
    });
    expect(await countAll()).toEqual(before);
    expect(await from(4000, '192.0.2.1'), 'a repeat is not a new one').toMatchObject({ ok: true });
    expect(await from(4101, '192.0.2.2')).toMatchObject({ ok: true });
    expect(await from(4102)).toMatchObject({ ok: true });
    expect(await from(4103, '192.0.2.1', whileOpen + HOUR_MS)).toMatchObject({ ok: true });
  });
});
