import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanNames, type Named } from '#tests/support/name-scan.ts';
import { EXPECTED } from './presence.ts';
import type { RosterLineView } from './roster-view.ts';
import { walkInEntry } from './roster.ts';
import { searchRoster, type RosterSearch } from './search.ts';

const people: readonly Named[] = [
  { kana: 'あべ はな', name: '阿部 花' },
  { kana: 'がっしょう きょうこ', name: '合掌 京子' },
  { kana: 'さとう はな', name: '佐藤 花' },
  { kana: 'さとう ヴぃくとる', name: 'Victor 佐藤' },
  { kana: '', name: '' }
];

function linesOf(named: readonly Named[]): readonly RosterLineView[] {
  return named.map(({ kana, name }, index) => ({
    entry: walkInEntry(
      String(index),
      { kana, name, ageBand: '75-84', phoneFamily: 'kantan', overCapacity: '' },
      index + 1
    ),
    presence: EXPECTED,
    signs: [],
    unsent: false,
    tellApart: false
  }));
}

const numbersFound = (named: readonly Named[], search: RosterSearch) =>
  searchRoster(linesOf(named), search).map(({ entry }) => entry.number);

describe('what is typed finds people', () => {
  test.each([
    ['by the first letter of the family name', 'さ', [3, 4]],
    ['by the first letter of the given name', 'は', [1, 3]],
    ['in katakana', 'サトウ', [3, 4]],
    ['in half-width katakana', 'ｻﾄｳ ﾊ', [3]],
    ['with small letters large and voice marks left out', 'かつし', [2]],
    ['by a part of the written name', '藤', [3, 4]],
    ['by written family and given name', '阿部 花', [1]],
    ['by number', '３', [3]],
    ['by nothing but spaces: everybody', '　 ', [1, 2, 3, 4, 5]],
    ['not from the middle of a name', 'とう', []]
  ])('%s', (_, text, numbers) => {
    expect(numbersFound(people, { kind: 'typed', text })).toEqual(numbers);
  });

  const letter = fc.constantFrom(
    ...Array.from('あかがさざたっつはばぱゃやゔアガッｶﾞー藤花𠮷e\u0301\u3099 　')
  );
  const word = fc.oneof(fc.string({ unit: letter, maxLength: 6 }), fc.string({ maxLength: 4 }));
  const anybody = fc.record({ kana: word, name: word });
  const typedText = word.filter((text) => !/^\d*$/.test(text.normalize('NFKC').trim()));

  test('exactly those whom a scan of every name finds, in the order of the list', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 30 }), typedText, (anyone, text) => {
        const found = numbersFound(anyone, { kind: 'typed', text });
        expect(found).toEqual(scanNames(anyone, text).map((at) => at + 1));
      }),
      { numRuns: 2000 }
    );
  });

  test('and every beginning of a name finds its own', () => {
    const rosterAndOne = fc
      .array(anybody, { minLength: 1, maxLength: 30 })
      .chain((anyone) => fc.tuple(fc.constant(anyone), fc.nat(anyone.length - 1), fc.nat(6)));
    fc.assert(
      fc.property(rosterAndOne, ([anyone, at, length]) => {
        const text = anyone[at]?.kana.slice(0, length) ?? '';
        fc.pre(!/^\d*$/.test(text.normalize('NFKC').trim()));
        expect(numbersFound(anyone, { kind: 'typed', text })).toEqual(
          scanNames(anyone, text).map((found) => found + 1)
        );
      }),
      { numRuns: 1000 }
    );
  });
});

describe('the あかさたな keys', () => {
  test.each([
    ['a row', 'か', undefined, [2]],
    ['one letter of it', 'か', 'き', []],
    ['voiced letters stand with their plain ones', 'か', 'か', [2]],
    ['only the family name counts', 'は', undefined, []]
  ])('%s', (_, row, letter, numbers) => {
    expect(numbersFound(people, { kind: 'row', row, letter })).toEqual(numbers);
  });
});
