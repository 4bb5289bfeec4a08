import { describe, expect, test } from 'vitest';
import { HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { makeHelper, makeSlot, NOW, VENUES } from '#tests/support/matching-town.ts';
import { helpTimeOf, seatsOf, whyClosed } from './help-slot.ts';

const helpersOf = (...helpers: readonly ReturnType<typeof makeHelper>[]) =>
  new Map(helpers.map((helper) => [helper.id, helper]));

describe('whyClosed', () => {
  const two = helpersOf(makeHelper({ id: 'a' }), makeHelper({ id: 'b' }));

  test.each([
    ['two supporters open it', { supporterIds: ['a', 'b'] }, undefined],
    ['so do one and a named host', { supporterIds: ['a'], host: '佐藤' }, undefined],
    ['nobody is alone with whom they help', { supporterIds: ['a'] }, 'two-people'],
    ['one person named twice is one', { supporterIds: ['a', 'a'] }, 'two-people'],
    ['a host alone does not help', { supporterIds: [], host: '佐藤' }, 'two-people'],
    ['what has begun is over', { startsAt: NOW }, 'past'],
    ['only registered places', { venueId: 'cafe' }, 'place-unknown'],
    ['not on the day off', { startsAt: instantOf('2026-12-07', '10:00') }, 'closed-day'],
    ['not after closing', { startsAt: instantOf('2026-12-01', '21:30') }, 'outside-hours']
  ])('%s', (_, change, why) => {
    expect(whyClosed(makeSlot(change), two, VENUES, NOW)).toBe(why);
  });

  test('a supporter who may not help does not count', () => {
    const helpers = helpersOf(makeHelper({ id: 'a' }), makeHelper({ id: 'b', mayHelp: false }));
    expect(whyClosed(makeSlot({ supporterIds: ['a', 'b'] }), helpers, VENUES, NOW)).toBe(
      'two-people'
    );
  });
});

describe('seatsOf', () => {
  const slot = makeSlot({ supporterIds: ['a'] });

  test('a seat has a turn for each half hour', () => {
    const [seat] = seatsOf([slot], helpersOf(makeHelper({ id: 'a' })));
    expect(seat?.turns.map((turn) => (turn - slot.startsAt) / HOUR_MS)).toEqual([0, 0.5, 1, 1.5]);
    expect(seat).toMatchObject({ time: 'weekday-morning', month: '2026-12', meetingsInMonth: 0 });
  });

  test('turns that overlap a meeting are not free', () => {
    const meeting = { startsAt: slot.startsAt + HOUR_MS / 4, endsAt: slot.startsAt + HOUR_MS };
    const [seat] = seatsOf([slot], helpersOf(makeHelper({ id: 'a', meetings: [meeting] })));
    expect(seat?.turns.map((turn) => (turn - slot.startsAt) / HOUR_MS)).toEqual([1, 1.5]);
    expect(seat?.meetingsInMonth).toBe(1);
  });

  test('nobody sits in two slots at once', () => {
    const later = makeSlot({ id: 'z', startsAt: slot.startsAt + HOUR_MS, supporterIds: ['a'] });
    const seats = seatsOf([later, slot], helpersOf(makeHelper({ id: 'a' })));
    expect(seats.map(({ turns }) => turns.length)).toEqual([4, 2]);
  });
});

test.each([
  ['2026-12-01', '11:59', 'weekday-morning'],
  ['2026-12-01', '12:00', 'weekday-afternoon'],
  ['2026-12-05', '09:00', 'weekend-morning'],
  ['2026-12-06', '15:00', 'weekend-afternoon']
])('%s %s is a %s', (date, time, half) => {
  expect(helpTimeOf(instantOf(date, time))).toBe(half);
});
