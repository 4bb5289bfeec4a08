import { DAY_MS, MINUTE_MS, type Instant } from '#shared/time/instant.ts';
import { assign, lowerBound } from './assignment.ts';
import type { AssignmentProblem } from './assignment/candidate-graph.ts';
import { fitOf, type WaitingRequest } from './fit.ts';
import {
  seatsOf,
  whyClosed,
  type Helper,
  type HelpSlot,
  type Seat,
  type SlotClosed
} from './help-slot.ts';
import { costOf, leavingCost, totalOf, type PairCost } from './matching-costs.ts';
import type { OpeningHours } from './meeting.ts';

export type MatchingTown = {
  readonly requests: readonly WaitingRequest[];
  readonly helpers: readonly Helper[];
  readonly slots: readonly HelpSlot[];
  /** The registered public places. */
  readonly venues: ReadonlyMap<string, OpeningHours>;
  readonly now: Instant;
};

/** What must hold for a pair, in the order in which a request that stays open is explained. */
export const matchRules = ['offer', 'family', 'language', 'place', 'time', 'month'] as const;
export type MatchRule = (typeof matchRules)[number];

/** Why a pair is a good one; the words stand in the locales. */
export const matchReasons = [
  'waited',
  'same-supporter',
  'wished-place',
  'topic',
  'family',
  'soon',
  'few-meetings'
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** Why a request stays open: no slot is open at all, a rule that nobody left by then keeps, or others. */
export const openReasons = ['no-slot', ...matchRules, 'others-first'] as const;
export type OpenReason = (typeof openReasons)[number];

export type ProposedMatch = {
  readonly requestId: string;
  readonly supporterId: string;
  readonly slotId: string;
  readonly venueId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly host: string;
  readonly reasons: readonly MatchReason[];
  readonly cost: PairCost;
};

export type MatchProposal = {
  /** By time, then by request. */
  readonly matches: readonly ProposedMatch[];
  /** Whoever waits longest first. */
  readonly open: readonly { readonly requestId: string; readonly why: OpenReason }[];
  readonly closedSlots: readonly { readonly slotId: string; readonly why: SlotClosed }[];
  /** What this costs, and what nothing can go below: they are equal. */
  readonly cost: number;
  readonly provenCost: number;
};

const LONG_WAIT_DAYS = 14;
const SOON_DAYS = 7;
const FEW_MEETINGS = 1;

/**
 * Which supporter helps with which request, when and where, so that the sum of what the pairs cost and
 * what leaving the others costs is the least of all. The same town gives the same proposal, in whatever
 * order its lists come. Nothing is decided by it: the desk confirms, and confirming checks anew.
 */
export function proposeMatches(town: MatchingTown): MatchProposal {
  const helpers = new Map(town.helpers.map((helper) => [helper.id, helper]));
  const looked = town.slots.map((slot) => ({
    slot,
    why: whyClosed(slot, helpers, town.venues, town.now)
  }));
  const seats = seatsOf(
    looked.filter(({ why }) => why === undefined).map(({ slot }) => slot),
    helpers
  );
  const requests = [...town.requests].sort(byWaiting);
  const candidates = findCandidates(requests, seats);
  const problem = problemOf(requests, seats, candidates, town.now);
  const answer = assign(problem);

  return {
    matches: matchesOf(requests, seats, answer.columnOf, town.now),
    open: requests.flatMap((request, row) =>
      answer.columnOf[row] === -1
        ? [{ requestId: request.id, why: whyOpen(request, seats, candidates[row]) }]
        : []
    ),
    closedSlots: looked
      .flatMap(({ slot, why }) => (why ? [{ slotId: slot.id, why }] : []))
      .sort((one, other) => (one.slotId < other.slotId ? -1 : 1)),
    cost: answer.cost,
    provenCost: lowerBound(problem, answer.prices)
  };
}

/** Whether a request may be given to a seat as far as this rule is asked. */
export function keepsRule(rule: MatchRule, request: WaitingRequest, seat: Seat): boolean {
  const { slot, helper } = seat;
  switch (rule) {
    case 'offer':
      return slot.isTaken === true || (request.offeredBy?.includes(helper.id) ?? true);
    case 'family':
      return fitOf(request, helper).reasons.includes('family');
    case 'language':
      return request.languages.some((language) => helper.languages.includes(language));
    case 'place':
      return request.places.some(({ venueId }) => venueId === slot.venueId);
    case 'time':
      return request.times.includes(seat.time);
    case 'month':
      return seat.meetingsInMonth < helper.monthlyLimit;
  }
}

/** @returns for each request the seats that keep every rule, by their index. */
function findCandidates(
  requests: readonly WaitingRequest[],
  seats: readonly Seat[]
): readonly (readonly number[])[] {
  const byPlaceAndTime = new Map<string, number[]>();
  seats.forEach(({ slot, time }, index) => {
    const key = `${slot.venueId}/${time}`;
    const known = byPlaceAndTime.get(key);
    if (known) known.push(index);
    else byPlaceAndTime.set(key, [index]);
  });
  return requests.map((request) =>
    [...new Set(request.places.map(({ venueId }) => venueId))]
      .flatMap((venueId) => [...new Set(request.times)].map((time) => `${venueId}/${time}`))
      .flatMap((key) => byPlaceAndTime.get(key) ?? [])
      .filter((index) => {
        const seat = seats[index];
        return seat && matchRules.every((rule) => keepsRule(rule, request, seat));
      })
  );
}

/** Rows are requests, columns seats; a supporter's month is a group over their seats. */
function problemOf(
  requests: readonly WaitingRequest[],
  seats: readonly Seat[],
  candidates: readonly (readonly number[])[],
  now: Instant
): AssignmentProblem {
  const months = [...new Set(seats.map(monthKeyOf))];
  const indexOfMonth = new Map(months.map((key, index) => [key, index]));
  const leftInMonth = new Map(
    seats.map((seat) => [monthKeyOf(seat), seat.helper.monthlyLimit - seat.meetingsInMonth])
  );
  const pairs = requests.flatMap((request, row) =>
    (candidates[row] ?? []).flatMap((column) => {
      const seat = seats[column];
      return seat ? [{ row, column, cost: totalOf(costOf(request, seat, now)) }] : [];
    })
  );
  return {
    leaving: requests.map((request) => leavingCost(request, now)),
    capacities: seats.map(({ turns }) => turns.length),
    pairs: {
      rows: pairs.map(({ row }) => row),
      columns: pairs.map(({ column }) => column),
      costs: pairs.map(({ cost }) => cost)
    },
    groups: {
      of: seats.map((seat) => indexOfMonth.get(monthKeyOf(seat)) ?? -1),
      // A month without room has no candidates, so that its limit is never asked.
      capacities: months.map((key) => Math.max(1, leftInMonth.get(key) ?? 1))
    }
  };
}

function monthKeyOf({ helper, month }: Seat): string {
  return `${month}/${helper.id}`;
}

/** In each seat the turns go to whoever waits longest first. */
function matchesOf(
  requests: readonly WaitingRequest[],
  seats: readonly Seat[],
  columnOf: Int32Array,
  now: Instant
): readonly ProposedMatch[] {
  const given = new Map<Seat, number>();
  const matches = requests.flatMap((request, row) => {
    const seat = seats[columnOf[row] ?? -1];
    if (!seat) return [];
    const turn = given.get(seat) ?? 0;
    given.set(seat, turn + 1);
    const startsAt = seat.turns[turn] ?? seat.slot.startsAt;
    return [
      {
        requestId: request.id,
        supporterId: seat.helper.id,
        slotId: seat.slot.id,
        venueId: seat.slot.venueId,
        startsAt,
        endsAt: startsAt + seat.slot.minutes * MINUTE_MS,
        host: seat.slot.host,
        reasons: reasonsFor(request, seat, now),
        cost: costOf(request, seat, now)
      }
    ];
  });
  return matches.sort(
    (one, other) => one.startsAt - other.startsAt || (one.requestId < other.requestId ? -1 : 1)
  );
}

function reasonsFor(request: WaitingRequest, seat: Seat, now: Instant): readonly MatchReason[] {
  const { slot, helper } = seat;
  const fit = fitOf(request, helper).reasons;
  const holds: Readonly<Record<MatchReason, boolean>> = {
    waited: now - request.createdAt >= LONG_WAIT_DAYS * DAY_MS,
    'same-supporter': request.wishedSupporterId === helper.id,
    'wished-place': request.venueId === slot.venueId,
    topic: fit.includes('topic'),
    family: helper.phoneFamilies.includes(request.phoneFamily),
    soon: slot.startsAt - now <= SOON_DAYS * DAY_MS,
    'few-meetings': seat.meetingsInMonth <= FEW_MEETINGS
  };
  return matchReasons.filter((reason) => holds[reason]);
}

/** The first rule that no seat keeps of those which keep all rules before it. */
function whyOpen(
  request: WaitingRequest,
  seats: readonly Seat[],
  candidates: readonly number[] | undefined
): OpenReason {
  if (candidates?.length) return 'others-first';
  if (seats.length === 0) return 'no-slot';
  let left = seats;
  for (const rule of matchRules) {
    left = left.filter((seat) => keepsRule(rule, request, seat));
    if (left.length === 0) return rule;
  }
  return 'others-first';
}

function byWaiting(one: WaitingRequest, other: WaitingRequest): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
