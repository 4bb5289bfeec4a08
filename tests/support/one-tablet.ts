import type { Page } from '@playwright/test';
import type { Db } from '#server/db/database.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { makeClass, makeParticipation } from './day.ts';
import { enrolDevice } from './field.ts';
import { expect, logins, signIn, untilReadyForOffline } from './journey.ts';

export const HANA = 'さとう はな';
export const KENJI = 'いとう けんじ';

/** A class of two, and one tablet with its roster open. @returns the address of the roster, and its session. */
export async function prepareOneTablet(
  page: Page,
  town: { readonly origin: string; readonly db: Db }
): Promise<{ readonly roster: string; readonly sessionId: string }> {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  for (const kana of [HANA, KENJI]) await makeParticipation(town.db, sessionId, kana);
  const roster = `${town.origin}/staff/sessions/${sessionId}`;
  await signIn(page, town.origin, logins.reception, '/staff');
  await untilReadyForOffline(page);
  await page.goto(roster);
  await enrolDevice(page, 'A');
  await expect(lineOf(page, HANA)).toBeVisible();
  return { roster, sessionId };
}

export const lineOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name });

/** Touches what receives a person, and does not wait for what is said then. */
export async function touchCheckIn(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name.slice(0, 2));
  await lineOf(page, name).getByRole('button').first().click();
  await page.getByRole('button', { name: '受付する', exact: true }).click();
}

export async function checkInOne(page: Page, name: string): Promise<void> {
  await touchCheckIn(page, name);
  await expect(
    page.getByRole('status').filter({ hasText: `${name} さんを 受付しました` })
  ).toBeVisible();
}

export const unsent = (page: Page, count: number) => page.getByText(`この端末に未送信 ${count}件`);
export const allSent = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'すべて送りました' });

/** What the server has of the tablets, in their order. */
export function takenFacts(db: Db) {
  return db.selectFrom('operation').select(['seq', 'type', 'result']).orderBy('seq').execute();
}
