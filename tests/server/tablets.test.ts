import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeStorageAlarm, endTablet, issueCode } from '#app/server/desk/change-tablet.ts';
import { findTablet, listTablets, readAfterSessions } from '#app/server/desk/tablets.ts';
import { runNightly } from '#app/server/nightly.ts';
import { city } from '#city/current.ts';
import { findLostStorage } from '#features/sync/client/enrolment.ts';
import { noteSeq } from '#features/sync/client/sentinel.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { CODE_VALID_MS } from '#features/sync/domain/enrolment-code.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { instantOf, MINUTE_MS } from '#shared/time/instant.ts';
import { CLASS_BEGINS, makeAccount, makeClass, makeParticipation } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { applicationFor } from '#tests/support/requests.ts';
import { Tablet } from '#tests/support/tablet.ts';

describe.each(engines)('a tablet from its code to its end, on $name', ({ open }) => {
  let opened: TestDb;
  let desk: string;
  let reception: Account;
  let now: number;
  let scope: string;
  let sessionId: string;
  let hana: string;
  let tablet: Tablet;

  beforeAll(async () => {
    opened = await open();
    desk = await makeAccount(opened.db, 'coordinator');
    reception = (await findAccount(opened.db, await makeAccount(opened.db, 'reception')))!;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key)
    });
    now = CLASS_BEGINS;
    await opened.db.deleteFrom('rate_limit').execute();
    sessionId = (await makeClass(opened.db)).sessionId;
    scope = sessionScope(sessionId);
    hana = await makeParticipation(opened.db, sessionId, 'さとう はな');
    await makeParticipation(opened.db, sessionId, 'いとう けんじ');
    tablet = new Tablet(applicationFor(opened.db, () => now));
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await tablet.db.delete();
  });

  const code = async (changed: object = {}) => {
    const asked = { name: '受付1', place: '南の入口', accountId: reception.id, actor: desk, now };
    const issued = await issueCode(opened.db, { ...asked, ...changed });
    if (!issued.ok) throw new Error(issued.error.type);
    return issued.value.code;
  };
  const enrol = (shown: string, on = tablet) => on.enrol(shown);
  const enrolled = async () => {
    expect(await enrol(await code())).toBeUndefined();
    return (await tablet.db.device.get('this'))!.deviceId;
  };
  const end = (id: string, state: 'retired' | 'lost', reason: string) =>
    endTablet(opened.db, { id, state, reason, actor: desk, now });
  const line = async (id: string) => (await findTablet(opened.db, id))!;
  const resultsOf = async (deviceId: string) =>
    (
      await opened.db
        .selectFrom('operation')
        .select(['result', 'code', 'flagged'])
        .where('device_id', '=', deviceId)
        .orderBy('seq')
        .execute()
    ).map(({ result, code, flagged }) => `${result} ${code} ${flagged}`);
  const auditsOf = async (deviceId: string) =>
    (
      await opened.db
        .selectFrom('audit')
        .select(['actor', 'action', 'why'])
        .where('entity_id', '=', deviceId)
        .orderBy('seq')
        .execute()
    ).map(({ actor, action, why }) => `${actor === desk ? 'desk' : actor} ${action} ${why}`);

  test('the desk’s code enrols one tablet without a sign-in, under the desk’s name for it', async () => {
    const id = await enrolled();
    expect(await tablet.db.device.get('this')).toMatchObject({
      ...{ name: '受付1', accountId: reception.id, nextSeq: 1 }
    });
    expect((await line(id)).tablet).toMatchObject({
      ...{ name: '受付1', place: '南の入口', account: 'reception', state: 'active', holds: 0 }
    });
    expect(await auditsOf(id)).toEqual(['desk device.enrol desk-code']);
    const { deviceId, secret } = (await tablet.db.device.get('this'))!;
    const listed = await tablet.fetch('/api/sync/sessions', {
      headers: { authorization: `Bearer ${deviceId}.${secret}` }
    });
    expect(JSON.stringify(await listed.json())).toContain(sessionId);
    expect(await tablet.meet(scope)).toEqual({ kind: 'done' });
  });

  test('a code works once, for ten minutes, and no guess does', async () => {
    const once = await code();
    expect(await enrol(once)).toBeUndefined();
    const other = new Tablet(applicationFor(opened.db, () => now));
    expect(await enrol(once, other)).toEqual({ kind: 'refused', status: 403 });
    expect(await enrol('000000000000', other)).toEqual({ kind: 'refused', status: 403 });
    const late = await code();
    now += CODE_VALID_MS;
    expect(await enrol(late, other)).toEqual({ kind: 'refused', status: 403 });
    await other.db.delete();
  });

  test('two tablets that show one code at the same moment: one is enrolled', async () => {
    const shown = await code();
    const other = new Tablet(applicationFor(opened.db, () => now));
    const answers = await Promise.all([enrol(shown), enrol(shown, other)]);
    expect(answers.filter((failure) => failure === undefined)).toHaveLength(1);
    await other.db.delete();
  });

  test('guessing is stopped, and the stop ends by itself', async () => {
    for (let time = 0; time < 60; time++) await enrol('000000000000');
    const shown = await code();
    expect(await enrol(shown)).toEqual({ kind: 'busy' });
    now += 10 * MINUTE_MS;
    expect(await enrol(await code())).toBeUndefined();
  });

  test.each([
    ['no name', { name: '' }, 'no-name'],
    ['an account that receives nobody', { accountId: 'nobody' }, 'no-account']
  ] as const)('no code for %s', async (_, changed, type) => {
    await expect(code(changed)).rejects.toThrow(type);
  });

  test('a code of an account that was suspended meanwhile enrols nothing', async () => {
    const id = await makeAccount(opened.db, 'reception');
    const shown = await code({ accountId: id });
    const suspended = { suspended_at: now };
    await opened.db.updateTable('account').set(suspended).where('id', '=', id).execute();
    expect(await enrol(shown)).toEqual({ kind: 'refused', status: 403 });
  });

  test('the desk sees what a tablet holds, since when, and what it says of itself', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    tablet.cut = /push/;
    now += MINUTE_MS;
    expect(await tablet.meet(scope)).toEqual({ kind: 'offline' });
    const seen = await line(id);
    expect(seen.tablet).toMatchObject({
      ...{ holds: 1, unsent: 1, lastSeenAt: now, appVersion: 'test', storage: 'kept' }
    });
    expect(seen.holdings).toMatchObject([
      { sessionId, people: 2, since: CLASS_BEGINS, until: null }
    ]);
    expect(await readAfterSessions(opened.db, now)).toContainEqual(
      expect.objectContaining({ sessionId, allEmpty: false })
    );
  });

  test('a retired tablet hands in what it holds, flagged, then it is empty and the desk knows', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    now += MINUTE_MS;
    expect(await end(id, 'retired', 'returned')).toEqual({ ok: true, value: undefined });
    await tablet.write(scope, hana, now + MINUTE_MS);
    now += 2 * MINUTE_MS;

    tablet.cut = /push/;
    expect(await tablet.meet(scope)).toEqual({ kind: 'offline' });
    expect(await tablet.db.outbox.count()).toBe(2);
    tablet.cut = undefined;
    expect(await tablet.meet(scope)).toEqual({ kind: 'retired' });
    expect(await tablet.holds()).toEqual([]);
    expect(localStorage.getItem('engawa.device')).toBeNull();
    expect(await resultsOf(id)).toEqual(['applied null 1', 'rejected right-lost 0']);

    const seen = await line(id);
    expect(seen.tablet).toMatchObject({ state: 'retired', holds: 0, unsent: 0 });
    expect(seen.holdings).toMatchObject([{ until: now }]);
    expect(await readAfterSessions(opened.db, now)).toContainEqual(
      expect.objectContaining({ sessionId, allEmpty: true })
    );
    expect(await auditsOf(id)).toEqual([
      'desk device.enrol desk-code',
      'desk device.retired returned'
    ]);
    expect(await tablet.meet(scope)).toEqual({ kind: 'not-enrolled' });
  });

  test('a lost tablet destroys its names at the next contact, though nothing can be sent', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    now += MINUTE_MS;
    await end(id, 'lost', 'missing');
    tablet.cut = /push/;
    expect(await tablet.meet(scope)).toEqual({ kind: 'lost' });
    expect(await tablet.holds()).toEqual([]);
    expect((await line(id)).tablet).toMatchObject({ state: 'lost', holds: 0 });
  });

  test('facts of a lost tablet from before the loss are kept; later ones are stored without effect', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    now += MINUTE_MS;
    await end(id, 'lost', 'stolen');
    await tablet.write(scope, hana, now + MINUTE_MS);
    now += 2 * MINUTE_MS;
    expect(await tablet.meet(scope)).toEqual({ kind: 'lost' });
    expect(await resultsOf(id)).toEqual(['applied null 1', 'rejected right-lost 0']);
  });

  test('a device whose last word did not arrive is empty, and says it at the next contact', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await end(id, 'lost', 'missing');
    let reports = 0;
    const { fetch } = tablet;
    Object.assign(tablet, {
      fetch: (address: string, init: RequestInit) =>
        address.includes('report') && ++reports === 2
          ? Promise.reject(new TypeError('network'))
          : fetch(address, init)
    });
    expect(await tablet.meet(scope)).toEqual({ kind: 'offline' });
    expect(await tablet.holds()).toEqual(['device']);
    expect((await line(id)).tablet.holds).toBe(1);
    expect(await tablet.meet(scope)).toEqual({ kind: 'lost' });
    expect((await line(id)).tablet.holds).toBe(0);
  });

  test('retired in the middle of a push, nothing that was acknowledged is lost', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    const { fetch } = tablet;
    Object.assign(tablet, {
      fetch: async (address: string, init: RequestInit) => {
        if (address.includes('push')) await end(id, 'retired', 'returned');
        return fetch(address, init);
      }
    });
    await tablet.meet(scope);
    expect(await resultsOf(id)).toEqual(['applied null 1']);
    expect(await tablet.meet(scope)).toEqual({ kind: 'retired' });
    expect(await tablet.holds()).toEqual([]);
  });

  test.each([
    ['twice', 'retired', 'returned', 'already-so'],
    ['without a reason', 'lost', '', 'no-reason'],
    ['for a reason of the other end', 'lost', 'returned', 'no-reason']
  ] as const)('is not taken out of use %s', async (_, state, reason, type) => {
    const id = await enrolled();
    await end(id, 'retired', 'returned');
    expect(await end(id, state, reason)).toEqual({ ok: false, error: { type } });
  });

  test('a retired tablet may be lost on its way; a lost one stays so; an unknown one is not found', async () => {
    const id = await enrolled();
    await end(id, 'retired', 'returned');
    now += MINUTE_MS;
    expect(await end(id, 'lost', 'missing')).toMatchObject({ ok: true });
    expect((await line(id)).tablet).toMatchObject({ state: 'lost', endedAt: CLASS_BEGINS });
    expect(await end(id, 'retired', 'returned')).toMatchObject({
      error: { type: 'lost-for-good' }
    });
    expect(await end('nobody', 'lost', 'missing')).toMatchObject({ error: { type: 'not-found' } });
    expect((await listTablets(opened.db)).at(0)?.state).not.toBe('lost');
  });

  test('storage that comes up empty is known on the tablet, and at the desk once it is enrolled anew', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await tablet.write(scope, hana, now);
    tablet.cut = /push/;
    await tablet.meet(scope);
    tablet.cut = undefined;
    expect(await findLostStorage(tablet.db)).toBeUndefined();
    await tablet.loseStorage();
    expect(await findLostStorage(tablet.db)).toEqual({ deviceId: id, lastSeq: 1, lost: true });

    const anew = await enrolled();
    expect(anew).not.toBe(id);
    expect((await line(id)).tablet).toMatchObject({
      ...{ state: 'retired', endReason: 'replaced', holds: 0, storageLostAt: now, lostFacts: 1 }
    });
    expect(await auditsOf(id)).toContain('desk device.storage-lost enrolled-anew');
    expect(await findLostStorage(tablet.db)).toBeUndefined();

    const seen = { id, actor: desk, now };
    expect(await closeStorageAlarm(opened.db, seen)).toBe(true);
    expect(await closeStorageAlarm(opened.db, seen)).toBe(false);
    expect((await line(id)).tablet.storageLostAt).toBeNull();
  });

  test('storage that went back to an older state raises the alarm with the next contact, once', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    const { deviceId } = await tablet.write(scope, hana, now);
    const before = (await tablet.db.device.get('this'))!;
    await tablet.meet(scope);
    await tablet.db.device.put({ ...before, nextSeq: 1 });
    noteSeq(deviceId, 1);
    for (let time = 0; time < 2; time++) await tablet.meet(scope);
    expect((await line(id)).tablet).toMatchObject({ storageLostAt: now });
    expect((await auditsOf(id)).filter((audit) => audit.includes('storage-lost'))).toEqual([
      `device:${id} device.storage-lost count`
    ]);
  });

  test('another account’s tablet cannot be declared replaced', async () => {
    const id = await enrolled();
    const stranger = (await findAccount(opened.db, await makeAccount(opened.db, 'reception')))!;
    const other = new Tablet(
      applicationFor(opened.db, () => now),
      stranger
    );
    const { deviceId } = (await tablet.db.device.get('this'))!;
    const asked = { name: 'B', before: { deviceId, lastSeq: 9, lost: true } };
    const answer = await other.fetch('/api/sync/enrol', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(asked)
    });
    expect(answer.status).toBe(201);
    expect((await line(id)).tablet).toMatchObject({ state: 'active', storageLostAt: null });
    await other.db.delete();
  });

  test('what a tablet held goes with the records of the session, and old codes every night', async () => {
    const id = await enrolled();
    await tablet.meet(scope);
    await runNightly(opened.db, { city, now: instantOf('2032-05-01', '02:00') });
    expect((await line(id)).holdings).toEqual([]);
    expect(await opened.db.selectFrom('device_code').select('name').execute()).toEqual([]);
  });
});
