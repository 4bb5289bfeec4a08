import { expect, test } from 'vitest';
import { cardCodeIn } from './card.ts';

test.each([
  ['https://engawa.example/supporters/card/AbC-12_xyZ0987', 'AbC-12_xyZ0987'],
  ['https://elsewhere.example/en/supporters/card/AbC-12_xyZ0987\n', 'AbC-12_xyZ0987'],
  ['https://engawa.example/supporters/card/AbC-12_xyZ0987?x=1', undefined],
  ['https://engawa.example/receipt#AbC-12_xyZ0987', undefined],
  ['AbC-12_xyZ0987', undefined]
])('the code in %s', (text, code) => {
  expect(cardCodeIn(text)).toBe(code);
});
