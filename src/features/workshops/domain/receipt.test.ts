import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isReceiptNumber,
  isReceiptToken,
  RECEIPT_TOKEN_BYTES,
  receiptNumberOf,
  receiptPayloads,
  receiptTokenOf,
  toReceiptDigits
} from './receipt.ts';
import { numberInGroups } from '#shared/text/number-groups.ts';

const receiptNumber = fc
  .integer({ min: receiptPayloads.from, max: receiptPayloads.below - 1 })
  .map(receiptNumberOf)
  .filter((number) => number !== undefined);

describe('receipt numbers', () => {
  test('one mistyped digit is always noticed', () => {
    fc.assert(
      fc.property(receiptNumber, fc.nat(6), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = (Number(number[at]) + by) % 10;
        expect(isReceiptNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(
          false
        );
      })
    );
  });

  test('two swapped digits are always noticed, neighbours or not', () => {
    fc.assert(
      fc.property(receiptNumber, fc.nat(6), fc.nat(6), (number, one, other) => {
        fc.pre(number[one] !== number[other]);
        const digits = Array.from(number);
        [digits[one], digits[other]] = [digits[other]!, digits[one]!];
        expect(isReceiptNumber(digits.join(''))).toBe(false);
      })
    );
  });

  test('every number that is given is one, and ten of eleven draws give one', () => {
    let given = 0;
    for (let payload = 100_000; payload < 111_000; payload++) {
      const number = receiptNumberOf(payload);
      if (number === undefined) continue;
      given++;
      expect(isReceiptNumber(number)).toBe(true);
    }
    expect(given).toBe(10_000);
  });

  test.each([
    ['４８２ー１９３７', '4821937'],
    [' 482-1937 ', '4821937'],
    ['482 1937', '4821937']
  ])('%s is understood', (typed, digits) => {
    expect(toReceiptDigits(typed)).toBe(digits);
  });

  test('it is shown in two groups', () => {
    expect(numberInGroups('4821937')).toBe('482-1937');
  });
});

describe('receipt tokens', () => {
  const bytes = fc.uint8Array({ minLength: RECEIPT_TOKEN_BYTES, maxLength: RECEIPT_TOKEN_BYTES });

  test('no two drawings share a token: all 80 bits are in it', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(isReceiptToken(receiptTokenOf(one))).toBe(true);
        expect(receiptTokenOf(one) === receiptTokenOf(other)).toBe(
          Buffer.compare(one, other) === 0
        );
      })
    );
  });

  test('fewer bytes than promised are a bug', () => {
    expect(() => receiptTokenOf(new Uint8Array(9))).toThrow(RangeError);
  });
});
