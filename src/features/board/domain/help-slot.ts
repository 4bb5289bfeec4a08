import {
  MINUTE_MS,
  localDateOf,
  localTimeOf,
  weekdayOf,
  type Instant,
  type LocalDate
} from '#shared/time/instant.ts';
import type { Strengths } from './fit.ts';
import { isOverlapping, whyNotOpen, type OpeningHours } from './meeting.ts';
import type { HelpTime } from './request.ts';

/** A time at a place at which supporters are there to help, one person after the other. */
export type HelpSlot = {
  readonly id: string;
  readonly venueId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** How long each person is helped. */
  readonly minutes: number;
  readonly supporterIds: readonly string[];
  /** Who of the place is there; empty while nobody was named. */
  readonly host: string;
  /** Its supporters took it: they help whoever comes then, without an offer for each request. */
  readonly isTaken?: boolean;
};

/** A day that is other than the week's times say. */
export type DateWish = { readonly date: LocalDate; readonly kind: 'away' | 'free' };

/** What a supporter set as bounds; the matching goes beyond none of them. */
export type Limits = {
  readonly languages: readonly string[];
  /** The most meetings they want in a month. */
  readonly monthlyLimit: number;
  readonly dates: readonly DateWish[];
};

/** A supporter as the matching needs them. */
export type Helper = Strengths &
  Limits & {
    readonly id: string;
    /** Certified and active: nobody else is proposed. */
    readonly mayHelp: boolean;
    readonly meetings: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
  };

/** One supporter in one slot, with the beginnings that are still free. */
export type Seat = {
  readonly slot: HelpSlot;
  readonly helper: Helper;
  readonly time: HelpTime;
  readonly month: string;
  readonly turns: readonly Instant[];
  /** How many meetings the supporter has in that month already. */
  readonly meetingsInMonth: number;
};

/** Why a slot is not open; `two-people` is the house rule that nobody is alone with whom they help. */
export type SlotClosed = 'past' | 'place-unknown' | 'closed-day' | 'outside-hours' | 'two-people';

/**
 * Whether help may be given in a slot: at a registered public place, in its hours, with two supporters
 * who may help, or one and a named host.
 *
 * Source: the house promises (お手伝いのお約束), "a slot opens with two supporters, or one and a named host".
 */
export function whyClosed(
  slot: HelpSlot,
  helpers: ReadonlyMap<string, Helper>,
  venues: ReadonlyMap<string, OpeningHours>,
  now: Instant
): SlotClosed | undefined {
  if (slot.startsAt <= now) return 'past';
  const hours = venues.get(slot.venueId);
  if (!hours) return 'place-unknown';
  const closed = whyNotOpen(slot, hours);
  if (closed) return closed;
  const present = new Set(slot.supporterIds.filter((id) => helpers.get(id)?.mayHelp));
  const isEnough = present.size >= 2 || (present.size === 1 && slot.host !== '');
  return isEnough ? undefined : 'two-people';
}

/**
 * The seats of open slots, by time, slot and supporter. A turn that overlaps a meeting of the
 * supporter, or a turn they have in another slot, is not free; a seat without free turns is left out.
 */
export function seatsOf(
  openSlots: readonly HelpSlot[],
  helpers: ReadonlyMap<string, Helper>
): readonly Seat[] {
  const taken = new Map<string, { startsAt: Instant; endsAt: Instant }[]>();
  const seats: Seat[] = [];
  for (const slot of [...openSlots].sort(byTimeAndId)) {
    for (const id of [...new Set(slot.supporterIds)].sort()) {
      const helper = helpers.get(id);
      if (!helper?.mayHelp) continue;
      const busy = taken.get(id) ?? [...helper.meetings];
      const turns = turnsOf(slot).filter(
        (turn) => !busy.some((other) => isOverlapping(turn, other))
      );
      taken.set(id, [...busy, ...turns]);
      if (turns.length > 0) seats.push(seatOf(slot, helper, turns));
    }
  }
  return seats;
}

/** Whether a supporter comes to places on that day at that half day. */
export function isThere(
  { times, dates }: Pick<Helper, 'times' | 'dates'>,
  date: LocalDate,
  time: HelpTime
): boolean {
  const wish = dates.find((one) => one.date === date)?.kind;
  return wish === 'free' || (wish !== 'away' && times.includes(time));
}

/** The half day a moment lies in; noon begins the afternoon. */
export function helpTimeOf(instant: Instant): HelpTime {
  const isWeekend = [0, 6].includes(weekdayOf(localDateOf(instant)));
  const half = localTimeOf(instant) < '12:00' ? 'morning' : 'afternoon';
  return `${isWeekend ? 'weekend' : 'weekday'}-${half}`;
}

export function monthOf(instant: Instant): string {
  return localDateOf(instant).slice(0, 'yyyy-mm'.length);
}

/** A supporter's seat in a slot with these turns, whoever else is there. */
export function seatOf(
  slot: HelpSlot,
  helper: Helper,
  turns: readonly { readonly startsAt: Instant }[]
): Seat {
  const month = monthOf(slot.startsAt);
  return {
    slot,
    helper,
    time: helpTimeOf(slot.startsAt),
    month,
    turns: turns.map(({ startsAt }) => startsAt),
    meetingsInMonth: helper.meetings.filter(({ startsAt }) => monthOf(startsAt) === month).length
  };
}

function turnsOf({ startsAt, endsAt, minutes }: HelpSlot) {
  const length = minutes * MINUTE_MS;
  const count = Math.floor((endsAt - startsAt) / length);
  return Array.from({ length: count }, (_, turn) => ({
    startsAt: startsAt + turn * length,
    endsAt: startsAt + (turn + 1) * length
  }));
}

function byTimeAndId(one: HelpSlot, other: HelpSlot): number {
  return one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1);
}
