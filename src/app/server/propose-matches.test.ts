import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { findProposal } from '#features/board/server/proposals.ts';
import { setDates, suspendSupporter } from '#features/board/server/supporters.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { instantOf, localDateOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  helpNow as now,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { takeStep } from './help-desk.ts';
import { acceptMatches, proposeAndStore } from './propose-matches.ts';
import { runNightly } from './nightly.ts';

const actor = 'desk-1';

describe.each(engines)('proposing matches on $name', ({ open }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  beforeEach(async () => {
    for (const table of ['help_match', 'help_request', 'match_proposal'] as const) {
      await opened.db.deleteFrom(table).execute();
    }
  });
  afterAll(() => opened.close());

  const propose = () => proposeAndStore(opened.db, city, { actor, now });
  const accept = (pairIds: readonly string[], host = '窓口 山田') =>
    acceptMatches(opened.db, city, { pairIds, host, actor, now });
  const pairs = async () => (await findProposal(opened.db))?.pairs ?? [];

  test('pairs whom it fits with who offered, and tells why the rest stays open', async () => {
    const supporter = await newSupporter(opened.db);
    const [offered, alone] = [await openRequest(opened.db), await openRequest(opened.db)];
    await openOffer(opened.db, offered, supporter);

    expect(await propose()).toMatchObject({ matches: 1, open: 1 });
    expect(await findProposal(opened.db)).toMatchObject({
      madeAt: now,
      pairs: [
        {
          request_id: offered,
          supporter_id: supporter.id,
          venue_id: 'chuo',
          starts_at: instantOf('2026-11-24', '10:00'),
          minutes: 30,
          reasons: ['wished-place', 'topic', 'family', 'soon', 'few-meetings'],
          outcome: null
        }
      ],
      open: [{ requestId: alone, why: 'offer' }]
    });
  });

  test('accepting confirms a meeting, once', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    await openOffer(opened.db, requestId, supporter);
    await propose();
    const [pair] = await pairs();

    expect(await accept([pair!.id])).toEqual([{ id: pair!.id, outcome: 'confirmed' }]);
    expect(await accept([pair!.id])).toEqual([]);
    expect(
      await opened.db
        .selectFrom('help_match')
        .select(['supporter_id', 'starts_at', 'host'])
        .execute()
    ).toEqual([{ supporter_id: supporter.id, starts_at: pair!.starts_at, host: '窓口 山田' }]);
  });

  test('some are accepted, and what changed meanwhile is refused by itself', async () => {
    const supporter = await newSupporter(opened.db);
    const requests = [
      await openRequest(opened.db),
      await openRequest(opened.db),
      await openRequest(opened.db)
    ];
    for (const id of requests) await openOffer(opened.db, id, supporter);
    await propose();
    const [first, second, third] = await pairs();
    await takeStep(opened.db, { id: first!.request_id, step: 'withdraw', actor, now });

    expect(await accept([first!.id, second!.id])).toEqual([
      { id: first!.id, outcome: 'not-on-board' },
      { id: second!.id, outcome: 'confirmed' }
    ]);
    expect((await pairs()).map(({ outcome }) => outcome)).toEqual([
      'not-on-board',
      'confirmed',
      null
    ]);
    expect(third).toBeDefined();
  });

  test('without a host nothing is confirmed', async () => {
    const supporter = await newSupporter(opened.db);
    await openOffer(opened.db, await openRequest(opened.db), supporter);
    await propose();
    const [pair] = await pairs();
    expect(await accept([pair!.id], ' ')).toEqual([{ id: pair!.id, outcome: 'host-missing' }]);
  });

  test('a supporter who was suspended is neither proposed nor confirmed', async () => {
    const supporter = await newSupporter(opened.db);
    await openOffer(opened.db, await openRequest(opened.db), supporter);
    await propose();
    const [pair] = await pairs();
    await inTransaction(opened.db, (tx) => suspendSupporter(tx, supporter.id, now));

    expect(await accept([pair!.id])).toEqual([{ id: pair!.id, outcome: 'offer-gone' }]);
    expect(await propose()).toMatchObject({ matches: 0, open: 1 });
  });

  test('a supporter with four meetings in a month is asked for no fifth', async () => {
    const supporter = await newSupporter(opened.db);
    for (let number = 0; number < 8; number++) {
      await openOffer(opened.db, await openRequest(opened.db), supporter);
    }
    expect(await propose()).toMatchObject({ matches: 8, open: 0 });
    const months = (await pairs()).map(({ starts_at }) => starts_at < instantOf('2026-12-01'));
    expect(months.filter(Boolean)).toHaveLength(4);
  });

  test.each([
    ['another language', { languages: '["en"]' }],
    ['a place they do not come to', { venues: '["sayama"]' }],
    ['no meeting left in any month', { monthly_limit: 0 }]
  ])('%s is a bound that the matching keeps', async (_, change) => {
    const supporter = await newSupporter(opened.db);
    await openOffer(opened.db, await openRequest(opened.db), supporter);
    await opened.db.updateTable('supporter').set(change).where('id', '=', supporter.id).execute();
    expect(await propose()).toMatchObject({ matches: 0, open: 1 });
  });

  test('nobody is proposed for a day on which they are away', async () => {
    const supporter = await newSupporter(opened.db);
    await openOffer(opened.db, await openRequest(opened.db), supporter);
    await propose();
    const [first] = await pairs();
    const date = localDateOf(first!.starts_at);
    await inTransaction(opened.db, (tx) => setDates(tx, supporter.id, [{ date, kind: 'away' }]));
    await propose();
    const [second] = await pairs();
    expect(localDateOf(second!.starts_at) > date).toBe(true);
  });

  test('a new proposal takes the place of the last, and goes on its day', async () => {
    await openOffer(opened.db, await openRequest(opened.db), await newSupporter(opened.db));
    await propose();
    const { id } = await propose();
    expect(await opened.db.selectFrom('match_proposal').select('id').execute()).toEqual([{ id }]);
    expect(await pairs()).toHaveLength(1);

    await runNightly(opened.db, { city, now: instantOf('2040-04-01', '03:30') });
    expect(await findProposal(opened.db)).toBeUndefined();
  });
});
