import { err, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/clean.ts';
import { HOUR_MS, type Instant } from '#shared/time/instant.ts';
import {
  decideMeeting,
  isOverlapping,
  whyNotOpen,
  type MeetingError,
  type OpeningHours
} from './meeting.ts';

/** A time at a place that the desk opens for helpers, as it is typed. */
export type SlotProposal = {
  readonly date: string;
  readonly startsAt: string;
  readonly hours: number;
  /** How many supporters are wanted. */
  readonly wanted: number;
  /** Who of the place is there; empty while nobody is named. */
  readonly host: string;
};

export type OpenedSlot = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly wanted: number;
  readonly host: string;
};

export type SlotError = { readonly type: MeetingError['type'] | 'two-people' };

export const slotHours = [1, 2, 3] as const;
export const slotWanted = [1, 2, 3, 4] as const;
/** How long each person is helped. */
export const SLOT_MINUTES = 30;
/** Stands where a host would, to look at everything else of a slot without one. */
const UNNAMED = '-';

/**
 * Decides whether a slot may be opened: wholly in the place's hours as every meeting, and never for one
 * supporter alone with nobody of the place.
 *
 * Source: the house promises (お手伝いのお約束), "a slot opens with two supporters, or one and a named host".
 */
export function decideSlot(
  proposal: SlotProposal,
  hours: OpeningHours,
  now: Instant
): Result<OpenedSlot, SlotError> {
  const { date, startsAt, wanted } = proposal;
  const isKnown =
    (slotHours as readonly number[]).includes(proposal.hours) &&
    (slotWanted as readonly number[]).includes(wanted);
  if (!isKnown) return err({ type: 'time-wrong' });
  if (wanted < 2 && cleanLine(proposal.host) === '') return err({ type: 'two-people' });

  const isNamed = cleanLine(proposal.host) !== '';
  const turn = { date, startsAt, minutes: SLOT_MINUTES, host: isNamed ? proposal.host : UNNAMED };
  const first = decideMeeting(turn, hours, now);
  if (!first.ok) return first;
  const span = {
    startsAt: first.value.startsAt,
    endsAt: first.value.startsAt + proposal.hours * HOUR_MS
  };
  const closed = whyNotOpen(span, hours);
  if (closed) return err({ type: closed });
  return ok({ ...span, wanted, host: isNamed ? first.value.host : '' });
}

type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

/** `full`: others were there first. `busy`: they have a meeting, or another slot, at that time. */
export type TakeError = { readonly type: 'not-found' | 'full' | 'busy' };

/** Decides whether a supporter may take a place in a slot; one who has it already keeps it. */
export function decideTaking(
  slot: Span & { readonly wanted: number; readonly takenBy: readonly string[] },
  helper: { readonly id: string; readonly mayHelp: boolean; readonly busy: readonly Span[] },
  now: Instant
): Result<{ readonly isNew: boolean }, TakeError> {
  if (!helper.mayHelp || slot.startsAt <= now) return err({ type: 'not-found' });
  if (slot.takenBy.includes(helper.id)) return ok({ isNew: false });
  if (slot.takenBy.length >= slot.wanted) return err({ type: 'full' });
  if (helper.busy.some((span) => isOverlapping(span, slot))) return err({ type: 'busy' });
  return ok({ isNew: true });
}
