import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

const LONGEST_WAIT_MS = 10_000;

/** A name as people say it: phrases are kept together by boxes, which put spaces into a name. */
export function words(text: string): RegExp {
  return new RegExp(`^${spaced(text)}$`);
}

/** The same, for labels that go on after these words. */
export function beginningWith(text: string): RegExp {
  return new RegExp(`^${spaced(text)}`);
}

function spaced(text: string): string {
  return Array.from(text.replace(/\s/g, ''), (letter) =>
    letter.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
  ).join(String.raw`\s*`);
}

/** What is written there, without readings, hidden parts and spaces. */
export async function saidBy(place: Locator): Promise<string> {
  const text = await place.evaluate((element) => {
    const words: string[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent?.checkVisibility() && !parent.closest('rt')) words.push(node.textContent ?? '');
    }
    return words.join('');
  });
  return text.replace(/\s/g, '');
}

/** Waits until the words stand there, whatever readings they carry, also over a change of page. */
export async function expectToSay(place: Locator, text: string): Promise<void> {
  await expect(async () => {
    expect(await saidBy(place)).toContain(text.replace(/\s/g, ''));
  }).toPass({ timeout: LONGEST_WAIT_MS });
}

export async function expectNotToSay(place: Locator, text: string): Promise<void> {
  expect(await saidBy(place)).not.toContain(text.replace(/\s/g, ''));
}
