import type { Locator, Page } from '@playwright/test';

/** A touch sooner than this after another is taken for the same wish. */
const NEXT_TOUCH_MS = 520;

/** The places that lead to each rehearsal's goal, in order. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  '0-1': ['circle', 'circle', 'circle', 'circle', 'circle'],
  '2-7': ['poster', 'open', 'close', 'sticker', 'leave'],
  '4-2': [
    ...['m1', 'delete', 'm2', 'keep', 'm3', 'report', 'm4', 'ask'],
    ...['m5', 'delete', 'm6', 'keep', 'm7', 'delete']
  ]
};

export const place = (page: Page, id: string): Locator => page.locator(`[data-place="${id}"]`);

export const card = (page: Page): Locator => page.getByRole('status').filter({ hasText: /./ });

export const finished = (page: Page): Locator =>
  page.getByRole('heading', { name: /よく できました|Well done/ });

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('[data-ready]').waitFor();
}

export async function touch(page: Page, id: string): Promise<void> {
  await page.waitForTimeout(NEXT_TOUCH_MS);
  await place(page, id).tap();
}
