import { expect, type Page } from '@playwright/test';
import type { Db } from '#server/db/database.ts';

/** What staff of every test choose. */
export const PIN = '271828';

/** Prepares a tablet or phone for work without a network: its name, then its first PIN. */
export async function enrolDevice(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: '端末の名前' }).fill(name);
  const use = page.getByRole('button', { name: 'この端末を使う' });
  await use.click();
  await expect(use).toBeHidden();
  await choosePin(page);
}

export async function choosePin(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '暗証番号(6けた)' }).fill(PIN);
  await page.getByRole('button', { name: 'つぎへ' }).click();
  await page.getByRole('textbox', { name: 'もう一度 同じ番号を 入れてください' }).fill(PIN);
  const done = page.getByRole('button', { name: 'この番号にする' });
  await done.click();
  await expect(done).toBeHidden();
}

/** A device that was started anew is locked; with a network the PIN is all it asks. */
export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByRole('textbox', { name: '暗証番号(6けた)' }).fill(pin);
  await expect(page.getByRole('heading', { name: '鍵が かかっています' })).toBeHidden();
}

/** Without a network the session opens with the printed card. */
export async function openWithCard(page: Page, code: string, timeout = 10_000): Promise<void> {
  await page.getByRole('textbox', { name: '札の数字(24けた)' }).fill(code, { timeout });
  await page.getByRole('button', { name: 'この数字で ひらく' }).click({ timeout });
  await expect(page.getByRole('heading', { name: '会場の鍵の札' })).toBeHidden();
}

/** The device is started anew: its PIN, and the printed card where no server tells the venue's secret. */
export async function startAnew(page: Page, card: string): Promise<void> {
  await page.reload();
  await unlock(page);
  const screens = page.getByRole('navigation', { name: 'この会の画面' });
  // With a network the secret comes by itself, now or in a moment.
  await expect(async () => {
    if (!(await screens.isVisible())) await openWithCard(page, card, 1000);
    await expect(screens).toBeVisible({ timeout: 1000 });
  }).toPass();
}

export async function venueCodeIn(db: Db, sessionId: string): Promise<string> {
  const { code } = await db
    .selectFrom('venue_key')
    .select('code')
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return code;
}
