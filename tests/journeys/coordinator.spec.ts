import type { Page } from '@playwright/test';
import { applyForWorkshop } from '#app/server/apply.ts';
import type { Channel } from '#features/people/domain/person.ts';
import type { Db } from '#server/db/database.ts';
import { addDays, DAY_MS, instantOf, localDateOf } from '#shared/time/instant.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { makeClass } from '#tests/support/day.ts';
import { expect, expectNoBarriers, logins, signIn, test } from '#tests/support/journey.ts';
import { pagesOfPdf } from '#tests/support/read-pdf.ts';
import { plantParticipation, plantPerson, plantSignUp } from '#tests/support/rows.ts';
import { startServer } from '#tests/support/server.ts';
import { expectToSay } from '#tests/support/words.ts';

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** A class this morning: six applied today by telephone, paper and at the counter; four of them came, and two more. */
async function plantToday(db: Db): Promise<void> {
  const today = localDateOf(Date.now());
  const { workshopId, sessionId } = await makeClass(db, 10, instantOf(today, '00:10'));
  const channels: Channel[] = ['phone', 'phone', 'phone', 'paper', 'paper', 'counter'];
  for (const [index, channel] of channels.entries()) {
    const person_id = await plantPerson(db);
    const sign_up_id = await plantSignUp(db, {
      workshop_id: workshopId,
      person_id,
      channel,
      created_at: Date.now()
    });
    await plantParticipation(db, {
      session_id: sessionId,
      number: index + 1,
      sign_up_id,
      person_id,
      attendance: index < 4 ? 'came' : 'expected'
    });
  }
  for (const number of [7, 8])
    await plantParticipation(db, { session_id: sessionId, number, attendance: 'came' });
}

test('the day in figures: who applied and how, who came, who walked in', async ({ town, page }) => {
  await plantToday(town.db);
  await signIn(page, town.origin, logins.coordinator, '/desk');
  const session = page.getByRole('row').filter({ hasText: 'はじめての スマホ教室' });
  await expect(session.getByRole('cell')).toContainText([
    '午前0時10分',
    '狭山',
    '',
    '6',
    '',
    '4',
    '2'
  ]);

  await expect(row(page, '申込み').getByRole('cell').first()).toHaveText('6');
  await expect(row(page, '来た方(延べ)').getByRole('cell').first()).toHaveText('6');
  await expect(row(page, '飛び込み').getByRole('cell').first()).toHaveText('2');

  await page.getByRole('link', { name: 'きょう', exact: true }).last().click();
  const channels = page.getByRole('table', { name: '申込みの受付経路' });
  for (const [channel, count] of [
    ['電話', '3'],
    ['紙', '2'],
    ['窓口', '1'],
    ['ウェブ', '0']
  ] as const) {
    const line = channels.getByRole('row').filter({ hasText: channel });
    await expect(line.getByRole('cell').first()).toHaveText(count);
  }
  await expect(channels.getByRole('row').filter({ hasText: '合計' })).toContainText('6');
});

test('who is to be told is called: one is reached, one is not and is called again', async ({
  town,
  page
}) => {
  const { code } = await makeClass(town.db, 10, Date.now() + 7 * DAY_MS);
  for (const number of [1, 2]) {
    const applied = await applyForWorkshop(town.db, {
      code,
      application: applicantNumber(number),
      channel: 'phone',
      key: keyNumber(number),
      actor: 'desk',
      now: Date.now()
    });
    if (!applied.ok) throw new Error(applied.error.type);
  }
  await signIn(page, town.origin, logins.coordinator, '/desk');
  await page.getByRole('link', { name: '2 件 お知らせすること' }).click();
  const card = (kana: string) => page.getByRole('article', { name: kana });
  await expect(page.getByRole('article')).toHaveCount(2);
  await expectNoBarriers(page);

  await card('さとう い').getByText('電話で言うこと').click();
  const { receipt_number } = await town.db
    .selectFrom('sign_up')
    .innerJoin('person', 'person.id', 'sign_up.person_id')
    .select('receipt_number')
    .where('person.kana', '=', 'さとう い')
    .executeTakeFirstOrThrow();
  await expect(card('さとう い')).toContainText('お金や番号はお聞きしません。');
  await expect(card('さとう い')).toContainText(
    `${receipt_number.slice(0, 3)}-${receipt_number.slice(3)}`
  );
  await card('さとう い').getByRole('button', { name: '伝えた' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await card('さとう う').getByRole('button', { name: 'つながらない' }).click();
  await expect(page.getByText('ここには何もありません。')).toBeVisible();

  await page.getByRole('link', { name: /^つながらない 1/ }).click();
  await expect(card('さとう う')).toContainText('つながりませんでした。');
  await card('さとう う').getByRole('button', { name: '伝えた' }).click();
  await page.getByRole('link', { name: '伝えた', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(card('さとう う')).toContainText('coordinator さんが伝えました。');
  const states = await town.db.selectFrom('notice').select('state').execute();
  expect(states).toEqual([{ state: 'told' }, { state: 'told' }]);
});

test('a class is planned, opened to everybody, entered into and printed for the table', async ({
  town,
  page
}) => {
  const today = localDateOf(Date.now());
  await signIn(page, town.origin, logins.coordinator, '/desk/workshops');
  await page.getByRole('link', { name: '新しく計画する' }).click();
  const fill = (name: string, value: string) => page.getByLabel(name, { exact: true }).fill(value);
  await page.locator('#code').fill('C31');
  await page.locator('#titleJa').fill('QRコードを 読む');
  await page.locator('#aboutJa').fill('読んでから ひらきます。');
  await page.getByRole('combobox', { name: '場所' }).selectOption({ label: '狭山公民館' });
  await fill('1回目の日', addDays(today, 14));
  await fill('1回目の始まり', '10:00');
  await fill('1回目の終わり', '12:00');
  await page.locator('#seats').fill('40');
  await fill('受付を始める日', addDays(today, -1));
  await fill('受付を終える日', addDays(today, 13));
  const save = () => page.getByRole('button', { name: 'この内容で作る' }).click();
  await save();
  await expect(page.getByRole('status')).toContainText('定員が、いすの数より多くなっています。');
  await expect(page.locator('#titleJa')).toHaveValue('QRコードを 読む');
  await page.locator('#seats').fill('10');
  await save();
  await expect(page.getByRole('heading', { level: 1, name: 'C31 QRコードを 読む' })).toBeVisible();

  await page.getByRole('link', { name: '申込みを入れる' }).click();
  const channel = page.getByRole('group', { name: '受付経路' });
  await channel.getByRole('radio', { name: '電話', exact: true }).check();
  await page.getByLabel('1 ふりがな').fill('きむら さだお');
  await page.getByLabel('3 電話').fill('042-563-0000');
  await page.getByRole('button', { name: '受け付ける' }).click();
  await expect(page.getByRole('status')).toContainText('席がとれました。');

  await page.getByRole('link', { name: /^← C31/ }).click();
  await page.getByRole('link', { name: '名簿を印刷' }).first().click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('row', { name: /1 □ きむら さだお/ })).toBeVisible();
  await expect(page.getByText('飛び込みの方')).toBeVisible();
  await expect(page.getByText('終わったら職員に返してください。')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText('042-563-0000')).toHaveCount(0); // no number lies on the table
  const sheets = pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets).toHaveLength(1);
  for (const words of ['きむらさだお', '飛び込みの方', '終わったら職員に返してください。']) {
    expect(sheets[0]).toContain(words);
  }

  const applicant = await page.context().browser()!.newContext();
  const theirs = await applicant.newPage();
  await expect(async () => {
    await theirs.goto(`${town.origin}/workshops/C31`);
    await expectToSay(theirs.getByRole('main'), 'のこり 9席');
  }).toPass();
  await applicant.close();
});

test('the first administrator comes by the link that an empty server prints, once', async ({
  browser
}) => {
  const server = await startServer({ demo: false });
  try {
    const link = /http:\/\/\S+\/sign-in\/first\?token=\S+/.exec(server.output())?.[0] ?? '';
    const page = await (await browser.newContext()).newPage();
    const answer = async (password: string) => {
      await page.getByLabel('ログイン名').fill('shunin@example.jp');
      await page.getByLabel('お名前').fill('主任');
      await page.getByLabel('パスワード').fill(password);
      await page.getByRole('button', { name: '作って入る' }).click();
    };
    await page.goto(link);
    await answer('short');
    await expect(page.getByLabel('ログイン名')).toHaveValue('shunin@example.jp');
    await expect(page.getByRole('alert')).toBeVisible();
    await answer('縁側でお茶を飲みながら話す');
    await expect(page).toHaveURL(`${server.origin}/desk`);
    await expect(page.getByRole('link', { name: '職員', exact: true })).toBeVisible();

    const late = await (await browser.newContext()).newPage();
    await late.goto(link);
    await expect(late.getByText('このリンクは、もう使われたか、期限が過ぎました。')).toBeVisible();
    await expect(late.getByLabel('ログイン名')).toHaveCount(0);
    await Promise.all([page.context().close(), late.context().close()]);
  } finally {
    await server.remove();
  }
});
