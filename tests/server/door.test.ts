import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listWishes, noteWishTold, signUpFromWish } from '#app/server/desk/wishes.ts';
import { syncRules } from '#app/server/operations.ts';
import { runNightly } from '#app/server/nightly.ts';
import { pullScope } from '#app/server/pull-scope.ts';
import type { DoorPayload, DoorType } from '#features/attendance/domain/operation.ts';
import { loanRegister } from '#features/attendance/domain/loans.ts';
import { NEXT_DATE_ROW, NextDate } from '#features/attendance/domain/next-date.ts';
import { TICKET_LETTER_ROW, TicketLetter } from '#features/attendance/domain/ticket-letter.ts';
import { ticketHall } from '#features/attendance/domain/tickets.ts';
import { readFigures } from '#features/reporting/server/figures.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import { city } from '#city/current.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { addDays, DAY_MS, instantOf, localDateOf, MINUTE_MS } from '#shared/time/instant.ts';
import {
  CLASS_BEGINS,
  makeAccount,
  makeClass,
  makeDevice,
  makeParticipation
} from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plantParticipation } from '#tests/support/rows.ts';

const rules = syncRules(createLogger('silent'));
const now = CLASS_BEGINS + MINUTE_MS;
const LATER_DAYS = 14;
const today = { from: localDateOf(now), to: localDateOf(now) };

describe.each(engines)('what is told at the door, on $name', ({ open }) => {
  let opened: TestDb;
  let accountId: string;
  let scope: string;
  let sessionId: string;
  let hana: string;
  let ken: string;
  type Tablet = { readonly id: string; seq: number };
  let a: Tablet;
  let b: Tablet;

  beforeAll(async () => {
    opened = await open();
    accountId = await makeAccount(opened.db, 'reception');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    ({ sessionId } = await makeClass(opened.db));
    scope = sessionScope(sessionId);
    hana = await makeParticipation(opened.db, sessionId, 'さとう はな');
    ken = await makeParticipation(opened.db, sessionId, 'いとう けん');
    a = { id: await makeDevice(opened.db, accountId, 'A'), seq: 0 };
    b = { id: await makeDevice(opened.db, accountId, 'B'), seq: 0 };
  });

  function told<Type extends DoorType>(
    by: Tablet,
    type: Type,
    entityId: string,
    payload: DoorPayload<Type>
  ): Operation {
    by.seq++;
    return {
      ...{ opId: newId(), v: 1, deviceId: by.id, seq: by.seq, scope, type, entityId },
      ...{ payload: JSON.stringify(payload), clientAt: now, clockOffsetMs: 0, actorId: accountId }
    };
  }
  const push = async (by: Tablet, ...ops: Operation[]) =>
    (await acceptPush(opened.db, rules, by.id, { deviceId: by.id, unsent: ops.length, ops }, now))
      .results;

  test('an observer is here and is no participant in the figures; a companion neither', async () => {
    const before = await readFigures(opened.db, today, now);
    const walkIn = {
      kana: '',
      name: '',
      ageBand: 'not-told',
      phoneFamily: 'none',
      overCapacity: '',
      as: 'companion'
    } as const;
    await push(
      a,
      told(a, 'attend.checkin', hana, { by: 'scanner', late: false, as: 'observer' }),
      told(a, 'attend.checkin', ken, { by: 'kana', late: false }),
      told(a, 'attend.walkin', newId(), walkIn)
    );
    const after = await readFigures(opened.db, today, now);
    expect(after.attendance.came).toBe(before.attendance.came + 1);
    expect(after.attendance.walkedIn).toBe(before.attendance.walkedIn);
    expect(after.attendance.people).toBe(before.attendance.people + 1);
  });

  test('a going home that is taken back leaves the person here', async () => {
    const leave = told(a, 'attend.leave', hana, {});
    await push(a, leave, told(a, 'attend.checkin', hana, { by: 'kana', late: false }));
    await push(b, told(b, 'attend.undo', hana, { targetOpId: leave.opId }));
    const row = await opened.db
      .selectFrom('participation')
      .select(['attendance', 'left_at'])
      .where('id', '=', hana)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ attendance: 'came', left_at: null });
  });

  test('a phone that two tablets lend at once is kept twice and flagged, and can be cleared up', async () => {
    const [one] = await push(a, told(a, 'loan.out', hana, { phone: 3 }));
    const twice = told(b, 'loan.out', ken, { phone: 3 });
    const [two] = await push(b, twice);
    expect(one).toMatchObject({ status: 'applied' });
    expect(two).toMatchObject({ status: 'conflict', code: 'phone-out-twice' });
    expect(loanRegister(await readFacts(opened.db, scope)).twice).toEqual([3]);

    await push(b, told(b, 'attend.undo', ken, { targetOpId: twice.opId }));
    const { twice: none, out } = loanRegister(await readFacts(opened.db, scope));
    expect([none, out.map(({ participationId }) => participationId)]).toEqual([[], [hana]]);
  });

  test('a phone back on both tablets is back once; what is no phone, or nobody here, is refused', async () => {
    const out = told(a, 'loan.out', hana, { phone: 1 });
    await push(a, out);
    const back = (by: Tablet) => told(by, 'loan.in', hana, { outOpId: out.opId });
    expect(await push(a, back(a))).toMatchObject([{ status: 'applied' }]);
    expect(await push(b, back(b))).toMatchObject([{ status: 'applied' }]);
    expect(loanRegister(await readFacts(opened.db, scope)).out).toEqual([]);

    expect(
      await push(
        a,
        told(a, 'loan.out', newId(), { phone: 1 }),
        told(a, 'loan.out', hana, { phone: 0 })
      )
    ).toMatchObject([{ code: 'unknown-participation' }, { code: 'payload' }]);
  });

  test('each tablet is given a letter once, with its first roster, and the others keep theirs', async () => {
    const lettersOn = async (by: Tablet) => {
      const device = await opened.db
        .selectFrom('device')
        .selectAll()
        .where('id', '=', by.id)
        .executeTakeFirstOrThrow();
      const { rows } = await pullScope(
        opened.db,
        rules,
        device,
        { scope, cursor: '0.', limit: 500 },
        now
      );
      return rows
        .filter(({ kind }) => kind === TICKET_LETTER_ROW)
        .map(({ body }) => v.parse(TicketLetter, JSON.parse(body)));
    };
    expect(await lettersOn(b)).toEqual([{ deviceId: b.id, letter: 'B' }]);
    await Promise.all([lettersOn(a), lettersOn(a)]);
    const letters = await lettersOn(b);
    expect(letters).toHaveLength(2);
    expect(letters).toEqual(
      expect.arrayContaining([
        { deviceId: a.id, letter: 'A' },
        { deviceId: b.id, letter: 'B' }
      ])
    );
  });

  test('a call may come before its ticket; a label that is given twice is flagged', async () => {
    const ticket = newId();
    const take = (by: Tablet, id: string) =>
      told(by, 'ticket.take', id, { letter: 'A', number: 1, family: 'kantan', fetch: true });
    expect(await push(b, told(b, 'ticket.call', ticket, { desk: 1 }))).toMatchObject([
      { status: 'applied' }
    ]);
    expect(await push(a, take(a, ticket))).toMatchObject([{ status: 'applied' }]);
    expect(ticketHall(await readFacts(opened.db, scope)).tickets).toMatchObject([{ label: 'A1' }]);
    expect(await push(a, take(a, newId()))).toMatchObject([{ code: 'label-twice' }]);
  });

  describe('a sheet of the questionnaire', () => {
    const sheet = (by: Tablet, id: string) =>
      told(by, 'answer.given', id, {
        by: 'paper',
        marks: { understood: 'yes', alone: 'partly', pace: 'none', again: 'yes' },
        wishes: ['salon']
      });
    const rows = () =>
      opened.db
        .selectFrom('questionnaire_answer')
        .selectAll()
        .where('session_id', '=', sessionId)
        .execute();

    test('is kept once, names nobody, and is a reference figure of its day', async () => {
      const before = (await readFigures(opened.db, today, now)).answers.sheets;
      const id = newId();
      const given = sheet(a, id);
      await push(a, given);
      await push(a, given);
      expect(await rows()).toMatchObject([{ id, understood: 'yes', pace: 'none' }]);
      expect(Object.keys((await rows())[0] ?? {})).not.toContain('person_id');
      expect((await readFigures(opened.db, today, now)).answers.sheets).toBe(before + 1);
    });

    test('that is taken back is in no figure, even when the undo comes first', async () => {
      const [first, second] = [newId(), newId()];
      const given = sheet(a, first);
      await push(a, given, told(a, 'answer.undo', first, { targetOpId: given.opId }));
      const late = sheet(b, second);
      await push(a, told(a, 'answer.undo', second, { targetOpId: late.opId }));
      await push(b, late);
      expect(await rows()).toEqual([]);
    });

    test('goes when its time is over, and leaves its counts', async () => {
      await push(a, sheet(a, newId()));
      const [row] = await rows();
      const after = instantOf(addDays(row?.delete_after ?? '', 1), '04:00');
      await runNightly(opened.db, { city, now: after });
      expect(await rows()).toEqual([]);
      const frozen = await opened.db
        .selectFrom('frozen_count')
        .select(['measure', 'value'])
        .where('measure', 'in', ['answers', 'answers:alone:partly'])
        .execute();
      expect(frozen.map(({ measure }) => measure).toSorted()).toEqual([
        'answers',
        'answers:alone:partly'
      ]);
      expect(new Set(frozen.map(({ value }) => value)).size).toBe(1);
    });
  });

  describe('before leaving', () => {
    /** A class that takes sign-ups at `now`, with one seat, and what it is known by. */
    const later = async (seats = 1) =>
      makeClass(opened.db, seats, CLASS_BEGINS + LATER_DAYS * DAY_MS);
    const offered = async () => {
      const device = await opened.db
        .selectFrom('device')
        .selectAll()
        .where('id', '=', a.id)
        .executeTakeFirstOrThrow();
      const pulled = { scope, cursor: '0.', limit: 500 };
      const { rows } = await pullScope(opened.db, rules, device, pulled, now);
      return rows
        .filter(({ kind }) => kind === NEXT_DATE_ROW)
        .map(({ body }) => v.parse(NextDate, JSON.parse(body)).sessionId);
    };
    const asked = { actor: 'clerk', now };
    const wishes = () => listWishes(opened.db, { ...asked, sessionId });
    const signUp = (wishId: string) =>
      signUpFromWish(opened.db, { ...asked, wishId, channel: 'counter', offersMail: false });

    test('a tablet holds the next dates one can come to, and no longer one that is called off', async () => {
      const open = await later();
      expect(await offered()).toContain(open.sessionId);
      expect(await offered()).not.toContain(sessionId);
      await opened.db
        .updateTable('session')
        .set({ state: 'cancelled' })
        .where('id', '=', open.sessionId)
        .execute();
      expect(await offered()).not.toContain(open.sessionId);
    });

    test('wishes stand on the list in the order told, become sign-ups in turn, and jump no queue', async () => {
      const { sessionId: wished, workshopId } = await later(1);
      await push(a, told(a, 'attend.wish', hana, { sessionId: wished }));
      await push(b, told(b, 'attend.wish', hana, { sessionId: wished }));
      await push(b, told(b, 'attend.wish', ken, { sessionId: wished }));
      const [first, second, ...more] = await wishes();
      expect([first?.kana, second?.kana, more]).toEqual(['さとう はな', 'いとう けん', []]);

      expect(await signUp(second?.id ?? '')).toMatchObject({ ok: true });
      expect(await signUp(second?.id ?? '')).toMatchObject({ error: { type: 'wish-gone' } });
      expect(await signUp(first?.id ?? '')).toMatchObject({ ok: true });
      const placed = await opened.db
        .selectFrom('sign_up')
        .innerJoin('person', 'person.id', 'sign_up.person_id')
        .select(['person.kana', 'sign_up.status', 'sign_up.channel'])
        .where('workshop_id', '=', workshopId)
        .orderBy('status')
        .execute();
      expect(placed).toEqual([
        { kana: 'いとう けん', status: 'confirmed', channel: 'counter' },
        { kana: 'さとう はな', status: 'waiting', channel: 'counter' }
      ]);
      expect(await wishes()).toEqual([]);
    });

    test('a wish that is taken back, refused or answered in words leaves no sign-up', async () => {
      const { sessionId: wished, workshopId } = await later();
      const wish = told(a, 'attend.wish', hana, { sessionId: wished });
      await push(a, wish, told(a, 'attend.undo', hana, { targetOpId: wish.opId }));
      expect(await wishes()).toEqual([]);

      const walkIn = newId();
      const nameless = { kana: '', name: '', ageBand: 'not-told', phoneFamily: 'none' } as const;
      await push(
        a,
        told(a, 'attend.walkin', walkIn, { ...nameless, overCapacity: '' }),
        told(a, 'attend.wish', walkIn, { sessionId: wished }),
        told(a, 'attend.wish', hana, { sessionId: wished })
      );
      const [unknown, known] = await wishes();
      expect(await signUp(unknown?.id ?? '')).toMatchObject({ error: { type: 'needs-form' } });
      await opened.db
        .updateTable('workshop')
        .set({ closes_at: now })
        .where('id', '=', workshopId)
        .execute();
      expect(await signUp(known?.id ?? '')).toMatchObject({ error: { type: 'sign-up-closed' } });
      expect((await wishes()).map(({ id }) => id)).toEqual([unknown?.id, known?.id]);
      expect(await noteWishTold(opened.db, { ...asked, wishId: known?.id ?? '' })).toBe(true);
      expect(await noteWishTold(opened.db, { ...asked, wishId: known?.id ?? '' })).toBe(false);
      expect((await wishes()).map(({ id }) => id)).toEqual([unknown?.id]);

      const [nowhere] = await push(a, told(a, 'attend.wish', ken, { sessionId: newId() }));
      expect(nowhere).toMatchObject({ status: 'rejected', code: 'unknown-session' });
    });

    test('how used somebody is to a phone is known at their next visit, and on later rosters at once', async () => {
      const { sessionId: next } = await later();
      const again = await opened.db
        .selectFrom('participation')
        .select('person_id')
        .where('id', '=', hana)
        .executeTakeFirstOrThrow();
      const thereId = await plantParticipation(opened.db, {
        ...{ session_id: next, number: 1, person_id: again.person_id }
      });
      await push(
        a,
        told(a, 'attend.checkin', hana, { by: 'kana', late: false }),
        told(a, 'attend.level', hana, { level: 'first' })
      );
      const held = await opened.db
        .selectFrom('sync_row')
        .select('body')
        .where('scope', '=', sessionScope(next))
        .where('id', '=', thereId)
        .executeTakeFirstOrThrow();
      expect(JSON.parse(held.body)).toMatchObject({ knownLevel: 'first' });
    });
  });
});
