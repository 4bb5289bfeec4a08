import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { createAccount } from './accounts.ts';
import { findBrokenAudit } from './audit.ts';
import { ABSOLUTE_LIMIT_MS, endAuthSession, findSignedIn, IDLE_LIMIT_MS } from './auth-session.ts';
import { acceptInvitation, invite } from './invitations.ts';
import { hashPassword } from './password.ts';
import { signIn } from './sign-in.ts';

const now = Date.parse('2026-12-01T01:00:00Z');

describe.each(engines)('signing in on $name', ({ open }) => {
  let opened: TestDb;
  let accountId: string;

  beforeAll(async () => {
    opened = await open();
    const passwordHash = await hashPassword('a long password');
    accountId = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        login: 'Hana@Example.jp',
        name: '花',
        passwordHash,
        roles: ['reception', 'coordinator'],
        now
      })
    );
  });
  afterAll(() => opened.close());

  const attempt = (login: string, password: string, at = now) =>
    signIn(opened.db, { login, password, address: '127.0.0.1', now: at });

  test('the right password opens a session that names the roles', async () => {
    const signedIn = await attempt('hana@example.jp ', 'a long password');
    if (!signedIn.ok) throw new Error('not signed in');
    const account = await findSignedIn(opened.db, signedIn.value.token, now);
    expect(account).toMatchObject({ id: accountId, name: '花' });
    expect([...(account?.roles ?? [])].sort()).toEqual(['coordinator', 'reception']);
  });

  test('a wrong password and an unknown login get the same answer', async () => {
    const wrong = { ok: false, error: { type: 'wrong-login' } };
    expect(await attempt('hana@example.jp', 'another password')).toEqual(wrong);
    expect(await attempt('nobody@example.jp', 'a long password')).toEqual(wrong);
  });

  test('the eleventh attempt in a quarter of an hour has to wait, and is let in after it', async () => {
    for (let count = 0; count < 10; count++) await attempt('guess@example.jp', 'x', now);
    expect(await attempt('guess@example.jp', 'x', now)).toEqual({
      ok: false,
      error: { type: 'too-many-attempts' }
    });
    expect(await attempt('guess@example.jp', 'x', now + HOUR_MS)).toEqual({
      ok: false,
      error: { type: 'wrong-login' }
    });
  });

  test.each([
    ['eight hours without a request', IDLE_LIMIT_MS + 1],
    ['a week, whatever was done', ABSOLUTE_LIMIT_MS + 1]
  ])('a session ends after %s', async (_, later) => {
    const signedIn = await attempt('hana@example.jp', 'a long password');
    if (!signedIn.ok) throw new Error('not signed in');
    expect(await findSignedIn(opened.db, signedIn.value.token, now + later)).toBeUndefined();
  });

  test('signing out ends it at once', async () => {
    const signedIn = await attempt('hana@example.jp', 'a long password');
    if (!signedIn.ok) throw new Error('not signed in');
    await endAuthSession(opened.db, signedIn.value.token, now);
    expect(await findSignedIn(opened.db, signedIn.value.token, now)).toBeUndefined();
  });

  test('a suspended account is signed in nowhere', async () => {
    const signedIn = await attempt('hana@example.jp', 'a long password');
    if (!signedIn.ok) throw new Error('not signed in');
    await opened.db
      .updateTable('account')
      .set({ suspended_at: now })
      .where('id', '=', accountId)
      .execute();
    expect(await findSignedIn(opened.db, signedIn.value.token, now)).toBeUndefined();
    expect(await attempt('hana@example.jp', 'a long password')).toMatchObject({ ok: false });
    await opened.db
      .updateTable('account')
      .set({ suspended_at: null })
      .where('id', '=', accountId)
      .execute();
  });

  test('a link for the first administrator works once, even for two who open it together', async () => {
    const token = await invite(opened.db, { roles: ['administrator'], now, validMs: HOUR_MS });
    const accept = (login: string) =>
      acceptInvitation(opened.db, { token, login, name: '管理', password: 'a long password', now });
    const answers = await Promise.all([accept('a@example.jp'), accept('b@example.jp')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await accept('c@example.jp')).toMatchObject({ ok: false });
  });

  test('the audit chain holds, and shows the row that was changed', async () => {
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
    await opened.db.updateTable('audit').set({ actor: 'somebody' }).where('seq', '=', 1).execute();
    expect(await findBrokenAudit(opened.db)).toBe(1);
  });
});
