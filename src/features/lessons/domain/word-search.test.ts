import { describe, expect, test } from 'vitest';
import { plainText } from '#shared/text/ruby.ts';
import { allWords } from '../content/glossary.ts';
import { matchesSearch, searchTextOf } from './word-search.ts';

const wifi = searchTextOf('わいふぁい', 'Wi-Fi(ワイファイ)');
const browser = searchTextOf('ぶらうざ', 'ブラウザ');
const pin = searchTextOf('あんしょうばんごう', '暗証番号');

describe('a word is found', () => {
  test.each([
    ['in hiragana', browser, 'ぶらうざ'],
    ['in katakana', browser, 'ブラウザ'],
    ['in half-width katakana', browser, 'ﾌﾞﾗｳｻﾞ'],
    ['with a long mark that is not in it', browser, 'ブラウザー'],
    ['by its first letters', browser, 'ぶら'],
    ['without its voice marks', browser, 'ふらうさ'],
    ['with large letters for small', wifi, 'わいふあい'],
    ['in Latin letters', wifi, 'wi-fi'],
    ['in full-width Latin letters', wifi, 'Ｗｉ－Ｆｉ'],
    ['without its hyphen', wifi, 'WIFI'],
    ['by its kanji', pin, '暗証'],
    ['with a space in between', pin, 'あんしょう ばんごう']
  ])('%s', (_, word, asked) => {
    expect(matchesSearch(word, asked)).toBe(true);
  });

  test('nothing asked shows all, something else shows none', () => {
    expect(matchesSearch(pin, '')).toBe(true);
    expect(matchesSearch(pin, 'ぶらうざ')).toBe(false);
  });

  test.each(['ja', 'en'] as const)(
    'every word of the glossary in %s, as it is written',
    (language) => {
      for (const { kana, word } of allWords(language)) {
        const text = searchTextOf(kana, plainText(word));
        expect(matchesSearch(text, kana), kana).toBe(true);
        expect(matchesSearch(text, plainText(word)), word).toBe(true);
      }
    }
  );
});
