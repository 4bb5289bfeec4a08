import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  drawDay,
  drawnNow,
  enter,
  enterSeveral,
  plannedLottery,
  signUpsIn
} from '#tests/support/lottery.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { noticesAbout } from '#tests/support/rows.ts';
import { classPlan, whileOpen } from '#tests/support/workshops.ts';
import { HOUR_MS, instantOf, MINUTE_MS } from '#shared/time/instant.ts';
import { answerOffer } from './answer-offer.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { changeSession } from './change-session.ts';
import { changeWorkshop } from './change-workshop.ts';
import { readLotteryFile } from './desk/lottery-file.ts';
import { undoAbsence } from './report-absence.ts';
import { tendLines } from './tend-lines.ts';

/** The lots are drawn early enough before the first date that people can still be asked. */
const later = {
  sessions: [
    { startsAt: instantOf('2026-12-20', '10:00'), endsAt: instantOf('2026-12-20', '12:00') }
  ]
};

describe.each(engines)('the line of a lottery on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** Ids in the order of applying. */
  async function lotteryWith(entrants: number, seats = 1) {
    const planned = await plannedLottery(opened.db, { seats, plan: later });
    next += 100;
    return { ...planned, ids: await enterSeveral(opened.db, planned.code, entrants, next) };
  }
  /** The sign-ups in the order drawn. */
  async function drawnOrder(workshopId: string): Promise<readonly string[]> {
    const { record } = await drawnNow(opened.db, workshopId);
    const signUps = await signUpsIn(opened.db, workshopId);
    const idOf = new Map(signUps.map(({ receipt_number, id }) => [receipt_number, id]));
    return record.order.map((number) => idOf.get(number) ?? '');
  }
  const absent = (signUpId = '', now = drawDay) =>
    cancelApplication(opened.db, { signUpId, by: 'staff', atTheirWord: true, actor: 'clerk', now });
  const undo = (signUpId = '', now = drawDay) =>
    undoAbsence(opened.db, { signUpId, actor: 'clerk', now });
  const placeOf = async (signUpId = '') => {
    const { status, line_number } = await opened.db
      .selectFrom('sign_up')
      .select(['status', 'line_number'])
      .where('id', '=', signUpId)
      .executeTakeFirstOrThrow();
    return [status, line_number];
  };
  const asked = async (workshopId: string) =>
    opened.db
      .selectFrom('seat_offer')
      .select(['id', 'sign_up_id', 'state'])
      .where('workshop_id', '=', workshopId)
      .orderBy('id')
      .execute();
  const noticesOf = (signUpId = '') => noticesAbout(opened.db, signUpId);

  test('before the draw nobody is asked, whatever becomes free', async () => {
    const { workshopId, ids } = await lotteryWith(3);
    await absent(ids[0], whileOpen);
    await tendLines(opened.db, whileOpen);
    expect(await asked(workshopId)).toEqual([]);
    expect(await noticesOf(ids[1])).toEqual([]);
  });

  test('after it the next in the order drawn is asked, and has the seat with a yes', async () => {
    const { workshopId } = await lotteryWith(3);
    const [winner, second, third] = await drawnOrder(workshopId);
    expect(await asked(workshopId)).toEqual([]);
    await cancelApplication(opened.db, {
      ...{ signUpId: winner ?? '', by: 'staff', actor: 'clerk', now: drawDay }
    });
    expect(await noticesOf(winner)).toEqual([
      'lottery-won not-wanted',
      'sign-up-cancelled to-tell'
    ]);
    expect(await noticesOf(second)).toEqual(['lottery-waiting not-wanted', 'seat-asked to-tell']);
    const [offer] = await asked(workshopId);
    expect(offer).toMatchObject({ sign_up_id: second, state: 'asked' });
    await answerOffer(opened.db, {
      ...{ offerId: offer?.id ?? '', answer: 'yes', actor: 'clerk', now: drawDay }
    });
    expect(await placeOf(second)).toEqual(['confirmed', 1]);
    expect(await placeOf(third)).toEqual(['waiting', 2]);
  });

  test('whoever is let in after the draw stands behind those who were drawn', async () => {
    const { workshopId, code, ids } = await lotteryWith(3);
    await drawnOrder(workshopId);
    const plan = {
      ...{ ...classPlan, ...later, code, seats: 1, selection: 'lottery' as const },
      lottery: { drawsAt: drawDay, rules: { priorities: {} } }
    };
    const again = { id: workshopId, now: drawDay };
    const closesAt = drawDay + 48 * HOUR_MS;
    expect(
      await changeWorkshop(opened.db, { ...again, plan: { ...plan, closesAt } })
    ).toMatchObject({ ok: true });
    const apply = (number: number) =>
      applyForWorkshop(opened.db, {
        ...{ code, application: applicantNumber(next + number), key: keyNumber(next + number) },
        ...{ channel: 'phone', actor: 'clerk', now: drawDay + HOUR_MS }
      });
    const late = await apply(50);
    expect(await placeOf(late.ok ? late.value.signUpId : '')).toEqual(['waiting', 3]);
    // With more seats than were drawn for, the places that were drawn are told as drawn.
    await changeWorkshop(opened.db, { ...again, plan: { ...plan, closesAt, seats: 3 } });
    const file = await readLotteryFile(opened.db, {
      ...{ id: workshopId, actor: 'clerk', why: 'lottery', now: drawDay }
    });
    expect(file?.drawn.map(({ placeInLine }) => placeInLine)).toEqual([undefined, 1, 2]);
    await changeWorkshop(opened.db, { ...again, plan: { ...plan, closesAt } });
    for (const id of ids) await absent(id, drawDay + HOUR_MS);
    expect((await asked(workshopId)).at(-1)).toMatchObject({
      sign_up_id: late.ok ? late.value.signUpId : '',
      state: 'asked'
    });
  });

  test('a slip before the draw is taken back into the draw, with what was still to be told', async () => {
    const { workshopId, code } = await lotteryWith(1);
    const onPaper = await enter(opened.db, code, next + 60, {}, 'paper');
    await absent(onPaper, whileOpen);
    expect(await noticesOf(onPaper)).toEqual(['lottery-entered not-wanted']);
    expect(await undo(onPaper, whileOpen)).toEqual({ ok: true, value: { changed: true } });
    expect(await placeOf(onPaper)).toEqual(['entered', null]);
    expect(await noticesOf(onPaper)).toEqual(['lottery-entered to-tell']);
    expect(await drawnOrder(workshopId)).toContain(onPaper);
  });

  test('a slip that the draw went by stands last in the line, and is told of it', async () => {
    const { workshopId, ids } = await lotteryWith(3);
    await absent(ids[0], drawDay - 3 * MINUTE_MS);
    const order = await drawnOrder(workshopId);
    expect(order).not.toContain(ids[0]);
    expect(await undo(ids[0])).toEqual({ ok: true, value: { changed: true } });
    expect(await placeOf(ids[0])).toEqual(['waiting', 2]);
    expect(await noticesOf(ids[0])).toEqual(['lottery-waiting to-tell']);
    expect((await drawnNow(opened.db, workshopId)).record.order).toHaveLength(2);
  });

  test('where a seat is free, a slip that the draw went by is asked about it at once', async () => {
    const { workshopId, ids } = await lotteryWith(2, 5);
    await absent(ids[0], drawDay - 3 * MINUTE_MS);
    await drawnOrder(workshopId);
    await undo(ids[0]);
    expect(await asked(workshopId)).toMatchObject([{ sign_up_id: ids[0], state: 'asked' }]);
    expect(await noticesOf(ids[0])).toEqual(['lottery-waiting not-wanted', 'seat-asked to-tell']);
  });

  test('a slip with a drawn seat gives it back, and both hear again what the draw brought', async () => {
    const { workshopId } = await lotteryWith(3);
    const [winner, second] = await drawnOrder(workshopId);
    await absent(winner);
    expect(await undo(winner)).toEqual({ ok: true, value: { changed: true } });
    expect(await placeOf(winner)).toEqual(['confirmed', null]);
    expect(await noticesOf(winner)).toEqual(['lottery-won to-tell']);
    expect(await noticesOf(second)).toEqual(['lottery-waiting to-tell', 'seat-asked not-wanted']);
    expect(await asked(workshopId)).toMatchObject([{ sign_up_id: second, state: 'withdrawn' }]);
  });

  test('a date that is moved is told to everybody in the draw, and stays after the draw', async () => {
    const { ids, sessionId } = await lotteryWith(2);
    const to = { venueId: 'sayama', bringJa: '飲みもの', bringEn: 'A drink' };
    const move = (startsAt: number, key: string) =>
      changeSession(opened.db, {
        ...{ sessionId, key, actor: 'clerk', now: whileOpen },
        what: {
          kind: 'changed',
          to: { ...to, startsAt, endsAt: startsAt + HOUR_MS },
          reason: { ja: '部屋の都合', en: '' }
        }
      });
    expect(await move(drawDay, 'before')).toEqual({
      ok: false,
      error: { type: 'before-the-draw' }
    });
    expect(await move(drawDay + 24 * HOUR_MS, 'after')).toMatchObject({ ok: true });
    for (const id of ids) expect(await noticesOf(id)).toEqual(['session-changed to-tell']);
  });

  test('called off before the draw: everybody in it is told, and nothing else is', async () => {
    const { code, sessionId } = await lotteryWith(1);
    const onPaper = await enter(opened.db, code, next + 70, {}, 'paper');
    const reason = { ja: '講師の急病のため', en: '' };
    await changeSession(opened.db, {
      ...{ sessionId, key: 'off', actor: 'clerk', now: whileOpen },
      what: { kind: 'cancelled', reason }
    });
    expect(await noticesOf(onPaper)).toEqual([
      'lottery-entered not-wanted',
      'session-cancelled to-tell'
    ]);
  });

  test('called off after the draw: what it brought is not told any more', async () => {
    const { workshopId, sessionId } = await lotteryWith(2);
    const [winner, second] = await drawnOrder(workshopId);
    await changeSession(opened.db, {
      ...{ sessionId, key: 'off', actor: 'clerk', now: drawDay },
      what: { kind: 'cancelled', reason: { ja: '講師の急病のため', en: '' } }
    });
    for (const [id, was] of [
      [winner, 'lottery-won'],
      [second, 'lottery-waiting']
    ]) {
      expect(await noticesOf(id)).toEqual([`${was} not-wanted`, 'session-cancelled to-tell']);
    }
    await tendLines(opened.db, drawDay + HOUR_MS);
    expect(await asked(workshopId)).toEqual([]);
  });
});
