import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suspend } from '#app/server/supporters/standing.ts';
import { city } from '#city/current.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { hashPassword } from '#features/people/server/password.ts';
import type { Answers } from '#features/supporters/domain/application.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { helpNow as now, newStaff, newSupporter, prepareVenues } from '#tests/support/help.ts';
import { answerOf, applicationFor, askedOf, type Answer } from '#tests/support/requests.ts';
import { actions as apply } from '../../src/routes/[[lang=lang]]/(join)/supporters/apply/+page.server.ts';
import { load as recruit } from '../../src/routes/[[lang=lang]]/(join)/supporters/+page.server.ts';
import { actions as enter } from '../../src/routes/(desk)/desk/supporters/new/+page.server.ts';
import {
  actions as onFile,
  load as readFile
} from '../../src/routes/(desk)/desk/supporters/files/[id]/+page.server.ts';
import { actions as onSupporter } from '../../src/routes/(desk)/desk/supporters/[id]/+page.server.ts';
import { actions as onPromise } from '../../src/routes/(desk)/desk/supporters/promise/+page.server.ts';
import { actions as onMe } from '../../src/routes/(supporter)/supporters/me/+page.server.ts';
import { actions as signIn } from '../../src/routes/sign-in/+page.server.ts';

const PASSWORD = 'twelve letters';
const form = {
  who: ['adult', 'tokyo', 'daily'],
  certificate: 'have',
  families: ['android'],
  topics: ['line'],
  languages: ['ja'],
  venues: ['chuo'],
  times: ['weekday-morning'],
  month: '2',
  reach: 'phone',
  kana: 'もうし さくら',
  name: '申 桜',
  phone: '090-8765-4321',
  key: '00000000-0000-4000-8000-0000000000aa'
};

type Screen = { readonly show: string; readonly errors: object; readonly answers: Answers };

describe.each(engines)('the pages about supporters on $name', ({ open }) => {
  let opened: TestDb;
  let staff: [Account, Account];

  beforeAll(async () => {
    opened = await open();
    await prepareVenues(opened.db);
    const one = await newStaff(opened.db);
    const other = await newStaff(opened.db);
    staff = [(await findAccount(opened.db, one))!, (await findAccount(opened.db, other))!];
  });
  afterAll(() => opened.close());

  const send = (
    work: ((event: never) => unknown) | undefined,
    asked: Omit<Parameters<typeof askedOf>[1], 'path'> & { readonly path?: string }
  ): Promise<Answer> => {
    if (!work) throw new Error('no such action');
    const app = applicationFor(opened.db, () => now);
    return answerOf(() => work(askedOf(app, { path: '/supporters', ...asked })));
  };

  test('one question a screen: what is missing is asked again, with what was told kept', async () => {
    const answer = await send(apply['show'], {
      form: { ...form, venues: [], asked: 'venues' }
    });
    expect(answer).toMatchObject({ kind: 'value', value: { status: 422 } });
    const { data } = (answer as { value: { data: Screen } }).value;
    expect(data).toMatchObject({
      show: 'venues',
      errors: { venues: 'choose-venues' },
      answers: { kana: 'もうし さくら', topics: ['line'] }
    });
    expect(await send(apply['show'], { form })).toMatchObject({ value: { show: 'summary' } });
  });

  test('sent twice it is one application; the address after it tells nothing but a number', async () => {
    const first = await send(apply['send'], { form });
    expect(first).toMatchObject({
      kind: 'redirect',
      to: expect.stringMatching(/^\/supporters\/apply\/received\?number=\d{7}$/) as string
    });
    expect(await send(apply['send'], { form })).toEqual(first);
    expect(await send(apply['send'], { form: { ...form, name: '申 椿' } })).toMatchObject({
      value: { status: 409, data: { already: expect.stringMatching(/^\d{7}$/) as string } }
    });
    expect(await send(apply['send'], { form: { ...form, who: [] } })).toMatchObject({
      value: { status: 422 }
    });
  });

  test('at the desk: paper in, seen, two yeses, a link; a second yes of the same person is refused', async () => {
    const key = '00000000-0000-4000-8000-0000000000ab';
    const entered = await send(enter['default'], {
      form: { ...form, key, channel: 'paper' },
      account: staff[0]
    });
    const { number } = (entered as { value: { number: string } }).value;
    const { id } = await opened.db
      .selectFrom('supporter_file')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const on = (action: keyof typeof onFile, account: Account, told: Record<string, string> = {}) =>
      send(onFile[action], {
        ...{ params: { id }, account, form: told, path: `/desk/supporters/files/${id}` }
      });
    expect(await on('approve', staff[0])).toMatchObject({
      value: { status: 409, data: { error: 'not-checked' } }
    });
    for (const what of ['certificate', 'identity']) {
      expect(await on('seen', staff[0], { what, on: '2026-11-22' })).toMatchObject({
        kind: 'redirect'
      });
    }
    expect(await on('approve', staff[0])).toMatchObject({ kind: 'redirect' });
    expect(await on('approve', staff[0])).toMatchObject({
      value: { data: { error: 'already-approved' } }
    });
    expect(await on('approve', staff[1])).toMatchObject({
      value: { link: expect.stringMatching(/\/sign-in\/first\?token=.{43}$/) as string }
    });
    const looked = await send(readFile, { params: { id }, account: staff[1] });
    expect(looked).toMatchObject({ value: { file: { state: 'invited' } } });
    const read = await opened.db
      .selectFrom('audit')
      .select('actor')
      .where('entity_id', '=', id)
      .where('action', '=', 'read')
      .execute();
    expect(read).toEqual([{ actor: staff[1].id }]);
  });

  test('a suspension needs its reason; then signing in is answered kindly, and only with the right password', async () => {
    const supporter = await newSupporter(opened.db);
    const { login } = await opened.db
      .updateTable('account')
      .set({ password_hash: await hashPassword(PASSWORD) })
      .where('id', '=', supporter.accountId)
      .returning('login')
      .executeTakeFirstOrThrow();
    const asked = { params: { id: supporter.id }, account: staff[0] };
    expect(await send(onSupporter['suspend'], { ...asked, form: {} })).toMatchObject({
      value: { status: 422, data: { error: 'no-reason' } }
    });
    expect(
      await send(onSupporter['suspend'], { ...asked, form: { reason: 'safety' } })
    ).toMatchObject({ kind: 'redirect' });

    const jar = new Map<string, string>();
    const enterWith = (password: string) =>
      send(signIn['default'], { form: { login, password }, jar, path: '/sign-in' });
    expect(await enterWith('something else')).toMatchObject({
      value: { data: { error: 'wrong-login' } }
    });
    expect(await enterWith(PASSWORD)).toMatchObject({
      value: { status: 403, data: { error: 'suspended' } }
    });
    expect(jar.size).toBe(0);
    const left = await opened.db
      .selectFrom('auth_session')
      .select('account_id')
      .where('account_id', '=', supporter.accountId)
      .where('revoked_at', 'is', null)
      .execute();
    expect(left).toEqual([]);
  });

  test('a supporter agrees to what they read, and notes single days', async () => {
    const supporter = await newSupporter(opened.db);
    const account = (await findAccount(opened.db, supporter.accountId))!;
    const me = (action: string, told: Record<string, string>) =>
      send(onMe[action], { account, form: told, path: '/supporters/me' });
    expect(await me('agree', { version: '0' })).toMatchObject({
      value: { status: 409, data: { error: 'changed-meanwhile' } }
    });
    expect(await me('agree', { version: '1' })).toMatchObject({ kind: 'redirect' });
    expect(await me('add', { date: '2026-11-23', kind: 'away' })).toMatchObject({
      value: { status: 422, data: { dateError: 'wrong', typed: { date: '2026-11-23' } } }
    });
    await me('add', { date: '2026-12-24', kind: 'away' });
    await me('add', { date: '2026-12-25', kind: 'free' });
    await me('remove', { date: '2026-12-25' });
    const { dates } = await opened.db
      .selectFrom('supporter')
      .select('dates')
      .where('id', '=', supporter.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(dates)).toEqual([{ date: '2026-12-24', kind: 'away' }]);
    await suspend(opened.db, city, {
      ...{ supporterId: supporter.id, reason: 'identity', actor: staff[0].id, now }
    });
    expect(await me('agree', { version: '1' })).toMatchObject({
      value: { status: 409, data: { error: 'suspended' } }
    });
  });

  test('a new wording keeps what was typed when it is refused', async () => {
    const typed = { from: '1', ja: '一つ', en: '' };
    expect(
      await send(onPromise['default'], { account: staff[0], form: typed, path: '/desk' })
    ).toMatchObject({ value: { status: 422, data: { error: 'empty', typed: { ja: '一つ' } } } });
  });

  test('the page for those who would like to help works without a date for 取得会', async () => {
    expect(await send(recruit, {})).toEqual({ kind: 'value', value: { training: undefined } });
  });
});
