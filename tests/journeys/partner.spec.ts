import type { Page } from '@playwright/test';
import { usualArrangement } from '#features/workshops/domain/arrangement.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { makeParticipation } from '#tests/support/day.ts';
import { enrolDevice, unlock } from '#tests/support/field.ts';
import {
  DEMO_PASSWORD,
  expect,
  expectNoBarriers,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };

/** Lets somebody of the partner in, and reads the link that is shown once. */
async function giveReception(page: Page, workshop: string): Promise<string> {
  await page.goto(workshop);
  await page.getByRole('link', { name: '協力団体の受付' }).click();
  await expectNoBarriers(page);
  await page.getByLabel('呼び名', { exact: true }).fill('みなと電器の田中さん');
  await page.getByRole('button', { name: '受付を任せる' }).click();
  await expect(page.getByText('リンクを渡しただけ')).toBeVisible();
  return page.getByRole('status').locator('code').innerText();
}

/** Makes the account that the link is for. */
async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('ログイン名', { exact: true }).fill('tanaka@example.jp');
  await page.getByLabel('お名前', { exact: true }).fill('田中');
  await page.getByLabel('パスワード', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '作って入る' }).click();
  await page.waitForURL(/\/staff$/);
}

test('a partner receives people at their own workshop, sees no other, and loses the list when the desk says so', async ({
  town,
  page,
  browser
}) => {
  const startsAt = Date.now() + HOUR_MS;
  const sessions = [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }];
  const theirs = await plannedWorkshop(town.db, {
    ...{ code: 'P1', sessions, titleJa: 'みなと電器の 体験会' },
    arrangement: { ...usualArrangement, host: 'partner', hostName: 'みなと電器' }
  });
  const citys = await plannedWorkshop(town.db, {
    ...{ code: 'C1', sessions, titleJa: '市の スマホ教室' }
  });
  await makeParticipation(town.db, theirs.sessionIds[0]!, 'あおき はる');
  await signIn(page, town.origin, logins.coordinator, '/desk');
  const link = await giveReception(page, `${town.origin}/desk/workshops/${theirs.workshopId}`);

  const context = await browser.newContext(TABLET);
  const tablet = await context.newPage();
  await accept(tablet, link);
  await untilReadyForOffline(tablet);
  await tablet.reload();
  await expect(tablet.getByText('みなと電器の 体験会')).toBeVisible();
  await expect(tablet.getByText('市の スマホ教室')).toHaveCount(0);
  const foreign = await tablet.request.get(`${town.origin}/desk/workshops/${citys.workshopId}`);
  expect(foreign.status()).toBe(403);

  await tablet.goto(`${town.origin}/staff/sessions/${theirs.sessionIds[0]}`);
  await enrolDevice(tablet, 'みなと A');
  const row = tablet.getByRole('listitem').filter({ hasText: 'あおき はる' });
  await expect(row).toBeVisible();

  await setOffline(context, true);
  await row.getByRole('button').first().tap();
  await tablet.getByRole('button', { name: '受付する', exact: true }).tap();
  await expect(tablet.getByText('この端末に未送信 1件')).toBeVisible();
  await setOffline(context, false);
  await expect(tablet.getByText('すべて送りました')).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: 'みなと電器の田中さん に任せるのを取りやめる' }).click();
  await expect(page.getByText('取りやめました')).toBeVisible();
  await tablet.reload();
  await unlock(tablet);
  await expect(tablet.getByText('この会の名簿は まだこの端末にありません')).toBeVisible();
  await expect(tablet.getByText('あおき はる')).toHaveCount(0);
  await context.close();
});
