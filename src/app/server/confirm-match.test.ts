import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { readBoard } from '#features/board/server/offers.ts';
import { offerHelp, withdrawOffer } from '#features/board/server/offers.ts';
import type { Supporter } from '#features/board/server/supporters.ts';
import { supporterScope } from '#features/sync/domain/operation.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  askedRequest,
  helpNow as now,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { cancelMatch } from './cancel-match.ts';
import { confirmMatch, type ConfirmMatch } from './confirm-match.ts';

describe.each(engines)('from the board to a meeting on $name', ({ open }) => {
  let opened: TestDb;
  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
  });
  afterAll(() => opened.close());

  const confirm = (requestId: string, offerId: string, change: Partial<ConfirmMatch> = {}) =>
    confirmMatch(opened.db, city, {
      requestId,
      offerId,
      venueId: 'chuo',
      proposal: aProposal,
      actor: 'desk-1',
      now,
      ...change
    });
  const stateOf = async (table: 'help_request' | 'offer' | 'help_match', id: string) =>
    (
      await opened.db
        .selectFrom(table)
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state;
  const rowsOf = (supporter: Supporter) =>
    opened.db
      .selectFrom('sync_row')
      .selectAll()
      .where('scope', '=', supporterScope(supporter.id))
      .execute();

  test('the board shows codes only: no name, no telephone, no note', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    await askedRequest(opened.db);
    const board = await readBoard(opened.db, supporter);
    const entry = board.find((one) => one.requestId === requestId);
    expect(entry).toEqual({
      requestId,
      topic: 'line',
      phoneFamily: 'android',
      venueId: 'chuo',
      times: ['weekday-morning'],
      since: '2026-11-23',
      reasons: ['venue', 'topic', 'time', 'family'],
      offer: null
    });
    expect(JSON.stringify(board)).not.toMatch(/佐藤|はな|0901234|写真/);
    expect(board).toHaveLength(1);
    await opened.db.updateTable('help_request').set({ state: 'done' }).execute();
  });

  test('a confirmed offer is a meeting; both sides hear of it; the phone gets place and time only', async () => {
    const [supporter, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
    const requestId = await openRequest(opened.db);
    const offerId = await openOffer(opened.db, requestId, supporter);
    const otherOffer = await openOffer(opened.db, requestId, other);
    const confirmed = await confirm(requestId, offerId);
    if (!confirmed.ok) throw new Error(confirmed.error.type);

    expect(await stateOf('help_request', requestId)).toBe('matched');
    expect(await stateOf('offer', offerId)).toBe('accepted');
    expect(await stateOf('offer', otherOffer)).toBe('declined');
    const { matchId } = confirmed.value;
    const notices = await opened.db
      .selectFrom('notice')
      .select(['kind', 'params'])
      .where('dedupe_key', 'like', `%${matchId}`)
      .execute();
    expect(notices.map(({ kind }) => kind).sort()).toEqual(['help-matched', 'match-for-supporter']);

    const [row] = await rowsOf(supporter);
    expect(JSON.parse(row!.body)).toEqual({
      matchId,
      topic: 'line',
      phoneFamily: 'android',
      venue: { ja: '中央公民館', en: 'Chuo Community Hall' },
      address: '東大和市中央3-926',
      startsAt: Date.parse('2026-12-01T01:00:00Z'),
      endsAt: Date.parse('2026-12-01T01:30:00Z'),
      host: '窓口 山田',
      state: 'confirmed'
    });
    expect(row!.body + JSON.stringify(notices)).not.toMatch(/佐藤|さとう|0901234|写真/);
    expect(await rowsOf(other)).toEqual([]);
  });

  test.each([
    ['a closed weekday', { proposal: { ...aProposal, date: '2026-11-30' } }, 'closed-day'],
    ['a closed evening', { proposal: { ...aProposal, startsAt: '21:45' } }, 'outside-hours'],
    ['no host', { proposal: { ...aProposal, host: '' } }, 'host-missing'],
    ['a place that is none', { venueId: 'my-house' }, 'venue-unknown'],
    ['an offer that is none', { offerId: newId() }, 'offer-gone'],
    ['a request that is none', { requestId: newId() }, 'not-found']
  ])('%s is refused and nothing is stored', async (_, change, type) => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    const offerId = await openOffer(opened.db, requestId, supporter);
    expect(await confirm(requestId, offerId, change)).toEqual({ ok: false, error: { type } });
    expect(await stateOf('help_request', requestId)).toBe('on-board');
    expect(await stateOf('offer', offerId)).toBe('open');
    expect(await rowsOf(supporter)).toEqual([]);
  });

  test('a day the place is closed for once is refused', async () => {
    await opened.db
      .insertInto('venue_closure')
      .values({ venue_id: 'chuo', date: '2026-12-02', reason: 'inspection' })
      .execute();
    const requestId = await openRequest(opened.db);
    const offerId = await openOffer(opened.db, requestId, await newSupporter(opened.db));
    const proposal = { ...aProposal, date: '2026-12-02' };
    expect(await confirm(requestId, offerId, { proposal })).toMatchObject({
      error: { type: 'closed-day' }
    });
  });

  test('an offer of another request, a withdrawn one and a suspended supporter are refused', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    const elsewhere = await openRequest(opened.db);
    const foreign = await openOffer(opened.db, elsewhere, supporter);
    expect(await confirm(requestId, foreign)).toMatchObject({ error: { type: 'offer-gone' } });
    const mine = await openOffer(opened.db, requestId, supporter);
    await withdrawOffer(opened.db, { supporter, requestId });
    expect(await confirm(requestId, mine)).toMatchObject({ error: { type: 'offer-gone' } });
    await offerHelp(opened.db, { supporter, requestId, key: newId(), now });
    await opened.db
      .updateTable('supporter')
      .set({ state: 'suspended' })
      .where('id', '=', supporter.id)
      .execute();
    expect(await confirm(requestId, mine)).toMatchObject({ error: { type: 'offer-gone' } });
  });

  test('a supporter is at one place at a time, however close the desks decide', async () => {
    const supporter = await newSupporter(opened.db);
    const requests = [await openRequest(opened.db), await openRequest(opened.db)] as const;
    const offers = [
      await openOffer(opened.db, requests[0], supporter),
      await openOffer(opened.db, requests[1], supporter)
    ] as const;
    const both = await Promise.all([
      confirm(requests[0], offers[0]),
      confirm(requests[1], offers[1], { proposal: { ...aProposal, startsAt: '10:15' } })
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { type: 'supporter-busy' } });
  });

  test('two desks that confirm one request: one meeting', async () => {
    const requestId = await openRequest(opened.db);
    const one = await openOffer(opened.db, requestId, await newSupporter(opened.db));
    const other = await openOffer(opened.db, requestId, await newSupporter(opened.db));
    const both = await Promise.all([confirm(requestId, one), confirm(requestId, other)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each([
    ['supporter', 'on-board', 'withdrawn', 'open'],
    ['place', 'on-board', 'open', 'open'],
    ['person', 'withdrawn', 'open', 'open']
  ] as const)(
    'cancelled because of the %s: the request is %s',
    async (reason, state, own, others) => {
      const [supporter, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
      const requestId = await openRequest(opened.db);
      const offerId = await openOffer(opened.db, requestId, supporter);
      const otherOffer = await openOffer(opened.db, requestId, other);
      const confirmed = await confirm(requestId, offerId);
      if (!confirmed.ok) throw new Error(confirmed.error.type);
      const { matchId } = confirmed.value;
      expect(await cancelMatch(opened.db, { matchId, reason, actor: 'desk', now })).toEqual({
        ok: true,
        value: { requestId }
      });
      expect(await stateOf('help_request', requestId)).toBe(state);
      expect(await stateOf('offer', offerId)).toBe(own);
      expect(await stateOf('offer', otherOffer)).toBe(others);
      const [row] = await rowsOf(supporter);
      expect(JSON.parse(row!.body)).toMatchObject({ state: 'cancelled' });
      expect(await cancelMatch(opened.db, { matchId, reason, actor: 'desk', now })).toMatchObject({
        ok: false
      });
    }
  );

  test('offering: a retry is one offer; what is not on the board and what is unknown look alike', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    const hidden = await askedRequest(opened.db);
    const key = newId();
    const offer = (id: string, by = supporter, with_ = key) =>
      offerHelp(opened.db, { supporter: by, requestId: id, key: with_, now });

    expect(await Promise.all([offer(requestId), offer(requestId)])).toEqual([
      { ok: true, value: { state: 'open' } },
      { ok: true, value: { state: 'open' } }
    ]);
    expect(await offer(requestId, supporter, newId())).toMatchObject({ ok: true });
    const stored = await opened.db
      .selectFrom('offer')
      .selectAll()
      .where('request_id', '=', requestId)
      .execute();
    expect(stored).toHaveLength(1);

    const notFound = { ok: false, error: { type: 'not-found' } };
    expect(await offer(hidden, supporter, newId())).toEqual(notFound);
    expect(await offer(newId(), supporter, newId())).toEqual(notFound);
    const stranger = await newSupporter(opened.db);
    expect(await offer(requestId, stranger, key)).toEqual(notFound);
    expect(await withdrawOffer(opened.db, { supporter: stranger, requestId })).toEqual(notFound);
  });

  test('an accepted offer is taken back by the desk only', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    await confirm(requestId, await openOffer(opened.db, requestId, supporter));
    expect(await withdrawOffer(opened.db, { supporter, requestId })).toEqual({
      ok: false,
      error: { type: 'already-matched' }
    });
  });
});
