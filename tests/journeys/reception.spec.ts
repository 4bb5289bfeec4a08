import { HOUR_MS } from '#shared/time/instant.ts';
import { makeClass, makeParticipation } from '#tests/support/day.ts';
import { addWalkIn, checkIn, prepareTablet, row, status, TABLET } from '#tests/support/door.ts';
import { openWithCard, unlock, venueCodeIn } from '#tests/support/field.ts';
import {
  expect,
  expectNoBarriers,
  logins,
  setOffline,
  signIn,
  test,
  untilReadyForOffline
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
  'さとう はな',
  'たかはし いね'
] as const;
const WAITING = ['なかむら とし', 'はまだ きよ'] as const;

test('two tablets without a network receive a class: 12 applied, 15 came, nothing is lost', async ({
  town,
  browser
}) => {
  const { sessionId } = await makeClass(town.db, 10, Date.now() + HOUR_MS);
  for (const kana of APPLICANTS) await makeParticipation(town.db, sessionId, kana);
  for (const kana of WAITING) await makeParticipation(town.db, sessionId, kana, 'waiting');
  const roster = `/staff/sessions/${sessionId}`;

  const contextA = await browser.newContext(TABLET);
  const contextB = await browser.newContext(TABLET);
  const contexts = [contextA, contextB];
  const a = await prepareTablet(contextA, town.origin, roster, 'A');
  const b = await prepareTablet(contextB, town.origin, roster, 'B');
  await expectNoBarriers(a);

  await Promise.all(contexts.map((context) => setOffline(context, true)));
  const card = await venueCodeIn(town.db, sessionId);
  for (const page of [a, b]) {
    await page.reload();
    await unlock(page);
    await openWithCard(page, card);
  }

  for (const name of ['あおき はる', 'いとう けんじ', 'うえだ ふみ', 'おかだ しげる'])
    await checkIn(a, 'あ', name);
  for (const name of ['かとう よしこ', 'きむら さだお', 'ごとう みつ'])
    await checkIn(b, 'か', name);
  await checkIn(b, 'た', 'たかはし いね');
  await checkIn(a, 'た', 'たかはし いね'); // on both tablets
  await checkIn(b, 'な', 'なかむら とし'); // from the waiting line
  await checkIn(b, 'は', 'はまだ きよ');
  await expect(row(b, 'はまだ きよ')).toContainText('待ちから来た');

  await a.getByRole('searchbox').fill('8'); // by number: one of two people of one name
  await row(a, 'さとう はな').getByRole('button').first().tap();
  await a.getByRole('button', { name: '受付する', exact: true }).tap();
  await a.getByRole('searchbox').fill('9');
  await row(a, 'さとう はな').getByRole('button').first().tap();
  await a.getByRole('button', { name: '受付する', exact: true }).tap();
  await a.getByRole('button', { name: /の受付を 取り消す/ }).tap(); // undone: somebody else's husband
  await a.getByRole('button', { name: '受付する', exact: true }).tap();

  for (const kana of ['たなか とび', 'みずの とび']) await addWalkIn(a, kana);
  await addWalkIn(b, 'もり とび');
  await expect(status(a).filter({ hasText: 'この端末に未送信 11件' })).toBeVisible();
  await a.reload();
  await expect(status(a).filter({ hasText: 'この端末に未送信 11件' })).toBeVisible();
  await unlock(a);
  await openWithCard(a, card);
  await expect(status(a).filter({ hasText: 'この端末に未送信 11件' })).toBeVisible();
  await expect(row(a, 'あおき はる')).toContainText('未送信');

  await Promise.all(contexts.map((context) => setOffline(context, false)));
  // Not every browser tells a page that was loaded without a network that it is back; staff can.
  await b.getByRole('button', { name: 'いま送る' }).tap();
  for (const page of [a, b]) {
    await expect(async () => {
      await page.getByRole('button', { name: 'いま送る' }).tap({ timeout: 1000 });
      await expect(status(page).filter({ hasText: 'すべて送りました' })).toBeVisible({
        timeout: 1000
      });
      await expect(page.getByText('来た 12 / 10')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByText('飛び込み 3')).toBeVisible();
    await expect(page.getByText('いま部屋に 15人')).toBeVisible();
    await expect(page.getByText('2台で受付 1')).toBeVisible();
    await page.getByRole('button', { name: '全員', exact: true }).tap();
    await expect(row(page, 'たかはし いね')).toContainText('2台で受付');
    await expect(page.getByText('定員 10人を こえました')).toBeVisible();
  }
  const rosters = await Promise.all(
    [a, b].map((page) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button') })
        .allInnerTexts()
    )
  );
  expect(rosters[0]).toEqual(rosters[1]);
  await Promise.all(contexts.map((context) => context.close()));
});

test('a roster that was never opened on this tablet opens without a network, and says what is missing', async ({
  town,
  context,
  page
}) => {
  await makeClass(town.db, 10, Date.now() + HOUR_MS);
  await signIn(page, town.origin, logins.reception, '/staff');
  await untilReadyForOffline(page);
  await setOffline(context, true);
  await page.goto(`${town.origin}/staff/sessions/2b0d0a52-6a3b-4b52-9d61-0a4c4f3f9c11`);
  await expect(page.getByText('この端末に 名前をつけます')).toBeVisible();
});
