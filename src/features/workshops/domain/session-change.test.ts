import { describe, expect, test } from 'vitest';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import {
  checkCancellation,
  checkChange,
  checkReason,
  checkWeather,
  isRoomLargeEnough,
  type SessionBefore
} from './session-change.ts';

const startsAt = instantOf('2026-12-01', '10:00');
const before: SessionBefore = {
  state: 'planned',
  startsAt,
  endsAt: startsAt + 2 * HOUR_MS,
  venueId: 'sayama',
  bringJa: '飲みもの',
  bringEn: 'A drink'
};
const now = instantOf('2026-11-20', '10:00');

describe('checkReason', () => {
  test.each([
    ['a reason in words is needed', { ja: '', en: 'Storm' }, 'reason-missing'],
    ['it is one sentence', { ja: 'あ'.repeat(81), en: '' }, 'reason-too-long']
  ])('%s', (_, reason, type) => {
    expect(checkReason(reason)).toEqual({ ok: false, error: { type } });
  });

  test('without English the Japanese stands in both', () => {
    expect(checkReason({ ja: '講師の急病', en: '' })).toEqual({
      ok: true,
      value: { ja: '講師の急病', en: '講師の急病' }
    });
  });
});

describe('checkChange', () => {
  test.each([
    ['a later beginning', { startsAt: startsAt + HOUR_MS }],
    ['another place', { venueId: 'chuo' }],
    ['another room', { roomId: 'hall' }],
    ['something else to bring', { bringJa: 'めがね' }]
  ])('%s is a change', (_, changed) => {
    expect(checkChange(before, { ...before, ...changed }, now)).toMatchObject({ ok: true });
  });

  test.each([
    ['nothing changed', {}, {}, 'nothing-changed'],
    ['an end before the beginning', {}, { endsAt: startsAt }, 'ends-before-it-starts'],
    ['a day that is gone', {}, { startsAt: now, endsAt: now + 1 }, 'in-the-past'],
    [
      'a day before the draw',
      { drawsAt: startsAt - HOUR_MS },
      { startsAt: startsAt - HOUR_MS },
      'before-the-draw'
    ],
    ['what was called off', { state: 'cancelled' }, { venueId: 'chuo' }, 'already-cancelled'],
    ['what has begun', { startsAt: now }, { venueId: 'chuo' }, 'already-begun']
  ] as const)('%s is refused', (_, was, to, type) => {
    const session = { ...before, ...was };
    expect(checkChange(session, { ...session, ...to }, now)).toEqual({
      ok: false,
      error: { type }
    });
  });
});

test.each([
  ['a chair for everybody', 12, { seats: 10, sitting: 12 }, true],
  ['one too few for those who come', 11, { seats: 10, sitting: 12 }, false],
  ['one too few for the seats', 9, { seats: 10, sitting: 3 }, false]
])('a room with %s', (_, chairs, people, isEnough) => {
  expect(isRoomLargeEnough(chairs, people)).toBe(isEnough);
});

describe('checkWeather', () => {
  test.each([
    ['the rule decides at seven', '2026-12-01', '07:00', undefined],
    ['not a minute before', '2026-12-01', '06:59', 'not-decided-yet'],
    ['not the day before', '2026-11-30', '20:00', 'not-today'],
    ['not when it has begun', '2026-12-01', '10:00', 'already-begun']
  ])('%s', (_, day, time, type) => {
    const answer = checkWeather(before, '07:00', instantOf(day, time));
    expect(answer.ok ? undefined : answer.error.type).toBe(type);
  });

  test('a date is called off once', () => {
    expect(checkCancellation({ ...before, state: 'cancelled' }, now)).toEqual({
      ok: false,
      error: { type: 'already-cancelled' }
    });
  });
});
