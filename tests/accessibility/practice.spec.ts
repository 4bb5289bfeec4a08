import type { Page } from '@playwright/test';
import { expect, expectNoBarriers, test } from '#tests/support/journey.ts';
import { open, touch } from '#tests/support/practice-page.ts';

/** Each kind of screen, and the touches that lead there. */
const screens: readonly (readonly [slug: string, way: readonly string[]])[] = [
  ['0-1', []],
  ['0-1', ['circle']],
  ['0-1', ['frame-home']],
  ['2-7', []],
  ['2-7', ['sticker']],
  ['2-7', ['sticker', 'open']],
  ['2-7', ['poster', 'open']],
  ['2-7', ['poster', 'open', 'close', 'sticker', 'leave']],
  ['4-2', []],
  ['4-2', ['m1', 'keep', 'm5']],
  ['4-2', ['m8', 'bait']]
];

test.use({ hasTouch: true });

/** The first screens at every width and in both languages are measured by pages.spec.ts. */
for (const [face, prefix, size, width] of [
  ['android', '/en', '36', 320],
  ['iphone', '', '36', 360],
  ['kantan', '', '36', 360],
  ['kantan', '/en', '22', 320]
] as const) {
  test(`${face} ${prefix || '/ja'} at ${size} px, ${width} wide: no barrier, no small target, nothing sideways`, async ({
    page
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript((size) => localStorage.setItem('engawa.textSize', size), size);
    for (const [slug, way] of screens) {
      await open(page, `${prefix}/practice/${slug}?face=${face}`);
      for (const id of way) await touch(page, id);
      await expectUsable(page, `${slug} ${way.join(' ')}`);
    }
  });
}

async function expectUsable(page: Page, name: string): Promise<void> {
  await expectNoBarriers(page);

  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main button, main summary, main section a')].flatMap(
      (element) => {
        const { width, height } = element.getBoundingClientRect();
        const least = element.matches('.place:not(.frame, .key)') ? 88 : 56;
        return height < least || width < least
          ? [`${element.textContent}: ${width}x${height}`]
          : [];
      }
    )
  );
  expect(small, name).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, name).toBeLessThanOrEqual(0);
}
