import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardFragment, hardships, readCard, stepOf, type Card } from './card.ts';
import { faces } from './face.ts';

describe('a card in an address', () => {
  test.each<[string, string, Card]>([
    ['a step', '2-7.3', { slug: '2-7', place: '3' }],
    ['a step on a phone', '2-7.3.kantan', { slug: '2-7', place: '3', face: 'kantan' }],
    [
      'what was hard',
      '2-7.3.kantan.m2',
      { slug: '2-7', place: '3', face: 'kantan', hardship: 'not-found' }
    ],
    [
      'a screen of a rehearsal',
      '4-2.m3.iphone.m5',
      { slug: '4-2', place: 'm3', face: 'iphone', hardship: 'other' }
    ]
  ])('%s', (_, fragment, card) => {
    expect(readCard(fragment)).toEqual(card);
    expect(cardFragment(card)).toBe(fragment);
  });

  test.each([
    ['nothing', ''],
    ['a heading of the page', 'content'],
    ['no lesson of the catalogue', '9-9.1'],
    ['no place in it', '2-7'],
    ['a step that no lesson has', '2-7.9'],
    ['a phone that is not known', '2-7.3.palm'],
    ['the same said twice', '2-7.3.kantan.kantan'],
    ['words of somebody', '2-7.3.やまだ'],
    ['markup', '2-7.<img>']
  ])('%s is no card', (_, fragment) => {
    expect(readCard(fragment)).toBeUndefined();
  });

  test('every card is read as it was written', () => {
    const anyCard = fc.record({
      slug: fc.constantFrom('0-1', '2-7', '6-8'),
      place: fc.constantFrom('1', '8', 'camera', 'real-page', 'm1'),
      face: fc.constantFrom(undefined, ...faces),
      hardship: fc.constantFrom(undefined, ...hardships)
    });
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(readCard(cardFragment(card))).toEqual(card);
      })
    );
  });
});

test('a step has its number, a screen has none', () => {
  expect(stepOf({ slug: '2-7', place: '3' })).toBe(3);
  expect(stepOf({ slug: '2-7', place: 'camera' })).toBeUndefined();
});
