import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '#features/people/server/accounts.ts';
import { findSignedIn } from '#features/people/server/auth-session.ts';
import { invite, isInvitationOpen } from '#features/people/server/invitations.ts';
import { hashPassword } from '#features/people/server/password.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { POST as changeLanguage } from '../../src/routes/language/+server.ts';
import {
  actions as first,
  load as showFirst
} from '../../src/routes/sign-in/first/+page.server.ts';
import { actions as signIn, load as showSignIn } from '../../src/routes/sign-in/+page.server.ts';
import { POST as signOut } from '../../src/routes/sign-out/+server.ts';

const now = Date.parse('2026-12-01T01:00:00Z');
const right = { login: 'chosei@example.jp', password: 'a long password' };

describe.each(engines)('the sign-in pages on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    const passwordHash = await hashPassword(right.password);
    const account = { login: right.login, name: '調整', roles: ['coordinator'] as const };
    await inTransaction(opened.db, (tx) => createAccount(tx, { ...account, passwordHash, now }));
  });
  afterAll(() => opened.close());

  const app = () => applicationFor(opened.db, () => now);
  const send = (form: Record<string, string>, jar = new Map<string, string>()) =>
    answerOf(() => signIn['default']!(askedOf(app(), { path: '/sign-in', form, jar })));

  test('the right password leads to the page that was asked for', async () => {
    expect(await send({ ...right, next: '/desk/workshops' })).toEqual({
      kind: 'redirect',
      to: '/desk/workshops'
    });
  });

  test.each(['//example.org', 'https://example.org', '/\\example.org', '/.//example.org'])(
    'it never leads away to %s',
    async (next) => {
      expect(await send({ ...right, next })).toEqual({ kind: 'redirect', to: '/desk' });
      const shown = await showSignIn(
        askedOf(app(), { path: `/sign-in?next=${encodeURIComponent(next)}` })
      );
      expect(shown).toEqual({ next: undefined });
    }
  );

  test('a session that somebody planted in the browser is not taken over', async () => {
    const jar = new Map([['engawa', 'planted']]);
    await send(right, jar);
    const token = jar.get('engawa') ?? '';
    expect(token).not.toBe('planted');
    expect(await findSignedIn(opened.db, token, now)).toMatchObject({ name: '調整' });
    expect(await findSignedIn(opened.db, 'planted', now)).toBeUndefined();
  });

  test('signing in again ends the session before it', async () => {
    const jar = new Map<string, string>();
    await send(right, jar);
    const earlier = jar.get('engawa') ?? '';
    await send(right, jar);
    expect(await findSignedIn(opened.db, earlier, now)).toBeUndefined();
  });

  test('no answer tells whether a login exists, and no password comes back', async () => {
    const known = await send({ login: right.login, password: 'another password' });
    const unknown = await send({ login: 'nobody@example.jp', password: 'another password' });
    const withoutLogin = (answer: unknown) =>
      JSON.stringify(answer).replace(/"login":"[^"]*"/, '"login":""');
    expect(withoutLogin(known)).toBe(withoutLogin(unknown));
    expect(JSON.stringify(known)).not.toContain('another password');
  });

  test('signing out ends the session here and in the database', async () => {
    const jar = new Map<string, string>();
    await send(right, jar);
    const token = jar.get('engawa') ?? '';
    expect(
      await answerOf(() => signOut(askedOf(app(), { path: '/sign-out', form: {}, jar })))
    ).toEqual({ kind: 'redirect', to: '/sign-in' });
    expect(jar.has('engawa')).toBe(false);
    expect(await findSignedIn(opened.db, token, now)).toBeUndefined();
  });

  test('the language is kept on the device, and only a known one', async () => {
    const jar = new Map<string, string>();
    const choose = (lang: string, next: string) =>
      answerOf(() =>
        changeLanguage(askedOf(app(), { path: '/language', form: { lang, next }, jar }))
      );
    expect(await choose('en', '/desk')).toEqual({ kind: 'redirect', to: '/desk' });
    expect(jar.get('lang')).toBe('en');
    expect(await choose('xx', '//example.org')).toEqual({ kind: 'redirect', to: '/sign-in' });
    expect(jar.get('lang')).toBe('en');
  });

  describe('the one-time link', () => {
    const accept = (form: Record<string, string>) =>
      answerOf(() => first['default']!(askedOf(app(), { path: '/sign-in/first', form })));
    const filled = { login: 'kanri@example.jp', name: '管理 太郎', password: 'twelve letters' };

    test('a short password is told kindly and does not use the link up', async () => {
      const token = await invite(opened.db, { roles: ['administrator'], now, validMs: HOUR_MS });
      expect(await accept({ ...filled, token, password: 'eleven chrs' })).toMatchObject({
        value: { status: 422, data: { errors: { password: 'password-short' } } }
      });
      expect(await isInvitationOpen(opened.db, token, now)).toBe(true);
    });

    test('a login that is taken is told, and the link stays open', async () => {
      const token = await invite(opened.db, { roles: ['administrator'], now, validMs: HOUR_MS });
      expect(await accept({ ...filled, token, login: ' Chosei@Example.jp' })).toMatchObject({
        value: { status: 409, data: { errors: { login: 'login-taken' } } }
      });
      expect(await accept({ ...filled, token })).toEqual({ kind: 'redirect', to: '/desk' });
      expect(await accept({ ...filled, token, login: 'second@example.jp' })).toMatchObject({
        value: { data: { closed: true } }
      });
    });

    test('an unknown or late link says so and makes nobody', async () => {
      const late = await invite(opened.db, { roles: ['administrator'], now, validMs: 0 });
      for (const token of ['', 'unknown', late]) {
        expect(
          await showFirst(askedOf(app(), { path: `/sign-in/first?token=${token}` }))
        ).toMatchObject({ open: false });
        expect(await accept({ ...filled, login: 'late@example.jp', token })).toMatchObject({
          value: { data: { closed: true } }
        });
      }
    });
  });
});
