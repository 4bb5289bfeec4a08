import type { Page } from '@playwright/test';
import type { Db } from '#server/db/database.ts';
import { searchKeyOf } from '#shared/text/kana.ts';
import { DAY_MS } from '#shared/time/instant.ts';
import { Clerk } from '#tests/support/clerk.ts';
import { makeClass } from '#tests/support/day.ts';
import { expect, expectNoBarriers, logins, signIn, test } from '#tests/support/journey.ts';
import { plantPerson, plantSignUp } from '#tests/support/rows.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

/**
 * The keystroke-level model of Card, Moran and Newell (1980): a key of an average typist, and the thought
 * before each line. What the clerk hears and says comes on top, and has the rest of the forty seconds.
 */
const SECONDS_PER_KEY = 0.28;
const SECONDS_PER_THOUGHT = 1.35;

const TWENTY_DAYS_MS = 20 * DAY_MS;

async function plantTown(db: Db) {
  const { workshopId, code } = await makeClass(db, 10, Date.now() + TWENTY_DAYS_MS);
  const kana = 'さとう はな';
  const told = { kana, kana_key: searchKeyOf(kana), name: '佐藤 花', phone: '0425632111' };
  return { workshopId, code, hana: await plantPerson(db, told) };
}

function readOut(page: Page) {
  return page.getByRole('status').getByText(/^\d{3}-\d{4}$/);
}

test('the clerk on the telephone: somebody known, somebody new, both without a mouse and in time', async ({
  town,
  page
}) => {
  const { workshopId } = await plantTown(town.db);
  await signIn(page, town.origin, logins.coordinator, `/desk/workshops/${workshopId}/enter`);
  const clerk = new Clerk(page);
  await expect(
    page.getByRole('group', { name: '受付経路' }).getByRole('radio').first()
  ).toBeFocused();
  await clerk.press('Space');
  await clerk.press('Tab');

  // 「さとうです。前にも行きました。」
  clerk.startCounting();
  await expect(page.getByLabel('1 ふりがな')).toBeFocused();
  await clerk.typeKana('さとう');
  await clerk.press('Enter');
  await expect(page.getByRole('button', { name: 'さとう はな' })).toBeFocused();
  await expectNoBarriers(page);
  await clerk.press('Enter');
  await expect(page.getByRole('button', { name: '受け付ける' })).toBeFocused();
  await expect(page.getByLabel('3 電話')).toHaveValue('0425632111');
  await clerk.press('Enter');
  await expect(readOut(page)).toBeVisible();
  expect(clerk.keys).toBeLessThanOrEqual(12);
  expect(clerk.keys * SECONDS_PER_KEY + 3 * SECONDS_PER_THOUGHT).toBeLessThan(10);

  // The next caller rings at once; the cursor is there.
  clerk.startCounting();
  await expect(page.getByLabel('1 ふりがな')).toBeFocused();
  await clerk.typeKana('しみず とよ');
  await clerk.press('Tab', 2);
  await clerk.type('0425639876');
  await clerk.press('Tab', 2);
  await clerk.typeKana('なかはら');
  await clerk.press('Tab');
  await clerk.type(String(new Date().getFullYear() - 80));
  await clerk.press('Enter');
  await expect(readOut(page)).toBeVisible();
  expect(clerk.keys).toBeLessThanOrEqual(50);
  expect(clerk.keys * SECONDS_PER_KEY + 6 * SECONDS_PER_THOUGHT).toBeLessThan(40);

  const rows = await town.db
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select(['kana', 'phone', 'town', 'age_band', 'channel', 'status'])
    .orderBy('sign_up.created_at')
    .execute();
  const taken = { channel: 'phone', status: 'confirmed' };
  expect(rows).toEqual([
    { kana: 'さとう はな', phone: '0425632111', town: '中央', age_band: '75-84', ...taken },
    { kana: 'しみず とよ', phone: '0425639876', town: 'なかはら', age_band: '75-84', ...taken }
  ]);
});

test('two records of one person are looked at beside each other and become one', async ({
  town,
  page
}) => {
  const { workshopId, hana } = await plantTown(town.db);
  const kana = 'さとう はま';
  const twin = await plantPerson(town.db, {
    ...{ kana, kana_key: searchKeyOf(kana), name: kana, phone: '0425632111', town: null }
  });
  await plantSignUp(town.db, { workshop_id: workshopId, person_id: twin });
  await signIn(page, town.origin, logins.coordinator, '/desk/people');
  await page.getByRole('row', { name: 'さとう はま' }).getByRole('link').click();
  await expect(page.getByRole('row', { name: /^申込み/ }).getByRole('cell')).toHaveText([
    '0',
    '1',
    '1'
  ]);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'この内容でまとめる' }).click();
  await expect(page.getByRole('status')).toContainText('一つにまとめました');
  await expect(page.getByText('いま、似た記録はありません。')).toBeVisible();
  const { person_id } = await town.db
    .selectFrom('sign_up')
    .select('person_id')
    .executeTakeFirstOrThrow();
  expect(person_id).toBe(hana);
});

test('the paper form is one sheet in large print, and its lines are those of the screen', async ({
  town,
  page
}) => {
  const { workshopId } = await plantTown(town.db);
  const forms = [
    { id: workshopId, lines: 11 },
    { id: await plantLottery(town.db), lines: 12 }
  ];
  await signIn(page, town.origin, logins.coordinator, '/desk');
  for (const { id, lines } of forms) {
    await page.emulateMedia({ media: null });
    await page.goto(`${town.origin}/desk/workshops/${id}/enter`);
    const onScreen = numbered(
      await page.locator('.line > label, .line > legend').allTextContents()
    );
    await page.goto(`${town.origin}/desk/workshops/${id}/paper`);
    expect(numbered(await page.locator('article li strong').allTextContents())).toEqual(onScreen);
    expect(onScreen).toHaveLength(lines);
    await expectOneSheet(page);
  }
});

function numbered(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /^\d/.test(text));
}

/** A lottery that asks everything a form can ask. */
async function plantLottery(db: Db): Promise<string> {
  const now = Date.now();
  const startsAt = now + TWENTY_DAYS_MS;
  const { workshopId } = await plannedWorkshop(db, {
    ...{ code: 'L1', selection: 'lottery', opensAt: now - DAY_MS, closesAt: now + DAY_MS },
    lottery: { drawsAt: now + 2 * DAY_MS, rules: { priorities: { resident: 'first' } } },
    sessions: [{ startsAt, endsAt: startsAt + DAY_MS / 12 }]
  });
  return workshopId;
}

async function expectOneSheet(page: Page): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sheets.map(([, width, height]) => [width, height].map(Number).map(Math.round))).toEqual([
    [595, 842]
  ]);

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1047 });
  const sheet = await page.locator('article').evaluate((article) => ({
    smallestPt: Math.min(
      ...[article, ...article.querySelectorAll('*')].map(
        (element) => Number.parseFloat(getComputedStyle(element).fontSize) * 0.75
      )
    ),
    cut: [...article.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.textContent)
  }));
  expect(sheet.smallestPt).toBeGreaterThanOrEqual(16 - 0.01);
  expect(sheet.cut).toEqual([]);
}

test('a list from a spreadsheet is taken whole, and comes out again', async ({ town, page }) => {
  const { workshopId, code } = await plantTown(town.db);
  await signIn(page, town.origin, logins.coordinator, `/desk/workshops/${workshopId}/files`);
  const take = async (text: string) => {
    await page
      .getByLabel('CSVのファイル')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'この一覧を入れる' }).click();
  };
  await take('ふりがな,電話\r\nたかぎ ゆき,0425630011\r\n高木,1\r\n');
  await expect(page.getByText('3行目').first()).toBeVisible();
  await expect(page.getByText('まだ何も入れていません')).toBeVisible();
  expect(await town.db.selectFrom('sign_up').select('id').execute()).toEqual([]);
  await expectNoBarriers(page);

  await take('ふりがな,電話\r\nたかぎ ゆき,0425630011\r\n');
  await expect(page.getByRole('status')).toContainText('1人の申込みを入れました');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV(UTF-8)' }).click();
  expect((await download).suggestedFilename()).toBe(`${code}-applicants.csv`);
});
