import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplyScreen } from '#features/workshops/domain/apply-screen.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf, type Answer } from '#tests/support/requests.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions as cancelActions,
  load as showCancel
} from '../../src/routes/[[lang=lang]]/(join)/receipt/cancel/+page.server.ts';
import {
  actions as receiptActions,
  load as showReceipt
} from '../../src/routes/[[lang=lang]]/(join)/receipt/+page.server.ts';
import { load as showList } from '../../src/routes/[[lang=lang]]/(join)/workshops/+page.server.ts';
import { GET as showFeed } from '../../src/routes/[[lang=lang]]/(join)/workshops/calendar.ics/+server.ts';
import { GET as showDay } from '../../src/routes/[[lang=lang]]/(join)/workshops/[code]/[date].ics/+server.ts';
import { load as showPage } from '../../src/routes/[[lang=lang]]/(join)/workshops/[code]/+page.server.ts';
import {
  actions as applyActions,
  load as showApply
} from '../../src/routes/[[lang=lang]]/(join)/workshops/[code]/apply/+page.server.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

describe.each(engines)('the pages of signing up on $name', ({ open }) => {
  let opened: TestDb;
  let now = whileOpen;

  beforeAll(async () => {
    opened = await open();
    await plannedWorkshop(opened.db, { code: 'C12' });
    await plannedWorkshop(opened.db, { code: 'C13', seats: 0, longestLine: 1, venueId: 'chuo' });
    await plannedWorkshop(opened.db, { code: 'S01', kind: 'salon', selection: 'none' });
    await plannedWorkshop(opened.db, { code: 'C99', state: 'draft' });
  });
  afterAll(() => opened.close());

  const app = () => applicationFor(opened.db, () => now);
  const filled = (number: number, changed: Form = {}): Form => ({
    key: keyNumber(number),
    step: 'summary',
    go: 'send',
    kana: applicantNumber(number).kana,
    name: applicantNumber(number).name,
    phone: applicantNumber(number).phone ?? '',
    ageBand: '75-84',
    phoneFamily: 'android',
    loanPhone: 'no',
    companions: '0',
    way: 'phone',
    ...changed
  });
  const post = (form: Form, jar = new Map<string, string>(), code = 'C12') =>
    answerOf(() =>
      applyActions['default']!(
        askedOf(app(), { path: `/workshops/${code}/apply`, params: { code }, form, jar })
      )
    );
  const screenOf = (answer: Answer): ApplyScreen | undefined => {
    const value = answer.kind === 'value' ? (answer.value as Shown) : undefined;
    return value?.data?.screen ?? value?.screen;
  };
  const receipt = (jar: Map<string, string>, query = '') =>
    answerOf(() => showReceipt(askedOf(app(), { path: `/receipt${query}`, jar })));
  const stored = async () =>
    (await opened.db.selectFrom('person').select('id').execute()).length +
    (await opened.db.selectFrom('sign_up').select('id').execute()).length;

  test('a daughter applies for her mother, and is asked who she is', async () => {
    const ticked = { step: 'name', go: 'next', forOther: 'yes' };
    expect(screenOf(await post(filled(77, ticked)))).toMatchObject({ step: 'helper', errors: {} });
    const helper = { forOther: 'yes', helperName: '佐藤 桂', relation: 'family' };
    expect(await post(filled(77, helper))).toMatchObject({ kind: 'redirect', to: '/receipt' });
    const row = await opened.db
      .selectFrom('sign_up')
      .select(['helper_name', 'helper_relation', 'entered_by'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      ...{ helper_name: '佐藤 桂', helper_relation: 'family', entered_by: null }
    });
  });

  test('the sent form leads to the receipt, and sent again to the same one', async () => {
    const jar = new Map<string, string>();
    expect(await post(filled(1), jar)).toEqual({ kind: 'redirect', to: '/receipt' });
    const held = jar.get('engawa-receipt');
    expect(await post(filled(1), jar)).toEqual({ kind: 'redirect', to: '/receipt' });
    expect(jar.get('engawa-receipt')).toBe(held);
    expect(await receipt(jar)).toMatchObject({
      value: { receipt: { status: 'confirmed', workshop: { code: 'C12' } } }
    });
  });

  test('a receipt shows no name and no telephone number', async () => {
    const jar = new Map<string, string>();
    await post(filled(2), jar);
    const shown = JSON.stringify(await receipt(jar));
    expect(shown).toContain('"status":"confirmed"');
    for (const secret of [applicantNumber(2).phone!, applicantNumber(2).kana, '佐藤']) {
      expect(shown).not.toContain(secret);
    }
  });

  test('the same form with another person asks, and yes goes on with a fresh key', async () => {
    const jar = new Map<string, string>();
    await post(filled(3), jar);
    const before = await stored();
    const asked = await post(filled(3, { kana: 'さとう たろう', name: '' }), jar);
    expect(asked).toMatchObject({ value: { status: 409 } });
    const screen = screenOf(asked);
    if (screen?.kind !== 'other-person') throw new Error('nobody asked');
    expect(screen.fields.kana).toBe('さとう たろう');
    expect(screen.key).not.toBe(keyNumber(3));
    expect(await stored()).toBe(before);

    const yes = filled(3, { kana: 'さとう たろう', name: '', key: screen.key });
    expect(await post(yes, jar)).toMatchObject({ kind: 'redirect' });
    expect(await receipt(jar)).toMatchObject({ value: { others: [{ current: true }, {}] } });
    expect(await receipt(jar, '?r=2')).toMatchObject({ value: { position: 2 } });
  });

  test('a wrong answer keeps what was typed and says one sentence; nothing is stored', async () => {
    const before = await stored();
    const answer = await post(filled(4, { step: 'phone', go: 'next', phone: '563-2111' }));
    expect(answer).toMatchObject({ value: { status: 422 } });
    expect(screenOf(answer)).toMatchObject({
      kind: 'step',
      step: 'phone',
      errors: { phone: 'phoneNotANumber' },
      fields: { phone: '563-2111' }
    });
    expect(await stored()).toBe(before);
  });

  test.each([
    ['a field nobody offered', { admin: '1' }],
    ['a book instead of a name', { kana: 'あ'.repeat(10_000) }],
    ['a field told twice', { kana: ['さとう', 'すずき'] }],
    ['another step', { step: 'card' }],
    ['no key', { key: '' }]
  ] as [string, Form][])('%s is refused clearly and stores nothing', async (_, changed) => {
    const before = await stored();
    const answer = await post(filled(5, changed));
    expect(answer).toMatchObject({
      value: { status: 400, data: { screen: { kind: 'malformed' } } }
    });
    expect(await stored()).toBe(before);
  });

  test('who comes too late is told so', async () => {
    now = classPlan.closesAt + HOUR_MS;
    const answer = await post(filled(6));
    expect(screenOf(answer)).toEqual({ kind: 'refused', reason: 'sign-up-closed' });
    now = whileOpen;
  });

  test('the line has an end, and it is told', async () => {
    const jar = new Map<string, string>();
    await post(filled(7), jar, 'C13');
    expect(await receipt(jar)).toMatchObject({
      value: { receipt: { status: 'waiting', positionInLine: 1 } }
    });
    const full = await post(filled(8), jar, 'C13');
    expect(screenOf(full)).toEqual({ kind: 'refused', reason: 'waiting-line-full' });
  });

  test('unknown codes, drafts and unknown places are not found', async () => {
    const page = (code: string) =>
      answerOf(() => showPage(askedOf(app(), { path: `/workshops/${code}`, params: { code } })));
    expect(await page('c12')).toMatchObject({ value: { workshop: { code: 'C12' } } });
    for (const code of ['Z1', 'C99', '../etc', '']) {
      expect(await page(code)).toEqual({ kind: 'error', status: 404 });
    }
    const form = filled(9);
    expect(await post(form, new Map(), 'Z1')).toEqual({ kind: 'error', status: 404 });
    const apply = answerOf(() =>
      showApply(askedOf(app(), { path: '/workshops/C99/apply', params: { code: 'C99' } }))
    );
    expect(await apply).toEqual({ kind: 'error', status: 404 });
  });

  test('the list is filtered by place, and a code from the 市報 leads to its page', async () => {
    const list = (query: string) =>
      answerOf(() => showList(askedOf(app(), { path: `/workshops${query}` })));
    const codes = (answer: Answer) =>
      answer.kind === 'value' &&
      (answer.value as { entries: { workshop: { code: string } }[] }).entries
        .map(({ workshop }) => workshop.code)
        .sort();
    expect(codes(await list(''))).toEqual(['C12', 'C13', 'S01']);
    expect(codes(await list('?venue=chuo'))).toEqual(['C13']);
    expect(await list('?venue=moon')).toEqual({ kind: 'error', status: 404 });
    expect(codes(await list('?month=2026-12&venue=chuo'))).toEqual(['C13']);
    expect(codes(await list('?month=2027-01'))).toEqual([]);
    for (const month of ['2026-13', 'x', '2026-12%27']) {
      expect(await list(`?month=${month}`)).toEqual({ kind: 'error', status: 404 });
    }
    expect(await list(`?code=${encodeURIComponent('ｃ１２')}`)).toEqual({
      kind: 'redirect',
      to: '/workshops/C12'
    });
    expect(await list('?code=C98')).toMatchObject({ value: { code: 'C98' } });
  });

  test('a date is a calendar file in the page’s language; the feed holds what is published', async () => {
    const asText = async (answer: Answer) =>
      answer.kind === 'value' ? (answer.value as Response).text() : answer;
    const feed = (query = '') =>
      answerOf(() => showFeed(askedOf(app(), { path: `/workshops/calendar.ics${query}` })));
    const day = (code: string, date: string, language: 'ja' | 'en' = 'ja') =>
      answerOf(() =>
        showDay(askedOf(app(), { path: '/workshops', params: { code, date }, language }))
      );
    const one = await asText(await day('c12', '2026-12-01'));
    expect(one).toContain('DTSTART:20261201T010000Z');
    expect(one).toContain('LOCATION:狭山公民館');
    expect(await asText(await day('C12', '2026-12-01', 'en'))).toContain('/en/workshops/C12');
    for (const [code, date] of [
      ['C12', '2026-12-02'],
      ['C12', 'x'],
      ['C99', '2026-12-01'],
      ['Z1', '2026-12-01']
    ] as const) {
      expect(await day(code, date)).toEqual({ kind: 'error', status: 404 });
    }
    const events = (text: unknown) => String(text).match(/^BEGIN:VEVENT/gm)?.length;
    expect(events(await asText(await feed()))).toBe(3);
    expect(events(await asText(await feed('?venue=chuo')))).toBe(1);
    expect(await feed('?venue=moon')).toEqual({ kind: 'error', status: 404 });
  });

  test('the QR opens the receipt at a clean address; an unknown one leads to the look-up', async () => {
    const jar = new Map<string, string>();
    await post(filled(10), jar);
    const token = jar.get('engawa-receipt') ?? '';
    const other = new Map<string, string>();
    expect(await receipt(other, `?t=${token}`)).toEqual({ kind: 'redirect', to: '/receipt' });
    expect(other.get('engawa-receipt')).toBe(token);
    for (const wrong of ['0'.repeat(16), 'x', `${token}'`]) {
      const nobody = new Map<string, string>();
      expect(await receipt(nobody, `?t=${encodeURIComponent(wrong)}`)).toEqual({
        kind: 'redirect',
        to: '/receipt?unknown'
      });
      expect(nobody.size).toBe(0);
    }
  });

  test('the look-up takes full-width digits, and answers unknown and wrong alike', async () => {
    const jar = new Map<string, string>();
    await post(filled(4321), jar);
    const { number } = (await shownReceipt(jar)) ?? { number: '' };
    const find = (typed: string, lastFour: string, found = new Map<string, string>()) =>
      answerOf(() =>
        receiptActions['find']!(
          askedOf(app(), { path: '/receipt?/find', form: { number: typed, lastFour }, jar: found })
        )
      );
    const full = Array.from(number, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(await find(full.join(''), '４３２１')).toEqual({ kind: 'redirect', to: '/receipt' });
    const wrong = await find(number, '0000');
    expect(wrong).toMatchObject({ value: { status: 404, data: { failure: 'receipt-not-found' } } });
    expect(await find('1234567', '12')).toMatchObject({
      value: { status: 422, data: { mistyped: { number: true, lastFour: true } } }
    });
  });

  test('only who holds the receipt can cancel it, and the other receipts stay', async () => {
    const jar = new Map<string, string>();
    await post(filled(11), jar);
    const { number } = (await shownReceipt(jar)) ?? { number: '' };
    const cancel = (held: Map<string, string>) =>
      answerOf(() =>
        cancelActions['default']!(
          askedOf(app(), { path: '/receipt/cancel', form: { number }, jar: held })
        )
      );
    expect(await cancel(new Map())).toMatchObject({ value: { status: 404 } });
    expect((await shownReceipt(jar))?.status).toBe('confirmed');

    const asked = await answerOf(() =>
      showCancel(askedOf(app(), { path: '/receipt/cancel', jar }))
    );
    expect(asked).toMatchObject({ value: { receipt: { number } } });
    expect(await cancel(jar)).toEqual({ kind: 'redirect', to: '/receipt?r=1' });
    expect((await shownReceipt(jar))?.status).toBe('cancelled');
  });

  test('putting the receipt away forgets it here and keeps the sign-up', async () => {
    const jar = new Map<string, string>();
    await post(filled(12), jar);
    const before = await stored();
    await answerOf(() =>
      receiptActions['forget']!(askedOf(app(), { path: '/receipt?/forget', form: {}, jar }))
    );
    expect(await shownReceipt(jar)).toBeUndefined();
    expect(await stored()).toBe(before);
  });

  async function shownReceipt(jar: Map<string, string>) {
    const answer = await receipt(jar);
    return answer.kind === 'value' ? (answer.value as ShownReceipt).receipt : undefined;
  }
});

type Shown = { readonly screen?: ApplyScreen; readonly data?: { readonly screen?: ApplyScreen } };
type ShownReceipt = { readonly receipt?: { readonly number: string; readonly status: string } };
