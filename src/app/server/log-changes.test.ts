import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { suspendSupporter } from '#features/board/server/supporters.ts';
import { fiscalYearPeriod } from '#features/reporting/domain/period.ts';
import { readFigures } from '#features/reporting/server/figures.ts';
import { readFiscalYears } from '#features/reporting/server/fiscal-years.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, instantOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { logTown, meetingAt, told } from '#tests/support/log-town.ts';
import { logForSupporter, withdrawForSupporter } from './desk/log-for-supporter.ts';
import { listUnlogged, readSupporterLog } from './desk/supporter-logs.ts';
import { runNightly } from './nightly.ts';
import { remindOfLogs } from './remind-of-logs.ts';

const tally = {
  minutes: 120,
  families: [
    { family: 'android', count: 5 },
    { family: 'kantan', count: 3 }
  ],
  topics: [
    { topic: 'line', count: 6 },
    { topic: 'map', count: 4 }
  ]
};
const asked = { actor: 'desk', now: meetingAt + HOUR_MS };

describe.each(engines)('what becomes of a log on $name', ({ open }) => {
  let opened: TestDb;
  let town: ReturnType<typeof logTown>;
  beforeAll(async () => {
    opened = await open();
    town = logTown(opened.db);
    await town.prepareVenues();
  });
  afterAll(() => opened.close());

  const rowsOf = (supporterId: string) =>
    opened.db
      .selectFrom('assistance')
      .selectAll()
      .where('supporter_id', '=', supporterId)
      .execute();
  const applied = [{ status: 'applied' }];
  const rejected = (code: string) => [{ status: 'rejected', code }];

  test('a correction is a new fact: rows and meeting follow it, the first words stay', async () => {
    const { supporter, requestId, matchId, write, send, states } = await town.prepare();
    const record = write('assist.record', { ...told, matchId, outcome: 'again' });
    await send(record);
    expect(await states(requestId, matchId)).toEqual(['received', 'done', null]);

    const better = { ...told, matchId, minutes: 45, topics: ['map'] };
    const correct = write('assist.correct', { targetOpId: record.opId, record: better });
    expect(await send(correct)).toMatchObject(applied);
    expect(await send(correct)).toMatchObject([{ status: 'applied', duplicate: true }]);
    expect(await states(requestId, matchId)).toEqual(['done', 'done', null]);
    expect(await rowsOf(supporter.id)).toMatchObject([
      { id: record.opId, minutes: 45, outcome: 'done', happened_at: meetingAt }
    ]);
    const log = await readSupporterLog(opened.db, { supporterId: supporter.id, ...asked });
    expect(log).toMatchObject([
      { steps: [{ kind: 'written', told: { record: { minutes: 30 } } }, { kind: 'corrected' }] }
    ]);
  });

  test('corrections that arrive out of order leave what was written last', async () => {
    const { supporter, write, send } = await town.prepare();
    const record = write('assist.record', told);
    const correction = (minutes: number, after: number) =>
      write(
        'assist.correct',
        { targetOpId: record.opId, record: { ...told, minutes } },
        { clientAt: meetingAt + after }
      );
    await send(record, correction(90, 20 * MINUTE_MS), correction(15, 10 * MINUTE_MS));
    expect(await rowsOf(supporter.id)).toMatchObject([{ minutes: 90 }]);
  });

  test('foreign, unknown, withdrawn and other meetings’ records are not corrected', async () => {
    const [one, other] = [await town.prepare(), await town.prepare()];
    const record = one.write('assist.record', { ...told, matchId: one.matchId });
    await one.send(record);
    const correct = (targetOpId: string, matchId: string | null) => ({
      ...{ targetOpId, record: { ...told, matchId, minutes: 60 } }
    });
    for (const target of [record.opId, newId()]) {
      const foreign = other.write('assist.correct', correct(target, one.matchId));
      expect(await other.send(foreign)).toMatchObject(rejected('unknown-record'));
    }
    expect(await one.send(one.write('assist.correct', correct(record.opId, null)))).toMatchObject(
      rejected('other-meeting')
    );
    await one.send(one.write('assist.withdraw', { targetOpId: record.opId }));
    expect(
      await one.send(one.write('assist.correct', correct(record.opId, one.matchId)))
    ).toMatchObject(rejected('unknown-record'));
    expect(await rowsOf(one.supporter.id)).toEqual([]);
  });

  test('a correction from before a suspension counts, one from after it does not', async () => {
    const { supporter, write, send } = await town.prepare();
    const record = write('assist.record', told);
    await send(record);
    await inTransaction(opened.db, (tx) => suspendSupporter(tx, supporter.id, meetingAt + 10_000));
    const correction = (minutes: number, clientAt: number) =>
      write(
        'assist.correct',
        { targetOpId: record.opId, record: { ...told, minutes } },
        { clientAt }
      );
    expect(
      await send(correction(60, meetingAt + 5_000), correction(120, meetingAt + 20_000))
    ).toMatchObject([{ status: 'applied' }, { status: 'rejected', code: 'right-lost' }]);
    expect(await rowsOf(supporter.id)).toMatchObject([{ minutes: 60 }]);
  });

  test('a tally is one operation and counts each person; the figures follow what it says now', async () => {
    const period = fiscalYearPeriod(2026);
    const help = async () => (await readFigures(opened.db, period, asked.now)).help;
    const before = await help();
    const { supporter, write, send } = await town.prepare();
    const first = write('assist.tally', tally);
    expect(await send(first)).toMatchObject(applied);
    const grown = async () => {
      const now = await help();
      return [
        now.meetings - before.meetings,
        now.people - before.people,
        now.minutes - before.minutes
      ];
    };
    expect(await grown()).toEqual([8, 8, 120]);

    const corrected = { ...tally, minutes: 90, families: [{ family: 'android', count: 7 }] };
    await send(write('assist.correct', { targetOpId: first.opId, tally: corrected }));
    expect(await grown()).toEqual([7, 7, 90]);
    expect(
      await send(write('assist.correct', { targetOpId: first.opId, record: told }))
    ).toMatchObject(rejected('other-meeting'));
    await send(write('assist.withdraw', { targetOpId: first.opId }));
    expect(await grown()).toEqual([0, 0, 0]);
    expect(await rowsOf(supporter.id)).toEqual([]);
  });

  test('the desk writes on a supporter’s behalf, once for each form, and says who typed it', async () => {
    const { supporter, requestId, matchId, states } = await town.prepare();
    const form = {
      ...{ supporterId: supporter.id, happenedAt: meetingAt, key: newId(), ...asked },
      told: { kind: 'record' as const, record: { ...told, matchId } }
    };
    const written = await logForSupporter(opened.db, city, form);
    expect(await logForSupporter(opened.db, city, form)).toEqual(written);
    const other = { ...form.told, record: { ...form.told.record, minutes: 60 as const } };
    expect(await logForSupporter(opened.db, city, { ...form, told: other })).toMatchObject({
      error: { type: 'other-content' }
    });
    expect(await rowsOf(supporter.id)).toHaveLength(1);
    expect(await states(requestId, matchId)).toEqual(['done', 'done', null]);
    const held = await opened.db
      .selectFrom('sync_row')
      .select('body')
      .where('scope', '=', supporterScope(supporter.id))
      .where('kind', '=', 'fact')
      .execute();
    expect(held.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { deviceId: 'server', type: 'assist.record' }
    ]);
    const audit = await opened.db
      .selectFrom('audit')
      .select(['actor', 'why'])
      .where('entity_id', '=', supporter.id)
      .where('action', '=', 'assist.record')
      .execute();
    expect(audit).toEqual([{ actor: 'desk', why: 'on-behalf' }]);

    const taken = {
      ...{ supporterId: supporter.id, recordId: written.ok ? written.value.id : '' },
      ...asked
    };
    const stranger = await town.prepare();
    expect(
      await withdrawForSupporter(opened.db, city, { ...taken, supporterId: stranger.supporter.id })
    ).toMatchObject({ error: { type: 'unknown-record' } });
    expect(await withdrawForSupporter(opened.db, city, taken)).toMatchObject({ ok: true });
    expect(await states(requestId, matchId)).toEqual(['matched', 'confirmed', null]);
  });

  test.each([
    ['the future', { happenedAt: asked.now + 1 }, 'in-the-future'],
    ['years ago', { happenedAt: instantOf('2019-05-01') }, 'too-long-ago'],
    ['nobody', { supporterId: newId() }, 'unknown-supporter'],
    ['no form', { key: 'x' }, 'payload'],
    ['another’s meeting', { matchId: newId() }, 'not-your-match']
  ])('%s is refused and writes nothing', async (_, change: Record<string, unknown>, type) => {
    const { supporter } = await town.prepare();
    const { matchId, ...rest } = change as { matchId?: string };
    const record = { ...told, matchId: matchId ?? null };
    const refused = await logForSupporter(opened.db, city, {
      ...{ supporterId: supporter.id, happenedAt: meetingAt, key: newId(), ...asked },
      ...{ told: { kind: 'record', record }, ...rest }
    });
    expect(refused).toEqual({ ok: false, error: { type } });
    expect(await rowsOf(supporter.id)).toEqual([]);
  });

  test('a past meeting without a record is reminded of once, and its notice goes with the record', async () => {
    const { matchId, supporter, write, send } = await town.prepare();
    const state = async () =>
      (
        await opened.db
          .selectFrom('notice')
          .select(['state', 'account_id'])
          .where('dedupe_key', '=', `log-missing:${matchId}`)
          .execute()
      ).map((row) => [row.state, row.account_id]);
    await remindOfLogs(opened.db, meetingAt);
    expect(await state()).toEqual([]);
    const evening = meetingAt + 8 * HOUR_MS;
    expect(await remindOfLogs(opened.db, evening)).toBeGreaterThan(0);
    expect(await remindOfLogs(opened.db, evening + DAY_MS)).toBe(0);
    expect(await state()).toEqual([['to-tell', supporter.accountId]]);
    expect((await listUnlogged(opened.db, evening)).map((one) => one.matchId)).toContain(matchId);

    await send(write('assist.record', { ...told, matchId }));
    expect(await state()).toEqual([['not-wanted', supporter.accountId]]);
    expect((await listUnlogged(opened.db, evening)).map((one) => one.matchId)).not.toContain(
      matchId
    );
  });

  test('a note is gone after its days, from the server and the phone; the record stays', async () => {
    const { supporter, write, send } = await town.prepare();
    const record = write('assist.record', { ...told, note: 'ゆっくりが よい方でした' });
    await send(
      record,
      write('assist.correct', {
        targetOpId: record.opId,
        record: { ...told, note: '写真が すきな方でした' }
      })
    );
    const held = async () =>
      JSON.stringify([
        await opened.db.selectFrom('operation').select('payload').execute(),
        await opened.db.selectFrom('sync_row').select('body').execute()
      ]);
    await runNightly(opened.db, { city, now: instantOf('2027-02-28', '03:30') });
    expect(await held()).toMatch(/ゆっくり.*写真/);
    await runNightly(opened.db, { city, now: instantOf('2027-03-01', '03:30') });
    expect(await held()).not.toMatch(/ゆっくり|写真が/);
    const log = await readSupporterLog(opened.db, { supporterId: supporter.id, ...asked });
    expect(log).toMatchObject([{ told: { record: { minutes: 30 } }, noteGoneOn: undefined }]);
  });

  test('at the end of its time everything written about a record goes, and its counts stay', async () => {
    const { supporter, write, send } = await town.prepare();
    const gone = write('assist.record', told);
    await send(
      gone,
      write('assist.tally', tally),
      write('assist.withdraw', { targetOpId: gone.opId })
    );
    const late = instantOf('2030-04-01', '03:30');
    const before = await readFiscalYears(opened.db, '2027-03-31', asked.now, 1);
    await runNightly(opened.db, { city, now: late });
    expect(await readFiscalYears(opened.db, '2027-03-31', asked.now, 1)).toMatchObject(
      before.map(({ meetings, minutes, helped }) => ({ meetings, minutes, helped }))
    );
    const payloads = await opened.db
      .selectFrom('operation')
      .select('payload')
      .where('scope', '=', supporterScope(supporter.id))
      .execute();
    expect(payloads.map(({ payload }) => payload)).toEqual(['{}', '{}', '{}']);
    const held = await opened.db
      .selectFrom('sync_row')
      .select('id')
      .where('scope', '=', supporterScope(supporter.id))
      .where('kind', '=', 'fact')
      .where('deleted', '=', 0)
      .execute();
    expect(held).toEqual([]);
  });
});
