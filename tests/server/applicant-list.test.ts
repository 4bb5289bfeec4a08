import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeApplicants, writeEmptyList } from '#app/server/desk/applicant-file.ts';
import { importApplicants } from '#app/server/desk/import-applicants.ts';
import { loadTranslator } from '#locales/load.ts';
import { encodeShiftJis } from '#shared/text/shift-jis.ts';
import { engines, type TestDb } from '#tests/support/engines.ts';
import { classPlan, plannedWorkshop, whileOpen } from '#tests/support/workshops.ts';

const head =
  'ふりがな,お名前,電話,町名,生まれ年,機種,準備すること,代わりの方のお名前,代わりの方との関係';
const list = [
  head,
  'サトウ ハナ,佐藤 花,425632111,狭山,昭和23,かんたん,,,',
  '"すずき いち","鈴木\n一",090-1234-5678,,,,車いす、筆談,鈴木 次,ご家族',
  'たなか みつ,,なし,中央,,,,,'
].join('\r\n');

describe.each(engines)('a list of applicants on $name', ({ open }) => {
  let opened: TestDb;
  let codes = 20;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const planned = async (plan: Parameters<typeof plannedWorkshop>[1] = {}) => {
    const code = `L${(codes += 1)}`;
    const { workshopId } = await plannedWorkshop(opened.db, { ...plan, code });
    return { id: workshopId, code, loanPhones: 4, lottery: plan.lottery };
  };
  type Workshop = Awaited<ReturnType<typeof planned>>;
  const take = (workshop: Workshop, file: string | Uint8Array, now = whileOpen) =>
    importApplicants(opened.db, {
      ...{ workshop, channel: 'paper', actor: 'chosei', now },
      bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file
    });
  const rowsOf = (workshop: Workshop) =>
    opened.db
      .selectFrom('sign_up')
      .innerJoin('person', 'person.id', 'sign_up.person_id')
      .select(['kana', 'person.name', 'phone', 'town', 'age_band', 'sign_up.phone_family'])
      .select(['needs', 'helper_name', 'helper_relation', 'channel', 'status'])
      .where('workshop_id', '=', workshop.id)
      .orderBy('sign_up.id')
      .execute();
  const everything = async () => {
    const tables = ['person', 'sign_up', 'participation', 'notice', 'audit', 'sync_row'] as const;
    const counts = tables.map((table) =>
      opened.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('rows'))
        .execute()
    );
    return JSON.stringify(await Promise.all(counts), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value
    );
  };

  test.each(['UTF-8', 'Shift_JIS'])(
    'is read in %s, in the words of the screen',
    async (letters) => {
      const workshop = await planned();
      const file = letters === 'UTF-8' ? `\uFEFF${list}` : encodeShiftJis(list);
      expect(await take(workshop, file)).toEqual({ ok: true, value: { added: 3, known: [] } });
      const nothing = { helper_name: null, helper_relation: null };
      expect(await rowsOf(workshop)).toMatchObject([
        {
          ...{ kana: 'さとう はな', phone: '0425632111', age_band: '75-84', town: '狭山' },
          ...{ phone_family: 'kantan', channel: 'paper', status: 'confirmed', ...nothing }
        },
        {
          ...{ kana: 'すずき いち', name: '鈴木 一', needs: '["written-talk","wheelchair"]' },
          ...{ helper_name: '鈴木 次', helper_relation: 'family' }
        },
        { kana: 'たなか みつ', phone: null, town: '中央' }
      ]);
    }
  );

  test('taken in a second time changes nothing, even after the door has closed', async () => {
    const workshop = await planned();
    await take(workshop, list);
    const before = await everything();
    expect(await take(workshop, list, classPlan.closesAt)).toEqual({
      ok: true,
      value: { added: 0, known: [2, 3, 5] }
    });
    expect(await everything()).toBe(before);
  });

  test('a bad line is named by its number and reason, and nothing is taken', async () => {
    const workshop = await planned();
    const before = await everything();
    const bad = `${list}\r\n佐藤,,12,,昭和78,,,,\r\nさとう はな,,042-563-2111,,,,,,\r\n`;
    expect(await take(workshop, bad)).toEqual({
      ok: false,
      error: {
        type: 'lines',
        lines: [
          { line: 6, reason: { kind: 'field', error: 'kanaNotKana' } },
          { line: 6, reason: { kind: 'field', error: 'phoneNotANumber' } },
          { line: 6, reason: { kind: 'field', error: 'birthNotAYear' } },
          { line: 7, reason: { kind: 'twice', firstLine: 2 } }
        ]
      }
    });
    expect(await everything()).toBe(before);
  });

  test('a list longer than the seats and the line is taken whole or not at all', async () => {
    const workshop = await planned({ seats: 1, longestLine: 1 });
    const before = await everything();
    expect(await take(workshop, list)).toEqual({
      ok: false,
      error: {
        type: 'lines',
        lines: [{ line: 5, reason: { kind: 'refused', type: 'waiting-line-full' } }]
      }
    });
    expect(await everything()).toBe(before);
  });

  test.each([
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0]), { type: 'no-text' }],
    ['an empty file', '', { type: 'empty' }],
    ['headings alone', head, { type: 'empty' }],
    ['an unknown heading', `${head},性別\na,b`, { type: 'unknown-column', column: '性別' }],
    ['no telephone', 'ふりがな\nさとう', { type: 'missing-column', column: 'phone' }],
    ['a whole town', `${head}\n${'さとう,,,,,,,,\n'.repeat(301)}`, { type: 'too-long', most: 300 }]
  ] as const)('%s is answered by one sentence', async (_, file, error) => {
    expect(await take(await planned(), file)).toEqual({ ok: false, error });
  });

  test('what is taken out can be taken in again, and runs in no spreadsheet', async () => {
    const { t } = await loadTranslator('ja');
    const [first, second] = [await planned(), await planned()];
    await take(first, `${list}\r\nむとう しの,-武藤,0425639998,=狭山,昭和23,,,,`);
    const asked = { workshop: first, actor: 'chosei', now: whileOpen };
    const file = await writeApplicants(opened.db, t, asked);
    expect(file).toContain("'=狭山");
    expect(await take(second, encodeShiftJis(file))).toMatchObject({ value: { added: 4 } });
    expect(await rowsOf(second)).toEqual(await rowsOf(first));
    expect(writeEmptyList(t, first).split(',')).toHaveLength(15);
  });

  test('where the rules of a lottery look at it, the list says who lives in the city, and every line must', async () => {
    const { t } = await loadTranslator('ja');
    const rules = { priorities: { resident: 'first' as const } };
    const lottery = { drawsAt: classPlan.closesAt, rules };
    const byLot = () => planned({ selection: 'lottery', lottery });
    const [first, second] = [await byLot(), await byLot()];
    expect(await take(first, list)).toMatchObject({
      error: { lines: [1, 2, 3].map(() => ({ reason: { error: 'livesHereNotChosen' } })) }
    });
    const lines = [
      'ふりがな,電話,お住まい',
      'さとう はな,0425630001,市内',
      'たなか みつ,なし,市外'
    ];
    expect(await take(first, lines.join('\r\n'))).toMatchObject({ value: { added: 2 } });
    const file = await writeApplicants(opened.db, t, {
      ...{ workshop: first, actor: 'chosei', now: whileOpen }
    });
    expect(await take(second, file)).toMatchObject({ value: { added: 2 } });
    const taken = await opened.db
      .selectFrom('sign_up')
      .select(['lives_here', 'status'])
      .where('workshop_id', '=', second.id)
      .orderBy('id')
      .execute();
    expect(taken.map(({ lives_here, status }) => [lives_here, status])).toEqual([
      [1, 'entered'],
      [0, 'entered']
    ]);
    expect(writeEmptyList(t, first).split(',')).toHaveLength(16);
  });
});
