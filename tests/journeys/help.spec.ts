import type { Page } from '@playwright/test';
import { city } from '#city/current.ts';
import { addSupporter } from '#features/board/server/supporters.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { holidayOf } from '#shared/time/holidays.ts';
import { addDays, localDateOf, weekdayOf } from '#shared/time/instant.ts';
import { enrolDevice, unlock } from '#tests/support/field.ts';
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

/** The accessible name of a text with readings: the browser sets a space around each annotated word. */
const said = (text: string): RegExp =>
  new RegExp(
    Array.from(text.replaceAll(' ', ''), (letter) => letter.replace(/[()]/, '\\$&')).join('\\s*')
  );
import { expectToSay } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 } };

/** A day on which no 公民館 rests. */
function nextOpenDay(): string {
  let day = addDays(localDateOf(Date.now()), 1);
  while (weekdayOf(day) === 1 || holidayOf(day)) day = addDays(day, 1);
  return day;
}

async function letSupporterHelp({ db }: { readonly db: Db }): Promise<void> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('login', '=', logins.supporter)
    .executeTakeFirstOrThrow();
  await inTransaction(db, (tx) =>
    addSupporter(tx, {
      accountId: account.id,
      topics: ['line'],
      phoneFamilies: ['android'],
      venues: ['sayama'],
      times: ['weekday-morning'],
      languages: ['ja'],
      monthlyLimit: 4,
      promiseUntil: addDays(localDateOf(Date.now()), 300),
      now: Date.now()
    })
  );
}

/** The clerk's whole way through the form is the keyboard's, since the other hand holds the telephone. */
async function typeForCaller(desk: Page): Promise<void> {
  const down = async (times: number) => {
    for (let press = 0; press < times; press++) await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Tab');
  };
  const tick = async () => {
    await desk.keyboard.press('Space');
    await desk.keyboard.press('Tab');
  };
  const past = async (stops: number) => {
    for (let press = 0; press < stops; press++) await desk.keyboard.press('Tab');
  };
  await desk.getByLabel('① 経路').focus();
  await down(1);
  await desk.keyboard.type('LINE(');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('Android');
  await desk.keyboard.press('Tab');
  await down(1 + city.venues.findIndex(({ id }) => id === 'sayama'));
  await tick();
  await desk.getByRole('radio', { name: '市から電話する' }).focus();
  await past(1);
  for (const words of ['ためし はな', '試 花', '090-1234-5678']) {
    await desk.keyboard.type(words);
    await desk.keyboard.press('Tab');
  }
  await past(1);
  await desk.keyboard.press('Enter');
}

test('a question is asked without JavaScript, and read by the desk before anybody else', async ({
  town,
  browser
}) => {
  const asking = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const asker = await asking.newPage();
  await asker.goto(`${town.origin}/help`);
  const next = () => asker.getByRole('button', { name: 'つぎへ' }).click();
  await next();
  await expect(asker.getByRole('alert')).toContainText('選んでください');
  for (const answer of ['LINE(ライン)', 'Android', '狭山公民館', '平日の 午前']) {
    const [radio, tick] = (['radio', 'checkbox'] as const).map((role) =>
      asker.getByRole(role, { name: said(answer) })
    );
    await radio!.or(tick!).check();
    await next();
  }
  await next();
  await asker.getByRole('radio', { name: said('市から 電話を もらう') }).check();
  await asker.getByRole('textbox', { name: said('お名前の ふりがな') }).fill('ためし はな');
  await asker.locator('input[name=name]').fill('試 花');
  await asker.getByRole('textbox', { name: said('電話番号') }).fill('090-1234-5678');
  await next();
  await asker.getByRole('textbox', { name: said('伝えたいこと') }).fill('暗証番号は1234です');
  await next();
  await expect(asker.getByRole('alert')).toContainText('暗証番号のような 数字');
  await expect(asker.getByRole('textbox', { name: said('伝えたいこと') })).toHaveValue(
    '暗証番号は1234です'
  );
  await asker
    .getByRole('textbox', { name: said('伝えたいこと') })
    .fill('よるは 090 1234 5678 に ください');
  await next();
  await expect(asker.getByRole('alert')).toContainText('電話番号のような 数字');
  await expect(asker.getByRole('alert')).toContainText('ここには 書かないで だいじょうぶです。');
  await asker
    .getByRole('textbox', { name: said('伝えたいこと') })
    .fill('2026年に3,980円で買いました');
  await next();
  await expect(asker.getByText(/まだ.*送.*られていません/).first()).toBeVisible();
  await asker.getByRole('button', { name: said('この内容で 送る') }).click();
  await expect(asker.getByRole('heading', { name: said('受けつけました') })).toBeVisible();
  expect(asker.url()).not.toMatch(/0901234|%E8%A9%A6/);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk/requests');
  await expect(desk.getByText('試 花')).toBeHidden();
  await desk
    .getByRole('cell')
    .getByRole('link')
    .or(desk.getByRole('rowheader').getByRole('link'))
    .click();
  await expect(desk.getByText('試 花')).toBeVisible();
  await expectNoBarriers(desk);
});

test('from a caller to a meeting, to a log written without a network, and to the question weeks later', async ({
  town,
  browser
}) => {
  test.slow(); // one long story, on the screens of two people
  await letSupporterHelp(town);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk/requests/new');
  const rang = Date.now();
  await typeForCaller(desk);
  await expect(desk.getByRole('status')).toContainText('受け付けました');
  expect(Date.now() - rang).toBeLessThan(40_000); // nobody is kept waiting on the telephone
  await desk.goto(`${town.origin}/desk/requests`);
  await desk.getByRole('rowheader').getByRole('link').click();
  await expect(desk.getByText('試 花')).toBeVisible();
  await desk.getByRole('button', { name: '掲示板に出す' }).click();

  const helping = await browser.newContext(PHONE);
  const supporter = await helping.newPage();
  await signIn(supporter, town.origin, logins.supporter, '/supporter');
  await expect(supporter.getByRole('heading', { name: 'LINE(ライン)' })).toBeVisible();
  for (const told of ['狭山公民館', '平日の午前', 'Android'])
    await expectToSay(supporter.getByRole('main'), told);
  expect(await supporter.content()).not.toMatch(/試 花|ためし はな|1234|5678|3,980/);
  await enrolDevice(supporter, 'わたしのスマホ');
  await supporter.getByRole('button', { name: '手伝います' }).click();
  await expect(supporter.getByText('申し出ています')).toBeVisible();
  await expectNoBarriers(supporter);
  await expectNoSidewaysScroll(supporter);

  await desk.reload();
  await desk.getByLabel('日', { exact: true }).fill(nextOpenDay());
  await desk.getByLabel('その場の担当者').fill('窓口 山田');
  await desk.getByRole('button', { name: 'この約束で決める' }).click();
  await expect(desk.getByRole('status')).toContainText('約束を決めました');
  const requestPage = desk.url();
  await desk.goto(`${town.origin}/desk/notices`);
  await expect(desk.getByText('窓口 山田')).toHaveCount(2); // both sides find each other by the host
  await desk.goto(requestPage);

  await supporter.reload();
  await unlock(supporter);
  await untilReadyForOffline(supporter);
  const log = supporter.getByRole('link', { name: '記録する', exact: true });
  await expect(log).toBeVisible();
  await setOffline(helping, true);
  await supporter.reload();
  await unlock(supporter);
  await expect(supporter.getByText('掲示板はネットにつながったときだけ')).toBeVisible();
  await log.click();
  await supporter.waitForURL(/\/supporter\/log\//);
  await supporter.reload();
  await unlock(supporter);
  const began = Date.now();
  const touch = (group: string, name: string) =>
    supporter
      .getByRole('group', { name: group })
      .getByRole('button', { name, exact: true })
      .click();
  await touch('かかった時間', '30分');
  await touch('はじめ', 'まだ');
  await touch('おわり', 'いっしょに');
  await touch('操作した人', 'ご本人だけ');
  await touch('けっか', 'できました');
  await touch(
    'あとで「まだできますか」とおたずねしてもよいですか(ご本人に聞いてください)',
    '次の相談会で'
  );
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(supporter.getByText('この端末に保存しました。まだ送っていません。')).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000); // a log that takes longer is forgotten
  await supporter.reload();
  await unlock(supporter);
  await expect(supporter.getByText('この端末に保存しました。まだ送っていません。')).toBeVisible();
  await expectNoBarriers(supporter);

  await setOffline(helping, false);
  await expect(supporter.getByText('送りました。')).toBeVisible();
  await desk.reload();
  await expect(desk.getByText('終わり').first()).toBeVisible();
  const records = town.db
    .selectFrom('assistance')
    .select(['minutes', 'able_before', 'able_after', 'operated', 'outcome', 'flagged']);
  expect(await records.execute()).toEqual([
    {
      minutes: 30,
      able_before: 'not-yet',
      able_after: 'with-help',
      operated: 'self',
      outcome: 'done',
      flagged: 0
    }
  ]);
  await desk.goto(`${town.origin}/desk`);
  await expect(desk.getByRole('row', { name: /^お手伝いの時間\(分\)/ })).toContainText('30');

  await desk.goto(`${town.origin}/desk/follow-ups`);
  await expect(desk.getByText('試 花')).toBeHidden();
  await town.db // two weeks go by
    .updateTable('follow_up')
    .set({ due_on: localDateOf(Date.now()) })
    .where('kind', '=', 'two-weeks')
    .execute();
  await desk.reload();
  await desk
    .getByRole('row', { name: /試 花/ })
    .getByRole('button', { name: 'ひとりで できます' })
    .click();
  await expect(desk.getByText('試 花')).toBeHidden();
});

test('money and fraud lead at once to people who know, and store nothing by themselves', async ({
  town,
  browser
}) => {
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  await page.goto(`${town.origin}/help`);
  await page.getByRole('radio', { name: said('だまされたかも') }).check();
  await page.getByRole('button', { name: 'つぎへ' }).click();
  for (const number of ['#9110', '188']) {
    await expect(page.getByRole('link', { name: number, exact: true })).toBeVisible();
  }
  expect(await town.db.selectFrom('help_request').select('id').execute()).toEqual([]);

  await page.locator('summary').click();
  await page.getByRole('radio', { name: said('中央公民館') }).check();
  await page.getByRole('textbox', { name: said('お名前の ふりがな') }).fill('ためし はな');
  await page.locator('input[name=name]').fill('試 花');
  await page.getByRole('textbox', { name: said('電話番号') }).fill('090-1234-5678');
  await page.getByRole('button', { name: said('電話を 頼む') }).click();
  await expect(page.getByRole('heading', { name: said('受けつけました') })).toBeVisible();
  expect(await town.db.selectFrom('help_request').select(['topic', 'state']).execute()).toEqual([
    { topic: 'fraud', state: 'received' }
  ]);
});
