import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { drawnNow, enter, plannedLottery } from '#tests/support/lottery.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import type { PhoneFamily } from '#features/people/domain/person.ts';
import type { Application } from '#features/workshops/domain/application.ts';
import { usualArrangement, type Arrangement } from '#features/workshops/domain/arrangement.ts';
import { checkRecord, seatedIn } from '#features/workshops/domain/lottery-record.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import { hashes } from '#features/workshops/server/lottery-hashes.ts';
import { answerOffer } from './answer-offer.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { changeApplication, findStanding } from './change-application.ts';
import { letIn } from './let-in.ts';
import { undoAbsence } from './report-absence.ts';
import { tendLines } from './tend-lines.ts';
import { fieldsOfStanding } from '#features/workshops/domain/change-application.ts';

const clerk = { actor: 'clerk', now: whileOpen };
const afterClosing = classPlan.closesAt;
const later = {
  sessions: [
    { startsAt: Date.parse('2026-12-20T01:00:00Z'), endsAt: Date.parse('2026-12-20T03:00:00Z') }
  ]
};

describe.each(engines)('seats that are divided, and the seats of a year, on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  async function workshop(arrangement: Partial<Arrangement>, plan: Partial<WorkshopPlan> = {}) {
    const code = `D${++next}`;
    const { workshopId } = await plannedWorkshop(opened.db, {
      ...{ code, seats: 3, longestLine: 20, ...later },
      ...plan,
      arrangement: { ...usualArrangement, ...arrangement }
    });
    return { code, workshopId };
  }
  const divided = (quotas: Arrangement['phoneQuotas'], plan: Partial<WorkshopPlan> = {}) =>
    workshop({ phoneQuotas: quotas, dividesByPhone: true }, plan);
  const tryApply = (code: string, number: number, changed: Partial<Application> = {}) =>
    applyForWorkshop(opened.db, {
      ...{ code, application: applicantNumber(number, changed), key: keyNumber(++next * 10_000) },
      ...{ channel: 'paper', ...clerk }
    });
  async function apply(code: string, number: number, changed: Partial<Application> = {}) {
    const applied = await tryApply(code, number, changed);
    if (!applied.ok) throw new Error(applied.error.type);
    return applied.value.signUpId;
  }
  const rowOf = (id: string) =>
    opened.db.selectFrom('sign_up').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const statusOf = async (id: string) => (await rowOf(id)).status;
  const cancel = (signUpId: string) =>
    cancelApplication(opened.db, { signUpId, by: 'staff', ...clerk });
  const askedOf = (workshopId: string) =>
    opened.db
      .selectFrom('seat_offer')
      .select(['id', 'sign_up_id'])
      .where('workshop_id', '=', workshopId)
      .where('state', '=', 'asked')
      .execute();
  const whoIsAsked = async (workshopId: string) =>
    (await askedOf(workshopId)).map(({ sign_up_id }) => sign_up_id);

  test('numbers that are only a guide refuse nobody a seat', async () => {
    const { code } = await workshop({ phoneQuotas: { iphone: 1 } });
    await apply(code, 1, { phoneFamily: 'iphone' });
    expect(await statusOf(await apply(code, 2, { phoneFamily: 'iphone' }))).toBe('confirmed');
  });

  test('a family has its seats and its line, and a free seat belongs to its own first', async () => {
    const { code, workshopId } = await divided({ iphone: 1, android: 1 });
    const first = await apply(code, 1, { phoneFamily: 'iphone' });
    const second = await apply(code, 2, { phoneFamily: 'iphone' });
    const android = await apply(code, 3);
    const unsure = await apply(code, 4, { phoneFamily: 'unknown' });
    const third = await apply(code, 5, { phoneFamily: 'kantan' });
    expect(await Promise.all([first, second, android, unsure, third].map(statusOf))).toEqual([
      ...['confirmed', 'waiting', 'confirmed', 'confirmed', 'waiting']
    ]);
    await cancel(android);
    expect(await whoIsAsked(workshopId)).toEqual([]);
    await cancel(first);
    expect(await whoIsAsked(workshopId)).toEqual([second]);

    expect(await undoAbsence(opened.db, { signUpId: android, ...clerk })).toMatchObject({
      ok: true
    });
    expect(await whoIsAsked(workshopId)).toEqual([second]);
  });

  test('in a rush no seat is given twice, in the whole and in every family', async () => {
    const phones: readonly PhoneFamily[] = ['iphone', 'android', 'kantan', 'unknown'];
    const { code, workshopId } = await divided({ iphone: 2, android: 1 }, { seats: 5 });
    const people = Array.from({ length: 16 }, (_, index) => index);
    await Promise.all(
      people.map((number) => apply(code, 100 + number, { phoneFamily: phones[number % 4]! }))
    );
    const seated = await opened.db
      .selectFrom('sign_up')
      .select('phone_family')
      .where('workshop_id', '=', workshopId)
      .where('status', '=', 'confirmed')
      .execute();
    const count = (...wanted: readonly PhoneFamily[]) =>
      seated.filter(({ phone_family }) => wanted.includes(phone_family)).length;
    expect([count('iphone'), count('android'), count('kantan', 'unknown')]).toEqual([2, 1, 2]);
  });

  test('whatever happens, seats and families hold, and a line is a queue', async () => {
    const step = fc.record({
      what: fc.constantFrom('apply', 'cancel', 'yes', 'no'),
      who: fc.nat(9),
      phoneFamily: fc.constantFrom<PhoneFamily>('iphone', 'android')
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { code, workshopId } = await divided({ iphone: 1 }, { seats: 2 });
        const ids: string[] = [];
        for (const { what, who, phoneFamily } of steps) {
          if (what === 'apply') ids.push(await apply(code, 200 + ids.length, { phoneFamily }));
          else if (what === 'cancel' && ids[who]) await cancel(ids[who]);
          else if (what === 'yes' || what === 'no') {
            const [offer] = await askedOf(workshopId);
            if (offer) await answerOffer(opened.db, { offerId: offer.id, answer: what, ...clerk });
          }
        }
        const asked = await whoIsAsked(workshopId);
        const rows = await Promise.all(ids.map(rowOf));
        for (const family of ['iphone', 'android'] as const) {
          const own = rows.filter((row) => row.phone_family === family);
          const held = own.filter((row) => row.status === 'confirmed' || asked.includes(row.id));
          expect(held.length).toBeLessThanOrEqual(1);
          const behind = own.filter((row) => row.status === 'waiting' && !asked.includes(row.id));
          expect(held.length === 1 || behind.length === 0).toBe(true);
        }
      }),
      { numRuns: 6 }
    );
  });

  test('the lots seat a family as far as its seats go, and anybody can check it', async () => {
    const { workshopId, code } = await plannedLottery(opened.db, {
      seats: 3,
      plan: {
        ...later,
        arrangement: { ...usualArrangement, phoneQuotas: { iphone: 1 }, dividesByPhone: true }
      }
    });
    for (let number = 0; number < 4; number++) {
      await enter(opened.db, code, 300 + number, { phoneFamily: 'iphone' });
    }
    const other = await enter(opened.db, code, 310);
    const { record } = await drawnNow(opened.db, workshopId);
    expect(checkRecord(JSON.parse(JSON.stringify(record)), hashes)).toMatchObject({ ok: true });
    expect(seatedIn(record).size).toBe(2);
    expect(await statusOf(other)).toBe('confirmed');
    expect(await whoIsAsked(workshopId)).toEqual([]);
  });

  test('those who come along need chairs, at the application and at every change of it', async () => {
    const { code } = await workshop({ supporters: 1 }, { seats: 2, roomChairs: 4 });
    expect(await tryApply(code, 401, { companions: 2 })).toMatchObject({
      error: { type: 'companions-over-chairs', chairs: 1 }
    });
    const alone = await apply(code, 401);
    const pair = await apply(code, 402, { companions: 1 });
    expect([await statusOf(alone), await statusOf(pair)]).toEqual(['confirmed', 'confirmed']);

    const standing = await findStanding(opened.db, alone);
    const fields = { ...fieldsOfStanding(standing!), companions: '1' };
    expect(
      await changeApplication(opened.db, {
        ...{ signUpId: alone, key: keyNumber(++next * 10_000), fields, now: whileOpen }
      })
    ).toMatchObject({ error: { type: 'wrong', errors: { companions: 'companionsOverChairs' } } });
  });

  test('who has had the seats of the year waits behind, and is asked when sign-up is over', async () => {
    const before = await workshop({});
    const { code, workshopId } = await workshop({ seatsPerYear: 1 }, { seats: 2 });
    await apply(before.code, 501);
    const over = await apply(code, 501);
    expect(await rowOf(over)).toMatchObject({ status: 'waiting', is_behind: 1 });
    expect(await whoIsAsked(workshopId)).toEqual([]);

    expect(await statusOf(await apply(code, 502))).toBe('confirmed');
    await tendLines(opened.db, whileOpen);
    expect(await whoIsAsked(workshopId)).toEqual([]);
    await tendLines(opened.db, afterClosing);
    expect(await whoIsAsked(workshopId)).toEqual([over]);
  });

  test('two forms at once for one person are counted one after the other', async () => {
    const limited = { seatsPerYear: 1 };
    const [one, two] = [await workshop(limited), await workshop(limited)];
    const before = await workshop({}, { seats: 0 });
    await apply(before.code, 601);
    const ids = await Promise.all([apply(one.code, 601), apply(two.code, 601)]);
    expect((await Promise.all(ids.map(statusOf))).toSorted()).toEqual(['confirmed', 'waiting']);
  });

  test('a seat given back elsewhere brings somebody forward again', async () => {
    const before = await workshop({});
    const { code, workshopId } = await workshop({ seatsPerYear: 1 });
    const had = await apply(before.code, 701);
    const over = await apply(code, 701);
    await cancel(had);
    await tendLines(opened.db, whileOpen);
    expect(await rowOf(over)).toMatchObject({ status: 'waiting', is_behind: 0 });
    expect(await whoIsAsked(workshopId)).toEqual([over]);
  });

  test('the desk lets somebody in with a reason, past nobody', async () => {
    const before = await workshop({});
    const { code } = await workshop({ seatsPerYear: 1 }, { seats: 1 });
    await apply(before.code, 801);
    await apply(before.code, 802);
    const [first, second] = [await apply(code, 801), await apply(code, 802)];
    const reason = '前の回が 途中で終わったため';
    expect(await letIn(opened.db, { signUpId: first, reason: '', ...clerk })).toMatchObject({
      error: { type: 'no-reason' }
    });
    expect(await letIn(opened.db, { signUpId: first, reason, ...clerk })).toEqual({
      ok: true,
      value: { hasSeat: true }
    });
    expect(await rowOf(first)).toMatchObject({ status: 'confirmed', let_in_reason: reason });
    expect(await letIn(opened.db, { signUpId: second, reason, ...clerk })).toEqual({
      ok: true,
      value: { hasSeat: false }
    });
    expect(await letIn(opened.db, { signUpId: second, reason, ...clerk })).toMatchObject({
      error: { type: 'not-behind' }
    });
    const audit = await opened.db
      .selectFrom('audit')
      .select(['actor', 'why'])
      .where('entity_id', '=', first)
      .where('action', '=', 'let-in')
      .execute();
    expect(audit).toEqual([{ actor: 'clerk', why: 'limit' }]);
  });
});
