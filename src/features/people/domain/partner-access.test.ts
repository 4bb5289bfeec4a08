import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, instantOf } from '#shared/time/instant.ts';
import { arePartnerDays, partnerRight, partnerTime, type PartnerAccess } from './partner-access.ts';

const day = '2026-12-01';
const access = (changed: Partial<PartnerAccess> = {}): PartnerAccess => ({
  ...{ daysBefore: 1, daysAfter: 1, revokedAt: null },
  ...changed
});
const midnight = instantOf('2026-12-03');

describe('partnerRight', () => {
  test.each([
    [
      'two days before is too early',
      [access()],
      instantOf('2026-11-29', '23:59'),
      { kind: 'never' }
    ],
    [
      'the day before begins at midnight',
      [access()],
      instantOf('2026-11-30'),
      { kind: 'held', until: midnight }
    ],
    ['the day after is the last', [access()], midnight - 1, { kind: 'held', until: midnight }],
    ['then it is lost, from midnight on', [access()], midnight, { kind: 'lost', at: midnight }],
    [
      'revoked is lost at once',
      [access({ revokedAt: instantOf(day, '09:00') })],
      instantOf(day, '09:00'),
      { kind: 'lost', at: instantOf(day, '09:00') }
    ],
    [
      'revoked before its time, it never was',
      [access({ revokedAt: instantOf('2026-11-01') })],
      instantOf(day),
      { kind: 'never' }
    ],
    [
      'of two the one that holds counts',
      [access({ revokedAt: instantOf(day, '09:00') }), access()],
      instantOf(day, '10:00'),
      { kind: 'held', until: midnight }
    ],
    ['nothing given, nothing held', [], instantOf(day), { kind: 'never' }]
  ] as const)('%s', (_, accesses, now, right) => {
    expect(partnerRight(accesses, day, now)).toEqual(right);
  });

  test('a right is held exactly from its first day to its end, whatever the numbers', () => {
    const numbers = fc.record({
      daysBefore: fc.nat(14),
      daysAfter: fc.nat(7),
      revokedAt: fc.option(
        fc.integer({ min: -20, max: 20 }).map((n) => instantOf(day) + n * DAY_MS)
      ),
      now: fc
        .integer({ min: -20 * 24, max: 20 * 24 })
        .map((n) => instantOf(day) + (n * DAY_MS) / 24)
    });
    fc.assert(
      fc.property(numbers, ({ now, ...given }) => {
        const { from, until } = partnerTime(given, day);
        const isIn =
          now >= from && now < until && (given.revokedAt === null || now < given.revokedAt);
        expect(partnerRight([given], day, now).kind === 'held').toBe(isIn);
      })
    );
  });
});

test.each([
  [{ daysBefore: 0, daysAfter: 0 }, true],
  [{ daysBefore: 14, daysAfter: 7 }, true],
  [{ daysBefore: 15, daysAfter: 1 }, false],
  [{ daysBefore: 1, daysAfter: 8 }, false],
  [{ daysBefore: -1, daysAfter: 1 }, false],
  [{ daysBefore: 1.5, daysAfter: 1 }, false]
])('%o', (days, isRight) => {
  expect(arePartnerDays(days)).toBe(isRight);
});
