import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { sessionScope } from './operation.ts';
import {
  RANDOM_DIGITS,
  readVenueCode,
  venueCodeGroups,
  venueCodeOf,
  venueCodeOfQr,
  venueQrOf
} from './venue-code.ts';

const digit = fc.integer({ min: 0, max: 9 });
const anyCode = fc
  .array(digit, { minLength: RANDOM_DIGITS, maxLength: RANDOM_DIGITS })
  .map((digits) => venueCodeOf(digits.join('')));

test('a code is read as it is printed, in groups and with any signs between', () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom(' ', '-', ' ', ''), (code, between) => {
      expect(readVenueCode(venueCodeGroups(code).join(between))).toBe(code);
    })
  );
});

test('one wrong digit, or two that changed places, are noticed', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(RANDOM_DIGITS), digit, (code, at, other) => {
      const wrong = code.slice(0, at) + String(other) + code.slice(at + 1);
      expect(readVenueCode(wrong)).toBe(wrong === code ? code : undefined);
      const swapped =
        code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
      if (at < RANDOM_DIGITS - 1)
        expect(readVenueCode(swapped)).toBe(swapped === code ? code : undefined);
    })
  );
});

test('digits of a Japanese keyboard are read too, too few or none are not', () => {
  const code = venueCodeOf('0'.repeat(RANDOM_DIGITS));
  expect(readVenueCode('０'.repeat(RANDOM_DIGITS) + code.slice(RANDOM_DIGITS))).toBe(code);
  expect(readVenueCode(code.slice(1))).toBeUndefined();
  expect(readVenueCode('')).toBeUndefined();
});

test('a card opens its own session alone', () => {
  const [today, tomorrow] = [sessionScope(newId()), sessionScope(newId())];
  const code = venueCodeOf('1234567890123456789012');
  expect(venueCodeOfQr(venueQrOf(today, code), today)).toBe(code);
  expect(venueCodeOfQr(venueQrOf(tomorrow, code), today)).toBeUndefined();
  expect(venueCodeOfQr('https://engawa.example.jp/receipt?t=x', today)).toBeUndefined();
});
