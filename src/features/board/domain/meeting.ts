import * as v from 'valibot';
import { phoneFamilies } from '#features/people/domain/person.ts';
import { whyClosed } from '#features/places/domain/open-days.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import {
  HOUR_MS,
  MINUTE_MS,
  addDays,
  instantOf,
  localDateOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import { findGuarded } from './guard.ts';
import { topics } from './request.ts';

/** When a place may be used; clock times in Tokyo. */
export type OpeningHours = {
  readonly opens: string;
  readonly closes: string;
  readonly closedWeekdays: readonly number[];
  readonly closures: readonly LocalDate[];
};

/** A meeting as the desk types it. */
export type Proposal = {
  readonly date: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly host: string;
};

export type Meeting = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly host: string;
};

export type MeetingError = {
  readonly type:
    | 'date-wrong'
    | 'time-wrong'
    | 'in-the-past'
    | 'too-far'
    | 'closed-day'
    | 'outside-hours'
    | 'host-missing'
    | 'host-too-long'
    | 'host-guarded';
};

export const meetingLengths = [30, 45, 60, 90] as const;
const LATEST_DAYS = 180;
const LONGEST_HOST = 60;

/**
 * Decides whether a meeting may be held: on an open day (no public holiday), wholly inside the place's hours (closing time
 * is its last possible end), in the future, with somebody of the place named as host.
 *
 * Source: the house promises (お手伝いのお約束), "only registered public places in opening hours".
 */
export function decideMeeting(
  proposal: Proposal,
  hours: OpeningHours,
  now: Instant
): Result<Meeting, MeetingError> {
  const { date, startsAt: time, minutes } = proposal;
  const host = cleanLine(proposal.host);
  if (!isDate(date)) return err({ type: 'date-wrong' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return err({ type: 'time-wrong' });
  if (!(meetingLengths as readonly number[]).includes(minutes)) return err({ type: 'time-wrong' });
  if (!host) return err({ type: 'host-missing' });
  if (host.length > LONGEST_HOST) return err({ type: 'host-too-long' });
  if (findGuarded(host).length > 0) return err({ type: 'host-guarded' });

  const startsAt = instantOf(date, time);
  const endsAt = startsAt + minutes * MINUTE_MS;
  if (startsAt <= now) return err({ type: 'in-the-past' });
  if (date > addDays(localDateOf(now), LATEST_DAYS)) return err({ type: 'too-far' });
  const closed = whyNotOpen({ startsAt, endsAt }, hours);
  return closed ? err({ type: closed }) : ok({ startsAt, endsAt, host });
}

/** @returns `undefined` when the place is open all the time, which lies on one day. */
export function whyNotOpen(
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
  hours: OpeningHours
): 'closed-day' | 'outside-hours' | undefined {
  const date = localDateOf(startsAt);
  const days = {
    weekdays: hours.closedWeekdays,
    closures: new Map(hours.closures.map((closed) => [closed, '']))
  };
  if (whyClosed(days, date)) return 'closed-day';
  const isInside =
    startsAt >= instantOf(date, hours.opens) && endsAt <= instantOf(date, hours.closes);
  return isInside ? undefined : 'outside-hours';
}

/** Two spans that share a moment; one that begins when the other ends does not. */
export function isOverlapping(
  one: Pick<Meeting, 'startsAt' | 'endsAt'>,
  other: Pick<Meeting, 'startsAt' | 'endsAt'>
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && localDateOf(instantOf(text)) === text;
}

/**
 * What the supporter's own phone holds of a confirmed meeting: where, when, about what, and who of the
 * place is there. Never the name, telephone or address of the person helped.
 */
export const MatchCard = v.strictObject({
  matchId: v.string(),
  topic: v.picklist(topics),
  phoneFamily: v.picklist(phoneFamilies),
  venue: v.strictObject({ ja: v.string(), en: v.string() }),
  address: v.string(),
  startsAt: v.number(),
  endsAt: v.number(),
  host: v.string(),
  state: v.picklist(['confirmed', 'done', 'cancelled'])
});
export type MatchCard = v.InferOutput<typeof MatchCard>;

export const matchStates = ['confirmed', 'done', 'cancelled'] as const;
export type MatchState = (typeof matchStates)[number];

/**
 * Whether logging is the next thing to do: from an hour before the meeting begins, since people come
 * early. A record is taken at any time; it happened.
 */
export function isDue(card: Pick<MatchCard, 'startsAt'>, now: Instant): boolean {
  return now >= card.startsAt - HOUR_MS;
}

/** Who cannot come. After `person` the request is withdrawn; otherwise it is on the board again. */
export const cancelReasons = ['supporter', 'place', 'person'] as const;
export type CancelReason = (typeof cancelReasons)[number];
/**
 * Why a meeting was cancelled. A suspended supporter's are cancelled with the suspension; a swapped one
 * has another in its place; an undone one had been confirmed by the rule.
 */
export type CancelCause = CancelReason | 'suspended' | 'swapped' | 'undone';
