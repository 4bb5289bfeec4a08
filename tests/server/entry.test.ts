import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginsWith, type KnownPerson } from '#app/server/desk/known-people.ts';
import { createAccount, findAccount, type Account } from '#features/people/server/accounts.ts';
import { engineOf } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { answerOf, applicationFor, askedOf } from '#tests/support/requests.ts';
import { plantPerson, plantSignUp } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';
import {
  actions,
  load as showEntry
} from '../../src/routes/(desk)/desk/workshops/[id]/enter/+page.server.ts';

type Form = Readonly<Record<string, string>>;

describe.each(engines)('entering a form at the desk on $name', ({ open }) => {
  let opened: TestDb;
  let account: Account;
  let workshopId: string;
  let hana: string;

  beforeAll(async () => {
    opened = await open();
    const id = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        ...{ login: 'chosei@example.jp', name: '調整', passwordHash: '', now: whileOpen },
        roles: ['coordinator']
      })
    );
    account = (await findAccount(opened.db, id))!;
    workshopId = (await plannedWorkshop(opened.db)).workshopId;
    const plant = (kana: string, phone: string | null) =>
      plantPerson(opened.db, { kana, kana_key: searchKeyOf(kana), name: kana, phone });
    hana = await plant('さとう はな', '0425632111');
    await plant('さとう じろう', '0425632112');
    await plant('がっしょう みほ', null);
    await plant('しおた けい', '0425632113');
    const earlier = (await plannedWorkshop(opened.db, { code: 'C11' })).workshopId;
    await plantSignUp(opened.db, {
      ...{ workshop_id: earlier, person_id: hana, needs: '["wheelchair"]' }
    });
  });
  afterAll(() => opened.close());

  const post = (action: 'enter' | 'choose', form: Form) =>
    answerOf(() =>
      actions[action]!(
        askedOf(
          applicationFor(opened.db, () => whileOpen),
          {
            path: `/desk/workshops/${workshopId}/enter`,
            params: { id: workshopId },
            account,
            form: { channel: 'phone', key: newId(), way: 'phone', ...form }
          }
        )
      )
    );
  const foundBy = async (form: Form) => {
    const answer = await post('enter', form);
    const { found } = (answer as { value: { found: readonly KnownPerson[] } }).value;
    return found.map(({ kana }) => kana);
  };

  test('a known person is found by the first letters, however they are typed', async () => {
    for (const kana of ['さと', 'サト', 'ｻﾄ', 'さとう', 'ざと']) {
      expect(await foundBy({ kana })).toEqual(['さとう じろう', 'さとう はな']);
    }
    for (const kana of ['がっしょ', 'ｶﾂｼﾖ', 'かつしよう', 'ガツショウ み']) {
      expect(await foundBy({ kana })).toEqual(['がっしょう みほ']);
    }
    expect(await foundBy({ kana: 'とう' })).toEqual([]);
    expect(await foundBy({ phone: '042-563-2113' })).toEqual(['しおた けい']);
  });

  test('an index answers the search', async () => {
    const query = beginsWith(opened.db, 'さと', workshopId).compile();
    const isSqlite = engineOf(opened.db) === 'sqlite';
    const plan = await inTransaction(opened.db, async (tx) => {
      if (!isSqlite) await sql`set local enable_seqscan = off`.execute(tx);
      return tx.executeQuery({
        ...query,
        ...{ sql: `explain ${isSqlite ? 'query plan ' : ''}${query.sql}` }
      });
    });
    expect(JSON.stringify(plan.rows)).toContain('person_by_kana');
  });

  test('a chosen person is filled in, received, and stays one person', async () => {
    const chosen = await post('choose', { kana: 'さと', personId: hana });
    const { typed } = (chosen as { value: { typed: Form } }).value;
    expect(typed).toMatchObject({ name: 'さとう はな', phone: '0425632111', known: hana });
    expect(typed['needs']).toEqual(['wheelchair']);

    const received = await post('enter', { ...typed, phone: '09012345678', town: '狭山' });
    expect(received).toMatchObject({ kind: 'redirect' });
    const rows = await opened.db
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .select(['person.id', 'phone', 'sign_up.entered_by', 'sign_up.needs'])
      .where('workshop_id', '=', workshopId)
      .execute();
    expect(rows).toEqual([
      { id: hana, phone: '09012345678', entered_by: account.id, needs: '["wheelchair"]' }
    ]);
    // Another form for the same person is looked at first, and who is gone is said to be gone.
    expect(await post('enter', { ...typed, key: newId() })).toMatchObject({
      value: { status: 409, data: { maybeSame: [{ id: hana }] } }
    });
    expect(await post('choose', { kana: 'さと', personId: 'gone' })).toMatchObject({
      value: { status: 409, data: { refused: 'person-gone' } }
    });
  });

  test('a year of birth is kept as a band, a helper with what they are', async () => {
    const form = {
      ...{ kana: 'あらい きく', name: '', phone: '0425639999', birth: '昭和13年' },
      ...{ helperName: '新井 桂', relation: 'family' }
    };
    const received = await post('enter', form);
    expect(received).toMatchObject({ kind: 'redirect' });
    const row = await opened.db
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .select(['age_band', 'helper_name', 'helper_relation'])
      .where('kana', '=', 'あらい きく')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      ...{ age_band: '85-over', helper_name: '新井 桂', helper_relation: 'family' }
    });
    expect(await post('enter', { ...form, key: newId(), birth: '昭和78' })).toMatchObject({
      value: { status: 422, data: { errors: { birth: 'birthNotAYear' } } }
    });
    expect(await post('enter', { ...form, key: newId(), relation: '' })).toMatchObject({
      value: { status: 422, data: { errors: { relation: 'relationNotChosen' } } }
    });
  });

  test('odd letters in the first line are told, never a failure', async () => {
    for (const kana of ['佐藤', '%', "'; drop table person", '🙂']) {
      expect(await post('enter', { kana })).toMatchObject({
        value: { status: 422, data: { errors: { kana: 'kanaNotKana' } } }
      });
    }
    const asked = { path: `/desk?done=%27`, params: { id: workshopId }, account };
    const event = askedOf(
      applicationFor(opened.db, () => whileOpen),
      asked
    );
    expect(await answerOf(() => showEntry(event))).toMatchObject({ kind: 'value' });
  });
});
