import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { city } from '#city/current.ts';
import { readBoard } from '#features/board/server/offers.ts';
import { findSupporterOf } from '#features/board/server/supporters.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { acceptInvitation } from '#features/people/server/invitations.ts';
import { readActiveSupporters } from '#features/reporting/server/supporters.ts';
import { readPromise } from '#features/supporters/server/promises.ts';
import { newId } from '#shared/ids.ts';
import { instantOf, localDateOf } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { helpNow as now, newStaff, openRequest, prepareVenues } from '#tests/support/help.ts';
import {
  anApplication,
  appliedFile,
  approvedLink,
  checkedFile,
  joinBy
} from '#tests/support/supporters.ts';
import { runNightly } from '../nightly.ts';
import { applyAsSupporter } from './apply-as-supporter.ts';
import { checkCard } from './card.ts';
import { approve, endFile, noteSeen, renewLink } from './check-file.ts';
import { agreeToPromise, changePromise } from './promise.ts';
import { listSupporters, lookAtFile } from './read.ts';

describe.each(engines)('becoming a supporter on $name', ({ open }) => {
  let opened: TestDb;
  let staff: [string, string];

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    staff = [await newStaff(opened.db), await newStaff(opened.db, 'organiser')];
  });
  afterAll(() => opened.close());

  const stateOf = async (fileId: string) =>
    (await lookAtFile(opened.db, { id: fileId, actor: staff[0], now }))?.file.state;

  test('the same form twice is one application; other answers with its key are another person', async () => {
    const key = newId();
    const apply = (name: string) =>
      applyAsSupporter(opened.db, city, {
        application: { ...anApplication, name },
        ...{ key, channel: 'web', actor: 'applicant', now }
      });
    const [first, again] = await Promise.all([apply('申 桜'), apply('申 桜')]);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(await apply('申 椿')).toMatchObject({ ok: false, error: { type: 'other-content' } });
    const notices = await opened.db
      .selectFrom('notice')
      .select('way')
      .where('kind', '=', 'supporter-applied')
      .execute();
    expect(notices).toEqual([{ way: 'phone' }]);
  });

  test('both checks, then two different people; only the second yes makes a link', async () => {
    const fileId = await appliedFile(opened.db);
    const seen = (what: 'certificate' | 'identity', on: string) =>
      noteSeen(opened.db, { fileId, what, on, actor: staff[0], now });
    expect(await approve(opened.db, city, { fileId, actor: staff[0], now })).toMatchObject({
      error: { type: 'not-checked' }
    });
    expect(await seen('certificate', '2026-11-24')).toMatchObject({
      error: { type: 'date-wrong' }
    });
    expect(await seen('certificate', '2026-11-20')).toMatchObject({ ok: true });
    expect(await stateOf(fileId)).toBe('applied');
    expect(await seen('identity', localDateOf(now))).toMatchObject({ ok: true });
    expect(await stateOf(fileId)).toBe('checked');

    const yes = (actor: string) => approve(opened.db, city, { fileId, actor, now });
    const twice = await Promise.all([yes(staff[0]), yes(staff[0])]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(fileId)).toBe('checked');
    expect(await yes(staff[1])).toMatchObject({
      ok: true,
      value: { token: expect.any(String) as string }
    });
    expect(await stateOf(fileId)).toBe('invited');
    const columns = Object.keys(
      await opened.db.selectFrom('supporter_file').selectAll().executeTakeFirstOrThrow()
    );
    expect(columns.filter((column) => /number|image|copy/.test(column))).toEqual(['number']);
  });

  test('from the link to the board: an account, a rest, the promise, and then the requests', async () => {
    const token = await approvedLink(opened.db, await checkedFile(opened.db, staff[0]), staff);
    const accountId = await joinBy(opened.db, token);
    const joined = await findSupporterOf(opened.db, accountId);
    expect(joined).toMatchObject({
      state: 'resting',
      restReason: 'promise',
      languages: ['ja', 'en'],
      monthlyLimit: 2,
      venues: ['chuo']
    });
    const reception = { id: staff[0], name: 'x', roles: ['reception' as const], suspendedAt: null };
    const card = () => checkCard(opened.db, { code: joined!.cardCode, viewer: reception, now });
    expect(await card()).toEqual({ kind: 'not-valid' });

    const { version } = await readPromise(opened.db);
    const agree = (read: number) =>
      agreeToPromise(opened.db, city, {
        ...{ supporterId: joined!.id, version: read, channel: 'web', actor: accountId, now }
      });
    expect(await agree(version + 1)).toMatchObject({ error: { type: 'changed-meanwhile' } });
    expect(await agree(version)).toEqual({ ok: true, value: { until: '2027-11-22' } });
    await agree(version);
    const active = await findSupporterOf(opened.db, accountId);
    expect(active).toMatchObject({ state: 'active', restReason: null });
    expect(await card()).toEqual({ kind: 'valid', name: '申 桜' });
    const requestId = await openRequest(opened.db);
    const board = await readBoard(opened.db, active!);
    expect(board.map((entry) => entry.requestId)).toContain(requestId);
    expect(
      await opened.db
        .selectFrom('promise_agreement')
        .select('version')
        .where('supporter_id', '=', joined!.id)
        .execute()
    ).toEqual([{ version }]);
  });

  test('a link that was renewed or whose application ended makes no account', async () => {
    const fileId = await checkedFile(opened.db, staff[0]);
    const old = await approvedLink(opened.db, fileId, staff);
    const renewed = await renewLink(opened.db, { fileId, actor: staff[0], now });
    const open = (token: string) =>
      acceptInvitation(opened.db, {
        token,
        login: `${newId()}@example.jp`,
        ...{ name: 'x', password: 'twelve letters', now }
      });
    expect(await open(old)).toMatchObject({ error: { type: 'invitation-not-valid' } });
    await endFile(opened.db, city, { fileId, actor: staff[0], now, as: 'withdrawn' });
    expect(await open(renewed.ok ? renewed.value.token : '')).toMatchObject({
      error: { type: 'invitation-not-valid' }
    });
    expect(await stateOf(fileId)).toBe('withdrawn');
    expect(await approve(opened.db, city, { fileId, actor: staff[0], now })).toMatchObject({
      error: { type: 'not-checked' }
    });
  });

  test('after a year without the promise they rest, with a notice; agreeing on paper wakes them', async () => {
    const token = await approvedLink(opened.db, await checkedFile(opened.db, staff[0]), staff);
    const accountId = await joinBy(opened.db, token);
    const { id: supporterId } = (await findSupporterOf(opened.db, accountId))!;
    const { version } = await readPromise(opened.db);
    const agreed = { supporterId, version, channel: 'paper', actor: staff[0] } as const;
    await agreeToPromise(opened.db, city, { ...agreed, now });

    const lastDay = instantOf('2027-11-22', '03:00');
    await runNightly(opened.db, { city, now: lastDay });
    expect(await findSupporterOf(opened.db, accountId)).toMatchObject({ state: 'active' });
    const dayAfter = instantOf('2027-11-23', '03:00');
    await runNightly(opened.db, { city, now: dayAfter });
    await runNightly(opened.db, { city, now: dayAfter });
    expect(await findSupporterOf(opened.db, accountId)).toMatchObject({
      state: 'resting',
      restReason: 'promise'
    });
    const told = await opened.db
      .selectFrom('notice')
      .select('id')
      .where('kind', '=', 'supporter-promise-due')
      .where('account_id', '=', accountId)
      .execute();
    expect(told).toHaveLength(1);

    await agreeToPromise(opened.db, city, { ...agreed, now: dayAfter });
    expect(await findSupporterOf(opened.db, accountId)).toMatchObject({ state: 'active' });
    const counts = await readActiveSupporters(opened.db, '2027-12-05', 3);
    expect(counts.map(({ month }) => month)).toEqual(['2027-12', '2027-11']);
  });

  test('the text has versions: of two who change it at once one is told, and what is agreed to stays', async () => {
    const before = await readPromise(opened.db);
    const change = (line: string) =>
      changePromise(opened.db, {
        from: before.version,
        ja: `${before.ja.join('\n')}\n${line}`,
        en: `${before.en.join('\n')}\n${line}`,
        ...{ actor: staff[0], now }
      });
    const changed = await Promise.all([change('A'), change('B')]);
    expect(changed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(changed).toContainEqual({ ok: false, error: { type: 'changed-meanwhile' } });
    expect((await readPromise(opened.db)).version).toBe(before.version + 1);
  });

  test('the desk’s list has who waits and who is registered, and every step is in the chain', async () => {
    const listed = await listSupporters(opened.db, localDateOf(now));
    expect(listed.files.every(({ state }) => state !== 'joined')).toBe(true);
    expect(listed.supporters.length).toBeGreaterThan(0);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });
});
