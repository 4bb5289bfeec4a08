import type { PhoneFamily } from '#features/people/domain/person.ts';
import {
  addDays,
  HOUR_MS,
  instantOf,
  localDateOf,
  weekdayOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';

import { addTo, freeSeatsOf, poolOf, type Taken } from './seating.ts';

/** `asked` waits for an answer and holds a seat; all others are over. */
export const offerStates = ['asked', 'yes', 'no', 'lapsed', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** Somebody in the waiting line. */
export type Waiter = {
  readonly signUpId: string;
  /** Was asked before, or is being asked now: nobody is asked twice by itself. */
  readonly wasAsked: boolean;
  /** No call and no letter goes to this person, so no question either. */
  readonly contactStopped: boolean;
  readonly phoneFamily: PhoneFamily;
  readonly companions: number;
  /** Has had the year's seats, and nobody at the desk let them in. */
  readonly isBehind: boolean;
};

/**
 * The seats of one workshop and its line, first come first. `taken` counts seats that belong to somebody
 * and those that a question holds; `chairsLeft` is less by the companions of both.
 */
export type WaitingLine = Taken & {
  /** Sign-up is over: what is left then may be asked of those who have had the year's seats. */
  readonly isClosed: boolean;
  readonly waiting: readonly Waiter[];
};

/** Whether a free seat, and chairs for those who come along, are there for somebody. */
export function hasSeatFor(
  line: Taken,
  { phoneFamily, companions }: Pick<Waiter, 'phoneFamily' | 'companions'>
): boolean {
  if (freeSeatsOf(line, poolOf(line.division ?? {}, phoneFamily)) === 0) return false;
  return companions === 0 || line.chairsLeft === undefined || companions <= line.chairsLeft;
}

/**
 * Who is asked next whether they take a seat, in the order of the line: as many as there are free
 * seats. Whoever did not answer in time stays in the line and is asked again only by a person. Who needs
 * more chairs than are left is passed over and keeps their place. Who has had the year's seats is asked
 * after everybody else, and not while others may still apply.
 */
export function whomToAsk(line: WaitingLine): readonly string[] {
  const askable = line.waiting.filter((one) => !one.wasAsked && !one.contactStopped);
  const inOrder = [
    ...askable.filter((one) => !one.isBehind),
    ...askable.filter((one) => one.isBehind && line.isClosed)
  ];
  const asked: string[] = [];
  let now: Taken = line;
  for (const one of inOrder) {
    if (!hasSeatFor(now, one)) continue;
    asked.push(one.signUpId);
    now = withSeatTaken(now, one);
  }
  return asked;
}

/** The seats once one more is held. */
function withSeatTaken(
  line: Taken,
  { phoneFamily, companions }: Pick<Waiter, 'phoneFamily' | 'companions'>
): Taken {
  const { division = {}, taken, chairsLeft } = line;
  return {
    ...line,
    taken: addTo(taken, poolOf(division, phoneFamily)),
    ...(chairsLeft === undefined ? {} : { chairsLeft: chairsLeft - companions })
  };
}

const OFFICE_CLOSES = '17:00';
const WORKDAYS_TO_ANSWER = 2;
const SHORTEST_MS = 2 * HOUR_MS;

/**
 * Until when an answer is waited for: five o'clock on the second working day, but no later than the
 * day before; when that is too soon or over, two hours, for somebody is glad of a seat at short notice.
 *
 * @returns `undefined` when the first date begins before anybody could answer: nobody is asked
 */
export function answerBy(now: Instant, startsAt: Instant): Instant | undefined {
  if (startsAt - now < SHORTEST_MS) return undefined;
  const usual = instantOf(workdaysAfter(localDateOf(now), WORKDAYS_TO_ANSWER), OFFICE_CLOSES);
  const dayBefore = instantOf(addDays(localDateOf(startsAt), -1), OFFICE_CLOSES);
  return Math.max(Math.min(usual, dayBefore), now + SHORTEST_MS);
}

/** Whether the question may still be answered by the person themselves; the deadline is exclusive. */
export function isAnswerable(
  offer: { readonly state: OfferState; readonly answerBy: Instant },
  now: Instant
): boolean {
  return offer.state === 'asked' && now < offer.answerBy;
}

function workdaysAfter(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) left -= 1;
  }
  return day;
}
