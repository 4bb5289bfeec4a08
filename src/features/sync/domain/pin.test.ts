import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time/instant.ts';
import { isLeftAlone, pinTrouble, triesToSay } from './pin.ts';

describe('a PIN', () => {
  test.each(['', '12345', '1234567', '12a456', '１２３４５６'])('%j has not six digits', (pin) => {
    expect(pinTrouble(pin)).toBe('length');
  });

  test.each([
    ...['000000', '123456', '654321', '123123', '121212', '112233', '010101', '998877'],
    ...['480312', '194803', '200112', '771231']
  ])('%s is among the first that anybody would try', (pin) => {
    expect(pinTrouble(pin)).toBe('easy');
  });

  test.each(['271828', '905173', '486092', '138794'])('%s is taken', (pin) => {
    expect(pinTrouble(pin)).toBeUndefined();
  });

  test('most numbers are taken, so that the rules tell a thief little', () => {
    const some = Array.from({ length: 76_923 }, (_, index) => String(index * 13).padStart(6, '0'));
    const taken = some.filter((pin) => pinTrouble(pin) === undefined);
    expect(taken.length / some.length).toBeGreaterThan(0.92);
  });
});

test('how many tries are left is said from the fifth wrong one on', () => {
  expect([0, 4, 5, 9, 10].map(triesToSay)).toEqual([undefined, undefined, 5, 1, 0]);
});

describe('a device that nobody looks after', () => {
  const seen = { lastTouchedAt: 0, hiddenSince: undefined, isScanning: false };

  test.each([
    [{ ...seen, now: 3 * MINUTE_MS - 1 }, false],
    [{ ...seen, now: 3 * MINUTE_MS }, true],
    [{ ...seen, isScanning: true, now: 5 * MINUTE_MS - 1 }, false],
    [{ ...seen, isScanning: true, now: 5 * MINUTE_MS }, true],
    [{ ...seen, hiddenSince: 0, now: MINUTE_MS }, false],
    [{ ...seen, hiddenSince: 0, now: MINUTE_MS + 1 }, true]
  ])('%j: left alone is %s', (attention, alone) => {
    expect(isLeftAlone(attention)).toBe(alone);
  });

  test('once left alone it stays so until it is touched', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (now, later, isScanning) => {
        const alone = (at: number) => isLeftAlone({ ...seen, isScanning, now: at });
        expect(alone(now) && !alone(now + later)).toBe(false);
      })
    );
  });
});
