import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeShiftJis } from './shift-jis.ts';

describe('Shift_JIS', () => {
  test('the letters of Japanese names come back as they were', () => {
    for (const text of [
      'さとう はな',
      'サトウ',
      '佐藤 花',
      '髙橋 﨑',
      'ｻﾄｳ',
      '①〒042-563-2111',
      '表能ソ'
    ]) {
      expect(decodeText(encodeShiftJis(text))).toBe(text);
    }
  });

  test('known bytes are known letters', () => {
    expect([...encodeShiftJis('あ\r\n')]).toEqual([0x82, 0xa0, 0x0d, 0x0a]);
  });

  test('a wave between numbers stays a wave', () => {
    expect(decodeText(encodeShiftJis('75〜84歳'))).toBe('75～84歳');
  });

  test('a letter it does not have is shown as one that is missing, and only that', () => {
    expect(decodeText(encodeShiftJis('𠮷田🙂'))).toBe('〓田〓');
  });

  test('what was written is read again, letter for letter', () => {
    const kana = fc.string({ unit: fc.constantFrom('あ', 'ン', '狭', '山', 'ｱ', 'a', ',', '"') });
    fc.assert(
      fc.property(kana, (text) => {
        expect(decodeText(encodeShiftJis(text))).toBe(text);
      })
    );
  });
});

describe('decodeText', () => {
  test('UTF-8 is read with its mark and without', () => {
    const bytes = new TextEncoder().encode('ふりがな');
    expect(decodeText(bytes)).toBe('ふりがな');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toBe('ふりがな');
  });

  test('bytes that are no text are no text', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xd8, 0xff, 0x00]))).toBeUndefined();
  });

  test('any bytes get an answer', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes) !== 'number'));
  });
});
