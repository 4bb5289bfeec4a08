import { randomFillSync } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { enrolDevice } from '#tests/support/field.ts';
import { expect, logins, setOffline, signIn, test } from '#tests/support/journey.ts';
import {
  allSent,
  checkInOne,
  HANA,
  KENJI,
  lineOf,
  prepareOneTablet,
  takenFacts,
  touchCheckIn,
  unsent
} from '#tests/support/one-tablet.ts';
import { OwnBrowser } from '#tests/support/own-browser.ts';

/** More than the app and one class take. */
const ROOM = 32 << 20;

const alarm = (page: Page) =>
  page.getByRole('status').filter({ hasText: '記録が 消えたかもしれません' });

test('no room on the tablet: a check-in is refused in words, and with room again it works', async ({
  town,
  page,
  context
}) => {
  const session = await context.newCDPSession(page);
  const { origin } = town;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: ROOM });
  await prepareOneTablet(page, town);
  await setOffline(context, true);
  await checkInOne(page, KENJI);

  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // The browser counts its room anew only when it is asked for more than it last found.
  expect(await page.evaluate(store, ROOM)).toBe('QuotaExceededError');
  const before = await storedOnDevice(page);
  await touchCheckIn(page, HANA);
  await expect(page.getByText('紙の名簿に 書いてください')).toBeVisible();
  await expect(lineOf(page, HANA)).not.toContainText('来た');
  await expect(unsent(page, 1)).toBeVisible();
  expect(await storedOnDevice(page)).toEqual(before);

  // It meets the server without room for what that says, and goes on trying.
  await setOffline(context, false);
  await expect.poll(() => takenFacts(town.db)).toHaveLength(1);
  await expect(page.getByText('この端末に 空きが ありません')).toBeVisible();
  await expect(unsent(page, 1)).toBeVisible();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(allSent(page)).toBeVisible({ timeout: 30_000 });
  await checkInOne(page, HANA);
  await expect
    .poll(() => takenFacts(town.db))
    .toEqual([
      { seq: 1, type: 'attend.checkin', result: 'applied' },
      { seq: 2, type: 'attend.checkin', result: 'applied' }
    ]);
});

test('IndexedDB wiped with a fact unsent: the tablet says so at once, the desk when it hears of it', async ({
  town,
  page,
  context,
  browser
}) => {
  await prepareOneTablet(page, town);
  await setOffline(context, true);
  await checkInOne(page, HANA);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: town.origin,
    storageTypes: 'indexeddb'
  });
  await expect(alarm(page)).toContainText('紙の名簿に 書きながら');
  await expect(lineOf(page, HANA)).toBeHidden(); // nothing stands there that is not so

  await setOffline(context, false);
  await enrolDevice(page, 'A');
  await expectAlarmAtDesk(browser, town.origin, 1);
  await expect(lineOf(page, HANA)).toBeVisible();
  expect(await takenFacts(town.db)).toEqual([]);
});

test('files of IndexedDB spoilt on the disk: the browser opens it empty, and the tablet notices', async ({
  town,
  browser
}) => {
  test.setTimeout(120_000);
  const profile = await mkdtemp(join(tmpdir(), 'engawa-spoilt-'));
  let own = await OwnBrowser.open(profile);
  try {
    const { roster } = await prepareOneTablet(own.page, town);
    await setOffline(own.context, true);
    await checkInOne(own.page, HANA);
    await own.close();
    expect(await spoil(profile)).toBeGreaterThan(2);

    own = await OwnBrowser.open(profile);
    await own.page.goto(roster);
    await expect(alarm(own.page)).toContainText('空になっています');
    await signIn(own.page, town.origin, logins.reception, '/staff'); // it ended with the browser
    await own.page.goto(roster);
    await enrolDevice(own.page, 'A');
    await expectAlarmAtDesk(browser, town.origin, 1);
    await expect(lineOf(own.page, HANA)).toBeVisible();
  } finally {
    await own.kill();
    await rm(profile, { recursive: true, force: true });
  }
});

/** @returns why so many bytes were not stored, if they were not. */
function store(bytes: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ballast', 1);
    opening.onerror = () => reject(new Error('no ballast'));
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('bytes', 'readwrite');
      writing.objectStore('bytes').put(new Uint8Array(bytes), 1);
      writing.oncomplete = () => resolve(undefined);
      writing.onabort = () => resolve(writing.error?.name);
    };
  });
}

/** The number of the next operation, and what waits, read beside the app. */
function storedOnDevice(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('engawa-field');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('not opened'));
    });
    const all = (name: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const reading = db.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result as Record<string, unknown>[]);
        reading.onerror = () => reject(new Error('not read'));
      });
    const [device, outbox] = [await all('device'), await all('outbox')];
    db.close();
    return { nextSeq: device[0]?.['nextSeq'], waiting: outbox.map(({ opId }) => opId) };
  });
}

async function expectAlarmAtDesk(browser: Browser, origin: string, lost: number): Promise<void> {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const desk = await context.newPage();
  await signIn(desk, origin, logins.coordinator, '/desk');
  await desk.goto(`${origin}/desk/tablets`);
  await expect(desk.getByText('記録が消えた疑い').first()).toBeVisible();
  await expect(desk.getByText(new RegExp(`${lost}件`)).first()).toBeVisible();
  await context.close();
}

/** Overwrites every file of IndexedDB with rubbish of its length. @returns how many. */
async function spoil(profile: string): Promise<number> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.parentPath.includes('IndexedDB'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const { size } = await stat(file);
    await writeFile(file, randomFillSync(Buffer.alloc(size)));
  }
  return files.length;
}
