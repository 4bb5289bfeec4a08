import * as v from 'valibot';
import { searchKeyOf } from '#shared/text/kana.ts';
import { parseRuby, plainText, type RubyPart } from '#shared/text/ruby.ts';

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

/** What a word is searched by: its kana and its spelling, without regard to size or voice marks. */
export function searchTextOf(word: Word): string {
  return `${searchKeyOf(word.kana)} ${searchKeyOf(plainText(word.word)).toLowerCase()}`;
}

export function matchesSearch(searchText: string, asked: string): boolean {
  return searchText.includes(searchKeyOf(asked).toLowerCase());
}
