import {
  addDays,
  HOUR_MS,
  instantOf,
  localDateOf,
  weekdayOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';

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
};

/** The seats of one workshop and its line, first come first; all counts are people. */
export type WaitingLine = {
  readonly seats: number;
  readonly confirmed: number;
  /** Questions that wait for an answer: each holds a seat until then. */
  readonly asked: number;
  readonly waiting: readonly Waiter[];
};

/** Seats that neither belong to somebody nor are held for an answer. */
export function freeSeats({ seats, confirmed, asked }: Omit<WaitingLine, 'waiting'>): number {
  return Math.max(0, seats - confirmed - asked);
}

/**
 * Who is asked next whether they take a seat, in the order of the line: as many as there are free
 * seats. Whoever did not answer in time stays in the line and is asked again only by a person.
 */
export function whomToAsk(line: WaitingLine): readonly string[] {
  return line.waiting
    .filter(({ wasAsked, contactStopped }) => !wasAsked && !contactStopped)
    .slice(0, freeSeats(line))
    .map(({ signUpId }) => signUpId);
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
