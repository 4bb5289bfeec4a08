import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';
import { enrolDevice } from './field.ts';
import { startServer } from './server.ts';

/**
 * Draws docs/images/engawa.png from the demonstration town, after a build:
 * `npm exec -- node tests/support/readme-picture.ts`
 */
const PICTURE = 'docs/images/engawa.png';
const LOCALE = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

const server = await startServer();
const browser = await chromium.launch(await chromiumLaunch());
try {
  const phone = await takeHome(browser, server.origin);
  const tablet = await takeReception(browser, server.origin);
  await putSideBySide(browser, phone, tablet);
  console.log(`${PICTURE}: ${Math.round((await readFile(PICTURE)).byteLength / 1024)} KB`);
} finally {
  await browser.close();
  await server.remove();
}

/** A learner's first page. */
async function takeHome(from: Browser, origin: string): Promise<Buffer> {
  const page = await from.newPage({ ...LOCALE, viewport: { width: 390, height: 844 } });
  await page.goto(origin, { waitUntil: 'networkidle' });
  return page.screenshot();
}

/** A tablet at the door of the next class, two people received, the third one chosen. */
async function takeReception(from: Browser, origin: string): Promise<Buffer> {
  const page = await from.newPage({ ...LOCALE, viewport: { width: 1024, height: 768 } });
  await page.goto(`${origin}/sign-in?next=/staff`);
  await page.locator('input[name=login]').fill('uketsuke@example.jp');
  await page.locator('input[name=password]').fill('engawa-demo-2026');
  await page.getByRole('button', { name: '入る', exact: true }).click();
  await page.getByRole('link').filter({ hasText: 'きょう', hasNotText: '相談会' }).click();
  await enrolDevice(page, '受付1');
  for (const index of [0, 1]) {
    await choose(page, index);
    await page.getByRole('button', { name: '受付する', exact: true }).click();
    await page.waitForTimeout(500);
  }
  await choose(page, 2);
  await page.getByText('すべて送りました').waitFor();
  return page.screenshot();
}

async function choose(page: Page, index: number): Promise<void> {
  await page.getByRole('listitem').getByRole('button').nth(index).click();
}

async function putSideBySide(from: Browser, phone: Buffer, tablet: Buffer): Promise<void> {
  const page = await from.newPage({ viewport: { width: 1200, height: 640 } });
  const shown = (picture: Buffer, height: number) =>
    `<img height="${height}" src="data:image/png;base64,${picture.toString('base64')}">`;
  await page.setContent(
    `<style>
      body { display: flex; align-items: center; justify-content: space-evenly; margin: 0;
        block-size: 640px; background: #e6f5ec }
      img { border: 10px solid #1a1a1a; border-radius: 24px }
    </style>${shown(phone, 580)}${shown(tablet, 560)}`
  );
  await page.screenshot({ path: PICTURE });
}
