import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { hashPassword } from '#features/people/server/password.ts';
import type { Role } from '#features/people/domain/role.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import { openDatabase, type Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { startServer, type RunningServer } from './server.ts';

export { expect };

type Fixtures = {
  /** An empty server with its four demonstration accounts, for this test alone; what it needs is planted. */
  readonly town: RunningServer & { readonly db: Db };
};
type WorkerFixtures = {
  /** A server with the demonstration town, shared by tests that only look. */
  readonly lookOnly: RunningServer;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  town: async ({}, use) => {
    const server = await startServer({ demo: false });
    const db = openDatabase({ engine: 'sqlite', file: join(server.dataDir, 'engawa.sqlite') });
    await plantAccounts(db);
    await use({ ...server, db });
    await db.destroy();
    await server.remove();
  },
  lookOnly: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' }
  ],
  baseURL: ({ lookOnly }, use) => use(lookOnly.origin),
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

async function plantAccounts(db: Db): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(db, async (tx) => {
    for (const [role, login] of Object.entries(logins)) {
      await createAccount(tx, {
        login,
        name: role,
        passwordHash,
        roles: [role as Role],
        now: Date.now()
      });
    }
  });
}

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
  await page.getByRole('button', { name: '入る', exact: true }).click();
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

/**
 * No barrier that axe can find, at WCAG 2.2 AA with its contrast at AAA. Our pages frame no others, so
 * axe may do all its work in this one.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      },
      preload: false,
      rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } }
    })
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
