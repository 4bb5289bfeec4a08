import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { startServer, type RunningServer } from './server.ts';

export { expect };

type Fixtures = {
  /** A server with the demonstration town, for this test alone. */
  readonly town: RunningServer;
};
type WorkerFixtures = {
  /** A server with the demonstration town, shared by tests that only look. */
  readonly lookOnly: RunningServer;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  town: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.remove();
  },
  lookOnly: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' }
  ],
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo'
});

export const DEMO_PASSWORD = 'engawa-demo-2026';
export const logins = {
  administrator: 'kanri@example.jp',
  coordinator: 'chosei@example.jp',
  reception: 'uketsuke@example.jp',
  supporter: 'supporter@example.jp'
} as const;

/** Signs in and stands on `next` afterwards. */
export async function signIn(
  page: Page,
  origin: string,
  login: string,
  next: string
): Promise<void> {
  await page.goto(`${origin}/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button[type=submit]').last().click();
  await page.waitForURL(`${origin}${next}`);
}

/** Waits until the service worker has what it needs for a time without a network, and controls the page. */
export async function untilReadyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    );
  });
}

/** Cuts the network, the service worker's included, or gives it back. */
export function setOffline(context: BrowserContext, offline: boolean): Promise<void> {
  return context.setOffline(offline);
}

/** No barrier that axe can find, at WCAG 2.2 AA with its contrast at AAA. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`
    )
  ).toEqual([]);
}

/** No part of the page is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, overflowing } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility()
    );
    return {
      width: document.documentElement.scrollWidth - width,
      overflowing: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))
    };
  });
  expect({ width, overflowing: width > 0 ? overflowing : [] }).toEqual({
    width: 0,
    overflowing: []
  });
}
