import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancelApplication } from '#app/server/cancel-sign-up.ts';
import { applyForWorkshop } from '#app/server/apply.ts';
import { mergePeople, previewMerge, tablesOfPeople } from '#app/server/desk/merge-people.ts';
import { findPairs, markTwoPeople } from '#app/server/desk/same-people.ts';
import { readEntrants } from '#app/server/lottery-entrants.ts';
import { findBrokenAudit } from '#features/people/server/audit.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { plannedLottery } from '#tests/support/lottery.ts';
import { plantPerson } from '#tests/support/rows.ts';
import { plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';

const asked = { actor: 'chosei', now: whileOpen };

describe.each(engines)('two rows of one person on $name', ({ open }) => {
  let opened: TestDb;
  let keys = 0;

  beforeAll(async () => {
    opened = await open();
    for (const code of ['C12', 'C13', 'C14']) await plannedWorkshop(opened.db, { code });
  });
  afterAll(() => opened.close());

  const plant = (kana: string, told: Parameters<typeof plantPerson>[1] = {}) =>
    plantPerson(opened.db, { kana, kana_key: searchKeyOf(kana), name: kana, ...told });
  const apply = async (code: string, kana: string, personId: string, livesHere?: boolean) => {
    const application = applicantNumber((keys += 1), { kana, livesHere });
    const applied = await applyForWorkshop(opened.db, {
      ...{ code, application, channel: 'phone', key: keyNumber(keys), personId },
      ...asked
    });
    if (!applied.ok) throw new Error(applied.error.type);
    return applied.value.signUpId;
  };
  const personOf = async (signUpId: string) =>
    (
      await opened.db
        .selectFrom('sign_up')
        .select('person_id')
        .where('id', '=', signUpId)
        .executeTakeFirstOrThrow()
    ).person_id;

  test('every table that names a person is moved', async () => {
    const tables = await opened.db.introspection.getTables();
    const naming = tables
      .filter(({ columns }) => columns.some(({ name }) => name === 'person_id'))
      .map(({ name }) => name);
    expect(naming.toSorted()).toEqual([...tablesOfPeople].toSorted());
  });

  test('the likely ones are listed, until a clerk says that they are two', async () => {
    const one = await plant('まつい ふみ', { phone: '0425630001' });
    const other = await plant('まつい ふに', { phone: '0425630001' });
    await plant('まつい たろう', { phone: '0425630001' });
    await plant('はら きよ', { phone: null, town: '狭山' });
    await plant('はら きよ', { phone: null, town: '中央' });
    const same = await plant('はら きよ', { phone: '0425630009', town: '中央' });

    const pairs = await findPairs(opened.db, asked);
    expect(pairs.map(({ likeness, other }) => [likeness, other.kana]).toSorted()).toEqual([
      ['same-kana', 'はら きよ'],
      ['same-phone', 'まつい ふに']
    ]);
    expect(JSON.stringify(pairs)).not.toContain('0425630001');
    expect(await markTwoPeople(opened.db, { ids: [other, one], ...asked })).toBe(true);
    expect(await markTwoPeople(opened.db, { ids: [other, 'gone'], ...asked })).toBe(false);
    const left = await findPairs(opened.db, asked);
    expect(left.map(({ other }) => other.id)).toEqual([same]);
  });

  test('joining moves everything, fills what was missing, and is written down', async () => {
    const kept = await plant('おの すみ', { phone: null, town: null, age_band: 'not-told' });
    const gone = await plant('おの すみ', { phone: '0425630002', town: '奈良橋' });
    const first = await apply('C12', 'おの すみ', kept);
    const second = await apply('C13', 'おの すみ', gone);
    const stopped = { contact_stopped_at: whileOpen };
    await opened.db.updateTable('person').set(stopped).where('id', '=', gone).execute();

    const preview = await previewMerge(opened.db, { keptId: kept, goneId: gone, ...asked });
    expect(preview).toMatchObject({
      result: {
        ...{ town: '奈良橋', contactStopped: true },
        rows: { sign_up: 2, participation: 2, notice: 2 }
      },
      doubles: []
    });
    const merged = await mergePeople(opened.db, { keptId: kept, goneId: gone, ...asked });
    expect(merged).toEqual({ ok: true, value: undefined });

    expect([await personOf(first), await personOf(second)]).toEqual([kept, kept]);
    for (const table of tablesOfPeople) {
      const left = await opened.db
        .selectFrom(table)
        .select('id')
        .where('person_id', '=', gone)
        .execute();
      expect(left).toEqual([]);
    }
    const audit = await opened.db
      .selectFrom('audit')
      .select(['actor', 'entity_id', 'why'])
      .where('action', '=', 'person.merge')
      .orderBy('seq')
      .execute();
    expect(audit).toEqual([
      { actor: 'chosei', entity_id: kept, why: 'kept' },
      { actor: 'chosei', entity_id: gone, why: 'joined' }
    ]);
    expect(await findBrokenAudit(opened.db)).toBeUndefined();
    // The tablets hold the one person's name on the line that was the other's.
    const rows = await opened.db.selectFrom('sync_row').select('body').execute();
    expect(rows.filter(({ body }) => body.includes('おの すみ'))).toHaveLength(2);
    expect(await mergePeople(opened.db, { keptId: kept, goneId: gone, ...asked })).toMatchObject({
      error: { type: 'person-not-found' }
    });
  });

  test('two sign-ups to one workshop stand against it until one is cancelled', async () => {
    const kept = await plant('もり とめ');
    const gone = await plant('もり とめ');
    await apply('C14', 'もり とめ', kept);
    const twice = await apply('C14', 'もり とめ', gone);
    const merge = () => mergePeople(opened.db, { keptId: kept, goneId: gone, ...asked });

    expect(await merge()).toMatchObject({
      ok: false,
      error: { type: 'both-signed-up', doubles: [{ code: 'C14' }] }
    });
    expect(await personOf(twice)).toBe(gone);
    await cancelApplication(opened.db, { signUpId: twice, by: 'staff', ...asked });
    expect(await merge()).toMatchObject({ ok: true });
    expect(await personOf(twice)).toBe(kept);
  });

  test('nobody is joined with themselves or with nobody', async () => {
    const one = await plant('ひとり');
    for (const goneId of [one, 'gone', '']) {
      expect(await mergePeople(opened.db, { keptId: one, goneId, ...asked })).toMatchObject({
        error: { type: 'person-not-found' }
      });
      expect(await previewMerge(opened.db, { keptId: one, goneId, ...asked })).toBeUndefined();
    }
  });

  test('in a lottery one of two applications goes first; the one that stays keeps what its rules ask', async () => {
    const rules = { priorities: { resident: 'first' as const } };
    const { workshopId, code } = await plannedLottery(opened.db, { rules });
    const [keptId, goneId] = [await plant('にし とも'), await plant('にし とも')];
    const first = await apply(code, 'にし とも', keptId);
    const second = await apply(code, 'にし とも', goneId, true);
    expect(await mergePeople(opened.db, { keptId, goneId, ...asked })).toMatchObject({
      error: { type: 'both-signed-up', doubles: [{ code, signUpIds: [first, second].toSorted() }] }
    });
    await cancelApplication(opened.db, { signUpId: first, by: 'staff', ...asked });
    expect(await mergePeople(opened.db, { keptId, goneId, ...asked })).toMatchObject({ ok: true });
    const entrants = await inTransaction(opened.db, (tx) =>
      readEntrants(tx, { id: workshopId, division: undefined }, rules)
    );
    expect(entrants).toMatchObject([
      { signUpId: second, personId: keptId, entrant: { group: 1 }, facts: { isSecondEntry: false } }
    ]);
  });
});
