import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyForWorkshop } from '#app/server/apply.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions,
  load
} from '../../src/routes/[[lang=lang]]/(join)/receipt/change/+page.server.ts';
import { load as showReceipt } from '../../src/routes/[[lang=lang]]/(join)/receipt/+page.server.ts';
import { GET as listWorkshops } from '../../src/routes/api/public/workshops.json/+server.ts';
import { POST as receive } from '../../src/routes/api/public/workshops/[code]/apply/+server.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

describe.each(engines)('the page of a change on $name', ({ open }) => {
  let opened: TestDb;
  let now = whileOpen;

  beforeAll(async () => {
    opened = await open();
    await plannedWorkshop(opened.db, { code: 'C12' });
  });
  afterAll(() => opened.close());

  const app = () => applicationFor(opened.db, () => now);
  const holder = async (number: number): Promise<Map<string, string>> => {
    const applied = await applyForWorkshop(opened.db, {
      ...{ code: 'C12', application: applicantNumber(number), channel: 'web' },
      ...{ key: keyNumber(number), actor: 'applicant', now: whileOpen }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    return new Map([['engawa-receipt', applied.value.receiptToken]]);
  };
  const ask = async (page: typeof load | typeof showReceipt, jar: Map<string, string>) => {
    const answer = await answerOf(() => page(askedOf(app(), { path: '/receipt/change', jar })));
    return answer.kind === 'value' ? (answer.value as Record<string, never>) : {};
  };
  const shownTo = async (jar: Map<string, string>) =>
    (await ask(load, jar))['shown'] as unknown as { number: string; key: string } | undefined;
  const send = (form: Form, jar: Map<string, string>) =>
    answerOf(() => actions['default']!(askedOf(app(), { path: '/receipt/change', form, jar })));
  const filled = { companions: '2', loanPhone: 'no', needs: ['wheelchair'], way: 'phone' };

  test('the holder changes it and sees it on the receipt; no telephone number is shown', async () => {
    const jar = await holder(1);
    const shown = await shownTo(jar);
    expect(shown).toMatchObject({ fields: { companions: '0', phone: '' }, hasPhone: true });
    expect(JSON.stringify(shown)).not.toContain(applicantNumber(1).phone);
    const { number = '', key = '' } = shown ?? {};
    const form = { ...filled, number, key };
    const done = { kind: 'redirect', to: '/receipt?r=1&changed' };
    expect(await send(form, jar)).toEqual(done);
    expect(await send(form, jar)).toEqual(done);
    expect(await ask(showReceipt, jar)).toMatchObject({ receipt: { companions: 2 } });
    expect(await send({ ...form, companions: '3' }, jar)).toMatchObject({
      value: { status: 409, data: { failure: 'form-used', fields: { companions: '3' } } }
    });
  });

  test('wrong answers come back as typed, with the same key', async () => {
    const jar = await holder(2);
    const { number = '', key = '' } = (await shownTo(jar)) ?? {};
    expect(await send({ ...filled, number, key, phone: '12' }, jar)).toMatchObject({
      value: {
        status: 422,
        data: { key, errors: { phone: 'phoneNotANumber' }, fields: { phone: '12' } }
      }
    });
  });

  test('another’s number opens nothing, and no form of ours is refused', async () => {
    const [jar, other] = [await holder(3), await holder(4)];
    const { number = '', key = '' } = (await shownTo(other)) ?? {};
    expect(await send({ ...filled, number, key }, jar)).toMatchObject({ value: { status: 404 } });
    expect(await send({ ...filled, number, key: 'x' }, other)).toMatchObject({
      value: { status: 400 }
    });
    expect(await send({}, new Map())).toMatchObject({ value: { status: 404 } });
    expect(await shownTo(new Map())).toBeUndefined();
  });

  test('after closing the page says so instead of a form that fails', async () => {
    const jar = await holder(5);
    now = classPlan.closesAt;
    expect(await shownTo(jar)).toMatchObject({ refused: 'sign-up-closed' });
    now = whileOpen;
  });

  test('what a device keeps of the classes is public; what it sends later brings the receipt', async () => {
    const jar = new Map<string, string>();
    const list = await listWorkshops(askedOf(app(), { path: '/api/public/workshops.json' }));
    expect(await list.json()).toMatchObject({ key: 'workshops', workshops: [{ code: 'C12' }] });

    const path = '/api/public/workshops/C12/apply';
    const sent = (form: Form) =>
      receive(askedOf(app(), { path, params: { code: 'C12' }, form, jar }));
    expect((await sent({ key: 'x' })).status).toBe(400);
    const { kana, phone = '' } = applicantNumber(6);
    const whole = {
      ...{ key: keyNumber(6), step: 'summary', go: 'send', kana, phone },
      ...{ ageBand: '75-84', phoneFamily: 'android', ...filled }
    };
    const taken = await sent(whole);
    expect([taken.status, await taken.json()]).toEqual([200, { kind: 'taken' }]);
    expect(taken.headers.get('cache-control')).toBe('no-store');
    expect(await ask(showReceipt, jar)).toMatchObject({ receipt: { status: 'confirmed' } });
    expect((await sent({ ...whole, companions: '1' })).status).toBe(409);
  });
});
