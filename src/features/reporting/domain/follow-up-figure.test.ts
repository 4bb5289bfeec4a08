import { describe, expect, test } from 'vitest';
import { stillAbleFigure } from './follow-up-figure.ts';

describe('who still can', () => {
  test.each([
    ['all of many', 9, 0, { answered: 9, still: 9 }],
    ['about half of many', 6, 5, { answered: 11, still: 6 }],
    ['a few who cannot are not told', 9, 2, { answered: 11, still: 'few' }],
    ['a few who can are not told', 2, 9, { answered: 11, still: 'few' }],
    ['few answers are not told', 3, 1, { answered: 'few', still: 'few' }]
  ] as const)('%s', (_, still, not, figure) => {
    expect(
      stillAbleFigure([
        { topic: 'line', answer: 'still', count: still },
        { topic: 'line', answer: 'not-now', count: not }
      ])
    ).toEqual([{ topic: 'line', ...figure }]);
  });

  test('with somebody beside them is not by themselves', () => {
    expect(
      stillAbleFigure([
        { topic: 'line', answer: 'still', count: 5 },
        { topic: 'line', answer: 'with-help', count: 5 },
        { topic: 'map', answer: 'still', count: 20 }
      ])
    ).toEqual([
      { topic: 'map', answered: 20, still: 20 },
      { topic: 'line', answered: 10, still: 5 }
    ]);
  });
});
