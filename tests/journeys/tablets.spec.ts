import type { BrowserContext, Page } from '@playwright/test';
import { HOUR_MS } from '#shared/time/instant.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import { choosePin, openWithCard, unlock, venueCodeIn } from '#tests/support/field.ts';
import {
  expect,
  expectNoBarriers,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };
const TITLE = 'はじめての スマホ教室';

/** The desk shows a code for a tablet of this name. @returns its digits as staff read them aloud. */
async function showCode(desk: Page, origin: string, name: string): Promise<string> {
  await desk.goto(`${origin}/desk/tablets`);
  await desk.getByLabel('端末の名前').fill(name);
  await desk.getByLabel('使う場所').fill('南の入口');
  await desk.getByRole('button', { name: 'QRを出す' }).click();
  await expect(desk.getByRole('img', { name: '端末の準備のQR' })).toBeVisible();
  return desk.getByText(/^\d{4} \d{4} \d{4}$/).innerText();
}

/** Types the desk's code on a tablet that nobody signed in on. */
async function enrolByCode(page: Page, origin: string, code: string): Promise<void> {
  await page.goto(`${origin}/staff`);
  await untilReadyForOffline(page);
  await page.getByRole('textbox', { name: '机の番号' }).fill(code);
  await page.getByRole('button', { name: '番号で はじめる' }).tap();
  await choosePin(page);
  await expect(page.getByRole('link', { name: /出発前の確認/ })).toBeVisible();
}

async function openRoster(page: Page): Promise<void> {
  await page.getByRole('link', { name: new RegExp(TITLE) }).tap();
  await page.waitForURL(/\/staff\/sessions\//);
  await expect(page.getByRole('listitem').filter({ hasText: 'さとう はな' })).toBeVisible();
}

async function checkIn(page: Page, name: string): Promise<void> {
  const person = page.getByRole('listitem').filter({ hasText: name });
  await person.getByRole('button').first().tap();
  await page.getByRole('button', { name: '受付する', exact: true }).tap();
  await expect(
    page.getByRole('status').filter({ hasText: `${name} さんを 受付しました` })
  ).toBeVisible();
}

/** The desk takes a tablet out of use. */
async function endAtDesk(
  desk: Page,
  origin: string,
  told: { readonly name: string; readonly reason: string; readonly button: string }
): Promise<void> {
  await desk.goto(`${origin}/desk/tablets`);
  await desk.getByRole('link', { name: told.name, exact: true }).click();
  await desk.getByRole('radio', { name: told.reason }).check();
  await desk.getByRole('button', { name: told.button }).click();
  await expect(desk.getByText('書きとめました')).toBeVisible();
}

/** How many rows of each table of the tablet's own database there are, without those that are empty. */
function heldRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('engawa-field');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('not opened'));
    });
    const counts: Record<string, number> = {};
    for (const name of db.objectStoreNames) {
      const count = await new Promise<number>((resolve, reject) => {
        const counting = db.transaction(name).objectStore(name).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(new Error('not counted'));
      });
      if (count > 0) counts[name] = count;
    }
    db.close();
    return counts;
  });
}

/** The network is back; a page that was loaded without it may not hear of that, so it is opened again. */
async function meetServer(context: BrowserContext, page: Page, origin: string): Promise<void> {
  await setOffline(context, false);
  await page.goto(`${origin}/staff`);
}

/** Opens an address anew: the device is locked then. */
async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await unlock(page);
}

/** Goes to the check before leaving without starting the app anew. */
async function toTabletCheck(page: Page): Promise<void> {
  await page.getByRole('link', { name: /会の一覧/ }).tap();
  await page.getByRole('link', { name: /出発前の確認/ }).tap();
  await page.waitForURL(/\/staff\/tablet$/);
}

test('a tablet is enrolled by the desk’s number, says that it is ready, and hands in when it is retired', async ({
  town,
  browser,
  page: desk
}) => {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeParticipation(town.db, sessionId, 'さとう はな');
  await makeParticipation(town.db, sessionId, 'いとう けんじ');
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  const code = await showCode(desk, town.origin, '受付1');

  const context = await browser.newContext(TABLET);
  const page = await context.newPage();
  await enrolByCode(page, town.origin, code);
  await openAnew(page, `${town.origin}/staff/tablet`);
  await expect(page.getByText('まだ準備できていません')).toBeVisible();
  await expect(page.getByText('名簿が まだ入っていません')).toBeVisible();
  await openAnew(page, `${town.origin}/staff`);
  await openRoster(page);
  await openAnew(page, `${town.origin}/staff/tablet`);
  await expect(page.getByRole('status').filter({ hasText: '準備できています' })).toBeVisible();
  await expect(page.getByText('2人分')).toBeVisible();
  await expectNoBarriers(page);

  await openAnew(page, `${town.origin}/staff`);
  await openRoster(page);
  await setOffline(context, true);
  await checkIn(page, 'さとう はな');
  await endAtDesk(desk, town.origin, {
    ...{ name: '受付1', reason: '返した・しまった', button: '使い終わりにする' }
  });
  await desk.getByRole('link', { name: '受付1', exact: true }).click();
  await expect(desk.getByText('まだ 残りを 送り終えていません')).toBeVisible();

  await meetServer(context, page, town.origin);
  await expect(page.getByText('この端末は 使い終わりました')).toBeVisible();
  expect(await heldRows(page)).toEqual({});
  await desk.reload();
  await expect(desk.getByText('端末は 空です')).toBeVisible();
  await expectNoBarriers(desk);
  const taken = await town.db.selectFrom('operation').select(['result', 'flagged']).execute();
  expect(taken).toEqual([{ result: 'applied', flagged: 1 }]);

  // The number worked once.
  await page.getByRole('textbox', { name: '机の番号' }).fill(code);
  await page.getByRole('button', { name: '番号で はじめる' }).tap();
  await expect(page.getByText('この番号は 使えません')).toBeVisible();
  await context.close();
});

test('a lost tablet destroys its roster the next time it meets the server', async ({
  town,
  browser,
  page: desk
}) => {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeParticipation(town.db, sessionId, 'さとう はな');
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  const code = await showCode(desk, town.origin, '受付2');

  const context = await browser.newContext(TABLET);
  const page = await context.newPage();
  await enrolByCode(page, town.origin, code);
  await openRoster(page);
  expect(await heldRows(page)).toMatchObject({ chunk: 1, scope: 1, device: 1 });
  await setOffline(context, true);

  await endAtDesk(desk, town.origin, {
    ...{ name: '受付2', reason: '見あたらない', button: 'なくしたとする' }
  });
  await page.reload();
  await unlock(page);
  await openWithCard(page, await venueCodeIn(town.db, sessionId));
  await expect(page.getByRole('listitem').filter({ hasText: 'さとう はな' })).toBeVisible();

  await meetServer(context, page, town.origin);
  await expect(page.getByText('この端末の名簿は 消しました')).toBeVisible();
  expect(await heldRows(page)).toEqual({});
  await context.close();
});

test('without a server in reach a tablet hands over by a file, and the other brings its facts home', async ({
  town,
  browser,
  page: desk
}) => {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeParticipation(town.db, sessionId, 'さとう はな');
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  const contextA = await browser.newContext({ ...TABLET, acceptDownloads: true });
  const contextB = await browser.newContext(TABLET);
  const giving = await contextA.newPage();
  const receiving = await contextB.newPage();
  for (const [page, name] of [
    [giving, '受付1'],
    [receiving, '受付2']
  ] as const) {
    await enrolByCode(page, town.origin, await showCode(desk, town.origin, name));
    await openRoster(page);
  }
  await Promise.all([contextA, contextB].map((context) => setOffline(context, true)));
  await checkIn(giving, 'さとう はな');

  await toTabletCheck(giving);
  await giving.getByText('ネットのない所で 別の端末に渡す').tap();
  const downloading = giving.waitForEvent('download');
  await giving.getByRole('button', { name: '渡すファイルを作る' }).tap();
  const file = await (await downloading).path();
  const digits = await giving.getByText(/^\d{4} \d{4} \d{4}$/).innerText();

  await toTabletCheck(receiving);
  await receiving.getByText('ネットのない所で 別の端末に渡す').tap();
  await receiving.getByLabel('渡されたファイル').setInputFiles(file);
  await receiving.getByLabel('伝えられた数字').fill(digits);
  await receiving.getByRole('button', { name: '受けとる', exact: true }).tap();
  await expect(receiving.getByText('記録1件を 受けとりました')).toBeVisible();
  await contextA.close(); // the giving tablet is never seen again
  await openAnew(receiving, `${town.origin}/staff/sessions/${sessionId}`);
  await openWithCard(receiving, await venueCodeIn(town.db, sessionId));
  const person = receiving.getByRole('listitem').filter({ hasText: 'さとう はな' });
  await expect(person).toContainText('受付1');
  await expect(person).toContainText('未送信');

  await setOffline(contextB, false);
  await openAnew(receiving, `${town.origin}/staff/sessions/${sessionId}`);
  await expect(receiving.getByRole('status').filter({ hasText: 'すべて送りました' })).toBeVisible();
  const facts = await town.db.selectFrom('operation').select(['seq', 'result']).execute();
  expect(facts).toEqual([{ seq: 1, result: 'applied' }]);
  await contextB.close();
});
