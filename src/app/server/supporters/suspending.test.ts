import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { offerHelp, withdrawOffer } from '#features/board/server/offers.ts';
import { findSupporterOf, type Supporter } from '#features/board/server/supporters.ts';
import { beginAuthSession, findSignedIn } from '#features/people/server/auth-session.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import type { InsuranceKind } from '#features/supporters/domain/insurance.ts';
import { supporterScope, type Operation } from '#features/sync/domain/operation.ts';
import { enrolDevice } from '#features/sync/server/devices.ts';
import { readPull } from '#features/sync/server/pull.ts';
import { acceptPush } from '#features/sync/server/push.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#shared/ids.ts';
import { MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  confirmedMeeting,
  helpNow as now,
  newStaff,
  newSupporter,
  openOffer,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';
import { isSuspendedSupporter } from '../supporter.ts';
import { confirmMatch } from '../confirm-match.ts';
import {
  noteInsurance,
  readSessionSupporters,
  setSessionSupporter
} from '../desk/session-supporters.ts';
import { syncRules } from '../operations.ts';
import { proposeAndStore } from '../propose-matches.ts';
import { checkCard } from './card.ts';
import { readPassport } from './passport.ts';
import { agreeToPromise } from './promise.ts';
import { endRest, reinstate, rest, suspend } from './standing.ts';

const rules = syncRules(createLogger('silent'));

describe.each(engines)('suspending a supporter on $name', ({ open }) => {
  let opened: TestDb;
  let staff: string;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = await newStaff(opened.db);
  });
  afterAll(() => opened.close());

  const halt = ({ id }: Supporter, at: Instant = now, actor = staff) =>
    suspend(opened.db, city, { supporterId: id, reason: 'reported', actor, now: at });

  /** A supporter with a confirmed meeting, an offer, a phone of their own and an open page. */
  async function busy() {
    const supporter = await newSupporter(opened.db);
    const { requestId: matched, matchId } = await confirmedMeeting(opened.db, { supporter, staff });
    const offered = await openRequest(opened.db);
    await openOffer(opened.db, offered, supporter);
    const token = await beginAuthSession(opened.db, supporter.accountId, now);
    return { supporter, matched, matchId, offered, token };
  }

  const requestState = async (id: string) =>
    (
      await opened.db
        .selectFrom('help_request')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state;
  const kindsAbout = async (matchId: string) =>
    (
      await opened.db
        .selectFrom('notice')
        .select('kind')
        .where('dedupe_key', 'like', `match-cancelled%${matchId}`)
        .orderBy('kind')
        .execute()
    ).map(({ kind }) => kind);

  test('meetings and offers go back to the desk, and everybody concerned is to be told', async () => {
    const { supporter, matched, matchId, offered } = await busy();
    expect(await halt(supporter)).toEqual({ ok: true, value: { handedBack: 1 } });
    expect(await requestState(matched)).toBe('received');
    expect(await requestState(offered)).toBe('on-board');
    expect(await kindsAbout(matchId)).toEqual(['match-cancelled', 'match-cancelled-for-supporter']);
    const offers = await opened.db
      .selectFrom('offer')
      .select('state')
      .where('supporter_id', '=', supporter.id)
      .execute();
    expect(offers.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    const told = await opened.db
      .selectFrom('notice')
      .select('state')
      .where('kind', '=', 'supporter-suspended')
      .where('account_id', '=', supporter.accountId)
      .execute();
    expect(told).toEqual([{ state: 'to-tell' }]);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });

  test('the open page, a page read before it, and the matching lose effect at once', async () => {
    const { supporter, offered, token } = await busy();
    const requestId = await openRequest(opened.db);
    await halt(supporter);
    expect(await findSignedIn(opened.db, token, now)).toBeUndefined();
    const refused = { ok: false, error: { type: 'not-found' } };
    const offer = { supporter, requestId, key: newId(), now };
    expect(await offerHelp(opened.db, offer)).toEqual(refused);
    expect(await withdrawOffer(opened.db, { supporter, requestId: offered })).toEqual(refused);
    await proposeAndStore(opened.db, city, { actor: 'system', now });
    const proposed = await opened.db
      .selectFrom('proposed_match')
      .select('id')
      .where('supporter_id', '=', supporter.id)
      .execute();
    expect(proposed).toEqual([]);
    const promised = { supporterId: supporter.id, version: 1, channel: 'web' } as const;
    expect(
      await agreeToPromise(opened.db, city, { ...promised, actor: supporter.accountId, now })
    ).toEqual({ ok: false, error: { type: 'suspended' } });
  });

  test('the card is invalid with the next look; everybody else is told to ask, whatever the code', async () => {
    const { supporter } = await busy();
    const look = (code: string, role?: 'reception' | 'partner' | 'supporter') =>
      checkCard(opened.db, {
        code,
        viewer: role && { id: staff, name: 'x', roles: [role], suspendedAt: null },
        now
      });
    for (const role of ['reception', 'partner'] as const) {
      expect(await look(supporter.cardCode, role)).toEqual({ kind: 'valid', name: '支援 桜' });
    }
    expect(await look('unknown', 'reception')).toEqual({ kind: 'not-valid' });
    await halt(supporter);
    expect(await look(supporter.cardCode, 'reception')).toEqual({ kind: 'not-valid' });
    for (const code of [supporter.cardCode, 'unknown', "' or 1=1", '']) {
      expect(await look(code)).toEqual({ kind: 'ask-the-host' });
      expect(await look(code, 'supporter')).toEqual({ kind: 'ask-the-host' });
    }
  });

  test('signing in leads nowhere for somebody who is only a supporter', async () => {
    const { supporter } = await busy();
    await halt(supporter);
    const account = { id: supporter.accountId, name: 'x', suspendedAt: null };
    expect(await isSuspendedSupporter(opened.db, { ...account, roles: ['supporter'] })).toBe(true);
    expect(
      await isSuspendedSupporter(opened.db, { ...account, roles: ['supporter', 'reception'] })
    ).toBe(false);
  });

  test('they are taken off the coming dates of workshops, whose insurance was noted, and not put back', async () => {
    const supporter = await newSupporter(opened.db);
    await plannedWorkshop(opened.db, { code: 'C70' });
    const { id: sessionId } = await opened.db
      .selectFrom('session')
      .select('id')
      .where('ends_at', '>', now)
      .executeTakeFirstOrThrow();
    const { accountId } = supporter;
    const put = () =>
      setSessionSupporter(opened.db, { sessionId, accountId, helps: true, actor: staff, now });
    const onDate = async () => (await readSessionSupporters(opened.db, [sessionId])).get(sessionId);
    const insure = (kind: InsuranceKind) =>
      noteInsurance(opened.db, { sessionId, accountId, kind, actor: staff, now });
    expect(await insure('volunteer')).toBe(false);
    await put();
    expect(await onDate()).toMatchObject([{ accountId, insurance: null }]);
    await insure('volunteer');
    expect(await insure('event')).toBe(true);
    expect(await onDate()).toMatchObject([{ accountId, insurance: 'event' }]);
    await halt(supporter);
    expect(await onDate()).toBeUndefined();
    expect(await put()).toBe(false);
  });

  test('facts: before it kept and flagged, after it rejected, also when they come once it is over', async () => {
    const supporter = await newSupporter(opened.db);
    const { accountId } = supporter;
    const device = await enrolDevice(opened.db, { name: 'phone', accountId, now });
    const scope = supporterScope(supporter.id);
    const record = (seq: number, at: Instant): Operation => ({
      ...{ opId: newId(), v: 1, deviceId: device.deviceId, seq, scope, entityId: newId() },
      type: 'assist.record',
      payload: JSON.stringify({
        ...{ matchId: null, minutes: 30, topics: ['line'], phoneFamily: 'android' },
        ...{ before: 'not-yet', after: 'with-help', operated: 'self', outcome: 'done' }
      }),
      ...{ clientAt: at, clockOffsetMs: 0, actorId: accountId }
    });
    const push = async (ops: Operation[], at: Instant) =>
      (
        await acceptPush(
          opened.db,
          rules,
          device.deviceId,
          { deviceId: device.deviceId, unsent: ops.length, ops },
          at
        )
      ).results;
    const minute = (count: number) => now + count * MINUTE_MS;
    await halt(supporter, minute(10));

    expect(await push([record(1, minute(5)), record(2, minute(15))], minute(20))).toMatchObject([
      { status: 'applied' },
      { status: 'rejected', code: 'right-lost' }
    ]);
    const row = await opened.db
      .selectFrom('device')
      .selectAll()
      .where('id', '=', device.deviceId)
      .executeTakeFirstOrThrow();
    const pulled = await readPull(
      opened.db,
      rules,
      row,
      { scope, cursor: '0.', limit: 10 },
      minute(20)
    );
    expect(pulled).toMatchObject({ rows: [], revokedScopes: [scope] });

    await reinstate(opened.db, { supporterId: supporter.id, actor: staff, now: minute(30) });
    expect(await push([record(3, minute(25)), record(4, minute(35))], minute(40))).toMatchObject([
      { status: 'rejected', code: 'suspended' },
      { status: 'applied' }
    ]);
    const kept = await opened.db
      .selectFrom('assistance')
      .select('flagged')
      .where('supporter_id', '=', supporter.id)
      .orderBy('happened_at')
      .execute();
    expect(kept).toEqual([{ flagged: 1 }, { flagged: 0 }]);
    expect(await readPassport(opened.db, supporter, now)).toMatchObject({
      meetings: 2,
      minutes: 60,
      topics: [{ topic: 'line', count: 2 }]
    });
  });

  test('an offer that is confirmed at the same moment leaves no meeting with somebody suspended', async () => {
    const supporter = await newSupporter(opened.db);
    const requestId = await openRequest(opened.db);
    const offerId = await openOffer(opened.db, requestId, supporter);
    await Promise.all([
      confirmMatch(opened.db, city, {
        ...{ requestId, offerId, venueId: 'chuo', proposal: aProposal, actor: staff, now }
      }),
      halt(supporter)
    ]);
    const meetings = await opened.db
      .selectFrom('help_match')
      .select('state')
      .where('supporter_id', '=', supporter.id)
      .where('state', '=', 'confirmed')
      .execute();
    expect(meetings).toEqual([]);
  });

  test('nobody suspends themselves, and once is enough', async () => {
    const supporter = await newSupporter(opened.db);
    expect(await halt(supporter, now, supporter.accountId)).toMatchObject({
      error: { type: 'own-account' }
    });
    await halt(supporter);
    expect(await halt(supporter)).toMatchObject({ error: { type: 'not-now' } });
    expect(await halt({ ...supporter, id: newId() })).toMatchObject({
      error: { type: 'not-found' }
    });
  });

  test('a pause of their own wish takes offers back and keeps what is confirmed', async () => {
    const { supporter, matched, matchId } = await busy();
    const asked = { supporterId: supporter.id, actor: staff, now };
    expect(await endRest(opened.db, asked)).toMatchObject({ error: { type: 'not-now' } });
    expect(await rest(opened.db, asked)).toMatchObject({ ok: true });
    expect(await requestState(matched)).toBe('matched');
    expect(await kindsAbout(matchId)).toEqual([]);
    expect(await findSupporterOf(opened.db, supporter.accountId)).toMatchObject({
      state: 'resting',
      restReason: 'own-wish'
    });
    expect(await endRest(opened.db, asked)).toMatchObject({ ok: true });
    expect(await findSupporterOf(opened.db, supporter.accountId)).toMatchObject({
      state: 'active'
    });
  });
});
