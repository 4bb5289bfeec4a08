import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instantOf } from '#shared/time/instant.ts';
import { dice } from '#tests/support/assignments.ts';
import {
  drawTown,
  makeHelper,
  makeSlot,
  makeWaiting,
  NOW,
  VENUES
} from '#tests/support/matching-town.ts';
import type { WaitingRequest } from './fit.ts';
import { helpTimeOf, monthOf, whyClosed, type Helper, type HelpSlot } from './help-slot.ts';
import { costOf, costParts, leavingCost, totalOf } from './matching-costs.ts';
import { proposeMatches, type MatchingTown } from './matching.ts';
import { isOverlapping } from './meeting.ts';

const host = '佐藤';

function propose(
  requests: readonly WaitingRequest[],
  helpers: readonly Helper[] = [makeHelper()],
  slots: readonly HelpSlot[] = [makeSlot({ host })]
) {
  return proposeMatches({ requests, helpers, slots, venues: VENUES, now: NOW });
}

describe('proposeMatches', () => {
  test('tells who helps, where, when and why', () => {
    const { matches, open, cost, provenCost } = propose([
      makeWaiting({ createdAt: NOW - 20 * DAY_MS, wishedSupporterId: 'helper' })
    ]);
    expect(matches).toEqual([
      {
        requestId: 'request',
        supporterId: 'helper',
        slotId: 'slot',
        venueId: 'chuo',
        startsAt: instantOf('2026-12-01', '10:00'),
        endsAt: instantOf('2026-12-01', '10:30'),
        host,
        reasons: [
          'waited',
          'same-supporter',
          'wished-place',
          'topic',
          'family',
          'soon',
          'few-meetings'
        ],
        cost: { later: 15, distance: 0, topic: 0, load: 0, 'other-supporter': 0 }
      }
    ]);
    expect(open).toEqual([]);
    expect(cost).toBe(provenCost);
  });

  test.each([
    ['no slot is open', makeWaiting(), [], 'no-slot'],
    ['nobody offered', makeWaiting({ offeredBy: ['somebody-else'] }), undefined, 'offer'],
    ['nobody knows the phone', makeWaiting({ phoneFamily: 'kantan' }), undefined, 'family'],
    ['nobody speaks the language', makeWaiting({ languages: ['en'] }), undefined, 'language'],
    ['no slot at a place that suits', makeWaiting({ venueId: 'sayama' }), undefined, 'place'],
    ['no time in common', makeWaiting({ times: ['weekend-morning'] }), undefined, 'time']
  ])('a request stays open: %s', (_, request, slots, why) => {
    expect(propose([request], undefined, slots).open).toEqual([{ requestId: 'request', why }]);
  });

  test('a supporter whose month is full is asked for nothing more', () => {
    const startsAt = instantOf('2026-12-15', '10:00');
    const meetings = [{ startsAt, endsAt: startsAt + HOUR_MS }];
    const full = makeHelper({ monthlyLimit: 1, meetings });
    expect(propose([makeWaiting()], [full]).open).toEqual([{ requestId: 'request', why: 'month' }]);
  });

  test('the last place goes to whoever waits longest, even at the other end of town', () => {
    const waited = makeWaiting({
      id: 'waited',
      createdAt: NOW - 3 * DAY_MS,
      topic: 'map',
      venueId: 'sayama',
      places: [{ venueId: 'chuo', metres: 3000 }],
      wishedSupporterId: 'somebody-else'
    });
    const { matches, open } = propose(
      [makeWaiting({ id: 'handy', createdAt: NOW - 2 * DAY_MS }), waited],
      [makeHelper({ monthlyLimit: 1 })]
    );
    expect(matches.map(({ requestId }) => requestId)).toEqual(['waited']);
    expect(open).toEqual([{ requestId: 'handy', why: 'others-first' }]);
  });

  test('a month’s limit holds over all its slots together', () => {
    const slots = ['2026-12-01', '2026-12-08', '2026-12-15'].map((date) =>
      makeSlot({ id: date, startsAt: instantOf(date, '10:00'), host })
    );
    const requests = ['a', 'b', 'c', 'd'].map((id) => makeWaiting({ id }));
    const { matches, open } = propose(requests, [makeHelper({ monthlyLimit: 3 })], slots);
    expect(matches).toHaveLength(3);
    expect(open).toEqual([{ requestId: 'd', why: 'others-first' }]);
  });

  test('whoever helped least is asked first', () => {
    const startsAt = instantOf('2026-12-15', '10:00');
    const busy = makeHelper({ id: 'a', meetings: [{ startsAt, endsAt: startsAt + HOUR_MS }] });
    const slot = makeSlot({ supporterIds: ['a', 'b'] });
    const { matches } = propose([makeWaiting()], [busy, makeHelper({ id: 'b' })], [slot]);
    expect(matches).toMatchObject([{ supporterId: 'b' }]);
  });

  test('a slot with one supporter and no host is told with its reason', () => {
    const { closedSlots, open } = propose([makeWaiting()], undefined, [makeSlot()]);
    expect(closedSlots).toEqual([{ slotId: 'slot', why: 'two-people' }]);
    expect(open).toEqual([{ requestId: 'request', why: 'no-slot' }]);
  });
});

test('whatever speaks against a pair, leaving the request speaks more', () => {
  const [year, place] = [365 * DAY_MS, { venueId: 'chuo', metres: 1_000_000 }];
  const request = makeWaiting({
    createdAt: NOW - year,
    topic: 'map',
    places: [place],
    wishedSupporterId: 'other'
  });
  const seat = {
    slot: makeSlot({ startsAt: NOW + year }),
    helper: makeHelper(),
    time: 'weekday-morning',
    month: '2027-11',
    turns: [],
    meetingsInMonth: 99
  } as const;
  const worst = costOf(request, seat, NOW);
  expect(costParts.every((part) => worst[part] > 0)).toBe(true);
  const aDay =
    leavingCost(request, NOW) - leavingCost({ ...request, createdAt: NOW - year + DAY_MS }, NOW);
  expect(totalOf(worst)).toBeLessThan(aDay);
});

describe('in any town', () => {
  const anyTown = fc
    .record({
      seed: fc.nat(),
      requests: fc.integer({ min: 0, max: 25 }),
      helpers: fc.integer({ min: 1, max: 8 }),
      slots: fc.integer({ min: 0, max: 14 })
    })
    .map(({ seed, ...size }) => drawTown(dice(seed), size));

  test('no proposal breaks a rule, and every request is either proposed or explained', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const { matches, open, cost, provenCost } = proposeMatches(town);
        expect(cost).toBe(provenCost);
        const told = [...matches, ...open].map(({ requestId }) => requestId);
        expect(told.sort()).toEqual(town.requests.map(({ id }) => id).sort());
        for (const match of matches) refuseBrokenRule(town, match);
        refuseBrokenLimits(town, matches);
      }),
      { numRuns: 300 }
    );
  });

  test('the order of the lists changes nothing', () => {
    fc.assert(
      fc.property(anyTown, fc.nat(), (town, seed) => {
        const shuffled = { ...town };
        shuffled.requests = shuffle(town.requests, seed);
        shuffled.helpers = shuffle(town.helpers, seed + 1);
        shuffled.slots = shuffle(town.slots, seed + 2);
        expect(proposeMatches(shuffled)).toEqual(proposeMatches(town));
      })
    );
  });

  test('one more supporter with a slot of their own never makes it worse', () => {
    fc.assert(
      fc.property(anyTown, (town) => {
        const helper = makeHelper({ id: 'new' });
        const slot = makeSlot({ id: 'new', supporterIds: ['new'], host });
        const more = {
          ...town,
          helpers: [...town.helpers, helper],
          slots: [...town.slots, slot]
        };
        expect(proposeMatches(more).cost).toBeLessThanOrEqual(proposeMatches(town).cost);
      })
    );
  });
});

type Match = ReturnType<typeof proposeMatches>['matches'][number];

/** The rules said once more, in another way than the matching asks them. */
function refuseBrokenRule(town: MatchingTown, match: Match): void {
  const request = town.requests.find(({ id }) => id === match.requestId)!;
  const helper = town.helpers.find(({ id }) => id === match.supporterId)!;
  const slot = town.slots.find(({ id }) => id === match.slotId)!;
  const helpers = new Map(town.helpers.map((one) => [one.id, one]));

  expect(whyClosed(slot, helpers, town.venues, town.now)).toBeUndefined();
  expect(slot.supporterIds).toContain(helper.id);
  expect(helper.mayHelp).toBe(true);
  expect(request.offeredBy ?? [helper.id]).toContain(helper.id);
  expect(['none', 'unknown', ...helper.phoneFamilies]).toContain(request.phoneFamily);
  expect(new Set([...helper.languages, ...request.languages]).size).toBeLessThan(
    new Set(helper.languages).size + new Set(request.languages).size
  );
  expect(request.places.map(({ venueId }) => venueId)).toContain(match.venueId);
  expect(request.times).toContain(helpTimeOf(slot.startsAt));
  expect(match.startsAt).toBeGreaterThanOrEqual(slot.startsAt);
  expect(match.endsAt).toBeLessThanOrEqual(slot.endsAt);
}

function refuseBrokenLimits(town: MatchingTown, matches: readonly Match[]): void {
  for (const helper of town.helpers) {
    const own = matches.filter(({ supporterId }) => supporterId === helper.id);
    const all = [...own, ...helper.meetings];
    for (const match of own) {
      expect(all.filter((other) => isOverlapping(match, other))).toEqual([match]);
      const month = all.filter(({ startsAt }) => monthOf(startsAt) === monthOf(match.startsAt));
      expect(month.length).toBeLessThanOrEqual(helper.monthlyLimit);
    }
  }
}

function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const roll = dice(seed + 1);
  return items
    .map((item) => ({ item, place: roll(1_000_000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
