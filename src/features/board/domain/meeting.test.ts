import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localDateOf, localTimeOf, weekdayOf } from '#shared/time/instant.ts';
import { decideMeeting, isOverlapping, meetingLengths } from './meeting.ts';

const now = instantOf('2026-11-23', '10:00');
const hours = { opens: '09:00', closes: '22:00', closedWeekdays: [1], closures: ['2026-12-29'] };
const proposal = { date: '2026-12-01', startsAt: '10:00', minutes: 30, host: '公民館 窓口 山田' };

describe('a meeting at a public place', () => {
  test('is held on an open day, in its hours, with a host', () => {
    expect(decideMeeting(proposal, hours, now)).toEqual({
      ok: true,
      value: {
        startsAt: instantOf('2026-12-01', '10:00'),
        endsAt: instantOf('2026-12-01', '10:30'),
        host: '公民館 窓口 山田'
      }
    });
  });

  test.each([
    ['on the closed weekday', { date: '2026-11-30' }, 'closed-day'],
    ['on a day the place is closed for once', { date: '2026-12-29' }, 'closed-day'],
    ['on a public holiday', { date: '2027-01-01' }, 'closed-day'],
    ['before it opens', { startsAt: '08:45' }, 'outside-hours'],
    ['past its closing', { startsAt: '21:45' }, 'outside-hours'],
    ['yesterday', { date: '2026-11-22' }, 'in-the-past'],
    ['next year', { date: '2027-11-24' }, 'too-far'],
    ['on a day that is none', { date: '2026-02-30' }, 'date-wrong'],
    ['at no time', { startsAt: '25:00' }, 'time-wrong'],
    ['for three hours', { minutes: 180 }, 'time-wrong'],
    ['without a host', { host: ' ' }, 'host-missing'],
    ['with a telephone number in the host’s name', { host: '山田 090-1234-5678' }, 'host-guarded'],
    ['with another place in the host’s name', { host: '山田 自宅で会いましょう' }, 'host-guarded'],
    ['with a story for a host', { host: 'あ'.repeat(61) }, 'host-too-long']
  ])('is not held %s', (_, change, type) => {
    expect(decideMeeting({ ...proposal, ...change }, hours, now)).toEqual({
      ok: false,
      error: { type }
    });
  });

  test('may end at closing time itself', () => {
    expect(decideMeeting({ ...proposal, startsAt: '21:30' }, hours, now).ok).toBe(true);
  });

  test('whatever is typed, an accepted meeting lies wholly in opening hours of an open day', () => {
    const typed = fc.record({
      date: fc.integer({ min: -10, max: 400 }).map((days) => localDateOf(now + days * 86_400_000)),
      startsAt: fc
        .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }))
        .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
      minutes: fc.constantFrom(...meetingLengths),
      host: fc.string()
    });
    fc.assert(
      fc.property(typed, (one) => {
        const decided = decideMeeting(one, hours, now);
        if (!decided.ok) return;
        const { startsAt, endsAt } = decided.value;
        expect(startsAt).toBeGreaterThan(now);
        expect(localDateOf(endsAt)).toBe(localDateOf(startsAt));
        expect(weekdayOf(localDateOf(startsAt))).not.toBe(1);
        expect(localTimeOf(startsAt) >= '09:00' && localTimeOf(endsAt) <= '22:00').toBe(true);
      })
    );
  });

  test('one after the other is no overlap', () => {
    expect(isOverlapping({ startsAt: 0, endsAt: 10 }, { startsAt: 10, endsAt: 20 })).toBe(false);
    expect(isOverlapping({ startsAt: 0, endsAt: 11 }, { startsAt: 10, endsAt: 20 })).toBe(true);
  });
});
