import type { BrowserContext, Page } from '@playwright/test';
import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  setOffline,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';
import { lessons, scenarioOf } from '#tests/support/authored-lessons.ts';
import { finished, open, place, practise } from '#tests/support/practice-page.ts';
import { expectToSay, words } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true };

test.use(PHONE);

const tools = (page: Page) => page.getByRole('group', { name: 'この画面の道具' });
const touchLink = (page: Page, name: string) =>
  page
    .getByRole('link', { name: words(name) })
    .first()
    .tap();
const stepForward = (page: Page) =>
  page
    .getByRole('navigation', { name: 'もどる・つぎへ' })
    .getByRole('link', { name: /つぎへ/ })
    .tap();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from the first page to the end of a lesson, and its questions answer', async ({
    lookOnly,
    page
  }) => {
    await page.goto(lookOnly.origin);
    await page.getByRole('link', { name: /^学\s*ぶ/ }).tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/lessons`);
    await page.getByRole('link', { name: /0-1/ }).tap();
    await touchLink(page, '始める');
    for (let step = 1; step <= 6; step++) {
      await expect(page).toHaveURL(`${lookOnly.origin}/lessons/0-1/${step}`);
      await expect(page.getByText(`${step} / 6`)).toBeVisible();
      await expect(page.getByRole('img').first()).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0); // no tool that would not work
      await stepForward(page);
    }
    await expect(page).toHaveURL(`${lookOnly.origin}/lessons/0-1/check`);
    await page.getByText('そのまま').tap();
    await expectToSay(page.getByRole('main'), 'もう1度 えらんでみましょう。');
    await page.getByRole('radio', { name: words('すぐ はなす') }).check();
    await expectToSay(page.getByRole('main'), 'そのとおりです。ふれて、はなす。');
    await expectNoSidewaysScroll(page);
  });
});

test('the text size stays over pages and after a reload', async ({ lookOnly, page }) => {
  await page.goto(`${lookOnly.origin}/lessons/0-1/1`);
  const big = tools(page).getByRole('button', { name: '文字の大きさ 36' });
  await big.tap();
  const textSize = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(await textSize()).toBe('36px');
  for (const path of ['/lessons', '/practice/0-1', '/workshops', '/help', '/words', '/en']) {
    await page.goto(`${lookOnly.origin}${path}`);
    expect(await textSize()).toBe('36px');
    await expectNoSidewaysScroll(page);
  }
  await page.goto(`${lookOnly.origin}/lessons/0-1/1`);
  await page.reload();
  expect(await textSize()).toBe('36px');
  await expect(big).toHaveAttribute('aria-pressed', 'true');
});

/** Names as the browser itself gives them to a screen reader. */
async function accessibleNames(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as {
    nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[];
  };
  await cdp.detach();
  const named = ['heading', 'link', 'button', 'radio', 'checkbox', 'textbox', 'group', 'image'];
  return nodes
    .filter(({ ignored, role }) => !ignored && named.includes(role?.value ?? ''))
    .map(({ role, name }) => `${role?.value}: ${name?.value.replace(/\s+/g, '')}`);
}

const choices = [
  ['なし', 'none'],
  ['むずかしい字', 'hard'],
  ['全部', 'all']
] as const;

test('readings: none leaves no rt, and no choice changes an accessible name', async ({
  lookOnly,
  page
}) => {
  await page.goto(`${lookOnly.origin}/lessons`);
  const readings = tools(page).getByRole('combobox', { name: 'ふりがな' });
  const counts: Record<string, number[]> = { なし: [], むずかしい字: [], 全部: [] };
  for (const path of ['/lessons', '/lessons/0-1/3', '/workshops', '/practice/4-2']) {
    const names: string[][] = [];
    for (const [choice, value] of choices) {
      await page.goto(`${lookOnly.origin}${path}`);
      await expect(async () => {
        await readings.selectOption({ label: choice });
        await expect(page.locator('html')).toHaveAttribute('data-furigana', value, {
          timeout: 500
        });
      }).toPass(); // the tools wake after the page is drawn
      await page.reload();
      await expect(readings.getByRole('option', { name: choice, selected: true })).toBeAttached();
      await expect
        .poll(() => page.locator('rt').count())
        .toEqual(choice === 'なし' ? 0 : expect.any(Number));
      counts[choice]?.push(await page.locator('rt').count());
      names.push(await accessibleNames(page));
    }
    expect(names[0]?.length).toBeGreaterThan(10);
    expect(names[1], path).toEqual(names[0]);
    expect(names[2], path).toEqual(names[0]);
  }
  counts['全部']?.forEach((all, page) => {
    const hard = counts['むずかしい字']?.[page] ?? 0;
    expect(all).toBeGreaterThanOrEqual(hard);
  });
});

/** On the list of lessons until all of them are on the phone. */
async function fillPack(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/lessons`);
  await untilReadyForOffline(page);
  const count = page.getByRole('status').filter({ hasText: /\d+ \/ \d+/ });
  await expect(count).toContainText(`${lessons.length} / ${lessons.length}`, { timeout: 60_000 });
}

async function cut(context: BrowserContext, page: Page, origin: string): Promise<void> {
  await setOffline(context, true);
  await expect(page.evaluate((address) => fetch(address), `${origin}/healthz`)).rejects.toThrow();
}

test('rehearsals without a network and through a reload, by touch and by keys, are stamped', async ({
  lookOnly,
  context,
  page
}) => {
  await fillPack(page, lookOnly.origin);
  await cut(context, page, lookOnly.origin);

  await open(page, `${lookOnly.origin}/practice/2-7`);
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  await practise(page, await scenarioOf('2-7'), { face: 'android', by: 'touch' });

  await page.goto(`${lookOnly.origin}/lessons`);
  await page.getByRole('link', { name: /0-1/ }).press('Enter');
  await page.getByRole('link', { name: words('練習する') }).press('Enter');
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  await expect(async () => {
    const circle = place(page, 'circle');
    for (let tabs = 0; tabs < 30; tabs++) {
      if (await circle.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await expect(finished(page)).toBeFocused({ timeout: 600 });
  }).toPass();

  await page.goto(`${lookOnly.origin}/lessons`);
  for (const slug of ['0-1', '2-7']) {
    await expectToSay(page.getByRole('link', { name: new RegExp(slug) }), '練習しました');
  }
  await expectNoBarriers(page);
});

test('reading and the questions are stamped on this phone, and one goes on where one was', async ({
  lookOnly,
  page
}) => {
  const { origin } = lookOnly;
  const card = page.getByRole('link', { name: /0-1/ }).first();
  await page.goto(`${origin}/lessons/0-1/4`);
  await page.waitForFunction(() => localStorage.length > 0); // the script wakes after the first paint
  await page.goto(`${origin}/lessons`);
  await expectToSay(card, 'とちゅう');
  await page.goto(origin);
  await page.getByRole('link', { name: /^つづきから/ }).tap();
  await expect(page).toHaveURL(`${origin}/lessons/0-1/4`);
  await stepForward(page);
  await stepForward(page);
  await expect(page.getByText('6 / 6')).toBeVisible();
  await stepForward(page);
  for (const answer of ['すぐ はなす', 'ひと息 待つ', '「もどる」を つかう'])
    await page.getByRole('radio', { name: words(answer) }).check();
  await expectToSay(page.getByRole('main'), 'ぜんぶ できました。');
  await page.goto(`${origin}/lessons`);
  await expectToSay(card, 'できました');
});

test('the pack says what is here: a page that was thrown away counts as missing until it is back', async ({
  lookOnly,
  context,
  page
}) => {
  await fillPack(page, lookOnly.origin);
  const addresses = await page.evaluate(async () => {
    const pack = (await caches.keys()).find((name) => name.startsWith('engawa-pack-')) ?? '';
    const kept = await (await caches.open(pack)).keys();
    return kept.map(({ url }) => url);
  });
  await cut(context, page, lookOnly.origin);
  for (const slug of ['0-1', '2-7', '4-2']) {
    await expectToSay(page.getByRole('link', { name: new RegExp(slug) }), 'ネットなしで よめます');
    expect(addresses).toContain(`${lookOnly.origin}/lessons/${slug}/check`);
  }
  await page.evaluate(async () => {
    for (const name of await caches.keys())
      await (await caches.open(name)).delete('/lessons/2-7/2');
  });
  await page.reload();
  const of = lessons.length;
  const pack = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ hasText: `/ ${of}` });
  await expectToSay(pack, `${of - 1} / ${of}`);
  await expectToSay(pack, '2-7');
  await expectToSay(pack, 'ネットに つながると、つづきを 入れます。');
  await page.goto(`${lookOnly.origin}/lessons/2-7/2`);
  await expect(
    page.getByRole('heading', { level: 1, name: words('ネットに つながっていないとき') })
  ).toBeVisible();

  await setOffline(context, false);
  await page.goto(`${lookOnly.origin}/lessons`);
  await expectToSay(pack, `${of} / ${of}`);
});
