import type { Page } from '@playwright/test';
import { expect, expectNoBarriers, test } from '#tests/support/journey.ts';
import { giveVoice, saidOn, tellVoice } from '#tests/support/voice.ts';
import { expectToSay, words } from '#tests/support/words.ts';

test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

const STEP = '/lessons/2-7/2';
const button = (page: Page, name: string) => page.getByRole('button', { name: words(name) });
const link = (page: Page, name: string) => page.getByRole('link', { name: words(name) });
/** The sentence that is painted as being read. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('being-read') ?? [])]
      .map((range) => (range as Range).toString())
      .join('')
      .replace(/\s/g, '')
  );

test.describe('reading aloud', () => {
  test('is offered when a voice is known, trusted when it was heard, and reads at three speeds', async ({
    page
  }) => {
    await giveVoice(page, { late: true });
    await page.goto(STEP);
    await page.locator('html[data-face]').waitFor();
    const offer = button(page, '音で きけるか ためします');
    await expect(offer).toBeHidden();
    await tellVoice(page, 'tellVoices');
    await offer.tap();
    await expect(page.getByText('きこえましたか?')).toBeInViewport();
    expect(await saidOn(page)).toMatchObject([{ voice: 'Kyoko', rate: 0.9 }]);
    await expectNoBarriers(page);
    await button(page, 'はい').tap();

    await button(page, '読みあげる').tap();
    await expect(button(page, '声を とめる')).toBeVisible();
    await expect(page.locator('h1[data-being-read]')).toBeVisible();
    expect(await painted(page)).toBe('カメラのしるしにふれます。');
    await button(page, 'ゆっくり').tap();
    await expect(button(page, 'ゆっくり')).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(async () => (await saidOn(page)).map(({ rate }) => rate))
      .toEqual([0.9, 0.9, 0.65]);
    await tellVoice(page, 'endSentence');
    await expect(button(page, '読みあげる')).toBeVisible();
    expect(await painted(page)).toBe('');
    await expect(page.locator('[data-being-read]')).toHaveCount(0);

    await page.goto('/lessons/2-7/3');
    await tellVoice(page, 'tellVoices');
    await button(page, '読みあげる').tap();
    await expect
      .poll(() => saidOn(page))
      .toMatchObject([
        { text: 'キューアールコードが まんなかに はいるように、スマホを むけます。', rate: 0.65 }
      ]);
  });

  test('reads an opened explanation after the step, stops at a touch and when the page is left', async ({
    page
  }) => {
    await giveVoice(page);
    await page.addInitScript(() => localStorage.setItem('engawa.voice.ja', 'heard'));
    await page.goto(STEP);
    await page.getByRole('button', { name: words('しるし') }).tap();
    await button(page, '読みあげる').tap();
    await expect.poll(() => saidOn(page)).toHaveLength(1);
    await tellVoice(page, 'endSentence');
    await expect.poll(() => saidOn(page)).toHaveLength(2);
    expect(await painted(page)).toBe('絵のしるしです。');
    await button(page, '声を とめる').tap();
    await expect(button(page, '読みあげる')).toBeVisible();

    await button(page, '読みあげる').tap();
    await expect(button(page, '声を とめる')).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await expect(button(page, '読みあげる')).toBeVisible();
    expect(await saidOn(page)).toHaveLength(3);
  });

  test('who hears nothing gets kind hints, is not asked at every step, and may try again', async ({
    page
  }) => {
    await giveVoice(page);
    await page.goto(STEP);
    await button(page, '音で きけるか ためします').tap();
    await button(page, 'いいえ').tap();
    await expectToSay(page.getByRole('main'), 'マナーモードなら、音が 出る ほうに かえます。');
    await expectToSay(page.getByRole('main'), '音が なくても、レッスンは ぜんぶ できます。');
    await expectNoBarriers(page);
    await button(page, 'とじる').tap();
    await expect(button(page, 'もう一度 ためす')).toBeHidden();
    await page.goto('/lessons/2-7/3');
    await page.waitForFunction(() => localStorage.getItem('engawa.progress')?.includes('"step":3'));
    await expect(button(page, '音で きけるか ためします')).toBeHidden();
    await page.goto('/lessons/2-7');
    await expect(button(page, '音で きけるか ためします')).toBeVisible();
  });

  test('a voice that stalls is not waited for', async ({ page }) => {
    await page.clock.install();
    await giveVoice(page);
    await page.addInitScript(() => localStorage.setItem('engawa.voice.ja', 'heard'));
    await page.goto(STEP);
    await page.clock.runFor(1000); // the page's script waits for the first paint
    await tellVoice(page, 'fallSilent');
    await button(page, '読みあげる').tap();
    await expect(button(page, '声を とめる')).toBeVisible();
    await page.clock.fastForward(30_000);
    await expectToSay(page.getByRole('main'), '今は 声が 出ませんでした。');
    await expect(button(page, '読みあげる')).toBeVisible();
  });

  test('English is read by an English voice', async ({ page }) => {
    await giveVoice(page);
    await page.addInitScript(() => localStorage.setItem('engawa.voice.en', 'heard'));
    await page.goto(`/en${STEP}`);
    await page.getByRole('button', { name: 'Read aloud' }).tap();
    await expect.poll(() => saidOn(page)).toMatchObject([{ voice: 'Samantha' }]);
  });

  test('in a class the device is silent, says so, and speaks again afterwards', async ({
    page
  }) => {
    await giveVoice(page);
    await page.goto('/about/classroom');
    const sign = page.locator('p').getByText('モード', { exact: false }).first();
    await button(page, '教室モードに する').tap();
    await expect(button(page, '教室モードを やめる')).toBeFocused();
    await expectToSay(page.getByRole('main').getByRole('status'), '教室モードに しました。');
    await expectNoBarriers(page);
    for (const path of [STEP, '/practice/2-7']) {
      await page.goto(path);
      await expect(sign).toBeVisible();
    }
    await page.goto(STEP);
    await page.waitForFunction(() => localStorage.getItem('engawa.progress'));
    await expect(button(page, '音で きけるか ためします')).toBeHidden();

    await page.goto('/about/classroom');
    await button(page, '教室モードを やめる').tap();
    await page.goto(STEP);
    await expect(button(page, '音で きけるか ためします')).toBeVisible();
    await expect(sign).toBeHidden();
  });
});

test('a hard word opens under its sentence by touch and by keys, and closes again', async ({
  page
}) => {
  await page.goto(STEP);
  const word = page.getByRole('button', { name: words('しるし') });
  const meaning = page.getByText('しるしです。', { exact: false });
  await word.tap();
  await expect(meaning).toBeVisible();
  await expectNoBarriers(page);
  await expect(word).toHaveAttribute('aria-expanded', 'true');
  await link(page, 'とじる').tap();
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();
  for (const key of ['Enter', ' ']) {
    await page.keyboard.press(key);
    await expect(meaning).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(meaning).toBeHidden();
    await expect(word).toBeFocused();
  }
});

test('a word is found in hiragana, katakana and half width', async ({ page }) => {
  await page.goto('/words');
  const search = page.getByRole('searchbox', { name: words('ことばを さがす') });
  const shown = page.locator('dt:visible');
  await page.locator('[data-word-row]').first().waitFor();
  for (const asked of ['ぶらうざ', 'ブラウザー', 'ﾌﾞﾗｳｻﾞ']) {
    await expect(async () => {
      await search.fill('');
      await search.fill(asked);
      await expect(shown).toHaveText(['ブラウザ'], { timeout: 500 });
    }).toPass(); // the search wakes after the page is drawn
  }
  await search.fill('ぬぬぬ');
  await expectToSay(page.getByRole('main').getByRole('status'), '見つかりません。');
});
