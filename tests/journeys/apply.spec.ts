import type { Locator, Page } from '@playwright/test';
import type { Db } from '#server/db/database.ts';
import { DAY_MS, HOUR_MS } from '#shared/time/instant.ts';
import { expect, expectNoBarriers, expectNoSidewaysScroll, test } from '#tests/support/journey.ts';
import { words } from '#tests/support/words.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const PHONE = { width: 360, height: 800 };

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });

  test('applying, going back, a companion on the same phone, cancelling, and finding it again', async ({
    page,
    town
  }) => {
    await planClass(town, 'C77');
    await page.goto(`${town.origin}/workshops`);
    await page.locator('a[href="/workshops/C77"]').click();
    await expect(page.getByText('のこり')).toBeVisible();
    await page.locator('a[href="/workshops/C77/apply"]').click();

    await next(page);
    await expect(page.getByRole('alert')).toContainText('よみかたを');
    await answerAll(page, 'やまだ はなこ', '042-563-0123');
    await expect(headingOf(page, 'これで よろしいですか')).toBeVisible();
    await page.getByRole('button', { name: '年齢を なおす' }).click();
    await page.locator('[value="85-over"]').check();
    await next(page);
    await expect(page.locator('dd', { hasText: /^85/ })).toBeVisible();

    await page.goBack();
    await expect(headingOf(page, '年齢を おしえてください')).toBeVisible();
    await page.goForward();
    await send(page);
    await expect(page).toHaveURL(`${town.origin}/receipt`);
    await expect(page.locator('.status')).toContainText('うけつけました');
    const number = await page.locator('.number strong').innerText();

    await page.goBack();
    await send(page);
    await expect(page.locator('.number strong')).toHaveText(number);

    await page.goBack();
    await page.getByRole('button', { name: 'お名前を なおす' }).click();
    await page.locator('#kana').fill('やまだ たろう');
    await next(page);
    await send(page);
    await expect(headingOf(page, '別の方の お申し込みですか')).toBeVisible();
    await send(page);
    await expect(page.locator('.number strong')).not.toHaveText(number);
    await expect(page.getByRole('link', { name: words(`番号${number}`) })).toBeVisible();

    await page.getByRole('link', { name: words('申し込みを取り消す') }).click();
    await page.getByRole('button', { name: words('はい、取り消します') }).click();
    await expect(page.locator('.ticket.cancelled')).toBeVisible();

    await page.getByRole('button', { name: words('この画面から受付票を消す') }).click();
    await page.locator('#number').fill(number);
    await page.locator('#lastFour').fill('0123');
    await page.getByRole('button', { name: 'さがす' }).click();
    await expect(page.locator('.number strong')).toHaveText(number);
  });
});

for (const [language, prefix] of [
  ['Japanese', ''],
  ['English', '/en']
] as const) {
  test(`no screen of signing up has a barrier or scrolls sideways at 36 px, in ${language}`, async ({
    page,
    town
  }) => {
    test.slow();
    await planClass(town, 'C78');
    await page.setViewportSize(PHONE);
    await page.addInitScript(() => localStorage.setItem('engawa.textSize', '36'));
    const check = async () => {
      await expectNoBarriers(page);
      await expectNoSidewaysScroll(page);
    };
    for (const path of ['/workshops', '/workshops/C78', '/receipt', '/receipt/cancel']) {
      await page.goto(`${town.origin}${prefix}${path}`);
      await check();
    }
    await page.goto(`${town.origin}${prefix}/workshops/C78/apply`);
    await next(page);
    await check();
    await answerAll(page, 'やまだ はなこ', '042-563-0123', check);
    await check();
    await send(page);
    await expect(page.locator('.number strong')).toBeVisible();
    await check();
    await page.locator('a[href*="/receipt/cancel"]').click();
    await check();
  });
}

test.describe('what is not a form of ours', () => {
  const form = (fields: Readonly<Record<string, string>>, origin: string) => ({
    headers: { accept: 'text/html', origin },
    form: fields,
    maxRedirects: 0
  });

  test('is refused clearly, and never breaks the server', async ({ request, town }) => {
    const { origin } = town;
    const at = (path: string) => `${origin}${path}`;
    await planClass(town, 'C79');
    const apply = at('/workshops/C79/apply');

    expect((await request.post(apply, form({ step: 'card', key: 'x' }, origin))).status()).toBe(
      400
    );
    expect((await request.post(apply, form({}, origin))).status()).toBe(400);
    expect((await request.put(apply, form({}, origin))).status()).toBe(405);
    expect((await request.post(at('/workshops/C79'), form({}, origin))).status()).toBe(405);
    expect((await request.post(at('/workshops/Z1/apply'), form({}, origin))).status()).toBe(404);
    expect((await request.get(at('/workshops/Z1'))).status()).toBe(404);
    expect((await request.get(at('/workshops/%00'))).status()).toBe(404);
    expect((await request.get(at('/workshops/%E0%A4%A'))).status()).toBe(400);
    expect((await request.get(at('/workshops?venue=%F0%9F%8C%99'))).status()).toBe(404);
    expect((await request.post(at('/receipt?/nothing'), form({}, origin))).status()).toBe(404);
    expect((await request.post(at('/receipt?/find'), form({}, origin))).status()).toBe(422);

    const json = await request.post(apply, {
      headers: { accept: 'text/html', origin, 'content-type': 'application/json' },
      data: '{"step":"summary"}'
    });
    expect(json.status()).toBe(415);
    const broken = await request.post(apply, {
      headers: { accept: 'text/html', origin, 'content-type': 'multipart/form-data; boundary=x' },
      data: 'not a form'
    });
    expect(broken.status()).toBe(400);
    const large = await request.post(apply, form({ kana: 'あ'.repeat(1_000_000) }, origin));
    expect([400, 413]).toContain(large.status());
    const forged = await request.post(apply, {
      ...form({ step: 'name' }, origin),
      headers: { accept: 'text/html', origin: 'https://example.org' }
    });
    expect(forged.status()).toBe(403);
  });

  test('the receipt is kept by nobody on the way', async ({ request, lookOnly }) => {
    const receipt = await request.get(`${lookOnly.origin}/receipt`);
    expect(receipt.headers()['cache-control']).toBe('no-store');
    const next = await request.get(`${lookOnly.origin}/api/public/next.json`);
    expect(next.headers()['cache-control']).toBe('public, max-age=60');
  });
});

/** A class that is open now. */
async function planClass({ db }: { readonly db: Db }, code: string): Promise<void> {
  const now = Date.now();
  const startsAt = now + 10 * DAY_MS;
  await plannedWorkshop(db, {
    code,
    opensAt: now - DAY_MS,
    closesAt: now + 9 * DAY_MS,
    sessions: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }]
  });
}

function headingOf(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name: words(name) });
}

function next(page: Page): Promise<void> {
  return page.locator('button[value=next]').click();
}

function send(page: Page): Promise<void> {
  return page.locator('button[value=send]').click();
}

/** Answers every question from the first to the summary; `look` is called on each. */
async function answerAll(
  page: Page,
  kana: string,
  phone: string,
  look: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
  const answers: readonly (() => Promise<void>)[] = [
    () => page.locator('#kana').fill(kana),
    () => page.locator('#phone').fill(phone),
    () => page.locator('[value="75-84"]').check(),
    () => page.locator('[value=kantan]').check(),
    () => page.locator('[name=loanPhone][value=yes]').check(),
    () => page.locator('[name=companions][value="1"]').check(),
    () => page.locator('[value=wheelchair]').check(),
    () => page.locator('[name=way][value=phone]').check()
  ];
  for (const answer of answers) {
    await look();
    await answer();
    await next(page);
  }
}
