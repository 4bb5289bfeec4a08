import { DAY_MS, type Instant } from '#shared/time/instant.ts';
import { fitOf, type WaitingRequest } from './fit.ts';
import type { Seat } from './help-slot.ts';

/** What may speak against a pair, in whole numbers; less is better. */
export const costParts = ['later', 'distance', 'topic', 'load', 'other-supporter'] as const;
export type CostPart = (typeof costParts)[number];
export type PairCost = Readonly<Record<CostPart, number>>;

/** Who was not asked to wait yet loses this for each day to the meeting; who waits, more for each week. */
const A_DAY_LATER = 1;
const MOST_WEEKS = 8;
const LATEST_DAYS = 56;
/** A hundred metres more on foot weigh like one day more, up to three kilometres. */
const METRES = 100;
const FARTHEST = 30;
/** Somebody who knows the topic is worth waiting three weeks for. */
const UNKNOWN_TOPIC = 20;
/** Each meeting of the month already: who helped least is asked first. */
const A_MEETING = 8;
const MOST_MEETINGS = 10;
/** Coming back to the same person matters most where it was wished: new faces are hard with dementia. */
const OTHER_SUPPORTER = 60;

/** More than all parts of a pair together: a day of waiting is never outweighed by a more handy pair. */
const A_WAITED_DAY = 1000;
/** One more person helped counts like a week of waiting, so that two are not left for one. */
const A_PERSON_IN_DAYS = 7;
const MOST_WAITED_DAYS = 1000;

/** What leaving a request open costs: its days on the board above all. */
export function leavingCost({ createdAt }: WaitingRequest, now: Instant): number {
  return (
    A_WAITED_DAY * (A_PERSON_IN_DAYS + Math.min(MOST_WAITED_DAYS, daysBetween(createdAt, now)))
  );
}

/** What speaks against giving this request to this seat. */
export function costOf(
  request: WaitingRequest,
  { slot, helper, meetingsInMonth }: Seat,
  now: Instant
): PairCost {
  const weeks = Math.min(MOST_WEEKS, Math.floor(daysBetween(request.createdAt, now) / 7));
  const days = Math.min(LATEST_DAYS, daysBetween(now, slot.startsAt));
  const metres = Math.min(
    ...request.places
      .filter(({ venueId }) => venueId === slot.venueId)
      .map((place) => place.metres),
    METRES * FARTHEST
  );
  const knowsTopic = fitOf(request, helper).reasons.includes('topic');
  const isOther = request.wishedSupporterId !== null && request.wishedSupporterId !== helper.id;
  return {
    later: days * (A_DAY_LATER + weeks),
    distance: Math.round(metres / METRES),
    topic: knowsTopic ? 0 : UNKNOWN_TOPIC,
    load: A_MEETING * Math.min(MOST_MEETINGS, meetingsInMonth),
    'other-supporter': isOther ? OTHER_SUPPORTER : 0
  };
}

export function totalOf(cost: PairCost): number {
  return costParts.reduce((sum, part) => sum + cost[part], 0);
}

function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / DAY_MS));
}
