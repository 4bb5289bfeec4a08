import type { Page } from '@playwright/test';
import { setOffline, test, untilReadyForOffline } from './journey.ts';

export type OfflineLearner = {
  readonly page: Page;
  readonly origin: string;
  /** How many lessons the pack holds. */
  readonly lessons: number;
};

/**
 * A learner's phone that has fetched all lessons of one language and then lost the network; one for
 * each worker, since fetching takes a while.
 */
export const offlineTest = test.extend<object, { readonly learner: OfflineLearner }>({
  learner: [
    async ({ browser, lookOnly }, use) => {
      const context = await browser.newContext({
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        viewport: { width: 360, height: 800 },
        hasTouch: true,
        isMobile: true
      });
      const page = await context.newPage();
      await page.goto(`${lookOnly.origin}/lessons`);
      await untilReadyForOffline(page);
      await page.waitForFunction(isFull, undefined, { timeout: 120_000 });
      const count = (await page.locator('[data-pack-count]').textContent()) ?? '';
      const [, lessons = '0'] = count.split('/');
      await setOffline(context, true);
      await use({ page, origin: lookOnly.origin, lessons: Number(lessons) });
      await context.close();
    },
    { scope: 'worker', timeout: 240_000 }
  ]
});

function isFull(): boolean {
  const [here, of] = (document.querySelector('[data-pack-count]')?.textContent ?? '').split('/');
  return of !== undefined && here?.trim() === of.trim() && Number(of) > 0;
}
