import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDrillForm } from '#app/server/desk/drill-form.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { scenarioOfDrill } from '#features/practice-phone/domain/drill.ts';
import {
  keepCityDrill,
  listCityDrills,
  showCityDrill,
  shownCityDrills
} from '#features/practice-phone/server/city-drills.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { walkScenario } from '#tests/support/walk-scenario.ts';

const now = Date.parse('2026-12-01T01:00:00Z');

function formWith(changes: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const fields = {
    id: 'd1',
    way: 'call',
    topicJa: '水道の点検の電話',
    fromJa: '水道局を名のる人',
    bodyJa: '水がよごれています。\n今日うかがいます。',
    bodyEn: 'Your water is dirty.',
    baitJa: '来てもらう',
    wouldHaveJa: '高い機械を買わされます。',
    whyJa: '点検は紙で知らせがあります。',
    ...changes
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function drillFrom(changes: Readonly<Record<string, string>> = {}) {
  const { drill } = readDrillForm(formWith(changes));
  if (!drill.ok) throw new Error(JSON.stringify(drill.error));
  return drill.value;
}

describe('the form of a drill', () => {
  test('a line is a paragraph, and what has no English says the Japanese', () => {
    expect(drillFrom().body).toEqual([
      { ja: '水がよごれています。', en: 'Your water is dirty.' },
      { ja: '今日うかがいます。', en: '今日うかがいます。' }
    ]);
  });

  test.each([
    ['nothing written', { whyJa: ' ' }, { why: 'missing' }],
    ['two lines for one', { topicJa: 'あ\nい' }, { topic: 'too-many-lines' }],
    ['five lines of talk', { bodyJa: 'あ\nい\nう\nえ\nお' }, { body: 'too-many-lines' }],
    ['a long line', { baitJa: 'あ'.repeat(121) }, { bait: 'too-long' }],
    ['a long English line', { baitEn: 'a'.repeat(121) }, { bait: 'too-long' }]
  ])('%s is told, and what was typed stays', (_, changes, errors) => {
    const { drill, typed } = readDrillForm(formWith(changes));
    expect(drill).toEqual({ ok: false, error: errors });
    expect(typed['fromJa']).toBe('水道局を名のる人');
  });

  test('whatever is written can be practised to its end', () => {
    const scenario = scenarioOfDrill(drillFrom({ whyJa: '{こわれた|しるし <x: [' }));
    expect(walkScenario(scenario, 'android').troubles).toEqual([]);
  });
});

describe.each(engines)('drills of the city on $name', ({ open }) => {
  let opened: TestDb;
  let actor: string;

  beforeAll(async () => {
    opened = await open();
    actor = await inTransaction(opened.db, (tx) =>
      createAccount(tx, {
        login: 'a@example.jp',
        name: 'a',
        passwordHash: '',
        roles: ['coordinator'],
        now
      })
    );
  });
  beforeEach(() => opened.db.deleteFrom('city_drill').execute());
  afterAll(() => opened.close());

  const write = (id: string, at = now) =>
    keepCityDrill(opened.db, { drill: drillFrom({ id }), actor, now: at });

  test('the newest stands first, and what is put away is not shown', async () => {
    await write('d1');
    await write('d2', now + 1);
    expect(await showCityDrill(opened.db, 'd1', false)).toBe(true);
    expect((await listCityDrills(opened.db)).map(({ drill, shown }) => [drill.id, shown])).toEqual([
      ['d2', true],
      ['d1', false]
    ]);
    expect((await shownCityDrills(opened.db)).map(({ id }) => id)).toEqual(['d2']);
  });

  test('the form sent twice is one drill, and an unknown one is not changed', async () => {
    await write('d1');
    await write('d1', now + 5);
    expect(await listCityDrills(opened.db)).toMatchObject([{ writtenAt: now }]);
    expect(await showCityDrill(opened.db, 'none', false)).toBe(false);
  });

  test('learners get at most twelve', async () => {
    for (let n = 1; n <= 14; n += 1) await write(`d${n}`, now + n);
    const shown = await shownCityDrills(opened.db);
    expect(shown.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, n) => `d${14 - n}`));
  });
});
