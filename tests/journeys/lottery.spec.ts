import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { applyForWorkshop } from '#app/server/apply.ts';
import type { LotteryRecord } from '#features/workshops/domain/lottery-record.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { expect, expectNoBarriers, logins, signIn, test } from '#tests/support/journey.ts';
import { expectToSay, words } from '#tests/support/words.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const CODE = 'C88';
const SEATS = 3;
const BY_TELEPHONE = 8;

test('the lottery day: eight by telephone and one from the web, drawn, told, and drawn again by anybody', async ({
  town,
  page,
  browser
}) => {
  test.slow();
  const { origin, db } = town;
  const workshopId = await planLottery(db);
  const applicant = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const theirs = await applicant.newPage();
  const fingerprint = await enterFromTheWeb(theirs, origin);
  await enterByTelephone(db);
  await expect
    .poll(async () => (await theirs.request.get(`${origin}/api/public/lottery/${CODE}`)).status())
    .toBe(404);

  await signIn(page, origin, logins.coordinator, `/desk/workshops/${workshopId}`);
  await page.getByRole('link', { name: '抽選', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(1 + BY_TELEPHONE + 1);
  await expect(page.getByRole('button', { name: 'いま抽選する' })).toHaveCount(0);
  await page.getByRole('button', { name: 'ためしに引いてみる' }).click();
  await expect(page.getByText('ためし引きの結果(本番ではありません)')).toBeVisible();
  await expectNoBarriers(page);

  await setApart(page, 'さとう い');
  await closeApplications(db, workshopId);
  await page.reload();
  await page.getByRole('button', { name: 'いま抽選する' }).click();
  await expect(page.getByText('に抽選しました。')).toBeVisible();
  await expectNoBarriers(page);

  const record = await recordOf(theirs, origin);
  expect(record.order).toHaveLength(BY_TELEPHONE + 1);
  expect(record.kind).toBe('draw');
  const file = join(town.dataDir, 'record.json');
  await writeFile(file, JSON.stringify(record));
  expect(await drawAgain(file, fingerprint)).toMatchObject({ code: 0 });
  await writeFile(file, JSON.stringify({ ...record, order: record.order.toReversed() }));
  expect(await drawAgain(file, fingerprint)).toMatchObject({ code: 1 });

  await expectReceiptToTell(theirs, origin, record);
  await callTheFirst(page);
  await printLetters(page);
  await applicant.close();
});

async function planLottery(db: Db): Promise<string> {
  const now = Date.now();
  const startsAt = now + 10 * DAY_MS;
  const { workshopId } = await plannedWorkshop(db, {
    code: CODE,
    seats: SEATS,
    loanPhones: 0,
    selection: 'lottery',
    opensAt: now - DAY_MS,
    closesAt: now + HOUR_MS,
    lottery: {
      drawsAt: now + 2 * HOUR_MS,
      rules: { priorities: { 'first-timer': 'two-lots', resident: 'first' }, seatsPerYear: 3 }
    },
    sessions: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }]
  });
  return workshopId;
}

/** Reads what is shown beforehand, and applies without a script. @returns the fingerprint noted down. */
async function enterFromTheWeb(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/workshops/${CODE}`);
  await expectToSay(page.getByRole('main'), '抽せんで決めます');
  await expectToSay(page.getByRole('main'), '市内の方を、先にひきます。');
  const fingerprint = await page.locator('code').innerText();
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);

  await page.getByRole('link', { name: words('抽せんに申し込む') }).click();
  const answers = [
    () => page.locator('#kana').fill('うえぶ はな'),
    () => page.locator('#phone').fill('042-563-0123'),
    () => page.locator('[value="75-84"]').check(),
    () => page.locator('[name=livesHere][value=no]').check(),
    () => page.locator('[value=kantan]').check(),
    () => page.locator('[name=companions][value="0"]').check(),
    () => page.locator('[value=wheelchair]').check(),
    () => page.locator('[name=way][value=desk]').check()
  ];
  for (const answer of answers) {
    await answer();
    await page.locator('button[value=next]').click();
  }
  await page.locator('button[value=send]').click();
  await expectToSay(page.getByRole('main'), 'お席は抽せんで決めます。');
  return fingerprint;
}

async function enterByTelephone(db: Db): Promise<void> {
  for (let number = 1; number <= BY_TELEPHONE; number++) {
    const applied = await applyForWorkshop(db, {
      code: CODE,
      application: applicantNumber(number, { livesHere: true }),
      channel: 'phone',
      key: keyNumber(number),
      actor: 'desk',
      now: Date.now()
    });
    if (!applied.ok) throw new Error(applied.error.type);
  }
}

async function closeApplications(db: Db, workshopId: string): Promise<void> {
  const closed = Date.now() - MINUTE_MS;
  await db
    .updateTable('workshop')
    .set({ closes_at: closed })
    .where('id', '=', workshopId)
    .execute();
  await db
    .updateTable('lottery')
    .set({ draws_at: closed })
    .where('workshop_id', '=', workshopId)
    .execute();
}

/** Without the circumstances it is refused by the form; with them it stands in the table. */
async function setApart(page: Page, kana: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: kana });
  await row.locator('summary').click();
  await row.getByRole('combobox', { name: 'どうする' }).selectOption({ label: 'はじめに引く' });
  await row.getByRole('combobox', { name: '理由' }).selectOption({ label: '前の会を市が中止した' });
  await row.getByLabel('くわしい事情(公開しません)').fill('10月の会の申込みの方');
  await row.getByRole('button', { name: '別にする' }).click();
  await expect(row).toContainText('10月の会の申込みの方');
}

async function recordOf(page: Page, origin: string): Promise<LotteryRecord> {
  await expect(async () => {
    await page.goto(`${origin}/workshops/${CODE}/lottery`);
    await expectToSay(page.getByRole('main'), '前の会を、市が中止にしたため。');
  }).toPass();
  const href = await page
    .getByRole('link', { name: words('抽せんの記録をひらく') })
    .getAttribute('href');
  return (await page.request.get(`${origin}${href}`)).json() as Promise<LotteryRecord>;
}

/** The documented command, as somebody runs it on their own computer. */
function drawAgain(file: string, fingerprint: string): Promise<{ code: number; output: string }> {
  const args = ['--disable-warning=ExperimentalWarning', 'src/cli/lottery.ts', file, fingerprint];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr })
    );
  });
}

/** Everybody else lives in the city and was drawn before: this applicant is the last in the line. */
async function expectReceiptToTell(
  page: Page,
  origin: string,
  record: LotteryRecord
): Promise<void> {
  await page.goto(`${origin}/receipt`);
  const number = (await page.locator('.number strong').innerText()).replace('-', '');
  expect(record.order.at(-1)).toBe(number);
  await expectToSay(page.getByRole('main'), `キャンセル待ち${record.order.length - SEATS}番目`);
  await expectToSay(page.getByRole('main'), 'お席は 抽せんで ほかの方に 決まりました。');
}

async function callTheFirst(page: Page): Promise<void> {
  const told = page.getByRole('button', { name: '伝えた' });
  await expect(told).toHaveCount(BY_TELEPHONE);
  await expect(page.getByRole('row').nth(1)).toContainText('さとう い');
  await told.first().click();
  await expect(told).toHaveCount(BY_TELEPHONE - 1);
}

/** One postcard each: first for the one who is not called, then for everybody who was not told. */
async function printLetters(page: Page): Promise<void> {
  await page.getByRole('link', { name: '結果のはがきを印刷' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('link', { name: '全員' }).click();
  await expect(page.getByRole('article')).toHaveCount(BY_TELEPHONE);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(BY_TELEPHONE);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  expect(Number(width) / Number(height)).toBeCloseTo(100 / 148, 2);

  await page.getByRole('button', { name: 'このはがきを出した' }).click();
  await expect(page.getByText('電話でお伝えする方は、もういません。')).toBeVisible();
}
