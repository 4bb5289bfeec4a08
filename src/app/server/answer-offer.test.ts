import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { noticesAbout } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { answerOffer, askAgain } from './answer-offer.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { allowContact, stopContact } from './desk/stop-contact.ts';
import { tendLines } from './tend-lines.ts';

const clerk = { actor: 'clerk', now: whileOpen };
const afterDeadline = whileOpen + 5 * 24 * HOUR_MS;

describe.each(engines)('the waiting line on $name', ({ open }) => {
  let opened: TestDb;
  let next = 0;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** A workshop of two seats with this many applicants; ids in their order. */
  async function workshopWith(applicants: number, seats = 2) {
    next += 1;
    const code = `G${next}`;
    const { workshopId } = await plannedWorkshop(opened.db, { code, seats, longestLine: 500 });
    const ids: string[] = [];
    for (let index = 0; index < applicants; index++) {
      ids.push(await apply(code, next * 1000 + index));
    }
    return { workshopId, ids, code };
  }
  async function apply(code: string, number: number, now = whileOpen): Promise<string> {
    const applied = await applyForWorkshop(opened.db, {
      ...{ code, application: applicantNumber(number), key: keyNumber(number) },
      ...{ channel: 'paper', actor: 'clerk', now }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    return applied.value.signUpId;
  }
  const cancel = (signUpId = '') =>
    cancelApplication(opened.db, { signUpId, by: 'staff', ...clerk });
  const answer = (offerId: string, said: 'yes' | 'no', changed: object = {}) =>
    answerOffer(opened.db, { offerId, answer: said, ...clerk, ...changed });
  const offers = async (workshopId: string) =>
    opened.db
      .selectFrom('seat_offer')
      .select(['id', 'sign_up_id', 'state', 'answered_by', 'answered_at'])
      .where('workshop_id', '=', workshopId)
      .orderBy('asked_at')
      .orderBy('id')
      .execute();
  const askedNow = async (workshopId: string) =>
    (await offers(workshopId)).find(({ state }) => state === 'asked');
  const statusOf = async (signUpId = '') =>
    (
      await opened.db
        .selectFrom('sign_up')
        .select('status')
        .where('id', '=', signUpId)
        .executeTakeFirstOrThrow()
    ).status;
  const noticesOf = (signUpId = '') => noticesAbout(opened.db, signUpId);

  test('a free seat asks the first in the line, who still waits until somebody wrote yes', async () => {
    const { workshopId, ids } = await workshopWith(4);
    await cancel(ids[0]);
    const offer = await askedNow(workshopId);
    expect(offer?.sign_up_id).toBe(ids[2]);
    expect(await statusOf(ids[2])).toBe('waiting');
    expect(await noticesOf(ids[2])).toEqual(['sign-up-waiting not-wanted', 'seat-asked to-tell']);

    expect(await answer(offer?.id ?? '', 'yes')).toEqual({ ok: true, value: { changed: true } });
    expect(await statusOf(ids[2])).toBe('confirmed');
    expect((await offers(workshopId))[0]).toMatchObject({
      ...{ state: 'yes', answered_by: 'clerk', answered_at: whileOpen }
    });
    expect(await noticesOf(ids[2])).toEqual(['sign-up-waiting not-wanted', 'seat-asked told']);
    const places = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('kind', '=', 'roster')
      .where('body', 'like', '%"place":"confirmed"%')
      .execute();
    expect(places.length).toBeGreaterThan(0);
  });

  test('a no asks the second in the line; an answer sent twice is one', async () => {
    const { workshopId, ids } = await workshopWith(4);
    await cancel(ids[1]);
    const first = await askedNow(workshopId);
    expect(await answer(first?.id ?? '', 'no')).toMatchObject({ ok: true });
    expect(await answer(first?.id ?? '', 'no')).toEqual({ ok: true, value: { changed: false } });
    expect(await answer(first?.id ?? '', 'yes')).toEqual({
      ok: false,
      error: { type: 'answered-otherwise' }
    });
    expect(await statusOf(ids[2])).toBe('cancelled');
    expect((await askedNow(workshopId))?.sign_up_id).toBe(ids[3]);
    expect(await offers(workshopId)).toHaveLength(2);
  });

  test('no answer by the deadline asks the next; who was silent waits on and may be asked by a person', async () => {
    const { workshopId, ids } = await workshopWith(4);
    await cancel(ids[0]);
    const silent = await askedNow(workshopId);
    expect(await tendLines(opened.db, whileOpen)).toBe(0);
    await tendLines(opened.db, afterDeadline);
    expect((await askedNow(workshopId))?.sign_up_id).toBe(ids[3]);
    expect(await statusOf(ids[2])).toBe('waiting');
    expect(await answer(silent?.id ?? '', 'yes')).toEqual({
      ok: false,
      error: { type: 'too-late' }
    });

    const again = { signUpId: ids[2] ?? '', actor: 'clerk', now: afterDeadline };
    expect(await askAgain(opened.db, again)).toEqual({
      ok: false,
      error: { type: 'no-seat-free' }
    });
    await cancel(ids[3]);
    expect(await askAgain(opened.db, again)).toMatchObject({ ok: true });
    expect(await askAgain(opened.db, again)).toEqual({
      ok: false,
      error: { type: 'asked-already' }
    });
    const asked = await askedNow(workshopId);
    expect(asked?.sign_up_id).toBe(ids[2]);
    const late = { actor: 'applicant', now: afterDeadline + 5 * 24 * HOUR_MS };
    expect(await answer(asked?.id ?? '', 'yes', late)).toMatchObject({ ok: false });
    expect(await answer(asked?.id ?? '', 'yes')).toMatchObject({ ok: true });
  });

  test('who wants no call is passed over, and lets a held seat go', async () => {
    const { workshopId, ids } = await workshopWith(4);
    const { person_id } = await opened.db
      .selectFrom('sign_up')
      .select('person_id')
      .where('id', '=', ids[2] ?? '')
      .executeTakeFirstOrThrow();
    await cancel(ids[0]);
    expect((await askedNow(workshopId))?.sign_up_id).toBe(ids[2]);
    await stopContact(opened.db, { personId: person_id, reason: 'hospital', ...clerk });
    expect((await askedNow(workshopId))?.sign_up_id).toBe(ids[3]);
    await allowContact(opened.db, { personId: person_id, ...clerk });
    await tendLines(opened.db, whileOpen);
    expect((await offers(workshopId)).filter(({ state }) => state === 'asked')).toHaveLength(1);
    await cancel(ids[1]);
    expect((await offers(workshopId)).filter(({ state }) => state === 'asked')).toHaveLength(2);
  });

  test('who comes later is behind the line, and is asked at once when nobody before can be', async () => {
    const { workshopId, ids, code } = await workshopWith(3);
    await cancel(ids[0]);
    const late = await apply(code, next * 1000 + 500);
    expect(await statusOf(late)).toBe('waiting');
    expect((await askedNow(workshopId))?.sign_up_id).toBe(ids[2]);
    await tendLines(opened.db, afterDeadline);
    expect((await askedNow(workshopId))?.sign_up_id).toBe(late);
    await answer((await askedNow(workshopId))?.id ?? '', 'no');
    const last = await apply(code, next * 1000 + 501, afterDeadline);
    expect((await askedNow(workshopId))?.sign_up_id).toBe(last);
  });

  test('an unknown question is told as that', async () => {
    expect(await answer('unknown', 'yes')).toEqual({
      ok: false,
      error: { type: 'offer-not-found' }
    });
    expect(await askAgain(opened.db, { signUpId: 'unknown', ...clerk })).toEqual({
      ok: false,
      error: { type: 'not-waiting' }
    });
  });

  test('cancellations, answers and applications at once: never above the seats, in the order of the line', async () => {
    const seats = 12;
    const { workshopId, ids, code } = await workshopWith(72, seats);
    for (let round = 0; round < 3; round++) {
      const open = (await offers(workshopId)).filter(({ state }) => state === 'asked');
      await Promise.all([
        ...ids.slice(round * 4, round * 4 + 4).map((id) => cancel(id)),
        ...open.flatMap(({ id }, index) => {
          const said = index % 3 === 0 ? 'no' : 'yes';
          return [answer(id, said), answer(id, said)];
        }),
        ...[0, 1].map((one) => apply(code, next * 1000 + 600 + round * 10 + one)),
        tendLines(opened.db, whileOpen)
      ]);
      const rows = await opened.db
        .selectFrom('sign_up')
        .select(['status', 'line_number', 'id'])
        .where('workshop_id', '=', workshopId)
        .execute();
      const all = await offers(workshopId);
      const held = all.filter(({ state }) => state === 'asked').length;
      const confirmed = rows.filter(({ status }) => status === 'confirmed').length;
      expect(confirmed + held).toBe(seats);
      const numberOf = new Map(rows.map(({ id, line_number }) => [id, line_number ?? 0]));
      const order = all.map(({ sign_up_id }) => numberOf.get(sign_up_id) ?? 0);
      expect(order).toHaveLength(new Set(order).size);
      expect(Math.max(0, ...order)).toBe(order.length);
    }
  });
});
