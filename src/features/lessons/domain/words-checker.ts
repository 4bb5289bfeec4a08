import { parseRuby, plainText, type RubyPart } from '#shared/text/ruby.ts';
import { termsIn, type Word } from './glossary.ts';
import { twoActionsIn } from './two-actions.ts';
import { everydayKatakana, oneName, pressedScreen, properNames } from './word-lists.ts';

const KANJI = /[\p{Script=Han}々]/u;
const LONGEST_SENTENCE = 40;
/** Letters without a place to break a line: longer ones tear apart on a narrow phone. */
const LONGEST_PHRASE = 12;
const KATAKANA_WORD = /[ァ-ヴー]{3,}/gu;
/** What a screen says, quoted: no sentence, short enough for a button. */
const LABEL = /「[^「」。]{1,16}」/gu;
/** ブルブル, カシャッ: sounds, which need no explanation. */
const SOUND = /^(.{1,2})\1+$|ッ$/u;

export type WordsFinding =
  | {
      readonly type: 'kanji-without-reading' | 'two-actions' | 'katakana-outside-glossary';
      readonly text: string;
    }
  | {
      readonly type: 'long-sentence' | 'long-phrase';
      readonly text: string;
      readonly length: number;
    }
  | { readonly type: 'two-names'; readonly text: string; readonly say: string };

/** What there is to know about a text before it is judged. */
export type TextSetting = {
  /** A sentence that asks for the one action of a step. */
  readonly step?: boolean;
  /** It speaks of a かんたん phone, whose screen wants to be pressed. */
  readonly pressed?: boolean;
  /** The words on a button or a line of a drawn screen: they are what real phones say. */
  readonly label?: boolean;
  /** Katakana that the lesson explains, as `explainedKatakana` finds it. */
  readonly explained?: readonly string[];
};

/** What a reader would stumble over in a Japanese text with readings. */
export function checkWords(text: string, setting: TextSetting = {}): WordsFinding[] {
  const actions = setting.step ? twoActionsIn(text) : undefined;
  return [
    ...bareKanji(parseRuby(text)),
    ...longSentences(text),
    ...longPhrases(text),
    ...(actions === undefined ? [] : [{ type: 'two-actions' as const, text: actions }]),
    ...unknownKatakana(text, setting.explained ?? []),
    ...(setting.label ? [] : secondNames(text, setting.pressed ?? false))
  ];
}

/**
 * The katakana that a lesson explains: the glossary's words that it lists (`listed`) or marks in its
 * texts, and whatever else stands inside those marks.
 */
export function explainedKatakana(
  texts: readonly string[],
  listed: readonly string[],
  glossary: readonly Word[]
): string[] {
  const ids = new Set([...listed, ...termsIn(texts)]);
  const words = glossary.filter(({ id }) => ids.has(id)).map(({ word }) => word);
  const marked = texts.flatMap((text) =>
    parseRuby(text).map((part) => (part.kind === 'term' ? part.parts.map(plainOf).join('') : ''))
  );
  return [...new Set(katakanaIn([...words.map(plainText), ...marked]))];
}

function katakanaIn(plainTexts: readonly string[]): string[] {
  return plainTexts.flatMap((text) => text.match(KATAKANA_WORD) ?? []);
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

function unknownKatakana(text: string, explained: readonly string[]): WordsFinding[] {
  const known = [...everydayKatakana, ...properNames, ...explained];
  const isKnown = new RegExp(`^(?:${known.join('|')})+$`, 'u');
  const unmarked = parseRuby(text).filter((part) => part.kind !== 'term');
  const words = katakanaIn([unmarked.map(plainOf).join('').replace(LABEL, '「」')]);
  return [...new Set(words)]
    .filter((word) => !isKnown.test(word) && !SOUND.test(word))
    .map((word) => ({ type: 'katakana-outside-glossary', text: word }));
}

function plainOf(part: RubyPart): string {
  if (part.kind === 'text') return part.text;
  return part.kind === 'ruby' ? part.base : '';
}

function secondNames(text: string, pressed: boolean): WordsFinding[] {
  const plain = plainText(text).replace(LABEL, '「」');
  const aboutKeys = pressed || /かんたん|らくらく|キー/.test(plain);
  return [...oneName, ...(aboutKeys ? [] : [pressedScreen])].flatMap(({ say, not }) => {
    const found = not.exec(plain)?.[0];
    return found === undefined ? [] : [{ type: 'two-names' as const, text: found, say }];
  });
}
