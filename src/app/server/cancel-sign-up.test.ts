import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availabilityOf } from '#features/workshops/domain/place.ts';
import { receiptNumberOf } from '#features/workshops/domain/receipt.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop, type Applied } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { findReceipt, lookUpReceipt } from './receipts.ts';
import { findWorkshop, findWorkshopSnapshot } from './workshop-snapshot.ts';

describe.each(engines)('cancelling and looking up on $name', ({ open }) => {
  let opened: TestDb;
  let now = whileOpen;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const applied = async (code: string, number: number): Promise<Applied> => {
    const answer = await applyForWorkshop(opened.db, {
      code,
      application: applicantNumber(number),
      channel: 'web',
      key: keyNumber(number),
      actor: 'applicant',
      now: whileOpen
    });
    if (!answer.ok) throw new Error(answer.error.type);
    return answer.value;
  };
  const cancel = (signUpId: string, by: 'applicant' | 'staff' = 'applicant', at = whileOpen) =>
    cancelApplication(opened.db, { signUpId, by, actor: by, now: at });
  const receiptOf = async (token: string) => {
    const receipt = await findReceipt(opened.db, token);
    if (!receipt) throw new Error('no receipt');
    return receipt;
  };

  test('a seat that becomes free is given to nobody in silence, and the line keeps its order', async () => {
    await plannedWorkshop(opened.db, { code: 'C12', seats: 1, longestLine: 5 });
    const [seated, first, second] = [
      await applied('C12', 1),
      await applied('C12', 2),
      await applied('C12', 3)
    ];
    expect(await cancel(seated.signUpId)).toMatchObject({ ok: true, value: { changed: true } });

    expect(await receiptOf(seated.receiptToken)).toMatchObject({ status: 'cancelled' });
    expect(await receiptOf(first.receiptToken)).toMatchObject({
      status: 'waiting',
      positionInLine: 1
    });
    expect(await receiptOf(second.receiptToken)).toMatchObject({ positionInLine: 2 });
    const late = await applied('C12', 4);
    expect(await receiptOf(late.receiptToken)).toMatchObject({
      status: 'waiting',
      positionInLine: 3
    });
    const promoted = await opened.db
      .selectFrom('notice')
      .select('id')
      .where('kind', '=', 'sign-up-promoted')
      .execute();
    expect(promoted).toHaveLength(0);

    await cancel(first.signUpId);
    expect(await receiptOf(second.receiptToken)).toMatchObject({ positionInLine: 1 });
    expect(await receiptOf(late.receiptToken)).toMatchObject({ positionInLine: 2 });
  });

  test('a cancelled person stays on the roster as cancelled: if they come, they are welcome', async () => {
    const { sessionIds } = await plannedWorkshop(opened.db, { code: 'C13' });
    const { signUpId } = await applied('C13', 10);
    await cancel(signUpId);
    const row = await opened.db
      .selectFrom('sync_row')
      .select(['body', 'deleted'])
      .where('scope', '=', sessionScope(sessionIds[0]!))
      .where('kind', '=', 'roster')
      .executeTakeFirstOrThrow();
    expect(row.deleted).toBe(0);
    expect(JSON.parse(row.body)).toMatchObject({ place: 'cancelled' });
  });

  test('cancelling twice is cancelling once; nobody is rung about a place that is no more', async () => {
    await plannedWorkshop(opened.db, { code: 'C14' });
    const { signUpId } = await applied('C14', 11);
    const answers = await Promise.all([cancel(signUpId), cancel(signUpId)]);
    expect(answers.map((answer) => answer.ok && answer.value.changed).sort()).toEqual([
      false,
      true
    ]);
    const audit = await opened.db
      .selectFrom('audit')
      .select('action')
      .where('entity_id', '=', signUpId)
      .orderBy('seq')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['sign-up', 'cancel']);
    expect(await noticesFor(11)).toEqual([{ kind: 'sign-up-confirmed', state: 'not-wanted' }]);
  });

  test('whom the desk cancels is told in their way', async () => {
    await plannedWorkshop(opened.db, { code: 'C15' });
    const { signUpId } = await applied('C15', 12);
    await cancel(signUpId, 'staff');
    expect(await noticesFor(12)).toEqual([
      { kind: 'sign-up-confirmed', state: 'not-wanted' },
      { kind: 'sign-up-cancelled', state: 'to-tell' }
    ]);
  });

  test('once the last date has begun only the desk can cancel', async () => {
    await plannedWorkshop(opened.db, { code: 'C16' });
    const { signUpId } = await applied('C16', 13);
    const begun = classPlan.sessions[0]!.startsAt;
    expect(await cancel(signUpId, 'applicant', begun)).toEqual({
      ok: false,
      error: { type: 'already-begun' }
    });
    expect(await cancel(signUpId, 'staff', begun)).toMatchObject({ ok: true });
    expect(await cancel('nobody')).toEqual({ ok: false, error: { type: 'sign-up-not-found' } });
  });

  test('a receipt is found by its number and the last four digits; wrong and unknown look the same', async () => {
    await plannedWorkshop(opened.db, { code: 'C17' });
    const { receiptToken } = await applied('C17', 1234);
    const { number } = await receiptOf(receiptToken);
    const other = receiptNumberOf(number.startsWith('100000') ? 200_000 : 100_000) ?? '';
    expect(await lookUp(number, '1234')).toEqual({ ok: true, value: receiptToken });
    const notFound = { ok: false, error: { type: 'receipt-not-found' } };
    expect(await lookUp(number, '1235')).toEqual(notFound);
    expect(await lookUp(other, '1234')).toEqual(notFound);
    for (const digits of ['%', '____', '', '00001234']) {
      expect(await lookUp(number, digits, '192.0.2.9')).toMatchObject({ ok: false });
    }
  });

  test('after five wrong tries a number rests for everybody, and opens again after it', async () => {
    await plannedWorkshop(opened.db, { code: 'C18' });
    const { receiptToken } = await applied('C18', 5678);
    const { number } = await receiptOf(receiptToken);
    for (let count = 0; count < 5; count++) await lookUp(number, '0000', `192.0.2.${count}`);
    expect(await lookUp(number, '5678', '192.0.2.99')).toEqual({
      ok: false,
      error: { type: 'too-many-look-ups' }
    });
    now = whileOpen + 16 * 60_000;
    expect(await lookUp(number, '5678')).toEqual({ ok: true, value: receiptToken });
    now = whileOpen;
  });

  test('one address may try many numbers, but not for ever', async () => {
    for (let count = 0; count < 200; count++) {
      expect(await lookUp(String(2_000_000 + count), '0000', '192.0.2.200')).toEqual({
        ok: false,
        error: { type: 'receipt-not-found' }
      });
    }
    expect(await lookUp('3000000', '0000', '192.0.2.200')).toEqual({
      ok: false,
      error: { type: 'too-many-look-ups' }
    });
  });

  test('a token that nobody was given opens nothing', async () => {
    expect(await findReceipt(opened.db, '0'.repeat(16))).toBeUndefined();
    expect(await findReceipt(opened.db, "' or 1=1 --")).toBeUndefined();
  });

  test('pages read a snapshot at most five seconds old, without the drafts', async () => {
    await plannedWorkshop(opened.db, { code: 'C60', seats: 3 });
    await plannedWorkshop(opened.db, { code: 'C61', state: 'draft' });
    const at = whileOpen + 60_000;
    const seatsAt = async (when: number) => {
      const found = await findWorkshop(opened.db, 'ｃ６０', when);
      return found && availabilityOf(found.workshop, when);
    };
    expect(await seatsAt(at)).toEqual({ kind: 'seats', left: 3 });
    await applied('C60', 60);
    expect(await seatsAt(at + 4_999)).toEqual({ kind: 'seats', left: 3 });
    expect(await seatsAt(at + 5_000)).toEqual({ kind: 'seats', left: 2 });
    expect(await findWorkshop(opened.db, 'C61', at + 5_000)).toBeUndefined();
    expect(findWorkshopSnapshot(opened.db, at + 5_001)).toBe(
      findWorkshopSnapshot(opened.db, at + 5_002)
    );
  });

  function lookUp(number: string, lastFourDigits: string, address = '192.0.2.1') {
    return lookUpReceipt(opened.db, { number, lastFourDigits, address, now });
  }

  async function noticesFor(number: number): Promise<readonly { kind: string; state: string }[]> {
    const rows = await opened.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .select(['notice.kind', 'notice.state'])
      .where('person.phone', '=', applicantNumber(number).phone ?? '')
      .orderBy('notice.id')
      .execute();
    return rows.map((row) => ({ ...row }));
  }
});
