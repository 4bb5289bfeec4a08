import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  setOffline,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';
import {
  answerAll,
  answerFromAge,
  applyNumber,
  databases,
  heading,
  keepWaiting,
  left,
  next,
  openForm,
  planClass,
  send,
  signUpsOf,
  untilKnown
} from '#tests/support/offline-applicant.ts';
import { expectNotToSay, expectToSay, words } from '#tests/support/words.ts';

const PHONE = { width: 360, height: 800 };

test.use({ viewport: PHONE });

test('the network goes in the middle of the form: it is finished, kept, and sent once', async ({
  page,
  context,
  town
}) => {
  await openForm(page, town, 'C81');
  const key = await page.locator('[name=key]').inputValue();
  await page.locator('#kana').fill('やまだ はなこ');
  await setOffline(context, true);
  await next(page);

  await expect(heading(page, '電話番号を おしえてください')).toBeVisible();
  await next(page);
  await expect(page.getByRole('alert')).toContainText('えらんでください');
  await page.locator('#phone').fill('042-563-0123');
  await next(page);
  await expect(heading(page, '年齢を おしえてください')).toBeVisible();
  await page.reload();
  await expect(heading(page, '年齢を おしえてください')).toBeVisible();
  await page.goBack();
  await expect(page.locator('#phone')).toHaveValue('042-563-0123');
  await next(page);
  await answerFromAge(page);
  await expect(page.locator('dl')).toContainText('042-563-0123');
  await send(page);

  await expect(heading(page, 'まだ 送っていません')).toBeVisible();
  const main = page.getByRole('main');
  await expectToSay(main, 'つながったら送ります。申し込みはまだ決まっていません。');
  await expectToSay(main, '042-');
  await page.reload();
  await expect(heading(page, 'まだ 送っていません')).toBeVisible();
  expect(await signUpsOf(town)).toEqual([]);

  await setOffline(context, false);
  await expect(page).toHaveURL(`${town.origin}/receipt`);
  await expectToSay(page.getByRole('main'), 'お席が あります');
  expect(await signUpsOf(town)).toEqual(['confirmed']);
  expect(await left(page)).toEqual([]);

  const again = await page.request.post(`${town.origin}/api/public/workshops/C81/apply`, {
    headers: { origin: town.origin },
    form: {
      ...{ key, step: 'summary', go: 'send', kana: 'やまだ はなこ', phone: '042-563-0123' },
      ...{ ageBand: '75-84', phoneFamily: 'kantan', loanPhone: 'yes', companions: '1' },
      ...{ needs: 'wheelchair', way: 'phone' }
    }
  });
  expect(await again.json()).toEqual({ kind: 'taken' });
  expect(await signUpsOf(town)).toEqual(['confirmed']);
});

test('whoever saw the list can apply from the first question on, for two', async ({
  page,
  context,
  town
}) => {
  await planClass(town, 'C82');
  await page.goto(`${town.origin}/workshops`);
  await untilReadyForOffline(page);
  await untilKnown(page);
  await setOffline(context, true);
  await page.goto(`${town.origin}/workshops`);
  await page.locator('a[href="/apply?code=C82"]').click();
  await answerAll(page, 'やまだ はなこ', '042-563-0123');
  await send(page);
  await page.getByRole('link', { name: words('別の方も申し込む') }).click();
  await answerAll(page, 'やまだ たろう', '042-563-0123');
  await send(page);
  await expect(heading(page, 'まだ 送っていません')).toBeVisible();

  await page.goto(`${town.origin}/apply`);
  await expect(page.locator('a[href*="key="]')).toHaveCount(2);
  await setOffline(context, false);
  await expect.poll(() => signUpsOf(town)).toEqual(['confirmed', 'confirmed']);
  await expect(page).toHaveURL(`${town.origin}/receipt`);
});

test('a class that is full meanwhile: kind words, every answer, and the person decides', async ({
  page,
  context,
  town
}) => {
  await keepWaiting(page, context, town, { code: 'C83', seats: 1, longestLine: 0 });
  await applyNumber(town, 'C83', 1);
  await setOffline(context, false);
  await expect(heading(page, 'いまは 申し込めません')).toBeVisible();
  const main = page.getByRole('main');
  await expectToSay(main, '待つ人の列も いっぱいに なりました');
  await expectToSay(main, 'やまだ はなこ');
  await page.reload();
  await expectToSay(main, 'やまだ はなこ');
  await page.getByRole('button', { name: words('この申し込みを消す') }).click();
  await page.getByRole('button', { name: words('はい、消します') }).click();
  await expect(heading(page, 'ネットなしで 申し込む')).toBeVisible();
  expect(await left(page)).toEqual([]);
});

test('a seat that went meanwhile is a place in the line', async ({ page, context, town }) => {
  await keepWaiting(page, context, town, { code: 'C84', seats: 1, longestLine: 3 });
  await applyNumber(town, 'C84', 1);
  await setOffline(context, false);
  await expectToSay(page.getByRole('main'), 'キャンセル待ち 1番目');
});

test('two tabs send one application once, and both show its receipt', async ({
  page,
  context,
  town
}) => {
  await keepWaiting(page, context, town, { code: 'C85' });
  const other = await context.newPage();
  await other.goto(`${town.origin}/workshops/C85/apply`);
  await expect(heading(other, 'まだ 送っていません')).toBeVisible();
  await setOffline(context, false);
  for (const tab of [page, other]) await expect(tab).toHaveURL(`${town.origin}/receipt`);
  expect(await signUpsOf(town)).toEqual(['confirmed']);
});

test('the next visit of any page of signing up sends it, and says so', async ({
  page,
  context,
  town
}) => {
  await keepWaiting(page, context, town, { code: 'C86' });
  await page.goto('about:blank');
  await setOffline(context, false);
  await page.goto(`${town.origin}/help`);
  await expectToSay(page.getByRole('main'), 'あった申し込みを送りました');
  await page.getByRole('link', { name: words('受付票を見る') }).click();
  await expectToSay(page.getByRole('main'), 'お席が あります');
  expect(await signUpsOf(town)).toEqual(['confirmed']);
});

test('the form came before with another person: it asks, and yes is a second application', async ({
  page,
  context,
  town
}) => {
  await openForm(page, town, 'C87');
  await answerAll(page, 'やまだ はなこ', '042-563-0123');
  await send(page);
  await expect(page).toHaveURL(`${town.origin}/receipt`);
  await page.goBack();
  await page.getByRole('button', { name: 'お名前を なおす' }).click();
  await page.locator('#kana').fill('やまだ たろう');
  await setOffline(context, true);
  await next(page);
  await send(page);
  await expect(heading(page, 'まだ 送っていません')).toBeVisible();
  await setOffline(context, false);
  await expect(heading(page, '別の方の お申し込みですか')).toBeVisible();
  await send(page);
  await expect(page).toHaveURL(`${town.origin}/receipt`);
  expect(await signUpsOf(town)).toHaveLength(2);
  expect(await left(page)).toEqual([]);
});

test('without a network from the first second it says what can be done', async ({
  page,
  context,
  town
}) => {
  await planClass(town, 'C88');
  await page.goto(town.origin);
  await untilReadyForOffline(page);
  await setOffline(context, true);
  await page.goto(`${town.origin}/workshops/C88/apply`);
  await expect(heading(page, 'いま、ここでは 申し込めません')).toBeVisible();
  await expectToSay(page.getByRole('main'), '電話なら、いま 申し込めます');
  await page.goto(`${town.origin}/receipt`);
  await expectToSay(page.getByRole('main'), 'いま 書いておけます');
});

test('on a phone for lending the next person’s touch removes it, and says so before', async ({
  page,
  context,
  town
}) => {
  await page.addInitScript(() => localStorage.setItem('engawa.loan', 'on'));
  await keepWaiting(page, context, town, { code: 'C89' });
  await page.getByRole('button', { name: words('次の人へ') }).click();
  const dialog = page.getByRole('dialog');
  await expectToSay(dialog, 'まだ 送っていない 体験会の申し込みが あります');
  await dialog.getByRole('button', { name: words('消して、次の人へ') }).click();
  await expect(page).toHaveURL(`${town.origin}/`);
  await expect.poll(() => databases(page)).toEqual([]);

  await setOffline(context, false);
  await page.goto(`${town.origin}/workshops`);
  await expectNotToSay(page.getByRole('main'), '送りました');
  expect(await signUpsOf(town)).toEqual([]);
});

for (const prefix of ['', '/en']) {
  test(`no screen without a network has a barrier or scrolls sideways, ${prefix || 'ja'}`, async ({
    page,
    context,
    town
  }) => {
    test.slow();
    await planClass(town, 'C90', { seats: 1, longestLine: 0 });
    await page.goto(`${town.origin}${prefix}/workshops`);
    await untilReadyForOffline(page);
    await untilKnown(page);
    await setOffline(context, true);
    const check = async () => {
      for (const size of ['36', '22']) {
        await page.evaluate((size) => (document.documentElement.dataset['textSize'] = size), size);
        await expectNoSidewaysScroll(page);
      }
      await expectNoBarriers(page);
    };
    await page.goto(`${town.origin}${prefix}/workshops`);
    await expect(page.locator('a[href$="code=C90"]')).toBeVisible();
    await check();
    await page.locator('a[href$="code=C90"]').click();
    await next(page);
    await expect(page.getByRole('alert')).toBeVisible();
    await check();
    await answerAll(page, 'やまだ はなこ', '042-563-0123');
    await check();
    await send(page);
    await expect(page.locator('button[value]')).toHaveCount(0);
    await check();
    await applyNumber(town, 'C90', 1);
    await setOffline(context, false);
    await expect(page.locator(`a.main[href="${prefix}/workshops"]`)).toBeVisible();
    await check();
    await page.locator('button.stop').click();
    await check();
  });
}
