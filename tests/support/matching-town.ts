import type { WaitingRequest } from '#features/board/domain/fit.ts';
import type { Helper, HelpSlot } from '#features/board/domain/help-slot.ts';
import type { MatchingTown } from '#features/board/domain/matching.ts';
import type { OpeningHours } from '#features/board/domain/meeting.ts';
import { helpTimes, topics } from '#features/board/domain/request.ts';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { DAY_MS, HOUR_MS, instantOf } from '#shared/time/instant.ts';

export const NOW = instantOf('2026-11-26', '09:00');
const HOURS: OpeningHours = { opens: '09:00', closes: '22:00', closedWeekdays: [1], closures: [] };
export const VENUES: ReadonlyMap<string, OpeningHours> = new Map([
  ['chuo', HOURS],
  ['sayama', HOURS],
  ['nangai', { ...HOURS, closures: ['2026-12-02'] }]
]);

export function makeHelper(change: Partial<Helper> = {}): Helper {
  return {
    id: 'helper',
    mayHelp: true,
    topics: ['line'],
    phoneFamilies: ['android', 'iphone'],
    venues: ['chuo'],
    times: ['weekday-morning'],
    languages: ['ja'],
    monthlyLimit: 4,
    dates: [],
    meetings: [],
    ...change
  };
}

/** Tuesday 1 December, from 10 o'clock, two hours, unless told otherwise. */
export function makeSlot(change: Partial<HelpSlot> = {}): HelpSlot {
  const startsAt = change.startsAt ?? instantOf('2026-12-01', '10:00');
  return {
    id: 'slot',
    venueId: 'chuo',
    startsAt,
    endsAt: startsAt + 2 * HOUR_MS,
    minutes: 30,
    supporterIds: ['helper'],
    host: '',
    ...change
  };
}

export function makeWaiting(change: Partial<WaitingRequest> = {}): WaitingRequest {
  const venueId = change.venueId ?? 'chuo';
  return {
    id: 'request',
    topic: 'line',
    phoneFamily: 'android',
    venueId,
    times: ['weekday-morning'],
    createdAt: NOW - DAY_MS,
    languages: ['ja'],
    places: [{ venueId, metres: 0 }],
    offeredBy: null,
    wishedSupporterId: null,
    ...change
  };
}

/** A town of chance: some supporters may not help, some slots are closed, some requests fit nowhere. */
export function drawTown(
  roll: (sides: number) => number,
  size: { readonly requests: number; readonly helpers: number; readonly slots: number }
): MatchingTown {
  const some = <Item>(items: readonly Item[]) => items.filter(() => roll(2) === 0);
  const one = <Item>(items: readonly Item[]) => items[roll(items.length)] as Item;
  const places = ['chuo', 'sayama', 'nangai'];
  const helpers = Array.from({ length: size.helpers }, (_, index) =>
    makeHelper({
      id: `helper-${index}`,
      mayHelp: roll(8) > 0,
      topics: some(topics),
      phoneFamilies: some(phoneFamilies),
      languages: roll(4) === 0 ? ['ja', 'en'] : ['ja'],
      monthlyLimit: roll(5),
      meetings: some([0, 1]).map((index) => {
        const startsAt = instantOf('2026-12-01', '10:00') + index * 7 * DAY_MS;
        return { startsAt, endsAt: startsAt + HOUR_MS };
      })
    })
  );
  const slots = Array.from({ length: size.slots }, (_, index) =>
    makeSlot({
      id: `slot-${index}`,
      venueId: one([...places, 'cafe']),
      startsAt: instantOf('2026-11-25', '08:00') + roll(21) * DAY_MS + roll(15) * HOUR_MS,
      minutes: one([30, 60]),
      supporterIds: [one(helpers).id, one(helpers).id].slice(roll(2)),
      host: one(['', '佐藤'])
    })
  );
  const requests = Array.from({ length: size.requests }, (_, index) =>
    makeWaiting({
      id: `request-${index}`,
      topic: one(topics),
      phoneFamily: one(phoneFamilies),
      venueId: one(places),
      times: some(helpTimes),
      createdAt: NOW - roll(60) * DAY_MS,
      languages: roll(6) === 0 ? ['en'] : ['ja'],
      places: some(places).map((venueId) => ({ venueId, metres: roll(4000) })),
      offeredBy: roll(3) === 0 ? some(helpers).map(({ id }) => id) : null,
      wishedSupporterId: roll(5) === 0 ? one(helpers).id : null
    })
  );
  return { requests, helpers, slots, venues: VENUES, now: NOW };
}
