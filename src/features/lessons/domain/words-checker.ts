import { parseRuby, plainText, type RubyPart } from '#shared/text/ruby.ts';

const KANJI = /[\p{Script=Han}々]/u;
const LONGEST_SENTENCE = 40;
/** Letters without a place to break a line: longer ones tear apart on a narrow phone. */
const LONGEST_PHRASE = 12;

export type WordsFinding =
  | { readonly type: 'kanji-without-reading'; readonly text: string }
  | {
      readonly type: 'long-sentence' | 'long-phrase';
      readonly text: string;
      readonly length: number;
    };

/** What a reader would stumble over in a Japanese text with readings. */
export function checkWords(text: string): WordsFinding[] {
  return [...bareKanji(parseRuby(text)), ...longSentences(text), ...longPhrases(text)];
}

function bareKanji(parts: readonly RubyPart[]): WordsFinding[] {
  return parts.flatMap((part): WordsFinding[] => {
    if (part.kind === 'term') return bareKanji(part.parts);
    if (part.kind === 'ruby' || !KANJI.test(part.text)) return [];
    return [{ type: 'kanji-without-reading', text: part.text }];
  });
}

function longSentences(text: string): WordsFinding[] {
  return plainText(text)
    .split(/(?<=[。!?!?])/)
    .map((sentence) => ({ sentence, length: Array.from(sentence.replace(/\s/g, '')).length }))
    .filter(({ length }) => length > LONGEST_SENTENCE)
    .map(({ sentence, length }) => ({ type: 'long-sentence', text: sentence, length }));
}

function longPhrases(text: string): WordsFinding[] {
  return plainText(text)
    .split(/[\s、。!?!?「」(()){}.-]/)
    .filter((phrase) => phrase.length > LONGEST_PHRASE)
    .map((phrase) => ({ type: 'long-phrase', text: phrase, length: phrase.length }));
}
