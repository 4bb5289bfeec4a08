import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { readEnrolmentCode } from '#features/sync/domain/enrolment-code.ts';
import { newId } from '#shared/ids.ts';
import { CLASS_BEGINS, makeAccount, makeDevice } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import {
  actions as code,
  load as showAll
} from '../../src/routes/(desk)/desk/tablets/+page.server.ts';
import {
  actions as one,
  load as showOne
} from '../../src/routes/(desk)/desk/tablets/[id]/+page.server.ts';
import { load as showAfter } from '../../src/routes/(desk)/desk/tablets/after/+page.server.ts';

describe.each(engines)('the desk’s pages of tablets on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let reception: string;

  beforeAll(async () => {
    opened = await open();
    account = (await findAccount(opened.db, await makeAccount(opened.db, 'coordinator')))!;
    reception = await makeAccount(opened.db, 'reception');
    await makeAccount(opened.db, 'supporter');
  });
  afterAll(() => opened.close());

  const ask = (
    work: unknown,
    asked: { params?: Record<string, string>; form?: Record<string, string> } = {}
  ) =>
    answerOf(() =>
      (work as (event: never) => unknown)(
        askedOf(
          applicationFor(opened.db, () => CLASS_BEGINS),
          { path: '/desk/tablets', account, ...asked }
        )
      )
    );

  test('a code is shown with its QR; only its hash is kept', async () => {
    const form = { name: ' 受付１ ', place: '入口', account: reception };
    const answer = await ask(code['code'], { form });
    const { shown } = (answer as { value: { shown: { code: string; qr: string } } }).value;
    expect(readEnrolmentCode(shown.qr)).toBe(shown.code);
    expect(new URL(shown.qr)).toMatchObject({ pathname: '/staff', search: '' });
    const rows = await opened.db.selectFrom('device_code').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(shown.code);
  });

  test('a mistake comes back with what was typed', async () => {
    const form = { name: '', place: '入口', account: reception };
    expect(await ask(code['code'], { form })).toMatchObject({
      value: { status: 422, data: { error: 'no-name', typed: { place: '入口' } } }
    });
    const nobody = { ...form, name: '受付1', account: newId() };
    expect(await ask(code['code'], { form: nobody })).toMatchObject({
      value: { data: { error: 'no-account' } }
    });
  });

  test('the list names every tablet, and the accounts that receive', async () => {
    const id = await makeDevice(opened.db, reception, '受付2');
    expect(await ask(showAll)).toMatchObject({
      value: {
        tablets: [{ id, name: '受付2', state: 'active', holds: 0, unsent: 0 }],
        accounts: [{ id: account.id }, { id: reception }]
      }
    });
    expect(await ask(showAfter)).toEqual({ kind: 'value', value: { sessions: [] } });
  });

  test('a tablet is taken out of use with a reason, once', async () => {
    const id = await makeDevice(opened.db, reception, '受付3');
    const params = { id };
    expect(await ask(one['lost'], { params, form: {} })).toMatchObject({
      value: { status: 422, data: { error: 'no-reason', state: 'lost' } }
    });
    const lost = { params, form: { reason: 'missing' } };
    expect(await ask(one['lost'], lost)).toEqual({ kind: 'redirect', to: '/desk/tablets?done' });
    expect(await ask(one['lost'], lost)).toMatchObject({
      value: { status: 409, data: { error: 'already-so' } }
    });
    expect(await ask(showOne, { params })).toMatchObject({
      value: { tablet: { state: 'lost', endReason: 'missing', endedAt: CLASS_BEGINS } }
    });
    expect(await ask(one['seen'], { params })).toEqual({
      kind: 'redirect',
      to: `/desk/tablets/${id}`
    });
  });

  test('unknown ids are not found, whatever they look like', async () => {
    for (const id of ['', 'unknown', newId(), "' or 1=1", '%']) {
      const params = { id };
      expect(await ask(showOne, { params })).toEqual({ kind: 'error', status: 404 });
      const form = { reason: 'returned' };
      expect(await ask(one['retire'], { params, form })).toEqual({ kind: 'error', status: 404 });
    }
  });
});
