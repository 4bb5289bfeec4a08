import type { Page } from '@playwright/test';
import { localDateOf, nthWeekdayOf } from '#shared/time/instant.ts';
import { dateInWords } from '#shared/time/words.ts';
import { monthsFrom } from '#features/workshops/domain/recurrence.ts';
import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  logins,
  signIn,
  test
} from '#tests/support/journey.ts';

const TUESDAY = 2;

/** The next three months that are whole, as the form offers them and with their first Tuesday. */
function monthsAhead() {
  const [year = 0, month = 0] = localDateOf(Date.now()).split('-').map(Number);
  return monthsFrom({ year, month }, 4)
    .slice(1)
    .map((ahead) => ({
      key: `${ahead.year}-${String(ahead.month).padStart(2, '0')}`,
      tuesday: nthWeekdayOf(ahead, 1, TUESDAY) ?? ''
    }));
}

async function fillPlan(page: Page, fromMonth: string): Promise<void> {
  await page.getByRole('radio', { name: '相談会' }).check();
  await page.getByLabel('はじめの短い番号').fill('s20');
  await page.getByLabel('題名', { exact: true }).fill('スマホ相談会');
  await page.getByLabel('どんな会か(一、二文)').fill('おひとりずつ、お話をうかがいます。');
  await page.getByRole('combobox', { name: '場所' }).selectOption({ label: '狭山公民館' });
  await page.getByRole('combobox', { name: '曜日' }).selectOption({ label: '火曜日' });
  await page.getByRole('combobox', { name: 'はじめの月' }).selectOption(fromMonth);
  await page.getByLabel('何か月分', { exact: true }).fill('3');
  await page.getByRole('radio', { name: '次に開いている日に移す' }).check();
  await page.getByRole('radio', { name: '申込みなし' }).check();
}

test('an organiser plans three months, looks at the dates, changes one and publishes them', async ({
  town,
  page,
  browser
}) => {
  const [first, second] = monthsAhead();
  await signIn(page, town.origin, logins.coordinator, '/desk/venues');
  const closing = page.getByRole('region', { name: '休みの日を足す' });
  await closing.getByRole('combobox', { name: '場所' }).selectOption({ label: '狭山公民館' });
  await closing.getByLabel('日', { exact: true }).fill(second!.tuesday);
  await closing.getByLabel('わけ').fill('電気の工事');
  await closing.getByRole('button', { name: '休みの日を足す' }).click();
  const sayama = page.getByRole('region', { name: '狭山公民館' });
  await expect(sayama).toContainText('電気の工事');

  await page.goto(`${town.origin}/desk/workshops`);
  await page.getByRole('link', { name: '何か月分を計画する' }).click();
  await fillPlan(page, first!.key);
  await page.getByRole('button', { name: '日を確かめる' }).click();
  const preview = page.getByRole('region', { name: 'この内容で作ります' });
  await expect(preview).toContainText('3つの会になります');
  await expect(preview.getByRole('row').filter({ hasText: '電気の工事' })).toContainText(
    'から移しました'
  );
  await expectNoBarriers(page);

  await preview.getByRole('button', { name: 'この内容で作る' }).click();
  await expect(page).toHaveURL(/\/desk\/series\/[0-9a-f-]{36}$/);
  const made = page.url();
  await expect(page.getByText('下書きが 3つあります')).toBeVisible();
  await expectNoBarriers(page);

  await page.getByRole('link', { name: 'なおす S20' }).click();
  await page.getByLabel('1回目の始まり').fill('13:00');
  await page.getByLabel('1回目の終わり').fill('15:00');
  await page.getByRole('button', { name: 'この内容に変える' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('S20');

  await page.goto(made);
  await page.getByRole('button', { name: '取りやめる S22' }).click();
  await page.getByRole('button', { name: '下書きをすべて公開する' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'S22' })).toContainText('取りやめ');
  await expect(page.getByRole('row').filter({ hasText: 'S20' })).toContainText('公開中');

  const visitor = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const seen = await visitor.newPage();
  await seen.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(async () => {
      await seen.goto(`${town.origin}/workshops?month=${first!.key}&venue=sayama`);
      return seen.getByRole('heading', { level: 2 }).filter({ hasText: 'スマホ' }).count();
    })
    .toBe(1);
  await expect(seen.getByText('午後1時から午後3時まで')).toBeVisible();
  await expectNoSidewaysScroll(seen);
  await seen.getByRole('link', { name: /スマホ相談会/ }).click();
  await expect(seen.getByText(dateInWords(first!.tuesday, 'ja'))).toBeVisible();
  const file = await seen.getByRole('link', { name: /カレンダー/ }).getAttribute('href');
  const calendar = await seen.request.get(`${town.origin}${file}`);
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toContain(`DTSTART:${first!.tuesday.replaceAll('-', '')}T040000Z`);
  const feed = await (await seen.request.get(`${town.origin}/workshops/calendar.ics`)).text();
  expect(feed.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
  await visitor.close();
});

test('the text for the city’s paper has the code, and the notice is one A4 page', async ({
  page,
  lookOnly: { origin }
}) => {
  await signIn(page, origin, logins.coordinator, '/desk/workshops');
  for (const code of ['C11', 'C13']) {
    await page.goto(`${origin}/desk/workshops`);
    await page
      .getByRole('link', { name: new RegExp(`^${code} `) })
      .first()
      .click();
    await page.getByRole('link', { name: 'お知らせの紙・市報の文' }).click();
    const text = page.getByRole('textbox', { name: '市報にのせる文' });
    await expect(text).toHaveValue(new RegExp(`番号 ${code}`));
    await expect(text).toHaveValue(/042-563-2111/);
    await expect(text).not.toHaveValue(/[{}[\]|]/);
    const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), code).toHaveLength(1);
  }
});
