import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShortNumberReader, ShortNumberWriter } from './short-number.ts';

const anyChoice = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) => {
    const possible = [...weights.keys()].filter((index) => (weights[index] ?? 0) > 0);
    return fc.record({ weights: fc.constant(weights), chosen: fc.constantFrom(...possible) });
  });

function digitsOf(choices: readonly { weights: readonly number[]; chosen: number }[]): string {
  const writer = new ShortNumberWriter();
  for (const { weights, chosen } of choices) writer.put(weights, chosen);
  return writer.digits();
}

test('choices are read as they were written, with any zeros after them', () => {
  fc.assert(
    fc.property(fc.array(anyChoice), fc.nat(5), (choices, zeros) => {
      const reader = new ShortNumberReader(digitsOf(choices) + '0'.repeat(zeros));
      expect(choices.map(({ weights }) => reader.take(weights))).toEqual(
        choices.map(({ chosen }) => chosen)
      );
    })
  );
});

test.each([
  ['no choice needs no digit', [], ''],
  ['a choice of one needs none', [{ weights: [7], chosen: 0 }], ''],
  ['one digit says which of ten', [{ weights: new Array<number>(10).fill(1), chosen: 7 }], '7'],
  ['what is likely costs less', [{ weights: [1, 98, 1], chosen: 1 }], '1'],
  ['than what is not', [{ weights: [1, 98, 1], chosen: 2 }], '99']
])('%s', (_, choices, digits) => {
  expect(digitsOf(choices)).toBe(digits);
});

test('the digits are as few as the chance of the row allows', () => {
  fc.assert(
    fc.property(fc.array(anyChoice, { maxLength: 20 }), (choices) => {
      const leastDigits = choices.reduce((sum, { weights, chosen }) => {
        const total = weights.reduce((all, weight) => all + weight, 0);
        return sum + Math.log10(total / (weights[chosen] ?? 1));
      }, 0);
      expect(digitsOf(choices).length).toBeLessThanOrEqual(Math.ceil(leastDigits + 1e-9));
    })
  );
});
