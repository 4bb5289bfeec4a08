import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openWithCard, unlock, venueCodeIn } from '#tests/support/field.ts';
import { expect, setOffline, test } from '#tests/support/journey.ts';
import {
  allSent,
  checkInOne,
  HANA,
  KENJI,
  lineOf,
  prepareOneTablet,
  takenFacts,
  unsent
} from '#tests/support/one-tablet.ts';
import { OwnBrowser } from '#tests/support/own-browser.ts';

const NEWER = '/service-worker.js?newer';
const CHECKED_IN = { type: 'attend.checkin', result: 'applied' };

test('the browser killed the moment it said 受付しました: the check-in is there, and is sent once', async ({
  town
}) => {
  test.setTimeout(120_000);
  const profile = await mkdtemp(join(tmpdir(), 'engawa-killed-'));
  let own = await OwnBrowser.open(profile);
  try {
    const { roster, sessionId } = await prepareOneTablet(own.page, town);
    await setOffline(own.context, true);
    await checkInOne(own.page, HANA);
    await own.kill();
    expect(await takenFacts(town.db)).toEqual([]);

    own = await OwnBrowser.open(profile);
    await setOffline(own.context, true);
    await own.page.goto(roster);
    await unlock(own.page);
    await openWithCard(own.page, await venueCodeIn(town.db, sessionId));
    await expect(lineOf(own.page, HANA)).toContainText('来た');
    await expect(unsent(own.page, 1)).toBeVisible();
    await checkInOne(own.page, KENJI);

    await setOffline(own.context, false);
    await own.page.reload();
    await unlock(own.page);
    await expect(allSent(own.page)).toBeVisible();
    expect(await takenFacts(town.db)).toEqual([
      { seq: 1, ...CHECKED_IN },
      { seq: 2, ...CHECKED_IN }
    ]);
  } finally {
    await own.kill();
    await rm(profile, { recursive: true, force: true });
  }
});

test('two tabs of one tablet write at the same moment: one sends, nothing is lost or doubled', async ({
  town,
  page,
  context
}) => {
  const { roster } = await prepareOneTablet(page, town);
  const other = await context.newPage();
  await other.goto(roster);
  await unlock(other);
  await expect(lineOf(other, KENJI)).toBeVisible();
  await setOffline(context, true);
  await Promise.all([checkInOne(page, HANA), checkInOne(other, KENJI)]);
  for (const tab of [page, other]) {
    await expect(unsent(tab, 2)).toBeVisible();
    await tab.getByRole('button', { name: '全員' }).click();
    for (const name of [HANA, KENJI]) await expect(lineOf(tab, name)).toContainText('来た');
  }

  const sent: string[] = [];
  context.on('request', (request) => {
    if (!request.url().endsWith('/api/sync/push')) return;
    const { ops } = request.postDataJSON() as { ops: { opId: string }[] };
    sent.push(...ops.map(({ opId }) => opId));
  });
  await setOffline(context, false);
  await Promise.all(
    [page, other].map((tab) => tab.getByRole('button', { name: 'いま送る' }).click())
  );
  for (const tab of [page, other]) await expect(allSent(tab)).toBeVisible({ timeout: 30_000 });
  expect(await takenFacts(town.db)).toEqual([
    { seq: 1, ...CHECKED_IN },
    { seq: 2, ...CHECKED_IN }
  ]);
  expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
  expect(sent).toHaveLength(2);
});

test('a new version comes while a fact is unsent: it waits to be agreed to, and nothing is lost', async ({
  town,
  page
}) => {
  const { roster, sessionId } = await prepareOneTablet(page, town);
  await page.goto(roster);
  await unlock(page); // whoever opened the tablet by its PIN is asked all the same
  await expect(lineOf(page, HANA)).toBeVisible();
  await page.route('**/api/sync/**', (route) => route.abort());
  await checkInOne(page, HANA);
  // At another address the worker is another version to the browser.
  await page.evaluate((newer) => navigator.serviceWorker.register(newer), NEWER);
  const prompt = page.getByRole('button', { name: /入\s*れかえる/ });
  await expect(prompt).toBeVisible();
  await checkInOne(page, KENJI); // work goes on meanwhile
  expect(await versionOf(page)).toBe('/service-worker.js');
  expect(await takenFacts(town.db)).toEqual([]);

  await Promise.all([page.waitForEvent('load'), prompt.click()]);
  expect(await versionOf(page)).toBe(NEWER);
  await unlock(page);
  await openWithCard(page, await venueCodeIn(town.db, sessionId)); // no server tells the secret now
  await expect(unsent(page, 2)).toBeVisible();
  await page.unroute('**/api/sync/**');
  await expect(allSent(page)).toBeVisible({ timeout: 60_000 });
  for (const name of [HANA, KENJI]) await expect(lineOf(page, name)).toContainText('来た');
  expect(await takenFacts(town.db)).toEqual([
    { seq: 1, ...CHECKED_IN },
    { seq: 2, ...CHECKED_IN }
  ]);
});

/** Which service worker has the page. */
function versionOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { controller } = navigator.serviceWorker;
    return controller?.scriptURL.replace(location.origin, '');
  });
}
