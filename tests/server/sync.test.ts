import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncRules } from '#app/server/operations.ts';
import type { AttendancePayload, AttendanceType } from '#features/attendance/domain/operation.ts';
import { presenceByParticipation } from '#features/attendance/domain/presence.ts';
import type { PullResponse } from '#features/sync/domain/exchange.ts';
import type { Fact } from '#features/sync/domain/fact.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { readPull } from '#features/sync/server/pull.ts';
import { acceptPush, type SyncRules } from '#features/sync/server/push.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import {
  CLASS_BEGINS,
  makeAccount,
  makeClass,
  makeDevice,
  makeParticipation
} from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';

const rules = syncRules(createLogger('silent'));
const now = CLASS_BEGINS + MINUTE_MS;

describe.each(engines)('two tablets at one door, on $name', ({ open }) => {
  let opened: TestDb;
  let accountId: string;
  let scope: string;
  let hana: string;
  let tablets: { a: Tablet; b: Tablet };

  beforeAll(async () => {
    opened = await open();
    accountId = await makeAccount(opened.db, 'reception');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    const { sessionId } = await makeClass(opened.db);
    scope = sessionScope(sessionId);
    hana = await makeParticipation(opened.db, sessionId, 'さとう はな');
    tablets = { a: await tablet('A'), b: await tablet('B') };
  });

  type Tablet = { readonly id: string; seq: number };
  const tablet = async (name: string): Promise<Tablet> => ({
    id: await makeDevice(opened.db, accountId, name),
    seq: 0
  });

  function operation<Type extends AttendanceType>(
    by: Tablet,
    type: Type,
    entityId: string,
    payload: AttendancePayload<Type>,
    over: Partial<Operation> = {}
  ): Operation {
    by.seq++;
    const common = {
      opId: newId(),
      v: 1,
      deviceId: by.id,
      seq: by.seq,
      scope,
      clientAt: now,
      clockOffsetMs: 0,
      actorId: accountId
    };
    return { ...common, type, entityId, payload: JSON.stringify(payload), ...over };
  }
  const checkIn = (by: Tablet, over: Partial<Operation> = {}) =>
    operation(by, 'attend.checkin', hana, { by: 'kana', late: false }, over);
  const push = (by: Tablet, ops: Operation[]) =>
    acceptPush(opened.db, rules, by.id, { deviceId: by.id, unsent: ops.length, ops }, now);
  const pull = async (by: Tablet, cursor = '0.', limit = 500): Promise<PullResponse> => {
    const device = await opened.db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', by.id)
      .executeTakeFirstOrThrow();
    return readPull(opened.db, rules, device, { scope, cursor, limit }, now);
  };
  const walkIn = {
    kana: 'タナカ',
    name: '田中',
    ageBand: '75-84',
    phoneFamily: 'kantan',
    overCapacity: 'came-anyway'
  } as const;
  const attendanceOf = async (id: string) =>
    (
      await opened.db
        .selectFrom('participation')
        .select('attendance')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).attendance;
  const factsIn = (pulled: PullResponse) =>
    pulled.rows.filter(({ kind }) => kind === 'fact').map(({ body }) => JSON.parse(body) as Fact);

  test('a check-in reaches the other tablet, with who received and when', async () => {
    await push(tablets.a, [checkIn(tablets.a)]);
    const [fact] = factsIn(await pull(tablets.b));
    expect(fact).toMatchObject({
      type: 'attend.checkin',
      entityId: hana,
      deviceName: 'A',
      at: now,
      conflict: null
    });
  });

  test('sent twice, whole or in part, it takes effect once and gets the first answer', async () => {
    const ops = [checkIn(tablets.a), operation(tablets.a, 'attend.leave', hana, {})];
    const first = await push(tablets.a, ops);
    const again = await push(tablets.a, ops.slice(0, 1));
    expect(first.results.map(({ duplicate }) => duplicate)).toEqual([false, false]);
    expect(again.results).toEqual([{ ...first.results[0], duplicate: true }]);
    expect(await readFacts(opened.db, scope)).toHaveLength(2);
  });

  test('one person on both tablets is present once, with both facts kept and the second marked', async () => {
    await push(tablets.a, [checkIn(tablets.a)]);
    const second = await push(tablets.b, [checkIn(tablets.b)]);
    expect(second.results).toMatchObject([{ status: 'conflict', code: 'already-arrived' }]);
    const presence = presenceByParticipation(factsIn(await pull(tablets.a))).get(hana);
    expect(presence).toMatchObject({ state: 'came' });
    expect(presence?.arrivals).toHaveLength(2);
  });

  test('an undo withdraws its own check-in and not the other tablet’s', async () => {
    const mine = checkIn(tablets.a);
    await push(tablets.a, [mine]);
    await push(tablets.b, [checkIn(tablets.b)]);
    await push(tablets.a, [operation(tablets.a, 'attend.undo', hana, { targetOpId: mine.opId })]);
    const presence = presenceByParticipation(await readFacts(opened.db, scope)).get(hana);
    expect(presence).toMatchObject({ state: 'came', arrivals: [{ deviceId: tablets.b.id }] });
    expect(await attendanceOf(hana)).toBe('came');
  });

  test('a gap in a tablet’s count takes nothing out of order', async () => {
    const first = checkIn(tablets.a);
    const second = operation(tablets.a, 'attend.leave', hana, {});
    expect(await push(tablets.a, [second])).toMatchObject({
      results: [],
      expectedSeq: 1,
      restarted: false
    });
    expect(await push(tablets.a, [first, second])).toMatchObject({ expectedSeq: 3 });
  });

  test('a tablet that counts anew has lost its storage, and is told', async () => {
    await push(tablets.a, [checkIn(tablets.a)]);
    expect(await push(tablets.a, [checkIn(tablets.a, { seq: 1 })])).toMatchObject({
      results: [],
      restarted: true
    });
  });

  test('enrolled again, it sends what it held under new numbers, and nothing counts twice', async () => {
    const sent = checkIn(tablets.a);
    await push(tablets.a, [sent]);
    const renewed = await tablet('A');
    const held = operation(tablets.a, 'attend.leave', hana, {});
    const renumbered = [sent, held].map((op, index) => ({
      ...op,
      deviceId: renewed.id,
      seq: index + 1
    }));
    const answer = await push(renewed, renumbered);
    expect(answer.results.map(({ duplicate }) => duplicate)).toEqual([true, false]);
    expect(answer.expectedSeq).toBe(3);
    expect(await readFacts(opened.db, scope)).toHaveLength(2);
  });

  test('a walk-in gets the next number on the roster, above any capacity', async () => {
    const id = newId();
    expect(
      await push(tablets.a, [operation(tablets.a, 'attend.walkin', id, walkIn)])
    ).toMatchObject({ results: [{ status: 'applied' }] });
    const line = (await pull(tablets.b)).rows.find((row) => row.id === id);
    expect(JSON.parse(line!.body)).toMatchObject({
      kind: 'walk-in',
      number: 2,
      kana: 'たなか',
      place: 'walk-in'
    });
  });

  test('tablets that send at the same moment number their walk-ins one after the other', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, (_, index) => tablet(`W${index}`)));
    const answers = await Promise.all(
      many.map((by) =>
        push(
          by,
          Array.from({ length: 3 }, () => operation(by, 'attend.walkin', newId(), walkIn))
        )
      )
    );
    const statuses = answers.flatMap(({ results }) => results.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(['applied']));
  });

  test('an undo and a check-in of one person at the same moment leave what both say', async () => {
    for (let round = 0; round < 10; round++) {
      const mine = checkIn(tablets.a);
      await push(tablets.a, [mine]);
      const undo = operation(tablets.a, 'attend.undo', hana, { targetOpId: mine.opId });
      const theirs = checkIn(tablets.b);
      await Promise.all([push(tablets.a, [undo]), push(tablets.b, [theirs])]);
      expect(await attendanceOf(hana)).toBe('came');
      await push(tablets.b, [
        operation(tablets.b, 'attend.undo', hana, { targetOpId: theirs.opId })
      ]);
    }
  });

  test.each([
    [
      'a person of another session',
      { entityId: newId() },
      { status: 'rejected', code: 'unknown-participation' }
    ],
    [
      'a payload that says something else',
      { payload: '{"present":false}' },
      { status: 'rejected', code: 'payload' }
    ],
    ['a payload that is no JSON', { payload: '{' }, { status: 'rejected', code: 'payload' }],
    [
      'a type of a later version',
      { type: 'attend.teleport' },
      { status: 'parked', code: 'unknown-type' }
    ],
    ['an envelope of a later version', { v: 99 }, { status: 'parked', code: 'unknown-version' }],
    [
      'a session that does not exist',
      { scope: `session:${newId()}` },
      { status: 'rejected', code: 'no-right' }
    ],
    [
      'somebody else’s log',
      { scope: `supporter:${newId()}` },
      { status: 'rejected', code: 'no-right' }
    ]
  ])('%s is kept without an effect and stops nothing after it', async (_, over, expected) => {
    const { results } = await push(tablets.a, [checkIn(tablets.a, over), checkIn(tablets.a)]);
    expect(results).toMatchObject([expected, { status: 'applied' }]);
    const stored = await opened.db
      .selectFrom('operation')
      .select('op_id')
      .where('device_id', '=', tablets.a.id)
      .execute();
    expect(stored).toHaveLength(2);
  });

  test('what was written before a tablet was revoked is kept and flagged; what came later is not applied', async () => {
    const before = checkIn(tablets.a, { clientAt: now - 2 * MINUTE_MS });
    const later = operation(tablets.a, 'attend.leave', hana, {}, { clientAt: now });
    await opened.db
      .updateTable('device')
      .set({ revoked_at: now - MINUTE_MS })
      .where('id', '=', tablets.a.id)
      .execute();
    const { results, revoked } = await push(tablets.a, [before, later]);
    expect(results).toMatchObject([
      { status: 'applied' },
      { status: 'rejected', code: 'right-lost' }
    ]);
    expect(revoked).toBe(true);
    expect(await readFacts(opened.db, scope)).toMatchObject([{ flagged: true }]);
  });

  test('a revoked tablet is given nothing and told to forget', async () => {
    await opened.db
      .updateTable('device')
      .set({ revoked_at: now })
      .where('id', '=', tablets.a.id)
      .execute();
    expect(await pull(tablets.a)).toMatchObject({ rows: [], revokedScopes: [scope] });
  });

  test('what one push changed is read to its end, however small the parts', async () => {
    await push(tablets.a, [checkIn(tablets.a), checkIn(tablets.a), checkIn(tablets.a)]);
    const whole = await pull(tablets.b);
    const read: string[] = [];
    let part = await pull(tablets.b, '0.', 1);
    for (read.push(...part.rows.map(({ id }) => id)); part.more;) {
      part = await pull(tablets.b, part.cursor, 1);
      read.push(...part.rows.map(({ id }) => id));
    }
    expect(read.sort()).toEqual(whole.rows.map(({ id }) => id).sort());
  });

  test('a handler that breaks off leaves nothing of what it did, and its operation is parked', async () => {
    const broken: SyncRules = {
      ...rules,
      reportBug: () => undefined,
      handlers: new Map([
        [
          'attend.checkin',
          {
            type: 'attend.checkin',
            apply: async (tx) => {
              await tx
                .updateTable('participation')
                .set({ attendance: 'came' })
                .where('id', '=', hana)
                .execute();
              throw new Error('half-way');
            }
          }
        ]
      ])
    };
    const ops = [checkIn(tablets.a)];
    const request = { deviceId: tablets.a.id, unsent: 1, ops };
    const { results } = await acceptPush(opened.db, broken, tablets.a.id, request, now);
    expect(results).toMatchObject([{ status: 'parked', code: 'failed' }]);
    const { attendance } = await opened.db
      .selectFrom('participation')
      .select('attendance')
      .where('id', '=', hana)
      .executeTakeFirstOrThrow();
    expect(attendance).toBe('expected');
  });

  test('a pull in small parts gives the same as one in a whole', async () => {
    for (let count = 0; count < 5; count++) await push(tablets.a, [checkIn(tablets.a)]);
    const whole = await pull(tablets.a);
    const parts: string[] = [];
    let cursor = '0.';
    for (let more = true; more;) {
      const part = await pull(tablets.a, cursor, 2);
      parts.push(...part.rows.map(({ id }) => id));
      ({ cursor, more } = part);
    }
    expect(parts).toEqual(whole.rows.map(({ id }) => id));
    const after = await pull(tablets.a, whole.cursor);
    expect(after).toMatchObject({ rows: [], more: false, cursor: whole.cursor });
  });

  test('a cursor from before the database was restored starts from nothing', async () => {
    expect(await pull(tablets.a, '999.')).toMatchObject({ reset: true, rows: [{}, {}] });
  });
});
