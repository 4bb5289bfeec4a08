import type { Page } from '@playwright/test';
import type { Lesson } from '#features/lessons/domain/lesson.ts';
import { variantsOf } from '#features/lessons/domain/step-variants.ts';
import { localPath, type Language } from '#shared/i18n/language.ts';
import { plainText } from '#shared/text/ruby.ts';
import {
  expect,
  expectNoBarriers,
  expectNoSidewaysScroll,
  setOffline,
  test,
  untilReadyForOffline
} from '#tests/support/journey.ts';
import { allLessons } from '#tests/support/lessons.ts';
import { open, touch } from '#tests/support/practice-page.ts';
import { pagesOfPdf } from '#tests/support/read-pdf.ts';
import { readQr } from '#tests/support/read-qr.ts';
import { expectToSay, words } from '#tests/support/words.ts';

test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

const STUCK = 'わからない・聞きたい';
const link = (page: Page, name: string) => page.getByRole('link', { name: words(name) });
const paper = (page: Page) => page.getByRole('article');
const letters = (text: string) => plainText(text).normalize('NFKC').replace(/\s/g, '');

/** Chosen once on the device, as a person does. */
async function keep(page: Page, kept: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((kept) => Object.assign(localStorage, kept), kept);
}

async function print(page: Page): Promise<string[]> {
  return pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));
}

test.describe('the card to ask with', () => {
  test('is made at a step without a network, says what was hard, and its QR code opens it again', async ({
    page,
    context,
    lookOnly
  }) => {
    await keep(page, { 'engawa.face': 'kantan' });
    await page.goto('/lessons');
    await untilReadyForOffline(page);
    await expect
      .poll(() =>
        page.evaluate(
          async (pages) => {
            const kept = await Promise.all(pages.map((path) => caches.match(path)));
            return kept.every((page) => page !== undefined);
          },
          ['/card', '/lessons/2-7/2']
        )
      )
      .toBe(true);
    await setOffline(context, true);

    await page.goto('/lessons/2-7/2');
    await link(page, STUCK).tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/card#2-7.2.kantan`);
    await expectToSay(paper(page), '「カメラ」と書いた しるしを 押します。');
    await expectToSay(paper(page), '2-7 QRコードを 読む');
    await expectToSay(paper(page), 'かんたんスマホ');
    await page.getByRole('radio', { name: words('ボタンが 見つからない') }).check();
    await expectToSay(paper(page), 'むずかしい ところ ボタンが 見つからない');
    const address = `${lookOnly.origin}/card#2-7.2.kantan.m2`;
    await expect(page).toHaveURL(address);
    expect(await readQr(paper(page).getByRole('img', { name: 'カメラで うつすと' }))).toBe(address);
    await expectNoBarriers(page);
    await page.reload();
    await expectToSay(paper(page), 'ボタンが 見つからない');
    await page
      .getByRole('link', { name: '日本語' })
      .or(page.getByRole('link', { name: 'English' }))
      .tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/en/card#2-7.2.kantan.m2`);
    await page.goBack();

    await page.getByRole('link', { name: 'もどる' }).tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/lessons/2-7/2`);
  });

  test('is one A6 card on one page of paper, with nothing cut', async ({ page }) => {
    await keep(page, { 'engawa.furigana': 'none', 'engawa.textSize': '36' });
    for (const lesson of [longestSentence('ja'), longestSentence('en')]) {
      await page.goto(`${localPath('/card', lesson.language)}#${lesson.fragment}`);
      await expect(paper(page).getByRole('img').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.emulateMedia({ media: 'print' });
      expect(await cutParts(page)).toEqual([]);
      await page.emulateMedia({ media: null });
      const pages = await print(page);
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain(letters(lesson.sentence));
    }
  });

  test('comes from the practice phone with the screen one is at', async ({ page, lookOnly }) => {
    await open(page, '/practice/2-7?face=iphone');
    await touch(page, 'poster');
    await expect(link(page, STUCK)).toHaveAttribute(
      'href',
      /^\/card#2-7\.(?!camera)[a-z-]+\.iphone$/
    );
    await link(page, STUCK).tap();
    await expectToSay(paper(page), '練習の 画面');
    await expectToSay(paper(page), '2-7 QRコードを 読む');
    await page.getByRole('link', { name: 'もどる' }).tap();
    await expect(page).toHaveURL(`${lookOnly.origin}/practice/2-7`);
  });

  test('leads to a request that knows topic and phone, and goes on without a script', async ({
    page,
    browser,
    lookOnly
  }) => {
    for (const language of ['ja', 'en'] as const) {
      await page.goto(`${localPath('/card', language)}#2-7.3.kantan`);
      const help = page.getByRole('link', { name: /スマホの\s*相談|Ask for help/ });
      await expect(help).toHaveAttribute(
        'href',
        `${localPath('/help', language)}?topic=qr-code&family=kantan`
      );
      const plain = await browser.newPage({ javaScriptEnabled: false });
      await plain.goto(lookOnly.origin + ((await help.getAttribute('href')) ?? ''));
      await expect(plain.getByText('3 / 7')).toBeVisible();
      await plain.getByRole('radio').first().check();
      await plain.locator('form button').first().click();
      await expect(plain).toHaveURL(/topic=qr-code&family=kantan.*venue=/);
      await plain.goto(
        `${lookOnly.origin}${localPath('/help', language)}?topic=spaceship&family=x`
      );
      await expect(plain.getByText('1 / 7')).toBeVisible();
      await plain.close();
    }
  });

  test('without a card in the address, or without a script, the page says how to come to one', async ({
    page,
    browser,
    lookOnly
  }) => {
    await page.goto('/card#somewhere');
    await expectToSay(page.getByRole('main'), 'レッスンの番号を 見せてください。');
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${lookOnly.origin}/card#2-7.3`);
    await expectToSay(plain.getByRole('main'), 'レッスンの番号を 見せてください。');
    await plain.close();
  });
});

test.describe('the sheet for home', () => {
  test.describe.configure({ mode: 'default' });

  for (const language of ['ja', 'en'] as const) {
    test(`the longest lesson is whole on two pages, in ${language}`, async ({ page, lookOnly }) => {
      const lesson = mostSteps(language);
      const path = localPath(`/lessons/${lesson.slug}`, language);
      for (const [face, textSize] of [
        ['android', '22'],
        ['kantan', '36']
      ] as const) {
        await keep(page, {
          'engawa.face': face,
          'engawa.textSize': textSize,
          'engawa.furigana': 'none'
        });
        await page.goto(path);
        await page.getByRole('link', { name: /おうちで|At home/ }).tap();
        const code = page.getByRole('img', { name: /レッスンを|Opens/ });
        await expect(code).toBeVisible();
        expect(await readQr(code)).toBe(lookOnly.origin + path);
        await expectNoSidewaysScroll(page);
        await growToEightSteps(page);

        const pages = await print(page);
        expect(pages).toHaveLength(2);
        const all = pages.join('');
        for (const sentence of sentencesFor(lesson, face)) expect(all).toContain(sentence);
        expect(all).toContain('042-563-2111');
        expect(all).toContain(letters(language === 'ja' ? '聞いた人' : 'Whom I asked'));
      }
    });
  }

  test('without a script every kind of phone stands on it under its name', async ({
    browser,
    lookOnly
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${lookOnly.origin}/lessons/2-7/sheet`);
    await expectToSay(
      page.getByRole('main'),
      'かんたんスマホ「カメラ」と書いた しるしを 押します。'
    );
    await expectToSay(page.getByRole('main'), 'カメラの しるしに ふれます。');
    await expectToSay(page.getByRole('main'), '/lessons/2-7');
    await page.close();
  });
});

test('after the questions one learns of the next session at the hall one calls near', async ({
  page
}) => {
  await page.goto('/lessons/2-7/check');
  const next = page.getByRole('link', { name: /次\s*は/ });
  await expect(next).toHaveAttribute('href', /^\/workshops\/[\w-]+$/);
  await page.locator('summary').tap();
  await page.getByRole('radio', { name: words('狭山公民館') }).check();
  await expectToSay(next, '狭山公民館');
  await page.goto('/');
  await expectToSay(next, '狭山公民館');
});

test('without a network the next session is a way to all of them', async ({ page }) => {
  await page.route('/api/public/next.json', (route) => route.abort());
  await page.goto('/lessons/2-7/check');
  const all = page.getByRole('link', { name: words('次の 相談会・体験会を 見る') });
  await expect(all).toHaveAttribute('href', '/workshops');
  await expect(page.locator('summary')).toBeHidden();
});

function mostSteps(language: Language): Lesson {
  const [most] = allLessons(language).sort((one, other) => other.steps.length - one.steps.length);
  if (!most) throw new Error('there are no lessons');
  return most;
}

function sentencesFor(lesson: Lesson, face: 'android' | 'kantan'): string[] {
  return lesson.steps.map((step) => {
    const variant = variantsOf(step).find(({ faces }) => faces.includes(face));
    return letters(variant?.sentence ?? '');
  });
}

/** The step with the most to say, as a card that shows it. */
function longestSentence(language: Language) {
  const steps = allLessons(language).flatMap(({ slug, steps }) =>
    steps.map(({ sentence }, index) => ({
      sentence,
      fragment: `${slug}.${index + 1}.iphone.m3`,
      language
    }))
  );
  const [longest] = steps.sort(
    (one, other) => letters(other.sentence).length - letters(one.sentence).length
  );
  if (!longest) throw new Error('there are no lessons');
  return longest;
}

/** A lesson has at most eight steps: the sheet must hold them, whatever the catalogue holds today. */
function growToEightSteps(page: Page): Promise<void> {
  return page.locator('article ol').evaluate((list) => {
    while (list.childElementCount < 8) {
      list.append(list.lastElementChild?.cloneNode(true) ?? new Comment());
    }
  });
}

/** What stands out of the card, or over the next thing on it. */
function cutParts(page: Page): Promise<string[]> {
  return paper(page).evaluate((card) => {
    const frame = card.getBoundingClientRect();
    const qr = card.querySelector('figure')?.getBoundingClientRect();
    return [...card.querySelectorAll('p, dd span, svg')]
      .filter((part) => part.checkVisibility())
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const isOut = left < frame.left || right > frame.right || bottom > frame.bottom;
        const isCovered =
          !part.closest('figure') &&
          qr !== undefined &&
          right > qr.left &&
          bottom > qr.top &&
          top < qr.bottom;
        return isOut || isCovered;
      })
      .map((part) => part.outerHTML.slice(0, 80));
  });
}
