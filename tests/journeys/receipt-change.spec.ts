import { DAY_MS, HOUR_MS } from '#shared/time/instant.ts';
import { applyForWorkshop } from '#app/server/apply.ts';
import { findReceipt } from '#app/server/receipts.ts';
import { applicantNumber, keyNumber } from '#tests/support/applications.ts';
import { expect, expectNoBarriers, expectNoSidewaysScroll, test } from '#tests/support/journey.ts';
import { expectToSay, words } from '#tests/support/words.ts';
import { plannedWorkshop } from '#tests/support/workshops.ts';

const PHONE = { width: 360, height: 800 };

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('a receipt found by its number: two more come, and a wheelchair is to be ready', async ({
      page,
      town
    }) => {
      const now = Date.now();
      const startsAt = now + 10 * DAY_MS;
      await plannedWorkshop(town.db, {
        code: 'C91',
        ...{ opensAt: now - DAY_MS, closesAt: now + 9 * DAY_MS },
        sessions: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS }]
      });
      const applied = await applyForWorkshop(town.db, {
        ...{ code: 'C91', application: applicantNumber(91), channel: 'paper' },
        ...{ key: keyNumber(91), actor: 'applicant', now }
      });
      if (!applied.ok) throw new Error(applied.error.type);
      const token = applied.value.receiptToken;
      const { number = '' } = (await findReceipt(town.db, token)) ?? {};

      await page.goto(`${town.origin}/receipt`);
      await page.locator('#number').fill(number);
      await page.locator('#lastFour').fill('0091');
      await page.getByRole('button', { name: 'さがす' }).click();
      await page.getByRole('link', { name: words('申し込みを変える') }).click();
      await expect(page.locator('#phone')).toHaveValue('');
      await page.locator('[name=companions][value="2"]').check();
      await page.locator('[value=wheelchair]').check();
      await page.locator('#phone').fill('12');
      await page.getByRole('button', { name: words('この内容に変える') }).click();
      await expect(page.getByRole('alert')).toContainText('0から');
      await expect(page.locator('[name=companions][value="2"]')).toBeChecked();
      if (javaScriptEnabled) {
        await expectNoBarriers(page);
        await page.evaluate(() => (document.documentElement.dataset['textSize'] = '36'));
      }
      await expectNoSidewaysScroll(page);
      await page.locator('#phone').fill('042-563-0199');
      await page.getByRole('button', { name: words('この内容に変える') }).click();
      await expectToSay(page.getByRole('main'), '申し込みを変えました');
      await expectToSay(page.locator('.ticket'), 'いっしょの方 2人');
    });
  });
}
