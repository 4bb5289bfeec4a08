import { applyForWorkshop } from '#app/server/apply.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { makeClass } from '#tests/support/day.ts';
import { expect, expectNoBarriers, logins, signIn, test } from '#tests/support/journey.ts';
import { expectToSay, words } from '#tests/support/words.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS } from '#shared/time/instant.ts';

/** A class of two seats in ten days with four applicants. @returns the receipts' tokens in order */
async function fullClass(db: Db) {
  const made = await makeClass(db, 2, Date.now() + 10 * DAY_MS);
  const tokens: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    const applied = await applyForWorkshop(db, {
      ...{ code: made.code, channel: 'phone', actor: 'desk', now: Date.now() },
      ...{ application: applicantNumber(number), key: keyNumber(number) }
    });
    if (!applied.ok) throw new Error(applied.error.type);
    tokens.push(applied.value.receiptToken);
  }
  return { ...made, tokens };
}

test('a date is called off, and the desk rings until the last call is told', async ({
  page,
  browser,
  town: { origin, db }
}) => {
  const { workshopId, code, tokens } = await fullClass(db);
  await page.goto(`${origin}/workshops/${code}`);
  await signIn(page, origin, logins.coordinator, `/desk/workshops/${workshopId}`);
  await page.getByRole('link', { name: '日時の変更・中止' }).click();
  await expect(page.getByRole('heading', { name: 'お知らせする方 4人' })).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(4);
  await expectNoBarriers(page);

  const off = page.locator('form', { hasText: 'この日を中止にする' });
  await off.getByLabel('理由(80字まで').fill('講師の急病のため');
  await off.getByRole('button', { name: '中止にして、4人にお知らせする' }).click();
  await expect(page.getByRole('status')).toContainText('まだの方 4人、伝えた方 0人');
  await expectNoBarriers(page);

  const told = page.getByRole('button', { name: '伝えた' });
  await expect(page.getByText('理由:講師の急病のため').first()).toBeAttached();
  await page.getByRole('button', { name: 'つながらない', exact: true }).first().click();
  for (const left of [2, 1, 0]) {
    await told.first().click();
    await expect(page.getByRole('status')).toContainText(`まだの方 ${left + 1}人`);
    await expect(told).toHaveCount(left);
  }
  await page.getByRole('link', { name: /つながらない/ }).click();
  await told.click();
  await expect(page.getByRole('status')).toContainText('まだの方 0人、伝えた方 4人');

  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const visitor = await phone.newPage();
  await visitor.goto(`${origin}/workshops/${code}`);
  await expectToSay(visitor.getByRole('main'), '理由: 講師の急病のため');
  await visitor.goto(`${origin}/receipt?t=${tokens[0]}`);
  await expectToSay(visitor.getByRole('main'), 'この会は 中止に なりました');
  await expect(visitor.getByRole('link', { name: words('申し込みを 取り消す') })).toHaveCount(0);
  await phone.close();
});

test('a seat that becomes free goes to the second in line after the first said no', async ({
  page,
  browser,
  town: { origin, db }
}) => {
  test.slow();
  const { workshopId, tokens } = await fullClass(db);
  await signIn(page, origin, logins.coordinator, '/desk');
  // The telephone rings: the cursor stands in the line for the name, and no mouse is touched.
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('サトウ イ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /さとう い さんの/ })).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('さとう い さん');
  // A slip is taken back on the same page, and written down again.
  await page.getByRole('button', { name: 'もとにもどす' }).click();
  await expect(page.getByRole('status')).toContainText('もとにもどしました');
  await page.getByRole('button', { name: /さとう い さんの/ }).click();
  await expect(page.getByRole('status')).toContainText('欠席にしました');

  await page.goto(`${origin}/desk/notices`);
  const first = page.getByRole('article', { name: /さとう え/ });
  await expect(first).toContainText('席が空いたおたずね');
  await first.getByRole('button', { name: 'いいえ(来ない)' }).click();
  const second = page.getByRole('article', { name: /さとう お/ });
  await expect(second).toContainText('席が空いたおたずね');

  // axe itself needs a script, so it looks here; the holder of the receipt has none.
  await page.goto(`${origin}/receipt?t=${tokens[3]}`);
  await expectNoBarriers(page);
  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const holder = await phone.newPage();
  await holder.setViewportSize({ width: 390, height: 844 });
  await holder.goto(`${origin}/receipt?t=${tokens[3]}`);
  await expectToSay(holder.getByRole('main'), 'お席が ひとつ あきました');
  await holder.getByRole('button', { name: words('はい、行きます') }).click();
  await expectToSay(holder.getByRole('main'), 'うけつけました。お席が あります');
  await phone.close();

  await page.goto(`${origin}/desk/workshops/${workshopId}`);
  await expect(page.getByText('2 / 2人、待ち 0人')).toBeVisible();
  await expect(page.getByRole('row', { name: /さとう お .*はい/ })).toContainText('ご本人');
  await expect(page.getByRole('row', { name: /さとう え .*いいえ/ })).toContainText('coordinator');
});

test('calls of the week before: a try that reached nobody, and somebody who will not come', async ({
  page,
  town: { origin, db }
}) => {
  const { code } = await makeClass(db, 2, Date.now() + 5 * DAY_MS);
  for (const number of [1, 2, 3]) {
    const applied = await applyForWorkshop(db, {
      ...{ code, channel: 'phone', actor: 'desk', now: Date.now() },
      ...{ application: applicantNumber(number), key: keyNumber(number) }
    });
    if (!applied.ok) throw new Error(applied.error.type);
  }
  await signIn(page, origin, logins.coordinator, '/desk');
  await page.getByRole('link', { name: '前の週のお電話' }).click();
  await expect(page.getByText('お金や番号はお聞きしません').first()).toBeVisible();
  await expect(page.getByRole('status')).toContainText('これからかける方 2人');
  await expectNoBarriers(page);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await row('さとう い').getByLabel('次は').selectOption({ label: 'あすの午前' });
  await row('さとう い').getByRole('button', { name: 'つながらない' }).click();
  await expect(row('さとう い')).toContainText('次は');
  await expect(page.getByRole('status')).toContainText('これからかける方 1人');
  await row('さとう う').getByRole('button', { name: '来られない' }).click();
  await expect(row('さとう う')).toHaveCount(0);

  await page.goto(`${origin}/desk/notices`);
  await expect(page.getByRole('article', { name: /さとう え/ })).toContainText(
    '席が空いたおたずね'
  );
});
