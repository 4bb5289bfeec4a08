import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from './clean.ts';
import { isKana, searchKeyOf, toHiragana } from './kana.ts';
import { toPhoneDigits } from './phone.ts';
import { parseRuby, phrasesOf, plainText, spokenText } from './ruby.ts';

describe('kana', () => {
  test.each([
    ['ｻﾄｳ　ﾊﾅ', 'さとう はな'],
    ['サトウ ハナ', 'さとう はな'],
    ['  さとう   はな ', 'さとう はな']
  ])('%s is kept as %s', (typed, kept) => {
    expect(toHiragana(typed)).toBe(kept);
  });

  test.each([
    ['ガッショウ', 'かつしよう'],
    ['ジュンコ', 'しゆんこ'],
    ['ぱぴ', 'はひ']
  ])('%s is searched as %s', (kana, key) => {
    expect(searchKeyOf(kana)).toBe(key);
  });

  test('searching does not depend on the kind of kana that was typed', () => {
    const katakana = fc.string({
      unit: fc.integer({ min: 0x30a1, max: 0x30f6 }).map((code) => String.fromCharCode(code))
    });
    fc.assert(fc.property(katakana, (text) => searchKeyOf(text) === searchKeyOf(toHiragana(text))));
  });

  test('kanji is not kana', () => {
    expect(isKana('さとう')).toBe(true);
    expect(isKana('佐藤')).toBe(false);
  });
});

describe('telephone numbers', () => {
  test.each([
    ['042-563-2111', '0425632111'],
    ['０９０ー１２３４ー５６７８', '09012345678'],
    ['+81 90 1234 5678', '09012345678'],
    ['(042)563-2111', '0425632111']
  ])('%s is understood', (typed, digits) => {
    expect(toPhoneDigits(typed)).toBe(digits);
  });

  test.each(['', '12345', '563-2111', '0120-1', 'でんわ'])(
    '%j is not a number one can ring',
    (typed) => {
      expect(toPhoneDigits(typed)).toBeUndefined();
    }
  );
});

describe('typed text', () => {
  test('invisible and direction-changing letters are dropped', () => {
    expect(cleanLine('さとう\u202Eはな\u200B')).toBe('さとうはな');
  });

  test('lines stay lines', () => {
    expect(cleanText('一行目 \r\n\u0000二行目')).toBe('一行目\n二行目');
  });
});

describe('text with readings', () => {
  const text = '{体験会|たいけんかい}に[行|い]く。<app:{道具|どうぐ}のアプリ>';

  test('is shown without its marks', () => {
    expect(plainText(text)).toBe('体験会に行く。道具のアプリ');
  });

  test('is spoken by its readings', () => {
    expect(spokenText(text)).toBe('たいけんかいにいく。どうぐのアプリ');
  });

  test('text without marks is one part', () => {
    expect(parseRuby('やめる')).toEqual([{ kind: 'text', text: 'やめる' }]);
  });
});

describe('phrases', () => {
  const written = (text: string) =>
    phrasesOf(parseRuby(text)).map(({ together, parts }) => [
      together,
      parts
        .map((part) =>
          part.kind === 'ruby' ? part.base : part.kind === 'text' ? part.text : part.word
        )
        .join('')
    ]);

  test('a word with a reading stays with what belongs to it', () => {
    expect(written('QRコードを [読|よ]む、ことば')).toEqual([
      [false, 'QRコードを'],
      [false, ' '],
      [true, '読む、'],
      [false, 'ことば']
    ]);
  });

  test('a phrase too long for a narrow line may break', () => {
    expect(written('とてもとてもとてもとても[長|なが]いことば')).toEqual([
      [false, 'とてもとてもとてもとても長いことば']
    ]);
  });

  test('nothing is lost or moved', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('あ', '読', ' ', '、', '。', '「', '」', '[今|いま]') }),
        (text) => {
          const parts = phrasesOf(parseRuby(text)).flatMap((phrase) => phrase.parts);
          expect(parts.map((part) => (part.kind === 'text' ? part.text : '今')).join('')).toBe(
            plainText(text)
          );
        }
      )
    );
  });
});
