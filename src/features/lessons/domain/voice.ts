import type { Language } from '#shared/i18n/language.ts';

/** What a browser tells of a voice. */
export type Voice = {
  readonly name: string;
  /** `ja-JP`; some phones write `ja_JP`. */
  readonly lang: string;
  /** True when it speaks without a network. */
  readonly localService: boolean;
  readonly default: boolean;
};

/** Plain voices of the usual systems; beside them stand singing robots and whispering bells. */
const PLAIN_VOICES = /Kyoko|O-ren|Samantha|Daniel|Karen|Google|Microsoft/i;

/**
 * The voice that reads a language: one that speaks without a network, then a plain one, then the
 * device's own choice, then the first.
 * @returns `undefined` when no voice speaks this language: another one would read nonsense.
 */
export function chooseVoice<Known extends Voice>(
  voices: readonly Known[],
  language: Language
): Known | undefined {
  const [best] = voices
    .filter(({ lang }) => new RegExp(`^${language}([-_]|$)`, 'i').test(lang))
    .sort((one, other) => fitnessOf(other) - fitnessOf(one));
  return best;
}

function fitnessOf({ name, localService, default: isDefault }: Voice): number {
  return (localService ? 4 : 0) + (PLAIN_VOICES.test(name) ? 2 : 0) + (isDefault ? 1 : 0);
}

export const speeds = ['slow', 'usual', 'fast'] as const;
export type Speed = (typeof speeds)[number];

/** 1 is the pace of the voice itself, which is brisk for tired ears. */
export const rateOf: Readonly<Record<Speed, number>> = { slow: 0.65, usual: 0.9, fast: 1.15 };

export function isSpeed(value: unknown): value is Speed {
  return speeds.includes(value as Speed);
}

/** A part of a text, as offsets into it. */
export type Span = { readonly from: number; readonly to: number };

/** An end that stands before a closing bracket (「…。」) is not yet the end of the sentence around it. */
const SENTENCE_END = /[。!?!?]+(?![。!?!?」』))])|\.(?=\s|$)/g;

/** Where the sentences of a text stand, without the spaces around them. */
export function sentenceSpans(text: string): Span[] {
  const ends = [...text.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  return [...ends, text.length]
    .map((to, index, all): Span => trimmed(text, all[index - 1] ?? 0, to))
    .filter(({ from, to }) => from < to);
}

export function sentencesOf(text: string): string[] {
  return sentenceSpans(text).map(({ from, to }) => text.slice(from, to));
}

function trimmed(text: string, from: number, to: number): Span {
  const part = text.slice(from, to);
  const begin = from + (part.length - part.trimStart().length);
  return { from: begin, to: Math.max(begin, from + part.trimEnd().length) };
}

const LONGEST_MS_PER_LETTER = 350;
const PATIENCE_MS = 4000;

/**
 * How long a sentence may take to be spoken. A voice that is silent for longer has stalled: Chrome's
 * network voices stop after 15 seconds and never say so.
 */
export function longestSpeechMs(sentence: string, speed: Speed): number {
  return PATIENCE_MS + (sentence.length * LONGEST_MS_PER_LETTER) / rateOf[speed];
}
