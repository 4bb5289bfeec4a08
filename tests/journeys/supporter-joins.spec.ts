import type { Page } from '@playwright/test';
import { askForHelp } from '#app/server/ask-for-help.ts';
import { takeStep } from '#app/server/help-desk.ts';
import { city } from '#city/current.ts';
import { hashPassword } from '#features/people/server/password.ts';
import { createAccount } from '#features/people/server/accounts.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import {
  DEMO_PASSWORD,
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  signIn,
  test
} from '#tests/support/journey.ts';
import { expectToSay } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 } };
const PASSWORD = 'nagai kotoba wo hitotsu';

/** The accessible name of a text with readings: the browser sets a space around each annotated word. */
const said = (text: string): RegExp =>
  new RegExp(
    Array.from(text.replaceAll(' ', ''), (letter) => letter.replace(/[()]/, '\\$&')).join('\\s*')
  );

/** A second coordinator: nobody approves twice. */
async function plantSecondCoordinator(db: Db): Promise<string> {
  const login = 'chosei2@example.jp';
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(db, (tx) =>
    createAccount(tx, {
      ...{ login, name: 'coordinator two', passwordHash, roles: ['coordinator'], now: Date.now() }
    })
  );
  return login;
}

/** A request of somebody on the board. */
async function plantRequest(db: Db): Promise<void> {
  const now = Date.now();
  const asked = await askForHelp(db, city, {
    ask: {
      topic: 'line',
      phoneFamily: 'android',
      venueId: 'sayama',
      times: ['weekday-morning'],
      needs: [],
      contact: { kind: 'nameless' },
      note: null
    },
    ...{ key: newId(), channel: 'phone', actor: 'desk', now }
  });
  if (!asked.ok) throw new Error(asked.error.type);
  const { id } = await db
    .selectFrom('help_request')
    .select('id')
    .where('number', '=', asked.value.number)
    .executeTakeFirstOrThrow();
  await takeStep(db, { id, step: 'put-on-board', actor: 'desk', now });
}

async function applyOnTheWeb(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/supporters`);
  await page.getByRole('link', { name: said('申し込む') }).click();
  const next = () => page.getByRole('button', { name: 'つぎへ' }).click();
  await next();
  await expect(page.getByRole('alert')).toContainText('つとも');
  const screens = [
    ['18', '東京都に住む', '毎日スマホを使います'],
    ['持っています'],
    ['Android'],
    ['LINE(ライン)'],
    ['日本語'],
    ['狭山公民館'],
    ['平日の午前'],
    ['月に2回まで']
  ];
  for (const answers of screens) {
    for (const answer of answers) {
      const [radio, tick] = (['radio', 'checkbox'] as const).map((role) =>
        page.getByRole(role, { name: said(answer) })
      );
      await radio!.or(tick!).first().check();
    }
    await next();
  }
  await page.locator('input[name=kana]').fill('ためし はな');
  await page.locator('input[name=name]').fill('試 花');
  await page.getByRole('radio', { name: said('市から電話をもらう') }).check();
  await page.locator('input[name=phone]').fill('090-1234-5678');
  await next();
  await page.getByRole('button', { name: said('この内容で送る') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: said('申し込みを受けつけました') })
  ).toBeVisible();
  expect(page.url()).toMatch(/\/received\?number=\d{7}$/);
}

test('from an application without JavaScript to the board, and out of it in the middle of a page', async ({
  town,
  browser
}) => {
  test.slow(); // one long story, on the screens of five people
  await plantRequest(town.db);
  const second = await plantSecondCoordinator(town.db);

  const applying = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const applicant = await applying.newPage();
  await applyOnTheWeb(applicant, town.origin);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk/supporters');
  await desk.getByRole('rowheader').getByRole('link').click();
  await expect(desk.getByText('試 花')).toBeVisible();
  await expect(desk.getByRole('button', { name: '承認する' })).toBeHidden();
  for (const what of ['修了証を見た', 'ご本人と確かめた']) {
    await desk.getByRole('button', { name: `${what} 記録する` }).click();
    await expect(desk.getByRole('button', { name: `${what} 記録する` })).toBeHidden();
  }
  await expectNoBarriers(desk);
  await desk.getByRole('button', { name: '承認する' }).click();
  await expect(desk.getByRole('button', { name: '承認する' })).toBeHidden();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, town.origin, second, '/desk/supporters');
  await other.getByRole('rowheader').getByRole('link').click();
  await other.getByRole('button', { name: '承認する' }).click();
  const link = (await other.locator('code').textContent()) ?? '';
  expect(link).toContain('/sign-in/first?token=');

  const helping = await browser.newContext(PHONE);
  const supporter = await helping.newPage();
  await supporter.goto(link);
  await supporter.locator('input[name=login]').fill('hana@example.jp');
  await supporter.locator('input[name=name]').fill('試 花');
  await supporter.locator('input[name=password]').fill(PASSWORD);
  await supporter.getByRole('button', { name: '作って入る' }).click();
  await supporter.waitForURL(`${town.origin}/supporter`);
  await expectToSay(supporter.getByRole('main'), '今年のお約束にまだ同意していません。');
  await expect(supporter.getByRole('button', { name: '手伝います' })).toBeHidden();

  await supporter.getByRole('link', { name: 'お約束を読む' }).click();
  await expectNoBarriers(supporter);
  await expectNoSidewaysScroll(supporter);
  await supporter.getByRole('button', { name: '読みました。同意します' }).click();
  await expectToSay(supporter.getByRole('main'), '同意をうけつけました。');
  await supporter.goto(`${town.origin}/supporters/me/card`);
  await expect(supporter.getByRole('img', { name: /QR/ })).toBeVisible();
  const { card_code } = await town.db
    .selectFrom('supporter')
    .select('card_code')
    .executeTakeFirstOrThrow();
  const card = `${town.origin}/supporters/card/${card_code}`;

  await supporter.goto(`${town.origin}/supporter`);
  const offer = supporter.getByRole('button', { name: '手伝います' });
  await expect(offer).toBeVisible();

  await other.goto(card);
  await expectToSay(other.getByRole('main'), '有効です');
  await applicant.goto(card);
  await expect(
    applicant.getByRole('heading', { name: said('その場の主催者にお聞きください') })
  ).toBeVisible();
  await expect(applicant.getByText('試 花')).toHaveCount(0);

  await desk.goto(`${town.origin}/desk/supporters`);
  await desk.getByRole('rowheader', { name: '試 花' }).getByRole('link').click();
  await desk.getByText('停止する', { exact: true }).click();
  await desk.getByLabel('理由').selectOption('safety');
  await desk.getByRole('button', { name: 'この方を停止する' }).click();
  await expect(desk.getByRole('status')).toContainText('停止しました');

  await offer.click();
  await expect(supporter.getByRole('link', { name: 'ログインする' })).toBeVisible();
  expect(await town.db.selectFrom('offer').select('id').execute()).toEqual([]);
  await other.reload();
  await expectToSay(other.getByRole('main'), '有効ではありません');

  await supporter.goto(`${town.origin}/sign-in`);
  await supporter.locator('input[name=login]').fill('hana@example.jp');
  await supporter.locator('input[name=password]').fill(PASSWORD);
  await supporter.getByRole('button', { name: '入る', exact: true }).click();
  await expectToSay(supporter.getByRole('main'), 'いまはお休みになっています。');
  await supporter.goto(`${town.origin}/supporters/me`);
  await expect(supporter.locator('input[name=login]')).toBeVisible();
});
