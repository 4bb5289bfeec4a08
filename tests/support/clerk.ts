import type { Page } from '@playwright/test';

/**
 * A clerk's ten fingers: types, and counts every key that would go down. Kana are typed as Latin letters
 * and accepted with Enter, as every Japanese keyboard does it.
 */
export class Clerk {
  readonly #page: Page;
  keys = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.#page.keyboard.press(key);
    this.keys += times;
  }

  async typeKana(kana: string): Promise<void> {
    await this.#page.keyboard.insertText(kana);
    this.keys += Array.from(kana).reduce((sum, letter) => sum + keysOf(letter), 0) + 1;
  }

  /** Digits and Latin letters, one key each. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    this.keys += text.length;
  }

  startCounting(): void {
    this.keys = 0;
  }
}

function keysOf(letter: string): number {
  if (/[あいうえおー ]/.test(letter)) return 1;
  return /[ぁ-ぉっゃゅょ]/.test(letter) ? 3 : 2;
}
