import { setTimeout as last } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Face } from '#features/practice-phone/domain/finger.ts';
import { KEY_PREFIX, type Scenario } from '#features/practice-phone/domain/scenario.ts';
import { type Move, wayToGoal } from './way-to-goal.ts';

/** A touch sooner than this after another is taken for the same wish. */
const NEXT_TOUCH_MS = 520;
/** On drawn keys two touches are two letters. */
const NEXT_KEY_MS = 100;
const MOST_TABS = 60;
/** As long as a finger lies on a button that gives way. */
const FIRM_TOUCH_MS = 140;

export const place = (page: Page, id: string): Locator => page.locator(`[data-place="${id}"]`);

export const card = (page: Page): Locator => page.getByRole('status').filter({ hasText: /./ });

export const finished = (page: Page): Locator =>
  page.getByRole('heading', { name: /よく できました|Well done/ });

export async function open(page: Page, address: string): Promise<void> {
  await page.clock.install();
  await page.goto(address);
  await page.locator('[data-ready]').waitFor();
}

export async function touch(page: Page, id: string): Promise<void> {
  await untilNextTouch(page, id);
  await place(page, id).tap();
}

/** A touch that lasts: a かんたん phone passes over one that only brushes it. */
async function touchFirmly(page: Page, id: string): Promise<void> {
  await untilNextTouch(page, id);
  await place(page, id).scrollIntoViewIfNeeded();
  const box = await place(page, id).boundingBox();
  if (!box) throw new Error(`${id} is not on the screen`);
  const finger = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await last(FIRM_TOUCH_MS);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

/** Goes to a place by the Tab key, as one without a finger does, and presses Enter there. */
export async function press(page: Page, id: string): Promise<void> {
  const wanted = place(page, id);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
  await untilNextTouch(page, id);
  await page.keyboard.press('Enter');
}

/** Lets the time pass in which a touch would be taken for the one before: the page's clock, not ours. */
async function untilNextTouch(page: Page, id: string): Promise<void> {
  await page.clock.fastForward(id.startsWith(KEY_PREFIX) ? NEXT_KEY_MS : NEXT_TOUCH_MS);
}

/** Follows a rehearsal's own hints to its goal. */
export async function practise(
  page: Page,
  scenario: Scenario,
  { face, by }: { readonly face: Face; readonly by: 'touch' | 'keys' }
): Promise<void> {
  const moves = wayToGoal(scenario, face);
  const byTouch = face === 'kantan' ? touchFirmly : touch;
  for (const move of moves) await make(page, move, by === 'touch' ? byTouch : press);
  await expect(finished(page)).toBeFocused();
}

async function make(page: Page, { place: id, text }: Move, take: typeof touch): Promise<void> {
  if (text === undefined) return take(page, id);
  const line = page.locator('form input');
  await line.fill(text);
  return line.press('Enter');
}
