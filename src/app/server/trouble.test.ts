import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { offerHelp, withdrawOffer } from '#features/board/server/offers.ts';
import { findSupporter, type Supporter } from '#features/board/server/supporters.ts';
import { countOpenTroubles } from '#features/board/server/trouble-reports.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import {
  aProposal,
  confirmedMeeting,
  helpNow as now,
  newStaff,
  newSupporter,
  openRequest,
  prepareVenues
} from '#tests/support/help.ts';
import { cancelMatch } from './cancel-match.ts';
import { readBoardWatch } from './desk/board-watch.ts';
import { runNightly } from './nightly.ts';
import { suspend } from './supporters/standing.ts';
import { reportTrouble, settleTrouble, type TroubleTold } from './trouble.ts';

describe.each(engines)('「こまったとき」 on $name', ({ open }) => {
  let opened: TestDb;
  let staff: string;

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = await newStaff(opened.db);
  });
  afterAll(() => opened.close());

  const meet = (supporter: Supporter, requestId?: string, proposal = aProposal) =>
    confirmedMeeting(opened.db, { supporter, staff, proposal, ...(requestId && { requestId }) });
  const tell = (matchId: string, change: Partial<TroubleTold> = {}) =>
    reportTrouble(opened.db, {
      ...{ matchId, key: newId(), supporterId: undefined, actor: staff, now },
      trouble: { kind: 'met-elsewhere', note: '自宅に来てほしいと言われました' },
      ...change
    });
  const settle = (reportId: string, suspendFor: 'reported' | undefined, actor = staff) =>
    settleTrouble(opened.db, city, { reportId, suspendFor, actor, now });
  const reportsOf = (matchId: string) =>
    opened.db.selectFrom('trouble_report').selectAll().where('match_id', '=', matchId).execute();
  const noticesAbout = async (reportId: string) =>
    (
      await opened.db
        .selectFrom('notice')
        .select(['person_id', 'account_id'])
        .where('dedupe_key', '=', `trouble-received:${reportId}`)
        .execute()
    ).map(({ person_id, account_id }) => account_id ?? (person_id && 'person'));

  test('a supporter tells of their own meeting: the desk sees it, they are to be answered', async () => {
    const supporter = await newSupporter(opened.db);
    const { matchId } = await meet(supporter);
    const told = { supporterId: supporter.id, actor: supporter.accountId, key: newId() };
    const before = await countOpenTroubles(opened.db, staff);
    expect(await tell(matchId, told)).toEqual({ ok: true, value: undefined });
    expect(await tell(matchId, told)).toEqual({ ok: true, value: undefined });
    expect(await reportsOf(matchId)).toMatchObject([
      { id: told.key, told_by: 'supporter', kind: 'met-elsewhere', state: 'open' }
    ]);
    expect(await countOpenTroubles(opened.db, staff)).toBe(before + 1);
    expect(await noticesAbout(told.key)).toEqual([supporter.accountId]);

    const other = { kind: 'other', note: null } as const;
    await tell(matchId, { ...told, trouble: other });
    expect(await reportsOf(matchId)).toHaveLength(2);
  });

  test('the desk writes for the person helped; the supporter is told nothing', async () => {
    const { matchId } = await meet(await newSupporter(opened.db));
    const key = newId();
    await tell(matchId, { key });
    expect(await reportsOf(matchId)).toMatchObject([{ told_by: 'person', written_by: staff }]);
    expect(await noticesAbout(key)).toEqual(['person']);
  });

  test('a foreign meeting, one that is none, and a suspended supporter are refused alike', async () => {
    const [supporter, other] = [await newSupporter(opened.db), await newSupporter(opened.db)];
    const { matchId } = await meet(supporter);
    const refused = { ok: false, error: { type: 'not-found' } };
    const by = ({ id, accountId }: Supporter) => ({ supporterId: id, actor: accountId });
    expect(await tell(matchId, by(other))).toEqual(refused);
    expect(await tell(newId(), by(supporter))).toEqual(refused);
    expect(await tell(newId())).toEqual(refused);
    const { id: supporterId } = supporter;
    await suspend(opened.db, city, { supporterId, reason: 'safety', actor: staff, now });
    expect(await tell(matchId, by(supporter))).toEqual(refused);
    expect(await reportsOf(matchId)).toEqual([]);
  });

  test('the desk suspends from the report, at once and once; it ends with it', async () => {
    const supporter = await newSupporter(opened.db);
    const { matchId, requestId } = await meet(supporter);
    const key = newId();
    await tell(matchId, { key });
    const both = await Promise.all([settle(key, 'reported'), settle(key, undefined)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);

    const again = newId();
    await tell(matchId, { key: again });
    const wasSuspended = both[0].ok;
    expect(await settle(again, 'reported')).toMatchObject({ ok: !wasSuspended });
    expect(await reportsOf(matchId)).toContainEqual(
      expect.objectContaining({ id: again, state: wasSuspended ? 'open' : 'suspended' })
    );
    expect((await findSupporter(opened.db, supporter.id))?.state).toBe('suspended');
    const { state } = await opened.db
      .selectFrom('help_request')
      .select('state')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(state).toBe('received');
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });

  test('what was told about somebody is not theirs to read or to end', async () => {
    const supporter = await newSupporter(opened.db);
    const { matchId } = await meet(supporter);
    const key = newId();
    await tell(matchId, { key });
    const own = { actor: supporter.accountId, now };
    const readsIt = (reports: readonly { readonly id: string }[]) =>
      reports.some(({ id }) => id === key);
    expect(readsIt((await readBoardWatch(opened.db, own)).reports)).toBe(false);
    expect(readsIt((await readBoardWatch(opened.db, { actor: staff, now })).reports)).toBe(true);
    expect(await settle(key, undefined, supporter.accountId)).toEqual({
      ok: false,
      error: { type: 'not-found' }
    });
    const reads = await opened.db
      .selectFrom('audit')
      .select('actor')
      .where('entity', '=', 'trouble_report')
      .where('entity_id', '=', key)
      .where('action', '=', 'read')
      .execute();
    expect(reads).toEqual([{ actor: staff }]);
  });

  test('patterns are listed with names and numbers, and without who was helped', async () => {
    const supporter = await newSupporter(opened.db, '見守 梅');
    const moved = await openRequest(opened.db);
    for (const startsAt of ['13:00', '14:00']) {
      const { matchId } = await meet(supporter, moved, { ...aProposal, startsAt });
      await cancelMatch(opened.db, { matchId, reason: 'place', actor: staff, now });
    }
    for (let time = 0; time < 4; time++) {
      const requestId = await openRequest(opened.db);
      await offerHelp(opened.db, { supporter, requestId, key: newId(), now });
      await withdrawOffer(opened.db, { supporter, requestId });
      await withdrawOffer(opened.db, { supporter, requestId });
    }
    for (let day = 1; day <= 3; day++) {
      await meet(supporter, undefined, { ...aProposal, date: `2026-12-0${day}` });
    }
    const { patterns } = await readBoardWatch(opened.db, { actor: staff, now });
    const own = patterns.filter(({ supporterId }) => supporterId === supporter.id);
    expect(own.map(({ kind, count, requests }) => [kind, count, requests.length])).toEqual([
      ['same-pair', 3, 3],
      ['meeting-moved', 2, 1],
      ['offers-withdrawn', 4, 0]
    ]);
    expect(own[0]?.supporterName).toBe('見守 梅');
    expect(JSON.stringify(patterns)).not.toMatch(/佐藤|はな|0901234|写真/);
    const later = await readBoardWatch(opened.db, { actor: staff, now: now + 120 * DAY_MS });
    expect(later.patterns.filter(({ supporterId }) => supporterId === supporter.id)).toEqual([]);
  });

  test('a report goes with its meeting’s deletion date', async () => {
    const { matchId } = await meet(await newSupporter(opened.db));
    await tell(matchId);
    const [report] = await reportsOf(matchId);
    const after = Date.parse(`${report!.delete_after}T00:00:00+09:00`) + 2 * DAY_MS;
    await runNightly(opened.db, { city, now: after });
    expect(await reportsOf(matchId)).toEqual([]);
  });
});
