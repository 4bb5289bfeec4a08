import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/journey.ts';
import { scenarioOf } from '#tests/support/authored-lessons.ts';
import { card, finished, open, place, practise, touch } from '#tests/support/practice-page.ts';

/** Real fingers, as the browser gets them: down together, slipping sideways, up after `ms`. */
async function finger(
  page: Page,
  on: Locator,
  { ms = 100, slip = 0, fingers = 1 } = {}
): Promise<void> {
  await page.waitForTimeout(520);
  await on.scrollIntoViewIfNeeded();
  const box = (await on.boundingBox())!;
  const cdp = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
  const points = Array.from({ length: fingers }, (_, id) => ({ x: at.x + id * 40, y: at.y, id }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
  if (slip > 0) {
    const touchPoints = points.map((point) => ({ ...point, x: point.x + slip }));
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await page.waitForTimeout(ms);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}

/** A finger that moves the page: down, along in small steps, up. */
async function drag(page: Page, x: number, y: number, by: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let moved = 0; moved <= by; moved += 12) {
    const touchPoints = [{ x, y: y + moved }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    await page.waitForTimeout(16);
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

test('the end is told, kept, and may be practised again', async ({ page }) => {
  await open(page, '/en/practice/2-7');
  await practise(page, await scenarioOf('2-7'), { face: 'android', by: 'touch' });
  expect(await page.evaluate(() => localStorage.getItem('engawa.practised'))).toBe('["2-7"]');
  const hrefs = await page
    .locator('section a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(['/en/lessons/2-7', '/en/resume', '/en/workshops']);

  await page.getByRole('button', { name: /れんしゅうする|Practise again/ }).tap();
  await expect(finished(page)).toBeHidden();
});

test('the finger coach says what each touch was', async ({ page }) => {
  await open(page, '/practice/0-1');
  const circle = place(page, 'circle');
  await finger(page, circle);
  await expect(card(page)).toContainText('よい トンです。 (1 / 5)');
  await finger(page, circle, { ms: 700 });
  await expect(card(page)).toContainText('少し 長く ふれました。');
  await expect(card(page)).toContainText('トンと ふれて すぐ はなします。');
  await finger(page, circle, { slip: 15 });
  await expect(card(page)).toContainText('よい トンです。 (2 / 5)');
  await finger(page, circle, { slip: 45 });
  await expect(card(page)).toContainText('指が すべりました。');
  await finger(page, circle, { fingers: 2 });
  await expect(card(page)).toContainText('ほかの 指も ふれました。');
  await expect(circle).toHaveClass(/glowing/);
  await finger(page, circle, { ms: 700 });
  await expect(card(page)).toContainText('大きな みどりの まるの まん中です。');
  await finger(page, circle);
  await expect(card(page)).toContainText('(3 / 5)');
  await page.waitForTimeout(150);
  await circle.tap();
  await expect(card(page)).toContainText('1回で とどいています。');
});

test('a かんたん phone wants a firm touch', async ({ page }) => {
  await open(page, '/practice/0-1?face=kantan');
  await place(page, 'circle').tap();
  await expect(card(page)).toContainText('しっかり ふれて、はなします。');
  await finger(page, place(page, 'circle'), { ms: 700 });
  await expect(card(page)).toContainText('(1 / 5)');
});

test('while a finger stays down the coach says so, before it is lifted', async ({ page }) => {
  await open(page, '/practice/0-1');
  const box = (await place(page, 'circle').boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 60);
  await page.mouse.down();
  await expect(card(page)).toContainText('いま、ふれたままに なっています。');
  await page.mouse.up();
  await expect(card(page)).toContainText('トンと ふれて すぐ はなします。');
});

test('moving the page opens nothing; a trembling touch opens a message', async ({ page }) => {
  await open(page, '/practice/4-2');
  await place(page, 'm5').scrollIntoViewIfNeeded();
  const box = (await place(page, 'm5').boundingBox())!;
  const before = await page.evaluate(() => scrollY);
  await drag(page, box.x + 80, box.y + 20, 240);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeGreaterThan(100);
  await expect(place(page, 'm5')).toBeVisible();
  await expect(card(page)).toBeHidden();
  await finger(page, place(page, 'm5'), { slip: 18, ms: 900 });
  await expect(place(page, 'bait')).toBeVisible();
});

test('a scam that was followed is answered kindly, and leads back', async ({ page }) => {
  await open(page, '/practice/4-2');
  for (const id of ['m1', 'bait']) await touch(page, id);
  await expect(card(page)).toContainText('なにも おきません。');
  await expect(page.locator('.phone')).toContainText('か #9110に');
  await touch(page, 'close');
  await expect(place(page, 'm1')).toContainText('もう一度');
  for (const id of ['m1', 'frame-home', 'open-inbox', 'm1', 'frame-back']) await touch(page, id);
  await expect(place(page, 'm8')).toBeVisible();
});

test('hints: by the button, in words and with a hand on the place', async ({ page }) => {
  await open(page, '/practice/2-7');
  await page.getByRole('button', { name: 'ヒントを' }).tap();
  await expect(place(page, 'poster')).toHaveClass(/glowing/);
  await expect(card(page)).toContainText('QRコードを 読みます。');
  await page.getByRole('button', { name: 'この ことばを とじる' }).tap();
  await expect(card(page)).toBeHidden();
});

test('readings follow the choice on every screen', async ({ page }) => {
  await open(page, '/practice/4-2');
  const choose = page.getByLabel('ふりがな');
  const heading = page.getByRole('heading', { level: 2 });
  const row = place(page, 'm1');
  await expect(row.locator('rt')).toHaveText(['いりょうひ', 'かんぷ']);
  await choose.selectOption('none');
  await expect(page.locator('rt')).toHaveCount(0);
  await touch(page, 'm1');
  await expect(heading).toHaveText('今日中に お金が もどります');
  await expect(page.locator('rt')).toHaveCount(0);
  await choose.selectOption('all');
  await expect(heading.locator('rt')).toHaveText(['きょうじゅう', 'かね']);
  await touch(page, 'delete');
  await expect(card(page).locator('rt').first()).toHaveText('け');
  await page.reload();
  await expect(row.locator('rt')).toHaveText(['いりょうひ', 'かんぷ', 'きょうじゅう', 'かね']);
});

test('it goes on without a network, and asks for nothing', async ({ page, context }) => {
  await open(page, '/practice/2-7');
  await context.setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await practise(page, await scenarioOf('2-7'), { face: 'android', by: 'touch' });
  expect(asked).toEqual([]);
});

test('the chosen phone is kept, and what cannot be read is put right', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('engawa.practised', '{broken'));
  await open(page, '/practice/0-1');
  await page.getByText('絵の スマホを').tap();
  await page.getByRole('button', { name: 'アイフォーン' }).tap();
  await open(page, '/practice/0-1');
  await expect(page.locator('.phone')).toHaveClass(/iphone/);
  await practise(page, await scenarioOf('0-1'), { face: 'iphone', by: 'touch' });
  expect(await page.evaluate(() => localStorage.getItem('engawa.practised'))).toBe('["0-1"]');
});
