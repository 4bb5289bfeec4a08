import type { BrowserContext, Page } from '@playwright/test';
import { enrolDevice } from './field.ts';
import { expect, logins, signIn, untilReadyForOffline } from './journey.ts';

export const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };

/** A tablet at the door, prepared in the office, with its roster open. */
export async function prepareTablet(
  context: BrowserContext,
  origin: string,
  roster: string,
  name: string
): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, origin, logins.reception, '/staff');
  await untilReadyForOffline(page);
  await page.goto(`${origin}${roster}`);
  await enrolDevice(page, name);
  await expect(page.getByRole('heading', { name: 'はじめての スマホ教室' })).toBeVisible();
  return page;
}

export const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name });
export const status = (page: Page) => page.getByRole('status');

export async function checkIn(page: Page, key: string, name: string): Promise<void> {
  const keys = page.getByRole('group', { name: '名前の はじめの字' });
  await keys.getByRole('button', { name: key, exact: true }).tap();
  await row(page, name).getByRole('button').first().tap();
  await page.getByRole('button', { name: '受付する', exact: true }).tap();
  await expect(status(page).filter({ hasText: `${name} さんを 受付しました` })).toBeVisible();
}

/** Whoever is not on the roster must not hold up those who are. */
const LONGEST_WALK_IN_MS = 15_000;

export async function addWalkIn(page: Page, kana: string): Promise<void> {
  const begun = Date.now();
  await page.getByRole('button', { name: '飛び込みの人' }).tap();
  await page.getByRole('textbox', { name: 'ふりがな' }).fill(kana);
  await page.getByRole('button', { name: 'かんたん', exact: true }).tap();
  await page.getByRole('button', { name: '受付する', exact: true }).tap();
  await expect(status(page).filter({ hasText: '飛び込みの人を 受付しました' })).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(LONGEST_WALK_IN_MS);
}

/** Goes to another screen of the same session. */
export async function openScreen(page: Page, name: string): Promise<void> {
  const screens = page.getByRole('navigation', { name: 'この会の画面' });
  await screens.getByRole('link', { name, exact: true }).tap();
  await expect(screens.getByRole('link', { name, exact: true })).toHaveAttribute(
    'aria-current',
    'page'
  );
}

/** What a hand scanner types, in one go, while no field is focused. */
export async function scanByHand(page: Page, text: string): Promise<void> {
  await page.evaluate((code) => {
    for (const key of [...Array.from(code), 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, text);
}

export async function lend(page: Page, name: string, phone: number): Promise<void> {
  const people = page.getByRole('group', { name: 'だれに貸すか' });
  await people.getByRole('button', { name: new RegExp(name) }).tap();
  await page.getByRole('button', { name: `${phone}番の端末`, exact: true }).tap();
  await expect(status(page).filter({ hasText: `${phone}番を 貸しました` })).toBeVisible();
}

/** Sends until nothing is left: not every page is told that the network is back, staff can tell it. */
export async function sendAll(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'いま送る' }).tap({ timeout: 1000 });
    await expect(status(page).filter({ hasText: 'すべて送りました' })).toBeVisible({
      timeout: 1000
    });
  }).toPass({ timeout: 30_000 });
}
