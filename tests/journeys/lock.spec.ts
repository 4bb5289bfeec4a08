import type { Page } from '@playwright/test';
import type { Db } from '#server/db/database.ts';
import { HOUR_MS } from '#shared/time/instant.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import { choosePin, enrolDevice, openWithCard, PIN, unlock } from '#tests/support/field.ts';
import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';

const WRONG = '905173';
const NAME = 'さとう はな';

const lockButton = (page: Page) => page.getByRole('button', { name: '鍵をかける', exact: true });
const lockedHeading = (page: Page) => page.getByRole('heading', { name: '鍵が かかっています' });
const pinField = (page: Page) => page.getByRole('textbox', { name: '暗証番号(6けた)' });
const person = (page: Page) => page.getByRole('listitem').filter({ hasText: NAME });

/** A class of one, and a tablet with its roster open. @returns the address of its card at the desk. */
async function prepare(page: Page, town: { origin: string; db: Db }) {
  const { workshopId, sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeParticipation(town.db, sessionId, NAME);
  await signIn(page, town.origin, logins.reception, '/staff');
  await untilReadyForOffline(page);
  await page.goto(`${town.origin}/staff/sessions/${sessionId}`);
  await enrolDevice(page, 'A');
  await expect(person(page)).toBeVisible();
  return { sessionId, card: `/desk/workshops/${workshopId}/key-card?session=${sessionId}` };
}

async function checkIn(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('1');
  await person(page).getByRole('button').first().click();
  await page.getByRole('button', { name: '受付する', exact: true }).click();
  await expect(
    page.getByRole('status').filter({ hasText: `${NAME} さんを 受付しました` })
  ).toBeVisible();
}

async function tryWrong(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await pinField(page).fill(WRONG);
    await expect(page.getByRole('button', { name: '鍵をあける' })).toBeEnabled();
    await expect(pinField(page)).toHaveValue('');
  }
}

test('left alone for three minutes a tablet locks itself, and the PIN opens it again', async ({
  town,
  page
}) => {
  await page.clock.install();
  await prepare(page, town);
  await page.clock.fastForward('02:50');
  await expect(person(page)).toBeVisible();
  await page.clock.fastForward('00:20');
  await expect(lockedHeading(page)).toBeVisible();
  expect(await page.content()).not.toContain(NAME);
  await expectNoBarriers(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  await unlock(page);
  await expect(person(page)).toBeVisible();
});

test('locked by its button, a tablet still sends; the keys on the glass and a keyboard open it', async ({
  town,
  page,
  context
}) => {
  test.setTimeout(120_000);
  await prepare(page, town);
  await setOffline(context, true);
  await checkIn(page);
  await lockButton(page).click();
  await expect(page.getByText('この端末に未送信 1件')).toBeVisible();
  await setOffline(context, false);
  await expect(async () => {
    const sent = await town.db.selectFrom('operation').select(['type', 'result']).execute();
    expect(sent).toEqual([{ type: 'attend.checkin', result: 'applied' }]);
  }).toPass({ timeout: 70_000 });
  await expect(lockedHeading(page)).toBeVisible();

  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await expect(person(page)).toBeVisible();
  await lockButton(page).click();
  await pinField(page).focus();
  await page.keyboard.type(PIN);
  await expect(person(page)).toBeVisible();
});

test('ten wrong PINs remove the roster, not what was recorded, and it is said before', async ({
  town,
  page,
  context
}) => {
  await prepare(page, town);
  await setOffline(context, true);
  await checkIn(page);
  await lockButton(page).click();
  await tryWrong(page, 4);
  await expect(page.getByText('番号が ちがいます')).toBeVisible();
  await expect(page.getByText('あと 6回')).toBeHidden();
  await page.reload(); // counts on
  await tryWrong(page, 1);
  await expect(page.getByText('あと 5回 ちがうと')).toBeVisible();
  await tryWrong(page, 4);
  await pinField(page).fill(WRONG);
  await expect(page.getByText('番号が 10回 ちがいました')).toBeVisible();
  await expectNoBarriers(page);

  await setOffline(context, false);
  await choosePin(page); // refused: whoever found the tablet may not read on
  await expect(page.getByText('この端末を もう一度 準備してください')).toBeVisible();
  await expectNoBarriers(page);
  await enrolDevice(page, 'A');
  await expect(person(page)).toContainText('来た');
  const sent = await town.db.selectFrom('operation').select('result').execute();
  expect(sent).toEqual([{ result: 'applied' }]);
});

test('started anew without a network, the card that the desk printed opens the roster', async ({
  town,
  page,
  context,
  browser
}) => {
  const { card } = await prepare(page, town);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  await desk.goto(`${town.origin}${card}`);
  await expect(desk.getByRole('img', { name: '名簿をひらくQR' })).toBeVisible();
  const digits = (await desk.locator('.digits').innerText()).replace(/\D/g, '');
  expect(digits).toHaveLength(24);

  await setOffline(context, true);
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('heading', { name: '会場の鍵の札' })).toBeVisible();
  await expectNoBarriers(page);
  expect(await page.content()).not.toContain(NAME);
  await page.getByRole('textbox', { name: '札の数字(24けた)' }).fill('1234');
  await page.getByRole('button', { name: 'この数字で ひらく' }).click();
  await expect(page.getByRole('alert')).toContainText('数字が どこか ちがいます');
  await openWithCard(page, digits);
  await expect(person(page)).toBeVisible();
  await checkIn(page);
});

test('a number that is easy to guess is refused kindly, and two different ones begin anew', async ({
  town,
  page
}) => {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await signIn(page, town.origin, logins.reception, `/staff/sessions/${sessionId}`);
  await page.getByRole('textbox', { name: '端末の名前' }).fill('A');
  await page.getByRole('button', { name: 'この端末を使う' }).click();
  const next = page.getByRole('button', { name: 'つぎへ' });
  await expect(next).toBeVisible();
  await expectNoBarriers(page);
  for (const easy of ['000000', '123456', '480312']) {
    await pinField(page).fill(easy);
    await next.click();
    await expect(page.getByRole('alert')).toContainText('思いつきやすい番号です');
  }
  await pinField(page).fill(PIN);
  await next.click();
  await page.getByRole('textbox', { name: /もう一度/ }).fill(WRONG);
  await page.getByRole('button', { name: 'この番号にする' }).click();
  await expect(page.getByRole('alert')).toContainText('二つの番号が ちがいました');
  await choosePin(page);
  await expect(page.getByRole('heading', { name: 'はじめての スマホ教室' })).toBeVisible();
});
