import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecord, seatedIn } from '#features/workshops/domain/lottery-record.ts';
import { hashes } from '#features/workshops/server/lottery-hashes.ts';
import { findLottery } from '#features/workshops/server/lottery.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  asked,
  drawDay,
  drawnNow,
  enter,
  enterSeveral,
  plannedLottery,
  signUpsIn
} from '#tests/support/lottery.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { plantParticipation } from '#tests/support/rows.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { tryLottery } from './draw-lottery.ts';
import { overrideEntrant } from './override-entrant.ts';

describe.each(engines)("a lottery's rules on $name", ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const draw = (workshopId: string) => drawnNow(opened.db, workshopId);
  const signUpsOf = (workshopId: string) => signUpsIn(opened.db, workshopId);
  const enterMany = (code: string, people: number, from: number) =>
    enterSeveral(opened.db, code, people, from);

  test('first-timers, 75 and over, who lives here, who missed the last one: each is known from the records', async () => {
    const earlier = await plannedLottery(opened.db, { seats: 0 });
    const missed = await enter(opened.db, earlier.code, 700);
    expect(missed).not.toBe('');
    await draw(earlier.workshopId);
    // Who applied after that draw waits there, and did not miss out in it.
    const closes_at = drawDay + 2 * HOUR_MS;
    await opened.db
      .updateTable('workshop')
      .set({ closes_at })
      .where('id', '=', earlier.workshopId)
      .execute();
    const late = await applyForWorkshop(opened.db, {
      ...{ code: earlier.code, application: applicantNumber(701), key: keyNumber(701) },
      ...{ channel: 'phone', actor: 'clerk', now: drawDay + HOUR_MS }
    });
    expect(late.ok).toBe(true);

    const { workshopId, code, sessionId } = await plannedLottery(opened.db, {
      rules: {
        priorities: {
          'first-timer': 'two-lots',
          'aged-75': 'first',
          resident: 'first',
          'missed-last': 'first'
        },
        seatsPerYear: 1
      }
    });
    const young = { ageBand: 'under-65', livesHere: false } as const;
    await enter(opened.db, code, 700, young);
    await enter(opened.db, code, 701, young);
    await enter(opened.db, code, 702, { ...young, ageBand: '85-over' });
    await enter(opened.db, code, 703, { ...young, livesHere: true });
    const been = await enter(opened.db, code, 704, young);
    const { person_id } = await opened.db
      .selectFrom('sign_up')
      .select('person_id')
      .where('id', '=', been)
      .executeTakeFirstOrThrow();
    await plantParticipation(opened.db, {
      session_id: sessionId,
      number: 90,
      person_id,
      attendance: 'came'
    });
    const numberOf = new Map<string, number>();
    for (const [index, { receipt_number }] of (await signUpsOf(workshopId)).entries()) {
      numberOf.set(receipt_number, 700 + index);
    }
    const { record } = await draw(workshopId);
    const lines = record.entrants.map(({ number, group, lots }) => [
      numberOf.get(number),
      group,
      lots
    ]);
    expect(lines.sort()).toEqual([
      [700, 1, 2],
      [701, 0, 2],
      [702, 1, 2],
      [703, 1, 2],
      [704, 0, 1]
    ]);
  });

  test('who had their seats of the year, and a second form of one person, come after everybody else', async () => {
    await plannedWorkshop(opened.db, { ...classPlan, code: 'P2' });
    const earlier = await applyForWorkshop(opened.db, {
      code: 'P2',
      application: applicantNumber(720),
      channel: 'phone',
      key: keyNumber(720),
      actor: 'clerk',
      now: whileOpen
    });
    expect(earlier.ok).toBe(true);
    const { workshopId, code } = await plannedLottery(opened.db, {
      seats: 1,
      rules: { priorities: { 'aged-75': 'first' }, seatsPerYear: 1 }
    });
    await enter(opened.db, code, 720, { ageBand: '85-over' });
    await enter(opened.db, code, 721, { ageBand: 'under-65' });
    await enter(opened.db, code, 721, { ageBand: 'under-65', companions: 1 });
    const [hadTheirs, first, second] = (await signUpsOf(workshopId)).map(
      ({ receipt_number }) => receipt_number
    );
    const { record } = await draw(workshopId);
    const groupOf = new Map(record.entrants.map(({ number, group }) => [number, group]));
    expect([hadTheirs, first, second].map((number) => groupOf.get(number ?? ''))).toEqual([
      -1, 0, -1
    ]);
    expect(record.order[0]).toBe(first);
    expect(seatedIn(record)).toEqual(new Set([first]));
  });

  test('what the desk sets apart counts, is in the record with its reason and in the audit rows, and ends with the draw', async () => {
    const { workshopId, code } = await plannedLottery(opened.db, { seats: 1 });
    const ids = await enterMany(code, 6, 740);
    const override = {
      to: 'before-all',
      reason: 'promised-before',
      note: '前の会を中止した'
    } as const;
    const set = (signUpId = '', what: typeof override | null = override) =>
      overrideEntrant(opened.db, { ...asked(workshopId), signUpId, override: what ?? undefined });
    await set(ids[4]);
    await set(ids[5]);
    await set(ids[5], null);
    const { record } = await draw(workshopId);
    const signUps = await signUpsOf(workshopId);
    const number = signUps.find(({ id }) => id === ids[4])?.receipt_number ?? '';
    expect(record.order[0]).toBe(number);
    expect(record.entrants.filter(({ override: made }) => made)).toEqual([
      { number, group: 9, lots: 1, override: { to: 'before-all', reason: 'promised-before' } }
    ]);
    expect(JSON.stringify(record)).not.toContain(override.note);
    const audit = await opened.db
      .selectFrom('audit')
      .select(['action', 'why'])
      .where('entity_id', 'in', [ids[4] ?? '', ids[5] ?? ''])
      .where('action', 'like', 'lottery%')
      .orderBy('seq')
      .execute();
    expect(audit.map(({ action, why }) => `${action} ${why}`)).toEqual([
      'lottery-before-all promised-before',
      'lottery-before-all promised-before',
      'lottery-as-ruled lottery'
    ]);
    expect(await set(ids[0])).toEqual({ ok: false, error: { type: 'already-drawn' } });
    expect(await set('unknown')).toEqual({ ok: false, error: { type: 'not-in-lottery' } });
  });

  test('a dry run has another seed, says so, and leaves everything as it was', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    await enterMany(code, 5, 760);
    const tried = await tryLottery(opened.db, { ...asked(workshopId), now: whileOpen });
    if (!tried.ok) throw new Error(tried.error.type);
    expect(tried.value.kind).toBe('dry-run');
    expect(checkRecord(tried.value, hashes)).toMatchObject({ ok: true });
    const lottery = await findLottery(opened.db, workshopId);
    expect(tried.value.seed).not.toBe(lottery?.seed);
    expect(lottery?.drawn).toBeUndefined();
    expect((await signUpsOf(workshopId)).every(({ status }) => status === 'entered')).toBe(true);
    expect((await draw(workshopId)).record.entrants).toEqual(tried.value.entrants);
  });
});
