import type { Translate } from '#shared/i18n/translator.ts';

/** What a screen says after each touch: done only once it is durable, and to take paper otherwise. */
export class Keeping {
  said: { readonly text: string; readonly trouble: boolean } | undefined = $state();
  readonly #t: Translate;
  readonly #onkept: () => void;

  constructor(t: Translate, onkept: () => void) {
    this.#t = t;
    this.#onkept = onkept;
  }

  async keep(recorded: Promise<unknown>, sentence: string): Promise<void> {
    try {
      await recorded;
      this.said = { text: sentence, trouble: false };
      this.#onkept();
    } catch (failure) {
      this.said = { text: this.#t('attendance.person.notSaved'), trouble: true };
      throw failure;
    }
  }
}
