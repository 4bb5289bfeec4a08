import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { logTown, meetingAt, told } from '#tests/support/log-town.ts';
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
        beginning: { date: '2026-12-01', time: '10:00' },
        fields: { kind: 'record', record: { matchId, topics: ['line'], phoneFamily: 'android' } }
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

  const done = (supporterId: string, kind: string) => ({
    kind: 'redirect',
    to: `/desk/assistance?supporter=${supporterId}&done=${kind}`
  });
  const audited = async (supporterId: string) =>
    (
      await opened.db
        .selectFrom('audit')
        .select('action')
        .where('entity_id', '=', supporterId)
        .where('why', '=', 'on-behalf')
        .orderBy('seq')
        .execute()
    ).map(({ action }) => action);

  test('a salon is written in counts and corrected as new facts, each with who typed it', async () => {
    const { supporter } = await logTown(opened.db).prepare();
    const { id: supporterId } = supporter;
    const when = { date: '2026-12-01', time: '10:00' };
    const form = { supporterId, key: newId(), ...when, minutes: '120' };
    const counts = { 'family-android': '3', 'family-kantan': '2', 'topic-line': '5' };
    for (const [change, error] of [
      [{ 'topic-line': '4' }, 'tally-topics'],
      [{ 'family-android': '59' }, 'tally-people'],
      [{ minutes: '' }, 'tally-minutes'],
      [{ time: '' }, 'date-wrong']
    ] as const) {
      expect(await ask(actions['tally'], '', { ...form, ...counts, ...change })).toMatchObject({
        value: { status: 422, data: { error, tally: { families: { kantan: 2 } } } }
      });
    }
    for (let time = 0; time < 2; time++)
      expect(await ask(actions['tally'], '', { ...form, ...counts })).toEqual(
        done(supporterId, 'written')
      );
    const tallies = await opened.db
      .selectFrom('assistance_tally')
      .select(['id', 'people'])
      .where('supporter_id', '=', supporterId)
      .execute();
    expect(tallies).toMatchObject([{ people: 5 }]);

    const recordId = tallies[0]!.id;
    expect(await ask(load, `?supporter=${supporterId}&correct=${recordId}`)).toMatchObject({
      value: { correcting: recordId, fields: { kind: 'tally', tally: { topics: { line: 5 } } } }
    });
    const corrected = { ...form, ...counts, key: newId(), recordId, 'family-kantan': '1' };
    expect(await ask(actions['correctTally'], '', corrected)).toEqual(
      done(supporterId, 'corrected')
    );
    expect(await ask(load, `?supporter=${supporterId}`)).toMatchObject({
      value: { entries: [{ steps: [{ typedBy: '調整' }, { kind: 'corrected', typedBy: '調整' }] }] }
    });
    expect(await audited(supporterId)).toEqual(['assist.tally', 'assist.correct']);
  });

  test('a record that the supporter wrote is corrected for them, and never moved or changed in kind', async () => {
    const { supporter, matchId, write, send } = await logTown(opened.db).prepare();
    const written = write('assist.record', { ...told, matchId });
    await send(written);
    const form = formFor(supporter.id, { matchId, minutes: '60', recordId: written.opId });
    for (let time = 0; time < 2; time++)
      expect(await ask(actions['correct'], '', form)).toEqual(done(supporter.id, 'corrected'));
    const row = () =>
      opened.db
        .selectFrom('assistance')
        .select(['minutes', 'happened_at'])
        .where('id', '=', written.opId)
        .executeTakeFirst();
    expect(await row()).toEqual({ minutes: 60, happened_at: written.clientAt });
    expect(await audited(supporter.id)).toEqual(['assist.correct']);

    const elsewhere = { ...form, key: newId(), matchId: '' };
    expect(await ask(actions['correct'], '', elsewhere)).toMatchObject({ value: { status: 409 } });
    const nobodys = { ...form, key: newId(), recordId: newId() };
    expect(await ask(actions['correct'], '', nobodys)).toMatchObject({
      value: { status: 409, data: { error: 'unknown-record', typed: { minutes: 60 } } }
    });
    expect(await row()).toMatchObject({ minutes: 60 });
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
