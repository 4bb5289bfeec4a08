import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { usualArrangement } from '#features/workshops/domain/arrangement.ts';
import { findAccount, type Account } from '#features/people/server/accounts.ts';
import { findReceipt } from '#app/server/receipts.ts';
import { newId } from '#shared/ids.ts';
import { instantOf } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { makeAccount } from '#tests/support/day.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions as partners,
  load as showPartners
} from '../../src/routes/(desk)/desk/workshops/[id]/partners/+page.server.ts';
import {
  actions as signUp,
  load as showSignUp
} from '../../src/routes/(desk)/desk/workshops/[id]/sign-ups/[signUpId]/+page.server.ts';
import {
  actions as receipt,
  load as showReceipt
} from '../../src/routes/[[lang=lang]]/(join)/receipt/+page.server.ts';

const sessions = ['2026-12-01', '2026-12-08'].map((day) => ({
  ...{ startsAt: instantOf(day, '10:00'), endsAt: instantOf(day, '12:00') }
}));

describe.each(engines)('pages of courses and partners on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;
  let sessionIds: readonly string[];
  let signUpId: string;
  let token: string;

  beforeAll(async () => {
    opened = await open();
    account = (await findAccount(opened.db, await makeAccount(opened.db, 'organiser')))!;
    const planned = await plannedWorkshop(opened.db, {
      ...{ code: 'P1', sessions },
      arrangement: { ...usualArrangement, host: 'partner', hostName: 'みなと電器', seatsPerYear: 1 }
    });
    ({ workshopId, sessionIds } = planned);
    const applied = await applyForWorkshop(opened.db, {
      ...{ code: 'P1', application: applicantNumber(1), key: keyNumber(1) },
      ...{ channel: 'web', actor: 'applicant', now: whileOpen }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    ({ signUpId, receiptToken: token } = applied.value);
  });
  afterAll(() => opened.close());

  const ask = (work: unknown, path: string, asked: object = {}) =>
    answerOf(() =>
      (work as (event: never) => unknown)(
        askedOf(
          applicationFor(opened.db, () => whileOpen),
          { path, account, params: { id: workshopId, signUpId }, ...asked }
        )
      )
    );
  const here = () => `/desk/workshops/${workshopId}/sign-ups/${signUpId}`;
  const datesAtTheDesk = async () => {
    const shown = await ask(showSignUp, here());
    const { dates } = (shown as { value: { dates: readonly { attendance: string }[] } }).value;
    return dates.map(({ attendance }) => attendance);
  };

  test('the desk writes one date down and takes it back', async () => {
    const form = { session: sessionIds[1] ?? '', absent: 'yes' };
    expect(await ask(signUp['date'], here(), { form })).toEqual({ kind: 'redirect', to: here() });
    expect(await datesAtTheDesk()).toEqual(['expected', 'absent-told']);
    await ask(signUp['date'], here(), { form: { ...form, absent: 'no' } });
    expect(await datesAtTheDesk()).toEqual(['expected', 'expected']);
    expect(
      await ask(signUp['date'], here(), { form: { ...form, session: newId() } })
    ).toMatchObject({ value: { status: 409, data: { error: 'date-not-found' } } });
  });

  test('so does the holder of the receipt, and nobody without it', async () => {
    const { number } = (await findReceipt(opened.db, token))!;
    const jar = new Map<string, string>();
    await ask(showReceipt, `/receipt?t=${token}`, { jar, account: undefined });
    const form = { number, session: sessionIds[0] ?? '', absent: 'yes' };
    const foreign = await ask(receipt['date'], '/receipt?/date', { form, jar: new Map() });
    expect(foreign).toEqual({ kind: 'redirect', to: '/receipt?unknown' });
    expect(await datesAtTheDesk()).toEqual(['expected', 'expected']);
    const told = await ask(receipt['date'], '/receipt?/date', { form, jar });
    expect(told).toEqual({ kind: 'redirect', to: '/receipt?r=1' });
    expect(await ask(showReceipt, '/receipt', { jar })).toMatchObject({
      value: { receipt: { dates: [{ isAbsent: true, mayChange: true }, { isAbsent: false }] } }
    });
  });

  test('somebody who is not behind cannot be let in, and a reason is needed', async () => {
    expect(await ask(signUp['letIn'], here(), { form: { reason: ' ' } })).toMatchObject({
      value: { status: 422, data: { error: 'let-in-reason' } }
    });
    expect(await ask(signUp['letIn'], here(), { form: { reason: '約束' } })).toMatchObject({
      value: { status: 409, data: { error: 'not-behind' } }
    });
  });

  test('who has had the seat of the year reads so on the receipt', async () => {
    await plannedWorkshop(opened.db, {
      ...{ code: 'P2', sessions },
      arrangement: { ...usualArrangement, seatsPerYear: 1 }
    });
    const applied = await applyForWorkshop(opened.db, {
      ...{ code: 'P2', application: applicantNumber(1), key: keyNumber(2) },
      ...{ channel: 'web', actor: 'applicant', now: whileOpen }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    const jar = new Map<string, string>();
    await ask(showReceipt, `/receipt?t=${applied.value.receiptToken}`, { jar });
    expect(await ask(showReceipt, '/receipt', { jar })).toMatchObject({
      value: { receipt: { status: 'waiting', positionInLine: 1, behindAfter: 1 } }
    });
  });

  test('a partner is given a link once, is on the list, and is ended', async () => {
    const path = `/desk/workshops/${workshopId}/partners`;
    const form = { label: '田中さん', account: '', daysBefore: '２', daysAfter: '1' };
    const wrong = await ask(partners['give'], path, { form: { ...form, daysBefore: 'many' } });
    expect(wrong).toMatchObject({
      value: { status: 422, data: { error: 'days-out-of-range', typed: { label: '田中さん' } } }
    });
    const given = await ask(partners['give'], path, { form });
    const { link } = (given as { value: { link: string } }).value;
    expect(link).toMatch(/\/sign-in\/first\?token=[\w-]{43}$/);

    const shown = await ask(showPartners, path);
    expect(shown).toMatchObject({
      value: { partners: [{ label: '田中さん', daysBefore: 2, state: 'link-open' }] }
    });
    expect(JSON.stringify(shown)).not.toContain(link.split('=')[1]);
    const { id } = (shown as { value: { partners: readonly { id: string }[] } }).value.partners[0]!;
    expect(await ask(partners['revoke'], path, { form: { id } })).toEqual({
      kind: 'redirect',
      to: path
    });
    expect(await ask(showPartners, path)).toMatchObject({
      value: { partners: [{ state: 'revoked' }] }
    });
    expect(await ask(showPartners, path, { params: { id: newId() } })).toMatchObject({
      kind: 'error',
      status: 404
    });
  });
});
