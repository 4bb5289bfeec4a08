import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import { load as showDesk } from '../../src/routes/(desk)/desk/+page.server.ts';
import {
  actions as notices,
  load as showNotices
} from '../../src/routes/(desk)/desk/notices/+page.server.ts';
import { load as listWorkshops } from '../../src/routes/(desk)/desk/workshops/+page.server.ts';
import { actions as plan } from '../../src/routes/(desk)/desk/workshops/new/+page.server.ts';
import {
  actions as workshop,
  load as showWorkshop
} from '../../src/routes/(desk)/desk/workshops/[id]/+page.server.ts';
import { load as printRoster } from '../../src/routes/(desk)/desk/workshops/[id]/print/+page.server.ts';
import {
  actions as enter,
  load as showEntry
} from '../../src/routes/(desk)/desk/workshops/[id]/enter/+page.server.ts';
import {
  actions as signUp,
  load as showSignUp
} from '../../src/routes/(desk)/desk/workshops/[id]/sign-ups/[signUpId]/+page.server.ts';

const paperForm = {
  channel: 'paper',
  key: 'k'.repeat(22),
  kana: 'サトウ ハナ',
  name: '佐藤 花',
  phone: '042−563−2111',
  town: '狭山',
  ageBand: '75-84',
  phoneFamily: 'kantan',
  loanPhone: 'no',
  companions: '0',
  way: 'phone'
};
const planForm = {
  kind: 'class',
  code: 'p7',
  titleJa: 'はじめてのスマホ',
  aboutJa: 'ゆっくり始めます。',
  venueId: 'sayama',
  seats: '10',
  roomChairs: '24',
  longestLine: '5',
  loanPhones: '4',
  selection: 'first-come',
  state: 'open',
  opensDate: '2026-11-01',
  opensTime: '08:30',
  closesDate: '2026-12-05',
  closesTime: '17:00',
  date0: '2026-12-08',
  begin0: '10:00',
  end0: '12:00'
};

describe.each(engines)('the pages of the desk on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;

  beforeAll(async () => {
    opened = await open();
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        login: 'chosei@example.jp',
        name: '調整',
        passwordHash: '',
        roles: ['coordinator'],
        now: whileOpen
      })
    );
    account = (await findAccount(opened.db, id))!;
    workshopId = (await plannedWorkshop(opened.db, { code: 'C12' })).workshopId;
  });
  afterAll(() => opened.close());

  const ask = (
    work: (event: never) => unknown,
    path: string,
    asked: { params?: Record<string, string>; form?: Record<string, string> } = {}
  ) =>
    answerOf(() =>
      work(
        askedOf(
          applicationFor(opened.db, () => whileOpen),
          { path, account, ...asked }
        )
      )
    );
  const enterForm = (form: Record<string, string>, id = workshopId) =>
    ask(enter['enter']!, `/desk/workshops/${id}/enter`, { params: { id }, form });

  test('unknown ids are not found, whatever they look like', async () => {
    for (const id of ['', 'unknown', newId(), '../../etc', "' or 1=1", '%']) {
      const params = { id, signUpId: id };
      for (const work of [
        showWorkshop,
        printRoster,
        showEntry,
        showSignUp,
        workshop['supporter']!,
        signUp['cancel']!,
        signUp['allow']!
      ]) {
        expect(await ask(work as never, '/desk', { params, form: {} })).toEqual({
          kind: 'error',
          status: 404
        });
      }
      expect(await enterForm(paperForm, id)).toEqual({ kind: 'error', status: 404 });
    }
    const params = { id: workshopId, signUpId: newId() };
    expect(await ask(showSignUp as never, '/desk', { params })).toMatchObject({ status: 404 });
    expect(await ask(printRoster as never, '/desk?session=unknown', { params })).toMatchObject({
      status: 404
    });
  });

  test('marks on notices that are gone are told, never a failure', async () => {
    for (const [action, form] of [
      ['mark', { id: 'unknown', state: 'told' }],
      ['mark', { id: '\0', state: 'told' }],
      ['mark', { id: 'unknown', state: 'else' }],
      ['stop', { personId: 'unknown', reason: 'moved' }],
      ['stop', { personId: 'unknown', reason: 'else' }]
    ] as const) {
      const answer = await ask(notices[action]!, '/desk/notices', { form });
      expect(answer).toMatchObject({
        kind: 'value',
        value: { data: { error: expect.any(String) as string } }
      });
    }
  });

  test('odd questions in the address are answered like plain ones', async () => {
    for (const query of ['', '?page=0', '?page=-1', '?page=1e9', '?page=x', '?state=else']) {
      expect(await ask(showNotices as never, `/desk/notices${query}`)).toMatchObject({
        kind: 'value'
      });
    }
    for (const query of ['', '?period=else', '?period=month']) {
      expect(await ask(showDesk as never, `/desk${query}`)).toMatchObject({ kind: 'value' });
    }
    expect(await ask(listWorkshops as never, '/desk/workshops?show=past')).toMatchObject({
      kind: 'value'
    });
  });

  test('a paper form becomes a sign-up with its channel, and the clerk reads the number out', async () => {
    const answer = await enterForm(paperForm);
    expect(answer).toMatchObject({ kind: 'redirect' });
    const row = await opened.db
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .select(['sign_up.id', 'channel', 'status', 'kana', 'phone', 'town'])
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      channel: 'paper',
      status: 'confirmed',
      kana: 'さとう はな',
      phone: '0425632111',
      town: '狭山'
    });
    expect(answer.kind === 'redirect' && answer.to).toContain(row.id);
    expect(
      await ask(showEntry as never, `/desk?done=${row.id}`, { params: { id: workshopId } })
    ).toMatchObject({ value: { done: { status: 'confirmed' } } });

    const again = await enterForm({ ...paperForm, looked: 'さとう はな 0425632111' });
    expect(again).toEqual(answer);
  });

  test('the same name is shown before a second person is entered, without the number', async () => {
    const typed = { ...paperForm, key: 'm'.repeat(22), phone: '0425632999', town: '中央' };
    const shown = await enterForm(typed);
    expect(shown).toMatchObject({
      value: {
        status: 409,
        data: { maybeSame: [{ phoneEnd: '2111', signUpId: expect.any(String) as string }] }
      }
    });
    expect(JSON.stringify(shown)).not.toContain('0425632111');
    expect(await enterForm({ ...typed, looked: 'さとう はな 0425632999' })).toMatchObject({
      kind: 'redirect'
    });
    // With another name than the one that was looked at, the clerk looks again.
    const other = { ...typed, key: 'n'.repeat(22), kana: 'さとう はな', phone: '0425632000' };
    expect(await enterForm({ ...other, looked: 'さとう はな 0425632999' })).toMatchObject({
      value: { status: 409 }
    });
  });

  test('nothing is stored of a form with mistakes, and what was typed comes back', async () => {
    const before = await opened.db.selectFrom('person').select('id').execute();
    const answer = await enterForm({
      ...paperForm,
      key: 'x',
      channel: '',
      kana: '佐藤',
      phone: '12'
    });
    expect(answer).toMatchObject({
      value: {
        status: 422,
        data: {
          errors: {
            channel: 'channelNotChosen',
            kana: 'kanaNotKana',
            phone: 'phoneNotANumber'
          },
          typed: { kana: '佐藤', town: '狭山' }
        }
      }
    });
    expect(await opened.db.selectFrom('person').select('id').execute()).toEqual(before);
  });

  test('a clerk cancels by telephone; the seat is free and the person is to be told', async () => {
    const { id } = await opened.db
      .selectFrom('sign_up')
      .select('id')
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const params = { id: workshopId, signUpId: id };
    expect(await ask(signUp['cancel']!, '/desk', { params, form: {} })).toMatchObject({
      kind: 'redirect'
    });
    expect(await ask(showSignUp as never, '/desk', { params })).toMatchObject({
      value: { signUp: { status: 'cancelled', cancelled_by: 'staff' } }
    });
  });

  test('a plan becomes a workshop; a mistake keeps what was typed', async () => {
    const send = (form: Record<string, string>) =>
      ask(plan['default']!, '/desk/workshops/new', { form });
    expect(await send({ ...planForm, seats: '十', date0: '2026-02-31' })).toMatchObject({
      value: {
        status: 422,
        data: {
          errors: { seats: 'not-a-number', date0: 'not-a-time' },
          typed: { titleJa: planForm.titleJa }
        }
      }
    });
    expect(await send({ ...planForm, end0: '09:00' })).toMatchObject({
      value: { data: { refused: 'session-ends-before-it-starts' } }
    });
    expect(await send({ ...planForm, venueId: 'elsewhere' })).toMatchObject({
      value: { data: { refused: 'venue-unknown' } }
    });
    const planned = await send(planForm);
    expect(planned).toMatchObject({ kind: 'redirect' });
    expect(await send(planForm)).toMatchObject({ value: { data: { refused: 'code-taken' } } });
    const row = await opened.db
      .selectFrom('workshop')
      .innerJoin('session', 'session.workshop_id', 'workshop.id')
      .select(['code', 'title_en', 'session.local_date', 'session.delete_after'])
      .where('code', '=', 'P7')
      .execute();
    expect(row).toEqual([
      {
        code: 'P7',
        title_en: planForm.titleJa,
        local_date: '2026-12-08',
        delete_after: '2028-03-31'
      }
    ]);
  });

  test('who looked at a roster, and who printed it, is written down', async () => {
    const params = { id: workshopId };
    await ask(showWorkshop as never, '/desk', { params });
    await ask(printRoster as never, '/desk', { params });
    const rows = await opened.db
      .selectFrom('audit')
      .select(['actor', 'why'])
      .where('entity_id', '=', workshopId)
      .where('action', '=', 'read')
      .orderBy('seq', 'desc')
      .limit(2)
      .execute();
    expect(rows).toEqual([
      { actor: account.id, why: 'print' },
      { actor: account.id, why: 'roster' }
    ]);
  });
});
