import type { BrowserContext, Locator, Page } from '@playwright/test';
import { applyForWorkshop } from '#app/server/apply.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, HOUR_MS } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from './applications.ts';
import { expect, setOffline, untilReadyForOffline } from './journey.ts';
import { words } from './words.ts';
import { plannedWorkshop } from './workshops.ts';

type Town = { readonly origin: string; readonly db: Db };

/** A class that is open now. */
export async function planClass(
  { db }: Town,
  code: string,
  plan: { readonly seats?: number; readonly longestLine?: number } = {}
): Promise<void> {
  const now = Date.now();
  const startsAt = now + 10 * DAY_MS;
  await plannedWorkshop(db, {
    ...{ code, ...plan },
    opensAt: now - DAY_MS,
    closesAt: now + 9 * DAY_MS,
    sessions: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }]
  });
}

export async function openForm(
  page: Page,
  town: Town,
  code: string,
  plan: Parameters<typeof planClass>[2] = {}
): Promise<void> {
  await planClass(town, code, plan);
  await page.goto(`${town.origin}/workshops/${code}/apply`);
  await untilReadyForOffline(page);
  await untilKnown(page);
}

/** Stands at 「まだ送っていません」 without a network. */
export async function keepWaiting(
  page: Page,
  context: BrowserContext,
  town: Town,
  plan: Parameters<typeof planClass>[2] & { readonly code: string }
): Promise<void> {
  await openForm(page, town, plan.code, plan);
  await setOffline(context, true);
  await answerAll(page, 'やまだ はなこ', '042-563-0123');
  await send(page);
  await expect(heading(page, 'まだ 送っていません')).toBeVisible();
}

export async function applyNumber({ db }: Town, code: string, number: number): Promise<void> {
  const applied = await applyForWorkshop(db, {
    ...{ code, application: applicantNumber(number), channel: 'web', key: keyNumber(number) },
    ...{ actor: 'applicant', now: Date.now() }
  });
  expect(applied.ok).toBe(true);
}

export async function signUpsOf({ db }: Town): Promise<readonly string[]> {
  return (await db.selectFrom('sign_up').select('status').execute()).map(({ status }) => status);
}

/** What the device still keeps unsent. */
export function left(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('engawa-drawer');
        opening.onsuccess = () => {
          const asking = opening.result.transaction('unsent').objectStore('unsent').getAll();
          asking.onsuccess = () => resolve(asking.result);
        };
      })
  );
}

export async function databases(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** Until the page's script has kept the list of classes. */
export async function untilKnown(page: Page): Promise<void> {
  await expect.poll(() => databases(page)).toContain('engawa-drawer');
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name: words(name) });
}

export function next(page: Page): Promise<void> {
  return page.locator('button[value=next]').click();
}

export function send(page: Page): Promise<void> {
  return page.locator('button[value=send]').click();
}

export async function answerAll(page: Page, kana: string, phone: string): Promise<void> {
  await page.locator('#kana').fill(kana);
  await next(page);
  await page.locator('#phone').fill(phone);
  await next(page);
  await answerFromAge(page);
}

export async function answerFromAge(page: Page): Promise<void> {
  for (const answer of [
    '[value="75-84"]',
    '[value=kantan]',
    '[name=loanPhone][value=yes]',
    '[name=companions][value="1"]',
    '[value=wheelchair]',
    '[name=way][value=phone]'
  ]) {
    await page.locator(answer).check();
    await next(page);
  }
}
