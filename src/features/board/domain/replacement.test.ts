import { describe, expect, test } from 'vitest';
import { MINUTE_MS, instantOf } from '#shared/time/instant.ts';
import { makeHelper, makeWaiting } from '#tests/support/matching-town.ts';
import { whyNotFit, type Replacement } from './replacement.ts';

/** Tuesday 1 December in the morning, at the place and time that was wished. */
function at(time: string, venueId = 'chuo') {
  const startsAt = instantOf('2026-12-01', time);
  return { startsAt, endsAt: startsAt + 30 * MINUTE_MS, host: '窓口 山田', venueId };
}
const fitting: Replacement = {
  request: makeWaiting({ offeredBy: ['helper'] }),
  helper: makeHelper(),
  meeting: at('10:00'),
  isSameTime: true,
  isHeld: false,
  hasAgreed: false
};
const nobodyOffered = makeWaiting({ offeredBy: [] });
const inTheAfternoon = { meeting: at('14:00'), isSameTime: false, hasAgreed: true };

describe('whether somebody may take a confirmed meeting over', () => {
  test.each<[string, Partial<Replacement>, string | undefined]>([
    ['who offered and fits may', {}, undefined],
    ['who did not offer may not', { request: nobodyOffered }, 'offer'],
    [
      'a yes by telephone stands for an offer',
      { request: nobodyOffered, hasAgreed: true },
      undefined
    ],
    ['a place taken in the slot does too', { request: nobodyOffered, isHeld: true }, undefined],
    ['another phone', { helper: makeHelper({ phoneFamilies: ['iphone'] }) }, 'family'],
    [
      'another phone, whatever was said',
      { helper: makeHelper({ phoneFamilies: ['iphone'] }), hasAgreed: true, isHeld: true },
      'family'
    ],
    ['another language', { helper: makeHelper({ languages: ['en'] }) }, 'language'],
    ['a full month', { helper: makeHelper({ monthlyLimit: 0 }) }, 'month'],
    ['another meeting then', { helper: makeHelper({ meetings: [at('10:15')] }) }, 'busy'],
    ['a meeting before it is none', { helper: makeHelper({ meetings: [at('09:30')] }) }, undefined],
    ['a place they do not come to', { helper: makeHelper({ venues: ['sayama'] }) }, 'not-there'],
    [
      'a day they are away',
      { helper: makeHelper({ dates: [{ date: '2026-12-01', kind: 'away' }] }) },
      'not-there'
    ],
    [
      'a day they are away, but they said yes',
      { helper: makeHelper({ dates: [{ date: '2026-12-01', kind: 'away' }] }), hasAgreed: true },
      undefined
    ],
    ['a new time that does not suit the person', inTheAfternoon, 'time'],
    ['the time the person agreed to before', { ...inTheAfternoon, isSameTime: true }, undefined],
    [
      'a new place the person does not come to',
      { meeting: at('10:00', 'sayama'), isSameTime: false, hasAgreed: true },
      'place'
    ],
    ['a new time that suits both', { meeting: at('11:00'), isSameTime: false }, undefined]
  ])('%s', (_, change, misfit) => {
    expect(whyNotFit({ ...fitting, ...change })).toBe(misfit);
  });
});
