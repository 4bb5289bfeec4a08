import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { logTown, meetingAt } from '#tests/support/log-town.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { actions, load } from '../../src/routes/(desk)/desk/assistance/+page.server.ts';

const now = meetingAt + HOUR_MS;

describe.each(engines)('the page of logs on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  beforeAll(async () => {
    opened = await open();
    await logTown(opened.db).prepareVenues();
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 'chosei@example.jp', name: '調整', passwordHash: '' },
        ...{ roles: ['coordinator'], now }
      })
    );
    account = (await findAccount(opened.db, id))!;
  });
  afterAll(() => opened.close());

  type Form = Readonly<Record<string, string | readonly string[]>>;
  const ask = (work: unknown, query: string, form?: Form) =>
    answerOf(() =>
      (work as (event: never) => unknown)(
        askedOf(
          applicationFor(opened.db, () => now),
          { path: `/desk/assistance${query}`, account, ...(form && { form }) }
        )
      )
    );
  const formFor = (supporterId: string, change: Form = {}): Form => ({
    ...{ supporterId, matchId: '', key: newId(), date: '2026-12-01', time: '10:00' },
    ...{ minutes: '30', topics: ['line'], phoneFamily: 'android', before: 'not-yet' },
    ...{ after: 'alone', operated: 'self', outcome: 'done', helped: 'person', note: '' },
    ...change
  });

  test('a meeting without a record leads to a form that knows it, and the log tells who typed', async () => {
    const { supporter, matchId } = await logTown(opened.db).prepare();
    const began = await ask(load, `?match=${matchId}`);
    expect(began).toMatchObject({
      value: {
        chosen: { id: supporter.id },
        beginning: { matchId, date: '2026-12-01', time: '10:00', topics: ['line'] }
      }
    });
    const form = formFor(supporter.id, { matchId, note: 'ゆっくりが よい方', askAgain: 'post' });
    const after = `/desk/assistance?supporter=${supporter.id}`;
    expect(await ask(actions['write'], '', form)).toEqual({
      kind: 'redirect',
      to: `${after}&done=written`
    });
    const shown = await ask(load, `?supporter=${supporter.id}`);
    expect(shown).toMatchObject({
      value: { entries: [{ typedBy: '調整', noteGoneOn: '2027-03-01', isWithdrawn: false }] }
    });
    expect(JSON.stringify(shown)).not.toMatch(/佐藤|はな|0901234/);

    const [{ id: recordId } = { id: '' }] = await opened.db
      .selectFrom('assistance')
      .select('id')
      .where('supporter_id', '=', supporter.id)
      .execute();
    const taken = { supporterId: supporter.id, recordId };
    expect(await ask(actions['withdraw'], '', taken)).toEqual({
      kind: 'redirect',
      to: `${after}&done=withdrawn`
    });
    expect(await ask(actions['withdraw'], '', taken)).toMatchObject({
      value: { status: 409, data: { error: 'unknown-record' } }
    });
    expect(await ask(load, `?supporter=${supporter.id}`)).toMatchObject({
      value: { entries: [{ isWithdrawn: true, steps: [{}, { kind: 'withdrawn' }] }] }
    });
  });

  test.each([
    ['no topic', { topics: [] }, 422, 'choose-topics'],
    ['no minutes', { minutes: '' }, 422, 'choose-rest'],
    ['free minutes', { minutes: '31' }, 422, 'choose-rest'],
    ['a day that is none', { date: '2026-02-30' }, 422, 'date-wrong'],
    ['a number in the note', { note: '090-1234-5678 へ' }, 422, 'guard-phone'],
    ['a group of nobody knows how many', { helped: 'group' }, 422, 'choose-group'],
    ['a hand-over to nobody', { outcome: 'handed-over' }, 422, 'choose-target'],
    ['a day to come', { date: '2026-12-02' }, 409, 'in-the-future'],
    ['somebody unknown', { supporterId: 'x' }, 409, 'unknown-supporter']
  ])('%s is asked for again, and what was typed is kept', async (_, change, status, error) => {
    const { supporter } = await logTown(opened.db).prepare();
    const form = formFor(supporter.id, change);
    expect(await ask(actions['write'], '', form)).toMatchObject({
      value: { status, data: { error, typed: { key: form['key'], after: 'alone' } } }
    });
    const rows = opened.db
      .selectFrom('assistance')
      .select('id')
      .where('supporter_id', '=', supporter.id);
    expect(await rows.execute()).toEqual([]);
  });
});
