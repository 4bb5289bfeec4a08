import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { sessionScope } from '#features/sync/domain/operation.ts';
import {
  fieldsOfStanding,
  type ChangeFields
} from '#features/workshops/domain/change-application.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { applyForWorkshop } from './apply.ts';
import { cancelApplication } from './cancel-sign-up.ts';
import { changeApplication, findStanding } from './change-application.ts';
import { findReceipt, lookUpReceipt } from './receipts.ts';

describe.each(engines)('changing an application on $name', ({ open }) => {
  let opened: TestDb;
  let sessionId: string;

  beforeAll(async () => {
    opened = await open();
    sessionId = (await plannedWorkshop(opened.db, { code: 'C12' })).sessionIds[0]!;
  });
  afterAll(() => opened.close());

  const applied = async (number: number) => {
    const answer = await applyForWorkshop(opened.db, {
      ...{ code: 'C12', application: applicantNumber(number), channel: 'web' },
      ...{ key: keyNumber(number), actor: 'applicant', now: whileOpen }
    });
    if (!answer.ok) throw new Error(answer.error.type);
    return answer.value;
  };
  const standing = async (signUpId: string) => {
    const found = await findStanding(opened.db, signUpId);
    if (!found) throw new Error('nothing stands');
    return found;
  };
  const change = async (
    signUpId: string,
    key: number,
    changed: Partial<ChangeFields>,
    now = whileOpen
  ) => {
    const fields = { ...fieldsOfStanding(await standing(signUpId)), ...changed };
    return changeApplication(opened.db, { signUpId, key: keyNumber(key), fields, now });
  };
  const audit = async (signUpId: string) => {
    const rows = await opened.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('entity_id', '=', signUpId)
      .orderBy('seq')
      .execute();
    return rows.map(({ action, actor }) => `${action} by ${actor}`);
  };
  const onTablets = async (signUpId: string) => {
    const rows = await opened.db
      .selectFrom('sync_row')
      .innerJoin('participation', 'participation.id', 'sync_row.id')
      .select(['sync_row.body', 'sync_row.version'])
      .where('sync_row.scope', '=', sessionScope(sessionId))
      .where('participation.sign_up_id', '=', signUpId)
      .executeTakeFirstOrThrow();
    return { version: rows.version, ...(JSON.parse(rows.body) as object) };
  };

  test('what to prepare reaches the receipt and the tablets, with one audit row', async () => {
    const { signUpId, receiptToken } = await applied(1);
    const changed = { companions: '2', loanPhone: 'yes', needs: ['wheelchair'] };
    expect(await change(signUpId, 101, changed)).toEqual({ ok: true, value: { changed: true } });

    const now = { companions: 2, wantsLoanPhone: true };
    expect(await findReceipt(opened.db, receiptToken)).toMatchObject(now);
    expect(await onTablets(signUpId)).toMatchObject({ ...now, needs: ['wheelchair'] });
    expect(await audit(signUpId)).toEqual(['sign-up by applicant', 'change by applicant']);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
  });

  test('the same form is the same change, also after a later one; with other answers it asks', async () => {
    const { signUpId } = await applied(2);
    await Promise.all([
      change(signUpId, 102, { companions: '1' }),
      change(signUpId, 102, { companions: '1' })
    ]);
    await change(signUpId, 103, { companions: '3' });
    const { version } = await onTablets(signUpId);
    expect(await change(signUpId, 102, { companions: '1' })).toEqual({
      ...{ ok: true, value: { changed: false } }
    });
    expect(await change(signUpId, 102, { companions: '0' })).toEqual({
      ...{ ok: false, error: { type: 'form-used' } }
    });
    expect(await standing(signUpId)).toMatchObject({ companions: 3 });
    expect(await onTablets(signUpId)).toMatchObject({ version });
    expect(await audit(signUpId)).toHaveLength(3);
  });

  test('a form that changes nothing writes nothing', async () => {
    const { signUpId } = await applied(3);
    expect(await change(signUpId, 104, {})).toEqual({ ok: true, value: { changed: false } });
    expect(await audit(signUpId)).toHaveLength(1);
  });

  test('another telephone finds the receipt, and what is to be told is told in the new way', async () => {
    const { signUpId, receiptToken } = await applied(4);
    await change(signUpId, 105, { phone: '042-563-7777', way: 'desk' });
    const { number = '' } = (await findReceipt(opened.db, receiptToken)) ?? {};
    const lookUp = (lastFourDigits: string) =>
      lookUpReceipt(opened.db, { number, lastFourDigits, address: '192.0.2.1', now: whileOpen });
    expect(await lookUp('7777')).toEqual({ ok: true, value: receiptToken });
    expect(await lookUp('0004')).toMatchObject({ ok: false });
    const { personId } = await standing(signUpId);
    const notices = opened.db.selectFrom('notice').select('way').where('person_id', '=', personId);
    expect(await notices.execute()).toEqual([{ way: 'desk' }]);
  });

  test('what was applied for first still leads to the first receipt', async () => {
    const { signUpId, receiptToken } = await applied(5);
    await change(signUpId, 106, { companions: '2' });
    expect(await applied(5)).toEqual({ signUpId, receiptToken });
    expect(await standing(signUpId)).toMatchObject({ companions: 2 });
  });

  test('wrong answers are told, and nothing is changed', async () => {
    const { signUpId } = await applied(6);
    expect(await change(signUpId, 107, { companions: '9', phone: '1' })).toEqual({
      ok: false,
      error: {
        type: 'wrong',
        errors: { companions: 'companionsNotChosen', phone: 'phoneNotANumber' }
      }
    });
    expect(await audit(signUpId)).toHaveLength(1);
  });

  test('after closing, after cancelling and for nobody there is nothing to change', async () => {
    const { signUpId } = await applied(7);
    const closed = await change(signUpId, 108, { companions: '1' }, classPlan.closesAt);
    expect(closed).toEqual({ ok: false, error: { type: 'sign-up-closed' } });
    await cancelApplication(opened.db, {
      ...{ signUpId, by: 'applicant', actor: 'applicant', now: whileOpen }
    });
    expect(await change(signUpId, 108, { companions: '1' })).toEqual({
      ...{ ok: false, error: { type: 'sign-up-cancelled' } }
    });
    const fields = fieldsOfStanding(await standing(signUpId));
    const nobody = { signUpId: 'nobody', key: keyNumber(109), fields, now: whileOpen };
    expect(await changeApplication(opened.db, nobody)).toEqual({
      ...{ ok: false, error: { type: 'sign-up-not-found' } }
    });
  });
});
