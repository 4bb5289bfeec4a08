import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNotices, tellNotice } from '#app/server/desk/notices.ts';
import { readReminders } from '#app/server/desk/reminders.ts';
import { sendMails } from '#app/server/mail/send-mails.ts';
import { city } from '#city/current.ts';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import type { ApplyScreen } from '#features/workshops/domain/apply-screen.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { openMailer } from '#server/mailer.ts';
import type { Language } from '#shared/i18n/language.ts';
import { newId } from '#shared/ids.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf, type Answer } from '#tests/support/requests.ts';
import { startSmtp } from '#tests/support/smtp.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions as enterActions,
  load as showEntry
} from '../../src/routes/(desk)/desk/workshops/[id]/enter/+page.server.ts';
import { load as showReceipt } from '../../src/routes/[[lang=lang]]/(join)/receipt/+page.server.ts';
import { actions as applyActions } from '../../src/routes/[[lang=lang]]/(join)/workshops/[code]/apply/+page.server.ts';

type Form = Readonly<Record<string, string>>;
const withMail = { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'engawa@city.example.jp' };

describe.each(engines)('mail on the pages on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;

  beforeAll(async () => {
    opened = await open();
    workshopId = (await plannedWorkshop(opened.db)).workshopId;
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 'chosei@example.jp', name: '調整', passwordHash: '', now: whileOpen },
        roles: ['coordinator']
      })
    );
    account = (await findAccount(opened.db, id))!;
  });
  afterAll(() => opened.close());

  const app = (env: Form = withMail) => applicationFor(opened.db, () => whileOpen, env);
  const applied = (number: number, changed: Form): Form => ({
    ...{ key: keyNumber(number), step: 'summary', go: 'send' },
    ...{ kana: applicantNumber(number).kana, name: '', phone: `0901234${1000 + number}` },
    ...{ ageBand: '75-84', phoneFamily: 'android', loanPhone: 'no', companions: '0' },
    ...{ way: 'mail', mail: `p${number}@example.jp`, ...changed }
  });
  const post = (
    form: Form,
    {
      env = withMail,
      language = 'ja',
      jar = new Map()
    }: {
      env?: Form;
      language?: Language;
      jar?: Map<string, string>;
    } = {}
  ) =>
    answerOf(() =>
      applyActions['default']!(
        askedOf(app(env), {
          ...{ path: '/workshops/C12/apply', params: { code: 'C12' }, form, jar, language }
        })
      )
    );
  const screenOf = (answer: Answer) => {
    const { value } = answer as { value: { screen?: ApplyScreen; data?: { screen: ApplyScreen } } };
    return value.screen ?? value.data?.screen;
  };
  const enter = (form: Form, env: Form = withMail) =>
    answerOf(() =>
      enterActions['enter']!(
        askedOf(app(env), {
          ...{ path: `/desk/workshops/${workshopId}/enter`, params: { id: workshopId }, account },
          form: { channel: 'phone', key: newId(), ...form }
        })
      )
    );
  const addressesOf = async (kana: string) =>
    (
      await opened.db
        .selectFrom('sign_up')
        .innerJoin('person', 'person.id', 'sign_up.person_id')
        .select(['person.way', 'mail_address', 'mail_language'])
        .where('kana', '=', kana)
        .execute()
    ).map((row) => ({ ...row }));

  test('whoever chose mail is asked for the address, told what is wrong with it, and signed up', async () => {
    const typed = { step: 'way', go: 'next', mail: '' };
    expect(screenOf(await post(applied(1, typed)))).toMatchObject({ step: 'mail', errors: {} });
    const wrong = { step: 'mail', go: 'next', mail: 'hana@' };
    expect(screenOf(await post(applied(1, wrong)))).toMatchObject({
      step: 'mail',
      errors: { mail: 'mailNotAnAddress' },
      fields: { mail: 'hana@' }
    });
    const jar = new Map<string, string>();
    expect(await post(applied(1, {}), { language: 'en', jar })).toEqual({
      kind: 'redirect',
      to: '/en/receipt'
    });
    expect(await addressesOf(applicantNumber(1).kana)).toEqual([
      { way: 'mail', mail_address: 'p1@example.jp', mail_language: 'en' }
    ]);
    const receiptWith = async (env: Form) =>
      (await answerOf(() => showReceipt(askedOf(app(env), { path: '/receipt', jar })))) as {
        value: { receipt: { remindsByMail: boolean } };
      };
    expect((await receiptWith(withMail)).value.receipt.remindsByMail).toBe(true);
    expect((await receiptWith({})).value.receipt.remindsByMail).toBe(false);
    expect(JSON.stringify(await receiptWith(withMail))).not.toContain('p1@example.jp');
  });

  test('a server without mail settings neither offers it nor takes it', async () => {
    const answer = screenOf(await post(applied(2, {}), { env: {} }));
    expect(answer).toMatchObject({ step: 'way', errors: { way: 'wayNotChosen' } });
    expect(
      await enter({ kana: 'やまだ うめ', name: '山田', ...phoneOf(2), way: 'mail' }, {})
    ).toMatchObject({
      value: { status: 422, data: { errors: { way: 'wayNotChosen' } } }
    });
    const page = await answerOf(() =>
      showEntry(
        askedOf(app({}), {
          ...{ path: `/desk/workshops/${workshopId}/enter`, params: { id: workshopId }, account }
        })
      )
    );
    expect(page).toMatchObject({ value: { offersMail: false } });
  });

  test('a clerk types the address, and no telephone still means the counter', async () => {
    const ume = { kana: 'やまだ うめ', name: '山田 うめ', ...phoneOf(3) };
    expect(await enter({ ...ume, way: 'mail' })).toMatchObject({
      value: { status: 422, data: { errors: { mail: 'mailEmpty' } } }
    });
    const typed = { ...ume, way: 'mail', mail: 'ＵＭＥ＠example.jp' };
    expect(await enter(typed)).toMatchObject({ kind: 'redirect' });
    expect(await addressesOf('やまだ うめ')).toEqual([
      { way: 'mail', mail_address: 'UME@example.jp', mail_language: 'ja' }
    ]);
    const noPhone = { kana: 'もり とめ', name: '森', noPhone: 'yes', way: 'phone' };
    expect(await enter(noPhone)).toMatchObject({ kind: 'redirect' });
    expect(await addressesOf('もり とめ')).toMatchObject([{ way: 'desk', mail_address: null }]);
  });

  test('the desk sees how each mail stands, and rings where none can go', async () => {
    const smtp = await startSmtp({
      recipient: (address) => (address.startsWith('p1@') ? 550 : undefined)
    });
    const clerk = { actor: account.id, now: whileOpen };
    const listed = async (state: 'to-tell' | 'told' | 'not-reached', sendsMail = true) =>
      (await readNotices(opened.db, { state, page: 1, sendsMail, ...clerk })).lines
        .filter(({ way }) => way === 'mail')
        .map(({ mail, id }) => ({ mail, id }));
    expect((await listed('to-tell')).map(({ mail }) => mail?.kind)).toEqual(['queued', 'queued']);
    const off = await readNotices(opened.db, { state: 'to-tell', page: 1, ...clerk });
    expect(off.lines.map(({ way, mail }) => [way, mail?.kind])).toEqual([
      ['mail', 'off'],
      ['mail', 'off'],
      ['desk', undefined]
    ]);

    const mailer = openMailer(smtp.settings);
    const now = () => whileOpen;
    await sendMails({ db: opened.db, city, origin: 'http://localhost', mailer, now });
    await smtp.close();
    expect((await listed('told')).map(({ mail }) => mail)).toEqual([{ kind: 'sent' }]);
    const failed = await listed('not-reached');
    expect(failed.map(({ mail }) => mail)).toEqual([{ kind: 'failed', failure: 'refused' }]);
    const told = { noticeId: failed[0]?.id ?? '', state: 'told', ...clerk } as const;
    expect(await tellNotice(opened.db, told)).toBe(true);
    expect((await listed('told')).map(({ mail }) => mail?.kind).toSorted()).toEqual([
      'sent',
      undefined
    ]);
  });

  test('who chose mail is on the call list of the week only while no mail can remind them', async () => {
    const inWeek = classPlan.sessions[0]!.startsAt - 5 * DAY_MS;
    const callsWith = async (sendsMail: boolean) =>
      (await readReminders(opened.db, { actor: 'clerk', now: inWeek, sendsMail })).length;
    expect([await callsWith(true), await callsWith(false)]).toEqual([0, 2]);
    await opened.db
      .updateTable('sign_up')
      .set({ mail_address: null })
      .where('mail_address', '=', 'UME@example.jp')
      .execute();
    expect(await callsWith(true)).toBe(1);
  });
});

function phoneOf(number: number): Form {
  return { phone: `0425630${100 + number}` };
}
