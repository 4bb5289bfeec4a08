import type { Page } from '@playwright/test';
import { applyForWorkshop } from '#app/server/apply.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { makeClass } from '#tests/support/day.ts';
import { expect, expectNoBarriers, expectNoSidewaysScroll, test } from '#tests/support/journey.ts';
import { readQr } from '#tests/support/read-qr.ts';
import { beginningWith, expectNotToSay, expectToSay, words } from '#tests/support/words.ts';
import type { Db } from '#server/db/database.ts';
import { DAY_MS } from '#shared/time/instant.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

const hana = { kana: 'さとう はな', name: '佐藤 花', phone: '042-563-1234' };

/** A class of ten next week; sign-up is open. @returns its code */
async function openClass(db: Db, applied = 0): Promise<string> {
  const { code } = await makeClass(db, 10, Date.now() + 7 * DAY_MS);
  for (let number = 1; number <= applied; number++) {
    const placed = await applyForWorkshop(db, {
      code,
      application: applicantNumber(number),
      channel: 'phone',
      key: keyNumber(number),
      actor: 'desk',
      now: Date.now()
    });
    if (!placed.ok) throw new Error(placed.error.type);
  }
  return code;
}

const main = (page: Page) => page.getByRole('main');
const next = (page: Page) => page.getByRole('button', { name: words('つぎへ') }).click();
const question = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1, name: words(title) })).toBeVisible();

async function answer(page: Page, title: string, choice: string): Promise<void> {
  await question(page, title);
  await page.getByRole('radio', { name: words(choice) }).check();
  await next(page);
}

async function tellName(page: Page, who: typeof hana): Promise<void> {
  await question(page, 'お名前を おしえてください');
  await page.getByRole('textbox', { name: words('お名前の よみかた') }).fill(who.kana);
  await page.getByRole('textbox', { name: beginningWith('お名前(漢字)') }).fill(who.name);
  await next(page);
}

/** From the first question to the summary. */
async function answerEverything(page: Page, who = hana): Promise<void> {
  await tellName(page, who);
  await question(page, '電話番号を おしえてください');
  await page.getByRole('textbox', { name: words('電話番号') }).fill(who.phone);
  await next(page);
  await answer(page, '年齢を おしえてください', '75歳から 84歳');
  await answer(page, 'いまの スマホは どれですか', 'らくらく・かんたんスマホ');
  await answer(page, 'スマホを お貸ししましょうか', '借りたい');
  await answer(page, 'いっしょに来る方は いますか', 'ひとり いっしょに来る');
  await question(page, '用意してほしいものは ありますか');
  await page.getByRole('checkbox', { name: words('筆談') }).check();
  await next(page);
  await answer(page, 'お知らせは どうしますか', '電話で しらせてほしい');
  await question(page, 'これで よろしいですか');
}

const send = (page: Page) =>
  page.getByRole('button', { name: words('この内容で申し込む') }).click();

/** The number on the receipt that is shown. */
async function receiptNumber(page: Page): Promise<string> {
  await question(page, '受付票');
  const number = page.getByText(/^\d{3}-\d{4}$/).first();
  return number.innerText();
}

async function findReceipt(page: Page, origin: string, number: string, lastFour: string) {
  await page.goto(`${origin}/receipt`);
  await page.getByRole('textbox', { name: beginningWith('受付番号') }).fill(number);
  await page.getByRole('textbox', { name: words('電話番号の下 4桁') }).fill(lastFour);
  await page.getByRole('button', { name: words('さがす') }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, ...PHONE });

    test('she signs up for a class, finds her receipt on another phone and cancels', async ({
      town,
      page,
      browser
    }) => {
      await openClass(town.db);
      await page.goto(`${town.origin}/workshops`);
      await page.getByRole('link', { name: /はじめての スマホ教室/ }).click();
      await expectToSay(main(page), 'のこり 10席');
      await page.getByRole('link', { name: words('申し込む') }).click();
      await answerEverything(page);
      await expectToSay(main(page), 'まだ 申し込まれていません。');
      await send(page);

      await expectToSay(main(page), 'お席が あります');
      const number = await receiptNumber(page);
      expect(page.url()).toBe(`${town.origin}/receipt`);
      await expectNoSidewaysScroll(page);
      if (javaScriptEnabled) await expectNoBarriers(page); // axe is itself a script

      const address = await readQr(
        page.getByRole('img', { name: words('この受付票をひらく QRコード') })
      );
      expect(address).toMatch(
        new RegExp(`^${RegExp.escape(town.origin)}/receipt\\?t=[0-9a-hjkmnp-tv-z]{16}$`)
      );
      const other = await browser.newContext({ javaScriptEnabled, ...PHONE });
      const herOtherPhone = await other.newPage();
      await herOtherPhone.goto(address);
      expect(herOtherPhone.url()).toBe(`${town.origin}/receipt`); // the token has left the address
      expect(await receiptNumber(herOtherPhone)).toBe(number);

      await other.clearCookies();
      await findReceipt(herOtherPhone, town.origin, number, '9999');
      await expectToSay(main(herOtherPhone), 'この番号の組み合わせでは 見つかりません。');
      await findReceipt(herOtherPhone, town.origin, number, '1234');
      expect(await receiptNumber(herOtherPhone)).toBe(number);

      await herOtherPhone.getByRole('link', { name: words('申し込みを 取り消す') }).click();
      await question(herOtherPhone, '取り消しますか');
      await herOtherPhone.getByRole('button', { name: words('はい、取り消します') }).click();
      await expectToSay(main(herOtherPhone), '取り消しました');
      await expect(herOtherPhone.getByRole('img', { name: /QR/ })).toHaveCount(0);
      await other.close();

      const signUps = await town.db.selectFrom('sign_up').select(['status', 'channel']).execute();
      expect(signUps).toEqual([{ status: 'cancelled', channel: 'web' }]);
    });

    test('the form sent twice is one sign-up; her husband is asked about and gets his own', async ({
      town,
      page
    }) => {
      const code = await openClass(town.db);
      await page.goto(`${town.origin}/workshops/${code}/apply`);
      await answerEverything(page);
      await send(page);
      const hers = await receiptNumber(page);

      await page.goBack();
      await question(page, 'これで よろしいですか');
      await send(page);
      expect(await receiptNumber(page)).toBe(hers);

      await page.goBack();
      await page.getByRole('button', { name: words('お名前を なおす') }).click();
      await tellName(page, { ...hana, kana: 'さとう いちろう', name: '佐藤 一郎' });
      await send(page);
      await question(page, '別の方の お申し込みですか');
      await expectToSay(main(page), '佐藤 一郎');
      await page.getByRole('button', { name: words('はい、別の方の 申し込みです') }).click();
      const his = await receiptNumber(page);
      expect(his).not.toBe(hers);
      await page.getByRole('link', { name: words(`番号 ${hers}`) }).click();
      expect(await receiptNumber(page)).toBe(hers);

      const people = await town.db.selectFrom('person').select('name').orderBy('name').execute();
      expect(people.map(({ name }) => name).sort()).toEqual(['佐藤 一郎', '佐藤 花'].sort());
      expect(await town.db.selectFrom('sign_up').select('id').execute()).toHaveLength(2);
    });

    test('what was typed stays, and each answer to mend has one sentence', async ({
      town,
      page
    }) => {
      const code = await openClass(town.db);
      await page.goto(`${town.origin}/workshops/${code}/apply`);
      await tellName(page, { ...hana, kana: 'sato hana', name: '佐藤★花' });

      const [kana, name] = [
        page.getByRole('textbox', { name: words('お名前の よみかた') }),
        page.getByRole('textbox', { name: beginningWith('お名前(漢字)') })
      ];
      await expect(kana).toHaveValue('sato hana');
      await expect(name).toHaveValue('佐藤★花');
      await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
        'よみかたは、ひらがなか カタカナで 入れてください。',
        'お名前には、数字や 記号を 入れないでください。'
      ]);
      await expect(kana).toHaveAccessibleDescription(/よみかたは、ひらがなか カタカナで/);
      if (javaScriptEnabled) await expectNoBarriers(page); // axe is itself a script
      await tellName(page, hana);

      await page.getByRole('textbox', { name: words('電話番号') }).fill('12345');
      await next(page);
      await expect(page.getByRole('textbox', { name: words('電話番号') })).toHaveValue('12345');
      await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
        /0から はじまる 10桁か 11桁/
      ]);
      await page.getByRole('textbox', { name: words('電話番号') }).fill('');
      await page.getByRole('checkbox', { name: words('電話は ありません') }).check();
      await next(page);
      await question(page, '年齢を おしえてください');
      await next(page);
      await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
        /年齢を ひとつ えらんでください/
      ]);
      expect(await town.db.selectFrom('person').select('id').execute()).toEqual([]);
    });
  });
}

test.describe('the line', () => {
  test.use(PHONE);

  test('the eleventh of a class of ten is first in the waiting line', async ({ town, page }) => {
    const code = await openClass(town.db, 10);
    await page.goto(`${town.origin}/workshops/${code}`);
    await expectToSay(main(page), 'キャンセル待ちに なります');
    await page.getByRole('link', { name: words('キャンセル待ちに 申し込む') }).click();
    await answerEverything(page);
    await send(page);
    await expectToSay(main(page), 'キャンセル待ち 1番目');
    await expectToSay(main(page), '当日 そのまま おいでに なっても かまいません。');
    await expectNotToSay(main(page), 'お席が あります');
  });

  test('in English, to the receipt', async ({ town, page }) => {
    await openClass(town.db);
    await page.goto(`${town.origin}/en/workshops`);
    await page.getByRole('link', { name: /First steps with a smartphone/ }).click();
    await page.getByRole('link', { name: 'Sign up', exact: true }).click();
    const go = () => page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('textbox', { name: 'Your name in kana' }).fill('すみす じょん');
    await page.getByRole('textbox', { name: /^Your name as you write it/ }).fill('John Smith');
    await go();
    await page.getByRole('checkbox', { name: 'I have no telephone' }).check();
    await go();
    for (const choice of ['65 to 74', 'I do not know', 'No, thank you', 'I come alone']) {
      await page.getByRole('radio', { name: choice, exact: true }).check();
      await go();
    }
    await go(); // needs nothing; without a telephone nobody asks how to tell him
    await expect(page.getByRole('heading', { level: 1, name: 'Is this right?' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign up like this' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible();
    expect(page.url()).toBe(`${town.origin}/en/receipt`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoBarriers(page);
  });
});
