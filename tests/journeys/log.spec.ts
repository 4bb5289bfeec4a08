import { publishMatch } from '#app/server/match-card.ts';
import { remindOfLogs } from '#app/server/remind-of-logs.ts';
import { addSupporter } from '#features/board/server/supporters.ts';
import { ScopeChanges } from '#features/sync/server/scope-changes.ts';
import type { Db } from '#server/db/database.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { newId } from '#shared/ids.ts';
import { HOUR_MS, localDateOf, MINUTE_MS } from '#shared/time/instant.ts';
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
import {
  plantMatch,
  plantMeeting,
  plantPerson,
  plantRequest,
  plantSupporter
} from '#tests/support/rows.ts';
import { expectToSay, words } from '#tests/support/words.ts';

const PHONE = { viewport: { width: 360, height: 800 } };

/** A supporter who met somebody three hours ago, and wrote nothing down. */
async function pastMeeting(db: Db): Promise<void> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('login', '=', logins.supporter)
    .executeTakeFirstOrThrow();
  const supporter_id = await inTransaction(db, (tx) =>
    addSupporter(tx, {
      ...{ accountId: account.id, topics: ['line'], phoneFamilies: ['kantan'] },
      ...{
        venues: ['sayama'],
        times: ['weekday-morning'],
        languages: ['ja'],
        monthlyLimit: 8,
        promiseUntil: null
      },
      now: Date.now()
    })
  );
  const person_id = await plantPerson(db);
  const request_id = await plantRequest(db, { person_id, state: 'matched' });
  const starts_at = Date.now() - 3 * HOUR_MS;
  const matchId = await plantMatch(db, {
    ...{ request_id, supporter_id, starts_at, ends_at: starts_at + 30 * MINUTE_MS }
  });
  await inTransaction(db, async (tx) => {
    const changes = new ScopeChanges();
    await publishMatch(tx, changes, matchId);
    await changes.flush(tx);
  });
}

test('a forgotten log is written without a network, corrected and taken back; a salon is counted', async ({
  town,
  browser
}) => {
  test.slow(); // one long story, on the screens of three people
  await pastMeeting(town.db);
  expect(await remindOfLogs(town.db, Date.now())).toBe(1);

  const helping = await browser.newContext(PHONE);
  const supporter = await helping.newPage();
  const touch = (group: string, name: string) =>
    supporter
      .getByRole('group', { name: group })
      .getByRole('button', { name, exact: true })
      .click();
  const told = () =>
    town.db
      .selectFrom('assistance')
      .select(['minutes', 'helped', 'people', 'promises'])
      .orderBy('happened_at')
      .execute();

  await signIn(supporter, town.origin, logins.supporter, '/supporter');
  await enrolDevice(supporter, 'わたしのスマホ');
  await expect(supporter.getByText('記録がまだのお手伝いが 1件 あります。')).toBeVisible();
  await expectNoBarriers(supporter);
  await expectNoSidewaysScroll(supporter);
  await untilReadyForOffline(supporter);
  await setOffline(helping, true);
  await supporter.reload();
  await unlock(supporter);
  await supporter.getByRole('link', { name: /狭山公民館を記録する$/ }).click();
  await supporter.waitForURL(/\/supporter\/log\//);

  const began = Date.now();
  await touch('かかった時間', '30分');
  await touch('はじめ', 'まだ');
  await touch('おわり', 'ひとりで');
  await touch('操作した人', 'ご本人だけ');
  await touch('けっか', 'できました');
  await touch('あとで「まだできますか」', 'リンクで');
  await touch('お約束', '暗証番号を見ていない');
  await supporter.getByText('ひとこと(なくてかまいません)').click();
  const note = supporter.getByRole('textbox', { name: /お名前・番号/ });
  await note.fill('090-1234-5678 に電話');
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(
    supporter.getByText('電話番号のような 数字が あります', { exact: false })
  ).toBeVisible();
  await note.fill('ゆっくり話すと よい方でした');
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(supporter.getByText('この端末に保存しました。まだ送っていません。')).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000); // a log that takes longer is forgotten

  await supporter.getByRole('button', { name: 'この記録を直す' }).click();
  await touch('かかった時間', '45分');
  await supporter.getByRole('button', { name: '直して記録する' }).click();
  await expect(supporter.getByText('直してあります。')).toBeVisible();
  await expectNoBarriers(supporter);
  await setOffline(helping, false);
  await expect(supporter.getByText('送りました。')).toBeVisible();
  expect(await told()).toEqual([
    { minutes: 45, helped: 'person', people: 1, promises: '["no-pin"]' }
  ]);

  // As a number ticket's QR opens it.
  const ticket = `android.60.${localDateOf(Date.now())}.chuo`;
  await supporter.goto(`${town.origin}/supporter/log/salon#${ticket}`);
  await unlock(supporter);
  await expect(supporter.getByText('番号札から 入れました')).toBeVisible();
  await touch('内容', 'LINE(ライン)');
  await touch('はじめ', 'まだ');
  await touch('おわり', 'いっしょに');
  await touch('操作した人', 'ご本人だけ');
  await touch('けっか', 'できました');
  await touch('どなたを手伝いましたか', '何人かいっしょに');
  await touch('人数', '3人');
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(supporter.getByText('送りました。')).toBeVisible();
  await supporter.getByRole('button', { name: 'この記録を取り消す' }).click();
  await expect(supporter.getByText('取り消しました。')).toBeVisible();
  await expect.poll(async () => (await told()).length).toBe(1);

  await supporter.goto(`${town.origin}/supporter/log/tally`);
  await unlock(supporter);
  await touch('合わせて手伝った時間', '120分');
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(supporter.getByRole('alert')).toContainText('人数を数えてください');
  const more = (what: string) =>
    supporter.getByRole('button', { name: `${what}を ひとつ ふやす`, exact: true });
  for (let person = 0; person < 8; person++) {
    await more('Android').click();
    await more('LINE(ライン)').click();
  }
  await expect(supporter.getByText('合わせて8人')).toBeVisible();
  await expectNoBarriers(supporter);
  await expectNoSidewaysScroll(supporter);
  await supporter.getByRole('button', { name: '記録する' }).click();
  await expect(supporter.getByText('送りました。')).toBeVisible();

  const { token } = await town.db
    .selectFrom('follow_up')
    .select('token')
    .where('kind', '=', 'two-weeks')
    .executeTakeFirstOrThrow();
  const helped = await (await browser.newContext(PHONE)).newPage();
  await helped.goto(`${town.origin}/still/${token}`);
  await helped.evaluate(() => (document.documentElement.dataset['textSize'] = '36'));
  await expectNoSidewaysScroll(helped);
  await expectNoBarriers(helped);
  expect(await helped.content()).not.toMatch(/見本 花|みほん はな|0425550100/);
  await helped.getByRole('button', { name: words('ひとりで できます') }).click();
  await expectToSay(helped.getByRole('main'), 'お返事を ありがとうございます。');

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, town.origin, logins.coordinator, '/desk');
  await expect(desk.getByRole('row', { name: /^お手伝いした方/ })).toContainText('9');
  await expect(desk.getByRole('row', { name: /^お手伝いの時間\(分\)/ })).toContainText('165');
  await expect(desk.getByRole('row', { name: /^「まだできますか」のお返事/ })).toContainText('1');
  await desk.goto(`${town.origin}/desk/assistance`);
  await desk.getByRole('button', { name: '記録を開く' }).click();
  await expect(desk.getByRole('rowheader')).toHaveCount(3);
  await desk.getByText('これまでの2回の書きこみ').last().click();
  await expect(desk.getByText('直した記録')).toBeVisible();
  await expect(desk.locator('strong', { hasText: '取り消した' })).toBeVisible();
  await expectNoBarriers(desk);
});

test('the question is answered without any script, and a wrong address says so kindly', async ({
  town,
  browser
}) => {
  const supporter_id = await plantSupporter(town.db);
  const assistance_id = await plantMeeting(town.db, { supporter_id }, ['line']);
  const token = '0123456789abcdef';
  await town.db
    .insertInto('follow_up')
    .values({
      ...{ id: newId(), assistance_id, kind: 'two-weeks', way: 'post', token },
      ...{ due_on: '2026-11-24', answer: null, answered_at: null, answered_by: null },
      ...{ posted_at: null, dropped_at: null, delete_after: '2030-03-31' }
    })
    .execute();
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  await page.goto(`${town.origin}/still/0000000000000000`);
  await expectToSay(page.getByRole('main'), 'この質問は もう 見つかりません。');

  await page.goto(`${town.origin}/still/${token}`);
  await page.getByRole('button', { name: words('今は できません') }).click();
  await expectToSay(page.getByRole('main'), '何度でも 練習できます。');
  await page.getByRole('link', { name: words('お返事を 選びなおす') }).click();
  await page.getByRole('button', { name: words('ひとりで できます') }).click();
  await expectToSay(page.getByRole('main'), 'これからも 使ってみてください。');
});
