import * as v from 'valibot';
import { parseRuby, type RubyPart } from '#shared/text/ruby.ts';

const WordText = v.strictObject({
  word: v.pipe(v.string(), v.nonEmpty()),
  /** How it is said and where it stands in the list: hiragana, or Latin letters in English. */
  kana: v.pipe(v.string(), v.regex(/^[ぁ-ゖー]+$|^[a-z0-9 -]+$/)),
  meaning: v.pipe(v.string(), v.nonEmpty())
});

/** The words of one language by id, as the file holds them. */
export const Words = v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)), WordText);

export type Word = v.InferOutput<typeof WordText> & { readonly id: string };

/** The ids of the explained words in some texts, each once, in order. */
export function termsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => termsOf(parseRuby(text))))];
}

function termsOf(parts: readonly RubyPart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'term' ? [part.word] : []));
}
