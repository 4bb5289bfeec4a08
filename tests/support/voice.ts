import type { Page } from '@playwright/test';

export type Said = { readonly text: string; readonly rate: number; readonly voice: string };

/** What a page may be told to do with its voice, and what it said so far. */
type Synthesis = {
  readonly said: Said[];
  /** Ends the sentence that is being spoken. */
  endSentence: () => void;
  /** The voices become known, as some browsers tell them late. */
  tellVoices: () => void;
  /** From now on the voice never begins. */
  fallSilent: () => void;
};
type Window = { readonly synthesis: Synthesis };

/** Gives the page a voice: this machine has none. It speaks only as long as the test lets it. */
export async function giveVoice(page: Page, { late = false } = {}): Promise<void> {
  await page.addInitScript((late) => {
    const voiceOf = (name: string, lang: string) => ({ name, lang, localService: true });
    const voices = [voiceOf('Samantha', 'en-US'), voiceOf('Kyoko', 'ja-JP')];
    let known = !late;
    let silent = false;
    let speaking: SpeechSynthesisUtterance | undefined;
    const said: Said[] = [];
    const tell = (event: 'onstart' | 'onend') =>
      (speaking?.[event] as (() => void) | null | undefined)?.();

    Object.assign(window, {
      SpeechSynthesisUtterance: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
      synthesis: {
        said,
        endSentence: () => tell('onend'),
        tellVoices: () => {
          known = true;
          (window.speechSynthesis.onvoiceschanged as (() => void) | null)?.();
        },
        fallSilent: () => (silent = true)
      }
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => (known ? voices : []),
        resume: () => {},
        cancel: () => {
          const before = speaking;
          speaking = undefined;
          (before?.onerror as (() => void) | null | undefined)?.();
        },
        speak: (utterance: SpeechSynthesisUtterance) => {
          speaking = utterance;
          if (utterance.text === '' || silent) return;
          const { text, rate, voice } = utterance;
          said.push({ text, rate, voice: voice?.name ?? '' });
          tell('onstart');
        }
      }
    });
  }, late);
}

export function saidOn(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (window as unknown as Window).synthesis.said);
}

export function tellVoice(page: Page, wish: Exclude<keyof Synthesis, 'said'>): Promise<void> {
  return page.evaluate((wish) => (window as unknown as Window).synthesis[wish](), wish);
}
