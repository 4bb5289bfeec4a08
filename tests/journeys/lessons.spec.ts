import type { Page } from '@playwright/test';
import type { Lesson } from '#features/lessons/domain/lesson.ts';
import { faces } from '#features/practice-phone/domain/finger.ts';
import { lessons, scenarioOf } from '#tests/support/authored-lessons.ts';
import { expect, expectNoBarriers, test } from '#tests/support/journey.ts';
import { offlineTest } from '#tests/support/offline-learner.ts';
import { open, practise } from '#tests/support/practice-page.ts';

/**
 * Every lesson to its end: in Japanese, by touch, without a network. Of the other combinations of
 * language, way and phone each lesson takes the next one of a list in which every pair stands;
 * `npm run test:long` takes them all.
 */
const COMBINATIONS = ['', '/en'].flatMap((prefix) =>
  (['touch', 'keys'] as const).flatMap((by) => faces.map((face) => ({ prefix, by, face })))
);
const PAIRWISE = [
  { prefix: '/en', by: 'keys', face: 'iphone' },
  { prefix: '', by: 'keys', face: 'kantan' },
  { prefix: '/en', by: 'touch', face: 'kantan' },
  { prefix: '', by: 'touch', face: 'iphone' },
  { prefix: '/en', by: 'keys', face: 'android' }
] as const;
const all = process.env['EVERY_COMBINATION'] === '1';

offlineTest('the pack holds every lesson', ({ learner }) => {
  expect(learner.lessons).toBe(lessons.length);
});

for (const lesson of lessons) {
  offlineTest(
    `${lesson.slug}: read, practised and checked without a network`,
    async ({ learner }) => {
      const { page, origin } = learner;
      await page.goto(`${origin}/lessons/${lesson.slug}`);
      await page
        .getByRole('link', { name: /始\s*める|はじめる/ })
        .first()
        .tap();
      for (let step = 1; step <= lesson.steps.length; step += 1) {
        await expect(page).toHaveURL(`${origin}/lessons/${lesson.slug}/${step}`);
        await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(
          1
        );
        await page.getByRole('link', { name: /つぎへ/ }).tap();
      }
      await answer(page, lesson);

      const scenario = await scenarioOf(lesson.slug);
      await open(page, `${origin}/practice/${lesson.slug}?face=android`);
      await practise(page, scenario, { face: 'android', by: 'touch' });
    }
  );
}

for (const [index, { slug }] of lessons.entries()) {
  const chosen = all ? COMBINATIONS : [PAIRWISE[index % PAIRWISE.length]!];
  for (const { prefix, by, face } of chosen) {
    test.describe(() => {
      test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
      test(`${prefix}/practice/${slug} by ${by} on ${face}: to its goal, without a barrier`, async ({
        page
      }) => {
        test.setTimeout(120_000);
        const scenario = await scenarioOf(slug);
        await open(page, `${prefix}/practice/${slug}?face=${face}`);
        await expectNoBarriers(page);
        await practise(page, scenario, { face, by });
      });
    });
  }
}

/** A wrong answer first where there is one: it is answered and may be changed. */
async function answer(page: Page, { slug, check }: Lesson): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/lessons/${slug}/check$`));
  for (const [index, { answers }] of check.entries()) {
    const group = page.getByRole('main').getByRole('group').nth(index);
    const right = answers.findIndex((each) => each.right);
    await group
      .getByRole('radio')
      .nth(right === 0 ? 1 : 0)
      .check();
    await expect(group.locator('.reply').filter({ visible: true })).toHaveCount(1);
    await group.getByRole('radio').nth(right).check();
  }
  await expect(page.locator('[data-all-right]')).not.toBeEmpty();
}
