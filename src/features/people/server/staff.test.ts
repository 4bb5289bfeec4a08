import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { createAccount } from './accounts.ts';
import { beginAuthSession, findSignedIn } from './auth-session.ts';
import { acceptInvitation } from './invitations.ts';
import {
  inviteStaff,
  listStaff,
  reinstateAccount,
  STAFF_LINK_VALID_MS,
  suspendAccount
} from './staff.ts';

const now = Date.parse('2026-12-01T01:00:00Z');

describe.each(engines)('looking after accounts on $name', ({ open }) => {
  let opened: TestDb;
  let chief: string;
  let other: string;

  beforeAll(async () => {
    opened = await open();
    const create = (login: string) =>
      inTransaction(opened.db, (tx) =>
        createAccount(tx, { login, name: login, passwordHash: '', roles: ['administrator'], now })
      );
    chief = await create('a@example.jp');
    other = await create('b@example.jp');
  });
  beforeEach(() => opened.db.updateTable('account').set({ suspended_at: null }).execute());
  afterAll(() => opened.close());

  const suspend = (actor: string, accountId: string) =>
    suspendAccount(opened.db, { accountId, actor, now });

  test('a suspended account is out everywhere at once, and comes back only by signing in anew', async () => {
    const token = await beginAuthSession(opened.db, other, now);
    expect(await suspend(chief, other)).toMatchObject({ ok: true });
    expect(await findSignedIn(opened.db, token, now)).toBeUndefined();

    await reinstateAccount(opened.db, { accountId: other, actor: chief, now });
    expect(await findSignedIn(opened.db, token, now)).toBeUndefined();
    const rows = await opened.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('entity_id', '=', other)
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { action: 'account.suspend', actor: chief },
      { action: 'account.reinstate', actor: chief }
    ]);
  });

  test('nobody suspends their own account', async () => {
    expect(await suspend(chief, chief)).toEqual({ ok: false, error: { type: 'own-account' } });
  });

  test('of two who suspend one another at one moment, one is left', async () => {
    const answers = await Promise.all([suspend(chief, other), suspend(other, chief)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const left = (await listStaff(opened.db)).filter(({ suspendedAt }) => suspendedAt === null);
    expect(left).toHaveLength(1);
  });

  test('unknown accounts are told as that', async () => {
    expect(await suspend(chief, 'unknown')).toEqual({
      ok: false,
      error: { type: 'account-not-found' }
    });
    expect(await reinstateAccount(opened.db, { accountId: 'unknown', actor: chief, now })).toBe(
      false
    );
  });

  test('a link makes an account with just its roles, within a week', async () => {
    const token = await inviteStaff(opened.db, {
      roles: ['reception', 'organiser'],
      actor: chief,
      now
    });
    const accept = (at: number) =>
      acceptInvitation(opened.db, {
        token,
        login: 'new@example.jp',
        name: '新しい人',
        password: 'twelve letters',
        now: at
      });
    expect(await accept(now + STAFF_LINK_VALID_MS)).toMatchObject({ ok: false });
    expect(await accept(now + STAFF_LINK_VALID_MS - 1)).toMatchObject({ ok: true });
    const made = (await listStaff(opened.db)).find(({ login }) => login === 'new@example.jp');
    expect([...(made?.roles ?? [])].sort()).toEqual(['organiser', 'reception']);
  });
});
