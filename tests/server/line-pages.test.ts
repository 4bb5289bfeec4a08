import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { findReceipt } from '#app/server/receipts.ts';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions as absence,
  load as showAbsence
} from '../../src/routes/(desk)/desk/absence/+page.server.ts';
import {
  actions as notices,
  load as showNotices
} from '../../src/routes/(desk)/desk/notices/+page.server.ts';
import { actions as reminders } from '../../src/routes/(desk)/desk/reminders/+page.server.ts';
import {
  actions as weather,
  load as showWeather
} from '../../src/routes/(desk)/desk/weather/+page.server.ts';
import { actions as workshop } from '../../src/routes/(desk)/desk/workshops/[id]/+page.server.ts';
import {
  actions as change,
  load as showChange
} from '../../src/routes/(desk)/desk/workshops/[id]/change/+page.server.ts';
import {
  actions as receipt,
  load as showReceipt
} from '../../src/routes/[[lang=lang]]/(join)/receipt/+page.server.ts';

const moved = {
  kind: 'changed',
  key: 'k'.repeat(32),
  date: '2026-12-01',
  begin: '13:00',
  end: '15:00',
  venueId: 'sayama',
  bringJa: '飲みもの',
  bringEn: 'A drink',
  reasonJa: '部屋の都合のため',
  reasonEn: ''
};

describe.each(engines)('pages of what changes after the sign-up on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;
  let sessionId: string;
  const tokens: string[] = [];
  const ids: string[] = [];

  beforeAll(async () => {
    opened = await open();
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 'chosei@example.jp', name: '調整', passwordHash: '' },
        ...{ roles: ['coordinator'], now: whileOpen }
      })
    );
    account = (await findAccount(opened.db, id))!;
    const planned = await plannedWorkshop(opened.db, { code: 'C12', seats: 1 });
    workshopId = planned.workshopId;
    sessionId = planned.sessionIds[0]!;
    for (const number of [1, 2]) {
      const applied = await applyForWorkshop(opened.db, {
        ...{ code: 'C12', channel: 'web', actor: 'applicant', now: whileOpen },
        ...{ application: applicantNumber(number), key: keyNumber(number) }
      });
      if (!applied.ok) throw new Error(applied.error.type);
      tokens.push(applied.value.receiptToken);
      ids.push(applied.value.signUpId);
    }
  });
  afterAll(() => opened.close());

  const ask = (
    work: (event: never) => unknown,
    path: string,
    asked: {
      params?: Record<string, string>;
      form?: Record<string, string>;
      jar?: Map<string, string>;
    } = {}
  ) =>
    answerOf(() =>
      work(
        askedOf(
          applicationFor(opened.db, () => whileOpen),
          { path, account, ...asked }
        )
      )
    );
  const changeForm = (form: Record<string, string>, session = sessionId, id = workshopId) =>
    ask(change['default']!, `/desk/workshops/${id}/change?session=${session}`, {
      params: { id },
      form
    });

  test.each([
    ['no reason', { reasonJa: ' 　' }, 409, 'reason-missing'],
    ['a reason like a letter', { reasonJa: 'あ'.repeat(81) }, 409, 'reason-too-long'],
    ['31 November', { date: '2026-11-31' }, 422, 'not-a-time'],
    ['no hour', { begin: '' }, 422, 'not-a-time'],
    ['an end before the beginning', { end: '12:00' }, 409, 'ends-before-it-starts'],
    ['a day that is gone', { date: '2026-11-01' }, 409, 'in-the-past'],
    ['a place nobody knows', { venueId: 'nowhere' }, 409, 'venue-unknown']
  ])('%s is told in one sentence and what was typed stays', async (_, wrong, status, refused) => {
    expect(await changeForm({ ...moved, ...wrong })).toMatchObject({
      value: { status, data: { refused, kind: 'changed', typed: { bringEn: 'A drink' } } }
    });
  });

  test('dates that are none, and dates of another workshop, are not found', async () => {
    const other = await plannedWorkshop(opened.db, { code: 'C13' });
    const notFound = { kind: 'error', status: 404 };
    for (const session of ['', 'unknown', newId(), "' or 1=1", other.sessionIds[0]!]) {
      const path = `/desk/workshops/${workshopId}/change?session=${encodeURIComponent(session)}`;
      expect(await ask(showChange as never, path, { params: { id: workshopId } })).toEqual(
        notFound
      );
      expect(await changeForm(moved, encodeURIComponent(session))).toEqual(notFound);
    }
    expect(await changeForm({ ...moved, key: '' })).toEqual(notFound);
  });

  test('a change leads to the list of those to tell, and the same form again to the same list', async () => {
    const answer = await changeForm(moved);
    expect(answer).toMatchObject({ kind: 'redirect' });
    expect(await changeForm(moved)).toEqual(answer);
    const path = (answer as { to: string }).to;
    expect(await ask(showNotices as never, path)).toMatchObject({
      value: { notices: { total: 2 }, told: { 'to-tell': 2, told: 0 } }
    });
    expect(await ask(showNotices as never, '/desk/notices?change=%25')).toMatchObject({
      value: { changeId: undefined }
    });
  });

  test('marks nobody offered and ids nobody gave change nothing', async () => {
    const answer = workshop['answer']!;
    const params = { id: workshopId };
    const page = `/desk/workshops/${workshopId}`;
    for (const form of [{}, { offerId: ids[0]!, answer: 'maybe' }]) {
      expect(await ask(answer, page, { params, form })).toMatchObject({ value: { status: 422 } });
    }
    for (const [work, form] of [
      [answer, { offerId: 'unknown', answer: 'yes' }],
      [workshop['askAgain']!, { signUpId: ids[1]! }],
      [notices['answer']!, { offerId: "' or 1=1", answer: 'no' }],
      [absence['absent']!, { signUpId: 'unknown' }],
      [absence['undo']!, { signUpId: ids[0]! + '0' }],
      [reminders['default']!, { result: 'reached', sessionId, signUpId: ids[0]!, try: '1' }],
      [weather['default']!, { sessionId, key: 'k' }]
    ] as const) {
      expect(await ask(work as never, page, { params, form })).toMatchObject({
        value: { status: 409 }
      });
    }
    expect(await ask(reminders['default']!, '/desk/reminders', { form: {} })).toMatchObject({
      value: { status: 422 }
    });
    expect(await ask(showWeather as never, '/desk/weather')).toMatchObject({
      value: { sessions: [] }
    });
    expect(await ask(showAbsence as never, '/desk/absence?q=%25&done=x')).toMatchObject({
      value: { found: [], done: undefined }
    });
  });

  test('only the browser that holds the receipt answers, in time and once', async () => {
    await cancelApplication(opened.db, {
      ...{ signUpId: ids[0]!, by: 'applicant', actor: 'applicant', now: whileOpen }
    });
    const jar = new Map<string, string>();
    await ask(showReceipt as never, `/receipt?t=${tokens[1]}`, { jar });
    const shown = await ask(showReceipt as never, '/receipt', { jar });
    const { receipt: ticket } = (shown as { value: { receipt: Held } }).value;
    const form = { number: ticket.number, offer: ticket.offer.id, answer: 'yes' };

    const stranger = await ask(receipt['answer']!, '/receipt', { form });
    expect(stranger).toEqual({ kind: 'redirect', to: '/receipt?unknown' });
    for (const wrong of [{ offer: 'other' }, { answer: 'maybe' }]) {
      expect(
        await ask(receipt['answer']!, '/receipt', { form: { ...form, ...wrong }, jar })
      ).toEqual({ kind: 'redirect', to: '/receipt?r=1&late' });
    }
    expect(await ask(receipt['answer']!, '/receipt', { form, jar })).toEqual({
      kind: 'redirect',
      to: '/receipt?r=1'
    });
    expect(await findReceipt(opened.db, tokens[1]!)).toMatchObject({ status: 'confirmed' });
  });
});

type Held = { readonly number: string; readonly offer: { readonly id: string } };
