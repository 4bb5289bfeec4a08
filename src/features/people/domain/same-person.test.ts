import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSimilarKana, likenessOf, type Comparable } from './same-person.ts';

const hana: Comparable = {
  kana: 'さとう はな',
  phone: '0425632111',
  town: '狭山',
  ageBand: '75-84'
};

describe('likenessOf', () => {
  test.each([
    ['one telephone and one name', { town: null }, 'same-phone'],
    ['one telephone and one mistyped letter', { kana: 'さとう はる' }, 'same-phone'],
    ['one telephone and the family name alone', { kana: 'サトウ' }, 'same-phone'],
    ['one telephone and the given name first', { kana: 'はな さとう' }, 'same-phone'],
    ['a couple with one telephone', { kana: 'さとう たろう' }, undefined],
    ['one name, age and district', { phone: '09000000000' }, 'same-kana'],
    ['one name without a telephone', { phone: null }, 'same-kana'],
    ['one name in another district', { phone: null, town: '中央' }, undefined],
    ['one name and no word of the district', { phone: null, town: null }, undefined],
    ['one name in another age', { phone: null, ageBand: '65-74' }, undefined]
  ] as const)('%s', (_, changed, likeness) => {
    expect(likenessOf(hana, { ...hana, ...changed })).toBe(likeness);
  });

  test('who told neither district nor age is like nobody by the name alone', () => {
    const untold = { ...hana, phone: null, ageBand: 'not-told' } as const;
    expect(likenessOf(untold, untold)).toBeUndefined();
  });
});

const kana = fc.stringMatching(/^[あ-ん]{1,6}( [あ-ん]{1,6})?$/);

describe('areSimilarKana', () => {
  test('it does not matter who is looked at first', () => {
    fc.assert(
      fc.property(kana, kana, (one, other) => {
        expect(areSimilarKana(one, other)).toBe(areSimilarKana(other, one));
      })
    );
  });

  test('one letter left out, put in or changed is always noticed', () => {
    fc.assert(
      fc.property(kana, fc.nat(), fc.constantFrom('', 'に', 'にに'), (name, place, put) => {
        const letters = Array.from(name);
        const at = place % letters.length;
        const kept = put === 'にに' ? `に${letters[at]}` : put;
        const slipped = [...letters.slice(0, at), kept, ...letters.slice(at + 1)].join('');
        expect(areSimilarKana(name, slipped)).toBe(true);
      })
    );
  });

  test.each([
    ['さとう はな', 'さとう ななこ'],
    ['すずき いち', 'たなか いち'],
    ['さとう', 'しおた']
  ])('%s and %s are two', (one, other) => {
    expect(areSimilarKana(one, other)).toBe(false);
  });
});
