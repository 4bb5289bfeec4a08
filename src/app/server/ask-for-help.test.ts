import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import type { Ask } from '#features/board/domain/ask.ts';
import { countHandOvers } from '#features/board/server/requests.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { anAsk, askedRequest, helpNow as now, prepareVenues } from '#tests/support/help.ts';
import { askForHelp } from './ask-for-help.ts';
import { readNotices } from './desk/notices.ts';
import { lookAtRequest, takeStep } from './help-desk.ts';

describe.each(engines)('asking for help on $name', ({ open }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  afterAll(() => opened.close());

  const ask = (change: Partial<Ask> = {}, key = newId()) =>
    askForHelp(opened.db, city, {
      ask: { ...anAsk, ...change },
      key,
      channel: 'web',
      actor: 'applicant',
      now
    });
  const counts = async () => {
    const found = [];
    for (const table of ['help_request', 'person', 'notice', 'audit'] as const) {
      found.push((await opened.db.selectFrom(table).selectAll().execute()).length);
    }
    return found;
  };

  test('a request is received by the desk, told of, written down, and has a deletion date', async () => {
    const asked = await ask();
    if (!asked.ok) throw new Error('refused');
    expect(asked.value.number).toMatch(/^\d{7}$/);
    const row = await opened.db
      .selectFrom('help_request')
      .selectAll()
      .where('number', '=', asked.value.number)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'received', delete_after: '2028-03-31', seen_at: null });
    const notice = await opened.db
      .selectFrom('notice')
      .selectAll()
      .where('dedupe_key', '=', `help-received:${row.id}`)
      .executeTakeFirstOrThrow();
    expect(notice).toMatchObject({ way: 'phone', state: 'to-tell', person_id: row.person_id });
    expect(notice.params).not.toContain('佐藤');
  });

  test('the same form sent again, even at the same moment, is one request and one number', async () => {
    const key = newId();
    const before = await counts();
    const answers = await Promise.all([ask({}, key), ask({}, key), ask({}, key)]);
    answers.push(await ask({}, key));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].ok).toBe(true);
    const after = await counts();
    expect(after[0]! - before[0]!).toBe(1);
    expect(after[2]! - before[2]!).toBe(1);
  });

  test('the same form with other answers is asked about, and nothing is stored', async () => {
    const key = newId();
    const first = await ask({}, key);
    const before = await counts();
    const second = await ask({ topic: 'map' }, key);
    expect(second).toEqual({
      ok: false,
      error: { type: 'other-content', number: first.ok ? first.value.number : '' }
    });
    expect(await counts()).toEqual(before);
  });

  test('who stays nameless leaves no person and no notice', async () => {
    const before = await counts();
    expect((await ask({ contact: { kind: 'nameless' } })).ok).toBe(true);
    const after = await counts();
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });

  test('what a person told before is not forgotten because a shorter form does not ask it', async () => {
    await opened.db.updateTable('person').set({ age_band: '75-84', town: '中央' }).execute();
    await ask({ phoneFamily: 'unknown' });
    const person = await opened.db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
    expect(person).toMatchObject({ age_band: '75-84', town: '中央', phone_family: 'android' });
  });

  test('a person who wants no calls gets a notice that nobody tells', async () => {
    await opened.db.updateTable('person').set({ contact_stopped_at: now }).execute();
    const id = await askedRequest(opened.db);
    const notice = await opened.db
      .selectFrom('notice')
      .select('state')
      .where('dedupe_key', '=', `help-received:${id}`)
      .executeTakeFirstOrThrow();
    expect(notice.state).toBe('not-wanted');
    await opened.db.updateTable('person').set({ contact_stopped_at: null }).execute();
  });

  test('looking at a request shows who asks and is written down each time', async () => {
    const id = await askedRequest(opened.db);
    const before = await counts();
    const file = await lookAtRequest(opened.db, { id, actor: 'desk-1', now });
    expect(file).toMatchObject({ ok: true, value: { asker: { name: '佐藤 花' } } });
    expect((await counts())[3]! - before[3]!).toBe(1);
    expect(await lookAtRequest(opened.db, { id: newId(), actor: 'desk-1', now })).toEqual({
      ok: false,
      error: { type: 'not-found' }
    });
  });

  test.each(['money', 'bank', 'inheritance', 'fraud'] as const)(
    'a request about %s is never put on the board, and is handed over',
    async (topic) => {
      const id = await askedRequest(opened.db, { topic });
      const before = await counts();
      const put = await takeStep(opened.db, { id, step: 'put-on-board', actor: 'desk', now });
      expect(put).toEqual({ ok: false, error: { type: 'not-now' } });
      expect(await counts()).toEqual(before);

      const handed = await takeStep(opened.db, {
        id,
        step: 'hand-over',
        handOver: { to: 'police', because: 'suspicion' },
        actor: 'desk',
        now
      });
      expect(handed).toEqual({ ok: true, value: { state: 'handed-over' } });
    }
  );

  test('a hand-over names to whom, and nothing else does', async () => {
    const id = await askedRequest(opened.db);
    const step = (more: object) =>
      takeStep(opened.db, { id, step: 'hand-over', actor: 'desk', now, ...more });
    expect(await step({})).toMatchObject({ ok: false });
    const handOver = { to: 'shop', because: 'device' };
    expect(await step({ step: 'decline', handOver })).toMatchObject({ ok: false });
    expect(await step({ handOver })).toMatchObject({ ok: true });
    const looked = await lookAtRequest(opened.db, { id, actor: 'desk', now });
    expect(looked).toMatchObject({
      value: { request: { state: 'handed-over', handedTo: 'shop', handedBecause: 'device' } }
    });
    expect((await countHandOvers(opened.db)).get('shop')).toBe(1);
    const { lines } = await readNotices(opened.db, {
      state: 'to-tell',
      page: 1,
      actor: 'desk',
      now
    });
    const told = lines.filter(({ kind }) => kind === 'help-handed-over');
    expect(told.map(({ subject }) => subject.request?.handedTo)).toContain('shop');
  });

  test('two clerks who decide at once: one decision stands', async () => {
    const id = await askedRequest(opened.db);
    const both = await Promise.all([
      takeStep(opened.db, { id, step: 'put-on-board', actor: 'one', now }),
      takeStep(opened.db, { id, step: 'decline', actor: 'other', now })
    ]);
    const state = await opened.db
      .selectFrom('help_request')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const won = both.filter((one) => one.ok).at(-1);
    expect(won).toEqual({ ok: true, value: state });
  });

  test('the audit chain holds', async () => {
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });
});
