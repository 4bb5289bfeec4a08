import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNewSighting, NO_BURST, readKey, type KeyPress } from './scanner.ts';

/** @returns everything that was read while these keys came. */
function readAll(keys: readonly KeyPress[]): string[] {
  let burst = NO_BURST;
  const codes: string[] = [];
  for (const key of keys) {
    const next = readKey(burst, key);
    burst = next.burst;
    if (next.read !== undefined) codes.push(next.read);
  }
  return codes;
}
/** The keys of a text and the Enter that ends it. */
const keysOf = (text: string) => [...Array.from(text), 'Enter'];
const typed = (keys: readonly string[], gapMs: number, inField = false) =>
  keys.map((key, index) => ({ key, at: 1000 + index * gapMs, inField }));
const scanned = (text: string) => typed(keysOf(text), 8);

const codes = fc.stringMatching(/^[!-~]{4,80}$/);

describe('a hand scanner', () => {
  test('is read, whatever it sends, capitals with their Shift too', () => {
    fc.assert(
      fc.property(codes, (text) => {
        expect(readAll(scanned(text))).toEqual([text]);
      })
    );
    const keys = ['Shift', 'A', 'b', 'Shift', 'C', '1', 'Enter'];
    expect(readAll(typed(keys, 5))).toEqual(['AbC1']);
  });

  test('never takes what a hand types, nor what goes into a field', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 51, max: 900 }), (text, gap) => {
        expect(readAll(typed(keysOf(text), gap))).toEqual([]);
        expect(readAll(typed(keysOf(text), 8, true))).toEqual([]);
      })
    );
  });

  test('begins anew after a stray key and after a burst without its end', () => {
    const first = typed(keysOf('xengawa').slice(0, -1), 8);
    const second = scanned('4711').map((key) => ({ ...key, at: key.at + 5000 }));
    expect(readAll([...first, ...second])).toEqual(['4711']);
  });
});

test('a code before the camera counts once until it was away, or another came', () => {
  const seen = { text: 'a', seenAt: 1000 };
  expect(isNewSighting(undefined, seen)).toBe(true);
  expect(isNewSighting(seen, { text: 'a', seenAt: 1120 })).toBe(false);
  expect(isNewSighting(seen, { text: 'b', seenAt: 1120 })).toBe(true);
  expect(isNewSighting(seen, { text: 'a', seenAt: 4000 })).toBe(true);
});
