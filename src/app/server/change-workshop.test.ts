import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionScope } from '#features/sync/domain/operation.ts';
import type { WorkshopPlan } from '#features/workshops/domain/plan.ts';
import type { LotteryRules } from '#features/workshops/domain/lottery.ts';
import { giveUpDraft } from '#features/workshops/server/change-workshop.ts';
import { findLottery } from '#features/workshops/server/lottery.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { instantOf } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { drawDay, drawnNow, plannedLottery } from '#tests/support/lottery.ts';
import { plantParticipation } from '#tests/support/rows.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { changeWorkshop } from './change-workshop.ts';
import { findPublishedLottery } from './published-lottery.ts';
import { findWorkshopSnapshot } from './workshop-snapshot.ts';

const onDay = (date: string) => ({
  startsAt: instantOf(date, '13:00'),
  endsAt: instantOf(date, '15:00')
});
let nextCode = 100;

describe.each(engines)('changeWorkshop on $name', ({ open }) => {
  let opened: TestDb;
  let code: string;
  let id: string;
  let sessionId: string;

  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    code = `C${nextCode++}`;
    await begin({});
  });
  afterAll(() => opened.close());

  const begin = async (plan: Partial<WorkshopPlan>) => {
    const planned = await plannedWorkshop(opened.db, { ...plan, code });
    id = planned.workshopId;
    sessionId = planned.sessionIds[0]!;
  };
  const change = (changed: Partial<WorkshopPlan>) =>
    changeWorkshop(opened.db, { id, plan: { ...classPlan, code, ...changed }, now: whileOpen });
  const sessions = async () =>
    (
      await opened.db
        .selectFrom('session')
        .select(['id', 'local_date', 'state', 'delete_after'])
        .where('workshop_id', '=', id)
        .orderBy('starts_at')
        .execute()
    ).map((row) => ({ ...row }));
  const apply = (number: number) =>
    applyForWorkshop(opened.db, {
      ...{ code, application: applicantNumber(number), channel: 'web', actor: 'applicant' },
      ...{ key: keyNumber(nextCode * 100 + number), now: whileOpen }
    });
  const cardOf = async (session: string) =>
    opened.db
      .selectFrom('sync_row')
      .select(['body', 'deleted'])
      .where('scope', '=', sessionScope(session))
      .where('id', '=', session)
      .executeTakeFirstOrThrow();

  test('a date that moves keeps its id, its records end later, and tablets learn it', async () => {
    expect(await change({ sessions: [onDay('2027-04-06')], seats: 12 })).toMatchObject({
      ok: true
    });
    expect(await sessions()).toEqual([
      { id: sessionId, local_date: '2027-04-06', state: 'planned', delete_after: '2029-03-31' }
    ]);
    expect(JSON.parse((await cardOf(sessionId)).body)).toMatchObject({
      startsAt: instantOf('2027-04-06', '13:00'),
      seats: 12
    });
  });

  test('a date that is left out is called off in public, and gone from a draft', async () => {
    const two = { sessions: [onDay('2026-12-01'), onDay('2026-12-08')] };
    await change(two);
    await change({ sessions: [onDay('2026-12-01')] });
    expect((await sessions()).map(({ state }) => state)).toEqual(['planned', 'cancelled']);

    code = `C${nextCode++}`;
    await begin({ ...two, state: 'draft' });
    const [, gone] = await sessions();
    await change({ sessions: [onDay('2026-12-01')], state: 'draft' });
    expect(await sessions()).toHaveLength(1);
    expect((await cardOf(gone!.id)).deleted).toBe(1);
  });

  test('day and place stand for whoever signed up; words do not', async () => {
    expect(await apply(1)).toMatchObject({ ok: true });
    for (const changed of [{ sessions: [onDay('2026-12-02')] }, { venueId: 'chuo' }]) {
      expect(await change(changed)).toEqual({ ok: false, error: { type: 'people-signed-up' } });
    }
    expect(await change({ seats: 0 })).toMatchObject({
      error: { type: 'fewer-seats-than-confirmed' }
    });
    expect(await change({ titleJa: 'あたらしい題' })).toMatchObject({ ok: true });
  });

  test('what was held stays as it was', async () => {
    await plantParticipation(opened.db, { session_id: sessionId, number: 1, attendance: 'came' });
    expect(await change({ sessions: [onDay('2026-12-02')] })).toMatchObject({
      error: { type: 'people-signed-up' }
    });
  });

  test('a lottery keeps its seed while its rules change, and begins and ends with its selection', async () => {
    const byLot = (drawsAt: number, rules: LotteryRules = { priorities: {} }) => ({
      ...{ selection: 'lottery' as const, lottery: { drawsAt, rules } },
      sessions: [onDay('2026-12-09')]
    });
    const lottery = () => inTransaction(opened.db, (tx) => findLottery(tx, id));
    expect(await change(byLot(drawDay))).toMatchObject({ ok: true });
    const first = await lottery();
    const rules = { priorities: { resident: 'two-lots' as const }, seatsPerYear: 2 };
    expect(await change(byLot(drawDay + 1, rules))).toMatchObject({ ok: true });
    expect(await lottery()).toMatchObject({ seed: first?.seed, drawsAt: drawDay + 1, rules });
    expect(await change(byLot(classPlan.closesAt - 1))).toMatchObject({
      error: { type: 'draw-before-sign-up-closes' }
    });
    expect(await change({ sessions: [onDay('2026-12-09')] })).toMatchObject({ ok: true });
    expect(await lottery()).toBeUndefined();

    await change(byLot(drawDay, rules));
    expect((await lottery())?.seed).not.toBe(first?.seed);
    expect(await apply(4)).toMatchObject({ ok: true });
    for (const changed of [byLot(drawDay), byLot(drawDay + 1, rules), {}]) {
      expect(await change(changed)).toEqual({ ok: false, error: { type: 'people-signed-up' } });
    }
    expect(await change({ ...byLot(drawDay, rules), seats: 12 })).toMatchObject({ ok: true });
  });

  test('what was drawn stays, also when everybody cancelled; the rest may be taken up again', async () => {
    const { code: drawn, workshopId } = await plannedLottery(opened.db, {
      plan: { sessions: [onDay('2026-12-09')] }
    });
    await drawnNow(opened.db, workshopId);
    [id, code] = [workshopId, drawn];
    const lottery = { drawsAt: drawDay, rules: { priorities: {} } };
    const plan = { selection: 'lottery' as const, sessions: [onDay('2026-12-09')], lottery };
    for (const changed of [
      { lottery: { ...lottery, drawsAt: drawDay + 1 } },
      { selection: 'first-come' as const, lottery: undefined }
    ]) {
      expect(await change({ ...plan, ...changed })).toEqual({
        ok: false,
        error: { type: 'already-drawn' }
      });
    }
    const closesAt = instantOf('2026-12-08', '17:00');
    expect(await change({ ...plan, closesAt })).toMatchObject({ ok: true });
    expect(await findPublishedLottery(opened.db, drawn)).toMatchObject({ kind: 'draw' });
  });

  test('somebody who signs up while the day is moved has a place on the new day or none is moved', async () => {
    const [changed, applied] = await Promise.all([
      change({ sessions: [onDay('2026-12-09')] }),
      apply(2)
    ]);
    expect(applied.ok).toBe(true);
    const [session] = await sessions();
    expect(session?.local_date).toBe(changed.ok ? '2026-12-09' : '2026-12-01');
  });

  test('a draft that is given up is never seen; what is public is not given up so', async () => {
    const giveUp = () => inTransaction(opened.db, (tx) => giveUpDraft(tx, id));
    expect(await giveUp()).toBe(false);
    code = `C${nextCode++}`;
    await begin({ state: 'draft' });
    expect(await giveUp()).toBe(true);
    expect(await change({})).toMatchObject({ error: { type: 'workshop-cancelled' } });
    const { workshops } = await findWorkshopSnapshot(opened.db, whileOpen + nextCode * 10_000);
    expect(workshops.some((workshop) => workshop.code === code)).toBe(false);
  });

  test('a draft becomes public once, and is no draft again', async () => {
    code = `C${nextCode++}`;
    await begin({ state: 'draft' });
    expect(await apply(3)).toMatchObject({ error: { type: 'workshop-not-found' } });
    expect(await change({ state: 'open' })).toMatchObject({ ok: true });
    expect(await apply(3)).toMatchObject({ ok: true });
    expect(await change({ state: 'draft' })).toMatchObject({
      error: { type: 'already-published' }
    });
  });

  test.each([
    ['a code of another', { code: 'C12' }, 'code-taken'],
    ['no date', { sessions: [] }, 'no-session'],
    ['a place nobody knows', { venueId: 'moon' }, 'venue-unknown']
  ] as const)('%s is refused', async (_, changed, type) => {
    const other = await opened.db
      .selectFrom('workshop')
      .select('id')
      .where('code', '=', 'C12')
      .execute();
    if (other.length === 0) await plannedWorkshop(opened.db, { code: 'C12' });
    expect(await change(changed)).toEqual({ ok: false, error: { type } });
  });

  test('what is not there cannot be changed', async () => {
    id = newId();
    expect(await change({})).toMatchObject({ error: { type: 'workshop-not-found' } });
  });
});
