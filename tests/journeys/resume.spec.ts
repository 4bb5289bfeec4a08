import type { BrowserContext, Page } from '@playwright/test';
import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';
import { beginningWith, expectNotToSay, expectToSay, words } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true };

test.use(PHONE);

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string) => page.getByRole('button', { name: words(name) });
const field = (page: Page) => page.getByRole('textbox', { name: words('つづきの札の番号') });
const countOfStamps = (page: Page) => page.locator('[data-stamp-count]');

/** Opens a page and waits for its scripts, which wake after it is drawn. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilAwake(page);
}

function untilAwake(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  );
}

/** Reads lesson 0-1 to its end and answers its questions. */
async function finishLesson(page: Page, origin: string): Promise<void> {
  await open(page, `${origin}/lessons/0-1/6`);
  await open(page, `${origin}/lessons/0-1/check`);
  for (const answer of ['すぐ はなす', 'ひと息 待つ', '「もどる」を つかう'])
    await page.getByRole('radio', { name: words(answer) }).check();
  await expectToSay(main(page), 'ぜんぶ できました。');
}

/** The digits of the slip as they stand on the screen, group by group. */
async function slipOf(page: Page): Promise<string[]> {
  const groups = page
    .getByRole('region', { name: words('この スマホの 札') })
    .getByRole('listitem');
  await expect(groups.first()).toBeVisible();
  const texts = await groups.locator('[data-group-digits]').allTextContents();
  for (const digits of texts) expect(digits).toMatch(/^\d{4}$/);
  return texts;
}

const withWrongDigit = (groups: readonly string[]) =>
  groups
    .map((group, place) =>
      place === 1 ? group.slice(0, 3) + String((Number(group[3]) + 1) % 10) : group
    )
    .join(' ');

async function onAnotherPhone(
  page: Page,
  use: (other: Page, context: BrowserContext) => Promise<void>
): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('there is no browser');
  const context = await browser.newContext({ ...PHONE, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  await use(await context.newPage(), context);
  await context.close();
}

async function markForLending(page: Page, origin: string): Promise<void> {
  await open(page, `${origin}/about/device`);
  await button(page, '貸し出し用に する').tap();
  await expectToSay(main(page), '今は、貸し出し用です。');
  await expect(button(page, '次の人へ')).toBeVisible();
}

test('what was done on one phone goes on on another: one digit wrong is found, the right ones are taken', async ({
  lookOnly,
  page
}) => {
  const { origin } = lookOnly;
  await finishLesson(page, origin);
  await open(page, `${origin}/lessons/2-7/3`);
  await page.goto(`${origin}/lessons/2-7/check`);
  await page.getByRole('link', { name: words('つづきの札を 見る') }).tap();
  const slip = await slipOf(page);
  expect(slip.length).toBeLessThanOrEqual(4);
  await expectNoBarriers(page);

  await onAnotherPhone(page, async (other) => {
    await open(other, `${origin}/lessons/4-2/7`);
    await open(other, `${origin}/resume`);
    await field(other).fill(withWrongDigit(slip));
    await button(other, 'つづきを もどす').tap();
    await expectToSay(main(other), 'イの くみが ちがうようです。紙と くらべてみてください。');
    await expect(field(other)).toBeFocused();
    await expectNoBarriers(other);
    await expectNoSidewaysScroll(other);

    await field(other).fill(slip.join(''));
    await button(other, 'つづきを もどす').tap();
    await expect(
      other.getByRole('heading', { name: words('つづきを もどしました。') })
    ).toBeFocused();
    await other.getByRole('link', { name: words('スタンプカードを 見る') }).tap();
    // Both stamps of 0-1 came along, and the one of 4-2 that was here stayed.
    await expect(countOfStamps(other)).toHaveText(/^3 \/ \d+$/);
    await other.goto(origin);
    await expect(other.getByRole('link', { name: beginningWith('つづきから') })).toContainText(
      '4-2'
    );
  });
});

test('stamps and slip work without a network', async ({ lookOnly, context, page }) => {
  const { origin } = lookOnly;
  await page.goto(`${origin}/lessons`);
  await untilReadyForOffline(page);
  await expect(page.getByRole('status').filter({ hasText: /\d+ \/ \d+/ })).toContainText(
    /(\d+) \/ \1/
  );
  await setOffline(context, true);

  await finishLesson(page, origin);
  await page.goto(`${origin}/stamps`);
  await expect(countOfStamps(page)).toHaveText(/^2 \/ \d+$/);
  await page.goto(`${origin}/resume`);
  const slip = await slipOf(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await untilAwake(page);
  await expectToSay(main(page), 'まだ しるしが ありません。');
  await field(page).fill(slip.join(' '));
  await button(page, 'つづきを もどす').tap();
  await expectToSay(main(page), 'つづきを もどしました。');
  await page.goto(`${origin}/stamps`);
  await expect(countOfStamps(page)).toHaveText(/^2 \/ \d+$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both pages say what they would show, and lead to the lessons', async ({
    lookOnly,
    page
  }) => {
    await page.goto(`${lookOnly.origin}/resume`);
    await expectToSay(main(page), 'ここには、つづきの札の 番号が 出ます。');
    await page.getByRole('link', { name: words('レッスンを 見る') }).tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/lessons`);
    await page.goto(`${lookOnly.origin}/stamps`);
    await expectToSay(main(page), 'ここには、読んだ レッスンの スタンプが ならびます。');
    await expect(page.getByRole('link', { name: /0-1/ })).toBeVisible();
  });
});

test('a phone for lending forgets a person by two touches, its lessons and its mark stay', async ({
  lookOnly,
  context,
  page
}) => {
  const { origin } = lookOnly;
  await page.goto(`${origin}/lessons`);
  await untilReadyForOffline(page);
  await markForLending(page, origin);
  await finishLesson(page, origin);
  await page.evaluate(() => sessionStorage.setItem('left', 'by somebody'));
  await context.addCookies([
    { name: 'engawa-receipt', value: 'somebody', url: origin, httpOnly: true, sameSite: 'Lax' }
  ]);

  await button(page, '次の人へ').tap();
  const question = page.getByRole('dialog', { name: words('次の人に わたしますか') });
  await expect(question).toBeVisible();
  await expectNoBarriers(page);
  await button(page, 'つづける').tap();
  await expect(question).toBeHidden();
  await button(page, '次の人へ').tap();
  await button(page, '消して、次の人へ').tap();

  await page.waitForURL(`${origin}/`);
  await expect(button(page, '次の人へ')).toBeVisible();
  const left = () =>
    page.evaluate(() =>
      [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)).sort()
    );
  await expect.poll(left).toEqual(['engawa.forgottenAt', 'engawa.loan', 'engawa.touchedAt']);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual(
    expect.arrayContaining([expect.stringMatching(/^engawa-pack-/)])
  );
  await page.goto(`${origin}/stamps`);
  await expect(countOfStamps(page)).toHaveText(/^0 \/ \d+$/);
});

test('without a network the cookies of a lent phone wait for the next one', async ({
  lookOnly,
  context,
  page
}) => {
  const { origin } = lookOnly;
  await page.goto(`${origin}/lessons`);
  await untilReadyForOffline(page);
  await markForLending(page, origin);
  await context.addCookies([
    { name: 'engawa-receipt', value: 'somebody', url: origin, httpOnly: true, sameSite: 'Lax' }
  ]);
  await setOffline(context, true);
  await button(page, '次の人へ').tap();
  await button(page, '消して、次の人へ').tap();
  await page.waitForURL(`${origin}/`);
  await expect(button(page, '次の人へ')).toBeVisible();
  expect(await context.cookies()).toHaveLength(1);

  await setOffline(context, false);
  await expect.poll(() => context.cookies()).toEqual([]);
});

test('a lent phone that nobody touches asks, then hides its page, and loses nothing by itself', async ({
  lookOnly,
  page
}) => {
  const { origin } = lookOnly;
  await page.clock.install();
  await markForLending(page, origin);
  await page.goto(`${origin}/lessons/0-1/3`);
  await expect(button(page, '次の人へ')).toBeVisible();

  await page.clock.fastForward('31:00');
  const asking = page.getByRole('dialog', { name: words('まだ 使っていますか') });
  await expect(asking).toBeVisible();
  await expectNoBarriers(page);
  await button(page, 'つづける').tap();
  await expect(asking).toBeHidden();

  await page.clock.fastForward('31:00');
  await expect(asking).toBeVisible();
  await page.clock.fastForward('05:00');
  const covered = page.getByRole('dialog', { name: words('画面を かくしています') });
  await expect(covered).toBeVisible();
  expect(await covered.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 800 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(covered).toBeVisible();
  await expectNoBarriers(page);
  await page.clock.fastForward('24:00:00');
  expect(await page.evaluate(() => localStorage.getItem('engawa.progress'))).toContain('0-1');

  // The phone was put away and is taken up again: the page is still hidden.
  await page.reload();
  await expect(covered).toBeVisible();
  await button(page, 'つづける').tap();
  await expectToSay(main(page), '0-1の ③');
});

test('in a class, and on a phone that is not for lending, nobody is asked', async ({
  lookOnly,
  page
}) => {
  const { origin } = lookOnly;
  await page.clock.install();
  await open(page, `${origin}/lessons/0-1/3`);
  await page.clock.fastForward('02:00:00');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await markForLending(page, origin);
  await page.evaluate(() => localStorage.setItem('engawa.classroom', 'on'));
  await page.clock.fastForward('02:00:00');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.evaluate(() => localStorage.removeItem('engawa.classroom'));
  await page.clock.fastForward('00:20');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a tablet with records of a reception is not made a phone for lending', async ({
  lookOnly,
  page
}) => {
  await open(page, `${lookOnly.origin}/about/device`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('engawa-field').onsuccess = resolve;
      })
  );
  await button(page, '貸し出し用に する').tap();
  await expectToSay(main(page), '貸し出し用には できません。');
  await expectNotToSay(main(page), '今は、貸し出し用です。');
});

test('a phone for lending is not enrolled to hold records', async ({ lookOnly, page }) => {
  await markForLending(page, lookOnly.origin);
  await signIn(page, lookOnly.origin, logins.supporter, '/supporter');
  await expect(page.getByText('この端末は 貸し出し用です。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'この端末を使う' })).toHaveCount(0);
  await page.getByRole('link', { name: '貸し出し用の設定をひらく' }).tap();
  await expect(page).toHaveURL(`${lookOnly.origin}/about/device`);
});
