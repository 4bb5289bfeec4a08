/**
 * Text with readings and explained words, as it stands in locale and content files:
 *
 * - `{体験会|たいけんかい}` a hard word: its reading shows in 「むずかしい字」 and 「全部」
 * - `[今日|きょう]` an everyday word: its reading shows only in 「全部」
 * - `<app:アプリ>` a word of the glossary (`app`), opened by a touch; may hold readings inside
 *
 * English texts use only the third.
 */
export type RubyPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'ruby';
      readonly base: string;
      readonly reading: string;
      readonly level: 'hard' | 'easy';
    }
  | { readonly kind: 'term'; readonly word: string; readonly parts: readonly RubyPart[] };

const PART = /\{([^{}|]+)\|([^{}|]+)\}|\[([^[\]|]+)\|([^[\]|]+)\]|<([a-z0-9-]+):([^<>]+)>/g;

/** Splits a text into its parts, in order; joined again they say the same. */
export function parseRuby(text: string): RubyPart[] {
  const parts: RubyPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(partOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function partOf(match: RegExpMatchArray): RubyPart {
  const [, hardBase, hardReading, easyBase, easyReading, word, inner] = match;
  if (hardBase && hardReading) {
    return { kind: 'ruby', base: hardBase, reading: hardReading, level: 'hard' };
  }
  if (easyBase && easyReading) {
    return { kind: 'ruby', base: easyBase, reading: easyReading, level: 'easy' };
  }
  return { kind: 'term', word: word ?? '', parts: parseRuby(inner ?? '') };
}

/** The text as it is written, without readings and marks: for titles, labels and attributes. */
export function plainText(text: string): string {
  return flatten(parseRuby(text), (part) => part.base);
}

/** The text as it is read aloud: every marked word by its reading. */
export function spokenText(text: string): string {
  return flatten(parseRuby(text), (part) => part.reading);
}

function flatten(
  parts: readonly RubyPart[],
  word: (part: Extract<RubyPart, { kind: 'ruby' }>) => string
): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'ruby' ? word(part) : flatten(part.parts, word);
    })
    .join('');
}

const LONGEST_UNBROKEN_PHRASE = 13;

/**
 * Parts grouped into the pieces that a line may break between: at spaces and after punctuation. A
 * browser breaks beside every reading, in the middle of a word (読|む), unless the phrase is kept
 * together. `together` is false where there is nothing to keep, or too much for a narrow line.
 */
export function phrasesOf(
  parts: readonly RubyPart[]
): { readonly together: boolean; readonly parts: readonly RubyPart[] }[] {
  const phrases: RubyPart[][] = [[]];
  for (const part of parts) {
    const pieces = part.kind === 'text' ? splitText(part.text) : [part];
    for (const piece of pieces) {
      const text = piece.kind === 'text' ? piece.text : '';
      // A space stands alone: at the end of a phrase that is kept together it would be lost.
      if (text !== '' && text.trim() === '') phrases.push([piece], []);
      else phrases.at(-1)?.push(piece);
      if (/[、。!?!?」]$/.test(text)) phrases.push([]);
    }
  }
  return phrases
    .filter((phrase) => phrase.length > 0)
    .map((phrase) => ({ together: isWorthKeeping(phrase), parts: phrase }));
}

function splitText(text: string): Extract<RubyPart, { kind: 'text' }>[] {
  return (text.match(/\s+|[^\s、。!?!?」]+[、。!?!?」]*|[、。!?!?」]+/g) ?? []).map((piece) => ({
    kind: 'text',
    text: piece
  }));
}

function isWorthKeeping(phrase: readonly RubyPart[]): boolean {
  const marked = phrase.some((part) => part.kind !== 'text');
  const length = flatten(phrase, (part) => part.base).length;
  return marked && phrase.length > 1 && length <= LONGEST_UNBROKEN_PHRASE;
}
