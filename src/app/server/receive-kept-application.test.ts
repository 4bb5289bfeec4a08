import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { receiveKeptApplication } from './receive-kept-application.ts';
import { findReceipt } from './receipts.ts';

describe.each(engines)('an application kept without a network, on $name', ({ open }) => {
  let opened: TestDb;

  beforeAll(async () => {
    opened = await open();
    await plannedWorkshop(opened.db, { code: 'C12' });
    await plannedWorkshop(opened.db, { code: 'C13', seats: 1, longestLine: 1 });
  });
  afterAll(() => opened.close());

  const formOf = (number: number, changed: Readonly<Record<string, string>> = {}) =>
    Object.entries({
      ...{ key: keyNumber(number), step: 'summary', go: 'send' },
      kana: applicantNumber(number).kana,
      name: applicantNumber(number).name,
      phone: applicantNumber(number).phone ?? '',
      ...{ ageBand: '75-84', phoneFamily: 'android', loanPhone: 'no', companions: '0' },
      way: 'phone',
      ...changed
    });
  const receive = (entries: Iterable<readonly [string, unknown]>, code = 'C12', now = whileOpen) =>
    receiveKeptApplication(opened.db, { code, entries, address: '192.0.2.1', now });
  const signUps = async () => (await opened.db.selectFrom('sign_up').select('id').execute()).length;

  test('is a sign-up like any other, and its receipt opens', async () => {
    const { answer, receiptToken = '' } = await receive(formOf(1));
    expect(answer).toEqual({ kind: 'taken' });
    expect(await findReceipt(opened.db, receiptToken)).toMatchObject({ status: 'confirmed' });
  });

  test('sent twice, or by the form as well, it is one sign-up with one receipt', async () => {
    const before = await signUps();
    const both = await Promise.all([receive(formOf(2)), receive(formOf(2))]);
    const byTheForm = await applyForWorkshop(opened.db, {
      ...{ code: 'C12', application: applicantNumber(2), channel: 'web', key: keyNumber(2) },
      ...{ actor: 'applicant', now: whileOpen }
    });
    expect(new Set(both.map(({ receiptToken }) => receiptToken)).size).toBe(1);
    expect(byTheForm).toMatchObject({ value: { receiptToken: both[0].receiptToken } });
    expect(await signUps()).toBe(before + 1);
  });

  test('the answer that was lost comes again after closing time; a late one is refused', async () => {
    const { receiptToken } = await receive(formOf(3));
    const late = classPlan.closesAt;
    expect(await receive(formOf(3), 'C12', late)).toEqual({
      answer: { kind: 'taken' },
      receiptToken
    });
    expect(await receive(formOf(4), 'C12', late)).toEqual({
      answer: { kind: 'refused', reason: 'sign-up-closed' }
    });
  });

  test('a class that filled up meanwhile gives a place in the line, then says that it is full', async () => {
    await receive(formOf(11), 'C13');
    const { answer, receiptToken = '' } = await receive(formOf(12), 'C13');
    expect(answer).toEqual({ kind: 'taken' });
    expect(await findReceipt(opened.db, receiptToken)).toMatchObject({
      ...{ status: 'waiting', positionInLine: 1 }
    });
    expect((await receive(formOf(13), 'C13')).answer).toEqual({
      ...{ kind: 'refused', reason: 'waiting-line-full' }
    });
  });

  test('the same form with another person asks, and keeps nothing of it', async () => {
    await receive(formOf(20));
    const before = await signUps();
    const other = await receive(formOf(20, { kana: 'さとう たろう' }));
    expect(other).toEqual({ answer: { kind: 'other-person' } });
    expect(await signUps()).toBe(before);
  });

  test.each([
    ['an answer that the class asks for is missing', { loanPhone: '' }, 'step'],
    ['a form that was not finished', { go: 'next' }, 'malformed'],
    ['no form of ours', { shoe: '27' }, 'malformed'],
    ['no key', { key: '' }, 'malformed']
  ] as const)('%s: nothing is taken', async (_, changed, kind) => {
    const before = await signUps();
    expect((await receive(formOf(30, changed))).answer).toMatchObject({ kind });
    expect(await signUps()).toBe(before);
  });

  test('a class that is no more', async () => {
    expect((await receive(formOf(31), 'Z99')).answer).toEqual({
      ...{ kind: 'refused', reason: 'workshop-not-found' }
    });
  });
});
