import type { BrowserContext, Page } from '@playwright/test';
import { DAY_MS, HOUR_MS } from '#shared/time/instant.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import {
  addWalkIn,
  checkIn,
  lend,
  openScreen,
  prepareTablet,
  row,
  scanByHand,
  sendAll,
  status,
  TABLET
} from '#tests/support/door.ts';
import { startAnew, unlock, venueCodeIn } from '#tests/support/field.ts';
import {
  expect,
  expectNoBarriers,
  logins,
  setOffline,
  signIn,
  test
} from '#tests/support/journey.ts';

const APPLICANTS = [
  'あおき はる',
  'いとう けんじ',
  'うえだ ふみ',
  'おかだ しげる',
  'かとう よしこ',
  'きむら さだお',
  'ごとう みつ',
  'さとう はな',
  'しまだ のぶ',
  'たかはし いね'
] as const;
const WAITING = ['なかむら とし', 'はまだ きよ'] as const;

const title = (page: Page) => page.getByRole('heading', { name: 'はじめての スマホ教室' });

/** At this point the tablet is closed and opened again, without a network if there is none. */
async function reopen(card: string, ...tablets: Page[]): Promise<void> {
  for (const tablet of tablets) {
    await startAnew(tablet, card);
    await expect(title(tablet)).toBeVisible();
  }
}

/** Checks somebody in by mistake, and takes exactly that back. */
async function receiveByMistake(page: Page, key: string, name: string): Promise<void> {
  await checkIn(page, key, name);
  await page.getByRole('button', { name: /の受付を 取り消す/ }).tap();
  await expect(
    status(page).filter({ hasText: `${name} さんの受付を 取り消しました` })
  ).toBeVisible();
}

async function expectDay(page: Page): Promise<void> {
  await openScreen(page, '受付');
  await expect(page.getByText('来た 12 / 10')).toBeVisible();
  await expect(page.getByText('飛び込み 3', { exact: true })).toBeVisible();
  await expect(page.getByText('いま部屋に 14人')).toBeVisible();
  await expect(page.getByText('2台で受付 1')).toBeVisible();
  await page.getByRole('button', { name: '全員', exact: true }).tap();
  await expect(row(page, 'あおき はる')).toContainText('帰った');
}

async function countIn(page: Page, phone: number): Promise<void> {
  await page.getByRole('button', { name: `${phone}番が 戻った`, exact: true }).tap();
  await expect(status(page).filter({ hasText: `${phone}番が 戻りました` })).toBeVisible();
}

async function clearPhone(page: Page, phone: number): Promise<void> {
  const steps = page.getByRole('group', { name: `${phone}番の消去` });
  for (const step of ['写真', '履歴', 'アカウント'])
    await steps.getByRole('button', { name: step, exact: true }).tap();
  await expect(steps).toBeHidden();
}

test('two tablets live through a class day, with the network cut in the middle', async ({
  town,
  browser
}) => {
  test.setTimeout(180_000);
  const { sessionId, workshopId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await makeClass(town.db, 10, Date.now() + 7 * DAY_MS); // to come to next
  const ids = new Map<string, string>();
  for (const kana of APPLICANTS) ids.set(kana, await makeParticipation(town.db, sessionId, kana));
  for (const kana of WAITING) await makeParticipation(town.db, sessionId, kana, 'waiting');
  const { sign_up_id } = await town.db
    .selectFrom('participation')
    .select('sign_up_id')
    .where('id', '=', ids.get('しまだ のぶ') ?? '')
    .executeTakeFirstOrThrow();

  const contexts: BrowserContext[] = [
    await browser.newContext(TABLET),
    await browser.newContext(TABLET)
  ];
  const roster = `/staff/sessions/${sessionId}`;
  const a = await prepareTablet(contexts[0]!, town.origin, roster, 'A');
  const b = await prepareTablet(contexts[1]!, town.origin, roster, 'B');
  const card = await venueCodeIn(town.db, sessionId);

  // With the network: the first come, one of them received by mistake.
  await checkIn(a, 'あ', 'あおき はる');
  await checkIn(a, 'あ', 'いとう けんじ');
  await receiveByMistake(b, 'か', 'かとう よしこ');
  await reopen(card, a, b);

  // The network goes; both tablets go on, and are closed and opened at every point.
  await Promise.all(contexts.map((context) => setOffline(context, true)));
  await reopen(card, a, b);
  for (const name of ['うえだ ふみ', 'おかだ しげる']) await checkIn(a, 'あ', name);
  for (const name of ['かとう よしこ', 'きむら さだお', 'ごとう みつ'])
    await checkIn(b, 'か', name);
  await reopen(card, a, b);
  await receiveByMistake(a, 'さ', 'さとう はな');
  await checkIn(a, 'さ', 'さとう はな');
  await scanByHand(a, `${town.origin}/receipt?t=${sign_up_id}`);
  await expect(status(a).filter({ hasText: '受付しました' })).toContainText('しまだ のぶ');
  await expect(async () => {
    await scanByHand(a, `${town.origin}/receipt?t=${sign_up_id}`);
    await expect(status(a).filter({ hasText: 'もう受付ずみ' })).toContainText('しまだ のぶ', {
      timeout: 1000
    });
  }).toPass();
  await scanByHand(a, `${town.origin}/receipt?t=another-day`);
  await expect(status(a).filter({ hasText: 'きょうの名簿に いません' })).toBeVisible();
  await checkIn(a, 'た', 'たかはし いね');
  await checkIn(b, 'た', 'たかはし いね'); // on both tablets
  await checkIn(b, 'な', 'なかむら とし');
  await checkIn(b, 'は', 'はまだ きよ');
  for (const kana of ['たなか とび', 'みずの とび']) await addWalkIn(a, kana);
  await addWalkIn(b, 'もり とび');
  await reopen(card, a, b);

  // Three phones go out, still without a network.
  await openScreen(a, '貸出端末');
  await lend(a, 'いとう けんじ', 1);
  await lend(a, 'うえだ ふみ', 2);
  await openScreen(b, '貸出端末');
  await lend(b, 'きむら さだお', 3);
  await reopen(card, a, b);
  await expect(a.getByText('貸出中 2台(1・2番)')).toBeVisible();
  await expect(b.getByText('貸出中 1台(3番)')).toBeVisible();
  await expectNoBarriers(a);

  // The network is back: each tablet sees what the other did.
  await Promise.all(contexts.map((context) => setOffline(context, false)));
  await sendAll(b);
  for (const tablet of [a, b]) {
    await sendAll(tablet);
    await expect(tablet.getByText('貸出中 3台(1・2・3番)')).toBeVisible();
  }

  // It goes again before people leave; phones are counted in on both, one of them twice.
  await Promise.all(contexts.map((context) => setOffline(context, true)));
  await reopen(card, a, b);
  for (const phone of [1, 2]) await countIn(a, phone);
  for (const phone of [2, 3]) await countIn(b, phone);
  for (const phone of [1, 2]) await clearPhone(a, phone);
  await clearPhone(b, 3);
  await openScreen(a, '受付');
  await row(a, 'あおき はる').getByRole('button').first().tap();
  await a.getByRole('button', { name: '少し使う', exact: true }).tap();
  await expect(status(a).filter({ hasText: '「少し使う」と 記録しました' })).toBeVisible();
  await a.getByRole('group', { name: '次に来たい会' }).getByRole('button').first().tap();
  await expect(status(a).filter({ hasText: 'あおき はる さんの 次の希望' })).toBeVisible();
  await a.getByRole('button', { name: '先に帰った', exact: true }).tap();
  await expect(status(a).filter({ hasText: 'あおき はる さんが 帰った' })).toBeVisible();
  await reopen(card, a, b);

  await Promise.all(contexts.map((context) => setOffline(context, false)));
  await sendAll(b);
  for (const tablet of [a, b]) {
    await sendAll(tablet);
    await openScreen(tablet, '貸出端末');
    await expect(tablet.getByText('貸出端末は すべて戻っています')).toBeVisible();
    await expectDay(tablet);
  }

  // Whoever is in the room, on one touch.
  await openScreen(a, 'いま部屋にいる人');
  await expect(a.getByRole('heading', { name: 'いま部屋にいる人 14人' })).toBeVisible();
  await expect(a.getByRole('button', { name: 'あおき はる' })).toBeHidden();
  await a.getByRole('button', { name: 'いとう けんじ' }).tap();
  await startAnew(a, card);
  await expect(a.getByText('外で確かめた 1 / 14')).toBeVisible();
  await expectNoBarriers(a);

  // The desk counts the same.
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  await desk.goto(`${town.origin}/desk/workshops/${workshopId}`);
  await expect(desk.getByText('申込み 10人、来た 12人、飛び込み 3人')).toBeVisible();
  await expect(desk.getByText('貸出端末 3回・出たまま 0台')).toBeVisible();

  // Whoever said before leaving when they come next is signed up, in their turn.
  await desk.goto(`${town.origin}/desk/wishes`);
  const wish = desk.getByRole('row', { name: /あおき はる/ });
  await wish.getByRole('button', { name: /電話/ }).click();
  await desk.waitForURL(/\/enter\?channel=phone&done=/);
  await expect(desk.getByText('受付番号をお伝えください')).toBeVisible();
  await desk.goto(`${town.origin}/desk/wishes`);
  await expect(wish).toBeHidden();
  await desk.context().close();
  await Promise.all(contexts.map((context) => context.close()));
});

test('a salon by number tickets: two tablets without a network give no number twice', async ({
  town,
  browser
}) => {
  test.setTimeout(180_000);
  const { sessionId } = await makeClass(town.db, 10, Date.now() - HOUR_MS / 2);
  const contexts: BrowserContext[] = [
    await browser.newContext(TABLET),
    await browser.newContext(TABLET)
  ];
  const roster = `/staff/sessions/${sessionId}`;
  const a = await prepareTablet(contexts[0]!, town.origin, roster, 'A');
  const b = await prepareTablet(contexts[1]!, town.origin, roster, 'B');
  const card = await venueCodeIn(town.db, sessionId);
  await Promise.all(contexts.map((context) => setOffline(context, true)));

  const take = async (page: Page, label: string) => {
    const give = page.getByRole('group', { name: '番号札を渡す' });
    await give.getByRole('button', { name: /^かんたん/ }).tap();
    await expect(page.getByRole('region', { name: `番号札 ${label}` })).toBeVisible();
  };
  await openScreen(a, '番号札');
  await openScreen(b, '番号札');
  await take(a, 'A1');
  await take(a, 'A2');
  await take(b, 'B1');
  await reopen(card, a, b);
  await expectNoBarriers(a);

  await Promise.all(contexts.map((context) => setOffline(context, false)));
  await sendAll(b);
  await sendAll(a);
  const queue = a.getByRole('region', { name: 'かんたん' });
  await queue.getByRole('button', { name: 'A1を 1番の席に 呼ぶ' }).tap();
  await queue.getByRole('button', { name: 'A1は いない(うしろへ)' }).tap();
  await queue.getByRole('button', { name: 'A2を 1番の席に 呼ぶ' }).tap();
  await sendAll(a);

  await b.goto(`${town.origin}${roster}/board`);
  await unlock(b);
  const hall = b.getByRole('region', { name: 'かんたん' });
  await expect(hall).toContainText('A2 1番の席へ どうぞ');
  await expect(hall).toContainText('お待ちの方 2人');
  await queue.getByRole('button', { name: 'A2を 始める' }).tap();
  await queue.getByRole('button', { name: 'A2を おわる' }).tap();
  await expect(a.getByRole('img', { name: '記録をはじめる QRコード' })).toBeVisible();
  await expect(queue.getByRole('button', { name: 'B1を 1番の席に 呼ぶ' })).toBeVisible();
  await Promise.all(contexts.map((context) => context.close()));
});

test('the end of a class without a network: a day of paper is typed, and sheets without a name', async ({
  town,
  browser
}) => {
  test.setTimeout(180_000);
  const { sessionId } = await makeClass(town.db, 10, Date.now() - HOUR_MS);
  for (const kana of APPLICANTS) await makeParticipation(town.db, sessionId, kana);
  const context = await browser.newContext(TABLET);
  const a = await prepareTablet(context, town.origin, `/staff/sessions/${sessionId}`, 'A');
  const card = await venueCodeIn(town.db, sessionId);
  await setOffline(context, true);
  await reopen(card, a);

  await openScreen(a, '紙の日');
  await a.getByRole('button', { name: 'ごとう みつ さん:来なかった' }).tap();
  await a.getByRole('button', { name: 'さとう はな さん:連絡あり' }).tap();
  await expectNoBarriers(a);
  await a.getByRole('button', { name: '来た 8人・そのほか 2人を 記録する' }).tap();
  await expect(status(a).filter({ hasText: '来た 8人、欠席 2人を 記録しました' })).toBeVisible();
  await expect(a.getByText('来た 8 / 10')).toBeVisible();

  await openScreen(a, 'アンケート');
  for (const key of ['1', '2', '1', '0', '1', 'Enter']) await a.keyboard.press(key);
  await expect(a.getByRole('heading', { name: '集まったアンケート 1枚' })).toBeVisible();
  await a.keyboard.press('3');
  await a.keyboard.press('Enter');
  await expect(a.getByRole('heading', { name: '集まったアンケート 2枚' })).toBeVisible();
  await a.getByRole('button', { name: '最後の一枚を 取り消す' }).tap();
  await expect(a.getByRole('heading', { name: '集まったアンケート 1枚' })).toBeVisible();
  await expectNoBarriers(a);

  // In a participant's hands: large letters, and stopping at once writes nothing.
  await a.getByRole('button', { name: '参加者に この画面で 答えてもらう' }).tap();
  const alone = a.getByRole('dialog');
  await alone.getByRole('button', { name: 'ここで やめる' }).tap();
  await alone.getByRole('button', { name: 'つぎの方' }).tap();
  for (let question = 0; question < 4; question++)
    await alone.getByRole('button', { name: '○ はい' }).tap();
  await expectNoBarriers(a);
  await alone.getByRole('button', { name: '相談会に来たい' }).tap();
  await alone.getByRole('button', { name: 'おわる' }).tap();
  await alone.getByRole('button', { name: '職員が とじる' }).tap();
  await reopen(card, a);
  await expect(a.getByRole('heading', { name: '集まったアンケート 2枚' })).toBeVisible();

  await setOffline(context, false);
  await sendAll(a);
  const kept = await town.db
    .selectFrom('questionnaire_answer')
    .select(['given_by', 'understood', 'again'])
    .orderBy('given_by')
    .execute();
  expect(kept).toEqual([
    { given_by: 'paper', understood: 'yes', again: 'none' },
    { given_by: 'tablet', understood: 'yes', again: 'yes' }
  ]);
  await context.close();
});
