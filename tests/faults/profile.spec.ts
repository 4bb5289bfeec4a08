import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { HOUR_MS } from '#shared/time/instant.ts';
import { chromiumLaunch } from '#tests/support/chromium.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import { enrolDevice } from '#tests/support/field.ts';
import {
  expect,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';

const PLANTED = 'うえきばち はなこ';
const WALKED_IN = 'とびいりだ たろう';
/** Stored in the open beside ours, so that a search that finds nothing cannot pass. */
const CANARY = 'カナリアの ことば';

test('nobody reads a name in the files of the browser, whatever tool they use', async ({
  town
}) => {
  test.setTimeout(120_000);
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeParticipation(town.db, sessionId, PLANTED);
  const profile = await mkdtemp(join(tmpdir(), 'engawa-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await chromiumLaunch()),
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1024, height: 768 }
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await signIn(page, town.origin, logins.reception, '/staff');
    await untilReadyForOffline(page);
    await page.goto(`${town.origin}/staff/sessions/${sessionId}`);
    await enrolDevice(page, 'A');
    const person = page.getByRole('listitem').filter({ hasText: PLANTED });
    await expect(person).toBeVisible();

    await setOffline(context, true);
    await page.getByRole('searchbox').fill('1');
    await person.getByRole('button').first().click();
    await page.getByRole('button', { name: '受付する', exact: true }).click();
    await page.getByRole('button', { name: '飛び込みの人' }).click();
    await page.getByRole('textbox', { name: 'ふりがな' }).fill(WALKED_IN);
    await page.getByRole('button', { name: 'かんたん', exact: true }).click();
    await page.getByRole('button', { name: '受付する', exact: true }).click();
    await expect(page.getByText('この端末に未送信 2件')).toBeVisible();
    await page.evaluate(storeInTheOpen, CANARY);
  } finally {
    await context.close();
  }

  const files = await filesOf(profile);
  expect(filesWith(files, CANARY)).not.toEqual([]);
  for (const name of [PLANTED, WALKED_IN, 'うえきばち', 'とびいりだ'])
    expect(filesWith(files, name), name).toEqual([]);
  await rm(profile, { recursive: true, force: true });
});

function storeInTheOpen(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('canary', 1);
    opening.onerror = () => {
      reject(new Error('no canary'));
    };
    opening.onupgradeneeded = () => opening.result.createObjectStore('words');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
      writing.objectStore('words').put({ words }, 1);
      writing.oncomplete = () => {
        resolve();
      };
    };
  });
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const))
  );
}

/** As text lies in the browser's stores: UTF-8, or two bytes a letter in either order. */
function filesWith(files: ReadonlyMap<string, Buffer>, text: string): readonly string[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const needles = [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16()];
  return [...files]
    .filter(([, bytes]) => needles.some((needle) => bytes.includes(needle)))
    .map(([path]) => path);
}
