import {
  addDays,
  instantOf,
  localDateOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';

/** What came of a call; after `not-reached` it is tried again, all others are the last word. */
export const callResults = ['reached', 'not-reached', 'wrong-number', 'will-not-come'] as const;
export type CallResult = (typeof callResults)[number];

/** When to try again; people are home at other hours than the one that was tried. */
export const nextTries = ['afternoon', 'tomorrow-morning', 'tomorrow-afternoon'] as const;
export type NextTry = (typeof nextTries)[number];

export type ReminderCall = {
  readonly result: CallResult;
  readonly calledAt: Instant;
  /** `null` when that was the last call. */
  readonly nextAt: Instant | null;
};

/** The week before a date, announced on the page and on the receipt: nobody is rung before. */
const ANNOUNCED_DAYS = 7;
/** After so many tries nobody rings any more: a telephone that rings daily frightens. */
export const MOST_TRIES = 3;

/** The latest date whose people are rung today: seven days ahead. */
export function lastAnnouncedDate(today: LocalDate): LocalDate {
  return addDays(today, ANNOUNCED_DAYS);
}

/** How a person stands on the call list; `calls` oldest first. */
export function reminderState(
  calls: readonly ReminderCall[],
  now: Instant
): 'to-call' | 'later' | 'done' {
  const last = calls.at(-1);
  if (!last) return 'to-call';
  if (last.nextAt === null) return 'done';
  return last.nextAt <= now ? 'to-call' : 'later';
}

/**
 * When the next try is made after a call that reached nobody.
 * @returns `null` after the last try, and when the date has begun by then
 */
export function nextTryAt(
  choice: NextTry,
  told: { readonly tries: number; readonly startsAt: Instant; readonly now: Instant }
): Instant | null {
  if (told.tries >= MOST_TRIES) return null;
  const today = localDateOf(told.now);
  const at = {
    afternoon: instantOf(today, '14:00'),
    'tomorrow-morning': instantOf(addDays(today, 1), '10:00'),
    'tomorrow-afternoon': instantOf(addDays(today, 1), '14:00')
  }[choice];
  const next = Math.max(at, told.now);
  return next < told.startsAt ? next : null;
}
