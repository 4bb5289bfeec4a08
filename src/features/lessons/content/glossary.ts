import * as v from 'valibot';
import { type Language } from '#shared/i18n/language.ts';
import { Words, type Word } from '../domain/glossary.ts';
import en from './words/en.json' with { type: 'json' };
import ja from './words/ja.json' with { type: 'json' };

const words: Readonly<Record<Language, readonly Word[]>> = {
  ja: sorted(v.parse(Words, ja), 'ja'),
  en: sorted(v.parse(Words, en), 'en')
};

/** All words of a language, in the order of their kana or letters. */
export function allWords(language: Language): readonly Word[] {
  return words[language];
}

/** The words with these ids, in their order; throws for one that the glossary does not have. */
export function wordsNamed(ids: readonly string[], language: Language): Word[] {
  return ids.map((id) => {
    const word = words[language].find((candidate) => candidate.id === id);
    if (!word) throw new Error(`the glossary has no word "${id}"`);
    return word;
  });
}

function sorted(file: v.InferOutput<typeof Words>, language: Language): Word[] {
  return Object.entries(file)
    .map(([id, text]) => ({ id, ...text }))
    .sort((one, other) => one.kana.localeCompare(other.kana, language));
}
