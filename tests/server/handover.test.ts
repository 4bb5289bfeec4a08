import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueCode } from '#app/server/desk/change-tablet.ts';
import { rowsOf } from '#features/sync/client/chunks.ts';
import { makeHandover, takeHandover } from '#features/sync/client/handover.ts';
import { carriedOperationsOf } from '#features/sync/client/outbox.ts';
import { sessionScope, type Operation } from '#features/sync/domain/operation.ts';
import { readFacts } from '#features/sync/server/facts.ts';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { CLASS_BEGINS, makeAccount, makeClass, makeParticipation } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { applicationFor } from '#tests/support/requests.ts';
import { Tablet } from '#tests/support/tablet.ts';

describe.each(engines)('two tablets and no server in reach, on $name', ({ open }) => {
  let opened: TestDb;
  let account: string;
  let now: number;
  let scope: string;
  let people: string[];
  let giving: Tablet;
  let receiving: Tablet;
  let written: Operation[];

  beforeAll(async () => {
    opened = await open();
    account = await makeAccount(opened.db, 'reception');
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    now = CLASS_BEGINS;
    const { sessionId } = await makeClass(opened.db);
    scope = sessionScope(sessionId);
    people = [
      await makeParticipation(opened.db, sessionId, 'さとう はな'),
      await makeParticipation(opened.db, sessionId, 'いとう けんじ')
    ];
    giving = await prepared('A');
    receiving = await prepared('B');
    written = [];
    for (const person of people) written.push(await giving.write(scope, person, now));
  });
  afterEach(async () => {
    for (const { db } of [giving, receiving]) await db.delete();
  });

  async function prepared(name: string): Promise<Tablet> {
    const tablet = new Tablet(applicationFor(opened.db, () => now));
    const asked = { name, place: '', accountId: account, actor: account, now };
    const issued = await issueCode(opened.db, asked);
    if (!issued.ok) throw new Error(issued.error.type);
    await opened.db.deleteFrom('rate_limit').execute();
    const { code } = issued.value;
    expect(await tablet.enrol(code)).toBeUndefined();
    await tablet.meet(scope);
    return tablet;
  }
  const handOver = async (to = receiving) => {
    const handover = (await makeHandover(giving.db))!;
    return takeHandover(to.db, await handover.file.text(), handover.digits);
  };
  const factIds = async () => (await readFacts(opened.db, scope)).map(({ opId }) => opId);
  const stored = () =>
    opened.db
      .selectFrom('operation')
      .select(['op_id', 'device_id', 'seq', 'result'])
      .where('scope', '=', scope)
      .orderBy('seq')
      .execute();

  test('the other tablet shows them as the giving one’s, and brings them as they were written', async () => {
    expect(await handOver()).toEqual({ ok: true, value: 2 });
    expect(await carriedOperationsOf(receiving.db, scope)).toEqual(
      expect.arrayContaining(written.map((operation) => ({ ...operation, deviceName: 'A' })))
    );
    expect(await receiving.meet(scope)).toEqual({ kind: 'done' });
    expect(await stored()).toEqual(
      written.map(({ opId, deviceId, seq }) => ({
        ...{ op_id: opId, device_id: deviceId, seq, result: 'applied' }
      }))
    );
    expect(await receiving.db.carried.count()).toBe(0);
    expect((await rowsOf(receiving.db, scope)).filter(({ kind }) => kind === 'fact')).toHaveLength(
      2
    );
  });

  test.each([
    ['the other brings it first', ['receiving', 'giving', 'receiving']],
    ['its own tablet comes first', ['giving', 'receiving', 'giving']]
  ] as const)('the server has each fact once: %s', async (_, order) => {
    await handOver();
    await handOver();
    const tablets = { giving, receiving };
    for (const name of order) expect(await tablets[name].meet(scope)).toEqual({ kind: 'done' });
    expect((await factIds()).toSorted()).toEqual(written.map(({ opId }) => opId).toSorted());
    expect(await giving.db.outbox.count()).toBe(0);
    expect(await receiving.db.carried.count()).toBe(0);
    const alarms = await opened.db
      .selectFrom('device')
      .select('id')
      .where('storage_lost_at', 'is not', null)
      .execute();
    expect(alarms).toEqual([]);
  });

  test('both at the same moment, and a lost answer: still once', async () => {
    await handOver();
    await Promise.all([giving.meet(scope), receiving.meet(scope)]);
    await giving.meet(scope);
    await receiving.meet(scope);
    expect(await stored()).toHaveLength(2);
  });

  test('the giving tablet goes on writing, and its count goes on', async () => {
    await handOver();
    await receiving.meet(scope);
    now += MINUTE_MS;
    await giving.write(scope, people[0]!, now);
    expect(await giving.meet(scope)).toEqual({ kind: 'done' });
    expect((await stored()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('what was handed on is handed on again, and who brings it says nothing of where its tablet is', async () => {
    await handOver();
    const third = await prepared('C');
    const onward = (await makeHandover(receiving.db))!;
    expect(await takeHandover(third.db, await onward.file.text(), onward.digits)).toMatchObject({
      value: 2
    });
    const { last_seen_at } = await opened.db
      .selectFrom('device')
      .select('last_seen_at')
      .where('id', '=', written[0]!.deviceId)
      .executeTakeFirstOrThrow();
    now += MINUTE_MS;
    await third.meet(scope);
    const after = await opened.db
      .selectFrom('device')
      .select(['last_seen_at', 'highest_seq'])
      .where('id', '=', written[0]!.deviceId)
      .executeTakeFirstOrThrow();
    expect(after).toEqual({ last_seen_at, highest_seq: 2 });
    await third.db.delete();
  });

  test('wrong digits, another file and a changed byte open nothing', async () => {
    const handover = (await makeHandover(giving.db))!;
    const text = await handover.file.text();
    for (const operation of written) expect(text).not.toContain(operation.opId);
    expect(text).not.toContain(handover.digits);
    const take = (file: string, digits: string) => takeHandover(receiving.db, file, digits);
    const other = handover.digits === '000000000000' ? '111111111111' : '000000000000';
    expect(await take(text, other)).toMatchObject({ error: { type: 'wrong-digits' } });
    const file = JSON.parse(text) as { sealed: string };
    const sealed = (file.sealed.startsWith('A') ? 'B' : 'A') + file.sealed.slice(1);
    const changed = JSON.stringify({ ...file, sealed });
    expect(await take(changed, handover.digits)).toMatchObject({ error: { type: 'wrong-digits' } });
    expect(await take('{}', handover.digits)).toMatchObject({ error: { type: 'not-a-handover' } });
    expect(await receiving.db.carried.count()).toBe(0);
  });

  test('a fact that its tablet did not write is refused, kept in sight, and has no effect', async () => {
    await handOver();
    const [row] = await receiving.db.carried.toArray();
    const forged = row!.text.replace(/"clockOffsetMs":-?\d+/, '"clockOffsetMs":99');
    expect(forged).not.toBe(row!.text);
    await receiving.db.carried.update(row!.opId, { text: forged });
    await receiving.meet(scope);
    expect(await factIds()).not.toContain(row!.opId);
    expect(await receiving.db.refused.toArray()).toMatchObject([
      { opId: row!.opId, code: 'not-proved' }
    ]);
  });

  test('nothing that waits is nothing to hand over', async () => {
    await giving.meet(scope);
    expect(await makeHandover(giving.db)).toBeUndefined();
  });
});
