import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecord } from '#features/workshops/domain/lottery-record.ts';
import { hashes } from '#features/workshops/server/lottery-hashes.ts';
import { findLottery } from '#features/workshops/server/lottery.ts';
import { inTransaction } from '#server/db/transaction.ts';
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
import { noticesAbout } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { drawInTransaction, drawLottery } from './draw-lottery.ts';
import { findReceipt } from './receipts.ts';

describe.each(engines)('a lottery on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const draw = (workshopId: string) => drawnNow(opened.db, workshopId);
  const signUpsOf = (workshopId: string) => signUpsIn(opened.db, workshopId);
  const enterMany = (code: string, people: number, from: number) =>
    enterSeveral(opened.db, code, people, from);
  const noticesOf = (signUpId: string) => noticesAbout(opened.db, signUpId);
  test('before the draw nobody has a seat or a place in the line; its hash is there from the start', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    await enterMany(code, 5, 100);
    const signUps = await signUpsOf(workshopId);
    expect(signUps.map(({ status, line_number }) => [status, line_number])).toEqual(
      Array.from({ length: 5 }, () => ['entered', null])
    );
    expect(await findReceipt(opened.db, signUps[0]?.receipt_token ?? '')).toMatchObject({
      status: 'entered',
      positionInLine: undefined
    });
    const lottery = await findLottery(opened.db, workshopId);
    expect(hashes.sha256(lottery?.seed ?? '')).toBe(lottery?.commitment);
  });

  test('the drawn have seats, the others wait in the order drawn, each has one notice, and the record recomputes', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const before = await findLottery(opened.db, workshopId);
    await enterMany(code, 8, 200);
    const { record, isNew } = await draw(workshopId);
    expect(isNew).toBe(true);
    expect(checkRecord(JSON.parse(JSON.stringify(record)), hashes, before?.commitment)).toEqual({
      ok: true,
      value: record
    });

    const signUps = new Map((await signUpsOf(workshopId)).map((row) => [row.receipt_number, row]));
    const inOrder = record.order.map((number) => signUps.get(number));
    expect(inOrder.map((row) => [row?.status, row?.line_number])).toEqual([
      ...Array.from({ length: 3 }, () => ['confirmed', null]),
      ...[1, 2, 3, 4, 5].map((line) => ['waiting', line])
    ]);
    expect(await noticesOf(inOrder[0]?.id ?? '')).toEqual(['lottery-won to-tell']);
    expect(await noticesOf(inOrder[7]?.id ?? '')).toEqual(['lottery-waiting to-tell']);
    expect(await findReceipt(opened.db, inOrder[4]?.receipt_token ?? '')).toMatchObject({
      status: 'waiting',
      positionInLine: 2
    });
  });

  test('two presses at once are one draw', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const ids = await enterMany(code, 6, 300);
    const answers = await Promise.all([draw(workshopId), draw(workshopId), draw(workshopId)]);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(answers.map(({ record }) => JSON.stringify(record))).size).toBe(1);
    for (const id of ids) expect(await noticesOf(id)).toHaveLength(1);
    expect((await draw(workshopId)).isNew).toBe(false);
  });

  test('a draw that is cut off half-way leaves nothing, and the next has the same winners', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const ids = await enterMany(code, 6, 400);
    let cutOff: readonly string[] = [];
    await expect(
      inTransaction(opened.db, async (tx) => {
        const drawn = await drawInTransaction(tx, asked(workshopId));
        cutOff = drawn.ok ? drawn.value.record.order : [];
        throw new Error('the power went');
      })
    ).rejects.toThrow('the power went');
    expect((await signUpsOf(workshopId)).every(({ status }) => status === 'entered')).toBe(true);
    expect(await noticesOf(ids[0] ?? '')).toEqual([]);

    expect((await draw(workshopId)).record.order).toEqual(cutOff);
    for (const id of ids) expect(await noticesOf(id)).toHaveLength(1);
  });

  test('applications and cancellations beside the draw: everybody on the list has a place, nobody else', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const ids = await enterMany(code, 10, 500);
    await Promise.all([
      draw(workshopId),
      ...ids.slice(0, 4).map((signUpId) =>
        cancelApplication(opened.db, {
          signUpId,
          by: 'applicant',
          actor: 'applicant',
          now: whileOpen
        })
      ),
      draw(workshopId)
    ]);
    const { record } = await draw(workshopId);
    const signUps = await signUpsOf(workshopId);
    expect(signUps.filter(({ status }) => status === 'entered')).toEqual([]);
    expect(signUps.filter(({ status }) => status === 'cancelled')).toHaveLength(4);
    const listed = signUps.filter(({ receipt_number }) => record.order.includes(receipt_number));
    for (const { status } of signUps.filter((row) => !listed.includes(row))) {
      expect(status).toBe('cancelled');
    }
    expect(signUps.filter(({ status }) => status === 'confirmed').length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['before the announced moment', whileOpen, 'too-early'],
    ['a moment before it', drawDay - 1, 'too-early']
  ] as const)('%s it is not drawn', async (_, now, type) => {
    const { workshopId } = await plannedLottery(opened.db);
    expect(await drawLottery(opened.db, { ...asked(workshopId), now })).toMatchObject({
      ok: false,
      error: { type }
    });
  });

  test('a class without lots, an unknown one and a cancelled one are told as that', async () => {
    const plain = await plannedWorkshop(opened.db, { code: 'P1' });
    for (const id of [plain.workshopId, 'unknown']) {
      expect(await drawLottery(opened.db, asked(id))).toEqual({
        ok: false,
        error: { type: 'no-lottery' }
      });
    }
    const { workshopId } = await plannedLottery(opened.db);
    await opened.db
      .updateTable('workshop')
      .set({ state: 'cancelled' })
      .where('id', '=', workshopId)
      .execute();
    expect(await drawLottery(opened.db, asked(workshopId))).toEqual({
      ok: false,
      error: { type: 'workshop-cancelled' }
    });
  });

  test('nobody applied: an empty record, and a second press finds it', async () => {
    const { workshopId } = await plannedLottery(opened.db);
    expect((await draw(workshopId)).record.order).toEqual([]);
    expect((await draw(workshopId)).isNew).toBe(false);
  });

  test('a form on paper is told that it came in, and hears the result in its place', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const onPaper = await enter(opened.db, code, 600, {}, 'paper');
    expect(await noticesOf(onPaper)).toEqual(['lottery-entered to-tell']);
    await draw(workshopId);
    expect(await noticesOf(onPaper)).toEqual(['lottery-entered not-wanted', 'lottery-won to-tell']);
  });

  test('who wants no letter and no call has a place all the same', async () => {
    const { workshopId, code } = await plannedLottery(opened.db);
    const id = await enter(opened.db, code, 610);
    await opened.db
      .updateTable('person')
      .set({ contact_stopped_at: whileOpen })
      .where('id', '=', (eb) => eb.selectFrom('sign_up').select('person_id').where('id', '=', id))
      .execute();
    await draw(workshopId);
    expect(await noticesOf(id)).toEqual(['lottery-won not-wanted']);
  });
});
