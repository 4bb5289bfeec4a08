import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suspendSupporter, type Supporter } from '#features/board/server/supporters.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { prepareVenues } from '#tests/support/help.ts';
import { logTown, meetingAt, told } from '#tests/support/log-town.ts';

describe.each(engines)('logging what was done on $name', ({ open }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  afterAll(() => opened.close());

  const prepare = () => logTown(opened.db).prepare();
  const records = (supporter: Supporter) =>
    opened.db
      .selectFrom('assistance')
      .selectAll()
      .where('supporter_id', '=', supporter.id)
      .execute();

  test('a record is kept with its topics, closes the meeting and reaches the phone again', async () => {
    const { supporter, requestId, matchId, write, send, states } = await prepare();
    const operation = write('assist.record', { ...told, matchId });
    expect(await send(operation)).toMatchObject([{ status: 'applied', duplicate: false }]);
    expect(await send(operation)).toMatchObject([{ status: 'applied', duplicate: true }]);

    expect(await records(supporter)).toMatchObject([
      {
        id: operation.opId,
        match_id: matchId,
        minutes: 30,
        able_before: 'not-yet',
        able_after: 'with-help',
        operated: 'self',
        outcome: 'done',
        local_date: '2026-12-01',
        flagged: 0,
        delete_after: '2030-03-31'
      }
    ]);
    const topics = await opened.db
      .selectFrom('assistance_topic')
      .select('topic')
      .where('assistance_id', '=', operation.opId)
      .execute();
    expect(topics.map(({ topic }) => topic).sort()).toEqual(['camera-photos', 'line']);
    expect(await states(requestId, matchId)).toEqual(['done', 'done', null]);
    const rows = await opened.db
      .selectFrom('sync_row')
      .select(['kind', 'body'])
      .where('scope', '=', supporterScope(supporter.id))
      .execute();
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['fact', 'match']);
    expect(rows.find(({ kind }) => kind === 'match')!.body).toContain('"state":"done"');
  });

  test('help at a salon, that nobody asked for ahead, needs no meeting', async () => {
    const { supporter, write, send } = await prepare();
    expect(await send(write('assist.record', told))).toMatchObject([{ status: 'applied' }]);
    expect(await records(supporter)).toMatchObject([{ match_id: null }]);
  });

  test('the same meeting logged twice is two records and a notice', async () => {
    const { supporter, matchId, write, send } = await prepare();
    const results = await send(
      write('assist.record', { ...told, matchId }),
      write('assist.record', { ...told, matchId, minutes: 45 })
    );
    expect(results).toMatchObject([
      { status: 'applied' },
      { status: 'conflict', code: 'second-record' }
    ]);
    expect(await records(supporter)).toHaveLength(2);
  });

  test.each([
    ['again', {}, ['received', 'done', null]],
    ['handed-over', { handedTo: 'shop' }, ['handed-over', 'done', 'shop']]
  ] as const)('with the outcome %s the request goes on', async (outcome, more, after) => {
    const { requestId, matchId, write, send, states } = await prepare();
    await send(write('assist.record', { ...told, matchId, outcome, ...more }));
    expect(await states(requestId, matchId)).toEqual(after);
  });

  test('a record is taken back by its writer; another one stays', async () => {
    const one = await prepare();
    const other = await prepare();
    const record = one.write('assist.record', { ...told, matchId: one.matchId });
    await one.send(record);
    const take = { targetOpId: record.opId };
    expect(await other.send(other.write('assist.withdraw', take))).toMatchObject([
      { status: 'rejected', code: 'unknown-record' }
    ]);
    expect(await records(one.supporter)).toHaveLength(1);
    expect(await one.send(one.write('assist.withdraw', take))).toMatchObject([
      { status: 'applied' }
    ]);
    expect(await records(one.supporter)).toEqual([]);
    expect(await one.states(one.requestId, one.matchId)).toEqual(['matched', 'confirmed', null]);
    expect(await one.send(one.write('assist.withdraw', take))).toMatchObject([
      { status: 'rejected', code: 'unknown-record' }
    ]);
  });

  test('another supporter’s meeting, an unknown one and another’s log are refused', async () => {
    const one = await prepare();
    const other = await prepare();
    const refused = (code: string) => [{ status: 'rejected', code }];
    expect(
      await one.send(one.write('assist.record', { ...told, matchId: other.matchId }))
    ).toMatchObject(refused('not-your-match'));
    expect(await one.send(one.write('assist.record', { ...told, matchId: newId() }))).toMatchObject(
      refused('not-your-match')
    );
    expect(
      await one.send(
        one.write('assist.record', told, { scope: supporterScope(other.supporter.id) })
      )
    ).toMatchObject(refused('no-right'));
    expect(
      await one.send(one.write('assist.record', told, { actorId: other.supporter.accountId }))
    ).toMatchObject(refused('not-your-log'));
    expect(await records(one.supporter)).toEqual([]);
    expect(await records(other.supporter)).toEqual([]);
    expect(await other.states(other.requestId, other.matchId)).toEqual([
      'matched',
      'confirmed',
      null
    ]);
  });

  test.each([
    ['is no JSON', '{'],
    ['tells a story', { ...told, story: '佐藤さんは…' }],
    ['has a number in its note', { ...told, note: '090-1234-5678' }],
    ['has free minutes', { ...told, minutes: 7 }]
  ])('a payload that %s is refused and stores nothing', async (_, payload) => {
    const { supporter, write, send } = await prepare();
    expect(await send(write('assist.record', payload))).toMatchObject([
      { status: 'rejected', code: 'payload' }
    ]);
    expect(await records(supporter)).toEqual([]);
  });

  test('what was written before a suspension is kept and flagged, what came after is refused', async () => {
    const { supporter, matchId, write, send } = await prepare();
    await inTransaction(opened.db, (tx) => suspendSupporter(tx, supporter.id, meetingAt + 10_000));
    const results = await send(
      write('assist.record', { ...told, matchId }),
      write('assist.record', told, { clientAt: meetingAt + 20_000 })
    );
    expect(results).toMatchObject([
      { status: 'applied' },
      { status: 'rejected', code: 'right-lost' }
    ]);
    expect(await records(supporter)).toMatchObject([{ flagged: 1 }]);
  });

  test('a phone whose clock is a day off is dated by the server', async () => {
    const { supporter, write, send } = await prepare();
    const day = 24 * HOUR_MS;
    await send(write('assist.record', told, { clientAt: meetingAt + day, clockOffsetMs: -day }));
    expect(await records(supporter)).toMatchObject([{ happened_at: meetingAt }]);
  });
});
