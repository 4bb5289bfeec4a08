import type { PhoneFamily } from '#features/people/domain/person.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';

import { freeSeatsOf, poolOf, pools, type ByPool, type Division, type Pool } from './seating.ts';
import type { Selection } from './workshop.ts';

/** One workshop at one moment; all counts are people. */
export type SignUpState = {
  readonly state: 'draft' | 'open' | 'cancelled';
  readonly selection: Selection;
  /** Sign-up is open from the first and closed from the second on. */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly seats: number;
  readonly longestLine: number;
  readonly confirmed: number;
  readonly waiting: number;
  /** In the line behind all who are counted as waiting. */
  readonly behind?: number | undefined;
  /** Seats kept for phone families, and who has and awaits them; absent where seats are not divided. */
  readonly division?: Division | undefined;
  readonly confirmedByPool?: ByPool | undefined;
  readonly waitingByPool?: ByPool | undefined;
  /** Chairs for companions that nobody sits on; absent where nobody looks. */
  readonly chairsLeft?: number | undefined;
  /** First come, first served: seats of the fiscal year that one person may have before the others. */
  readonly seatsPerYear?: number | undefined;
  /** Only where seats are drawn by lot: when that was; `undefined` before. */
  readonly lottery?: { readonly drawnAt: Instant | undefined } | undefined;
};

/** What somebody who would like to come finds. */
export type Availability =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-reservation' }
  /** Applications are taken; seats are given when the lots are drawn. */
  | { readonly kind: 'lottery' }
  | { readonly kind: 'not-open-yet'; readonly opensAt: Instant }
  | { readonly kind: 'closed' }
  | { readonly kind: 'seats'; readonly left: number }
  | { readonly kind: 'waiting'; readonly inLine: number }
  | { readonly kind: 'full' };

/** How an application is answered. The order of the line is kept by the server's own numbers. */
export type Place =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'waiting' }
  /** In the lottery: neither seat nor line before it is drawn. */
  | { readonly kind: 'entered' };

/** How a sign-up stands, from the application on. */
export type SignUpStatus = Place['kind'] | 'cancelled';

/** Whether seats are still to be drawn: until then nobody has one and nobody waits. */
export function awaitsDraw({
  selection,
  lottery
}: Pick<SignUpState, 'selection' | 'lottery'>): boolean {
  return selection === 'lottery' && lottery?.drawnAt === undefined;
}

export type PlaceError =
  | { readonly type: 'workshop-cancelled' }
  | { readonly type: 'no-reservation-needed' }
  | { readonly type: 'not-open-yet'; readonly opensAt: Instant }
  | { readonly type: 'sign-up-closed' }
  | { readonly type: 'waiting-line-full' }
  /** There is a seat, and chairs for so many who come along. */
  | { readonly type: 'companions-over-chairs'; readonly chairs: number }
  /** Has had their seats of the year, and the line has no place. */
  | { readonly type: 'had-seats-of-year'; readonly seatsPerYear: number };

/** What the decision asks about the applicant. */
export type Applicant = {
  readonly phoneFamily: PhoneFamily;
  readonly companions: number;
  /** Has the fiscal year's seats already. */
  readonly hasHadTheirs: boolean;
};

/**
 * What there is to apply for. Seats go first. Once somebody waits, nobody who comes later overtakes
 * them: a seat that becomes free belongs to the line until a person at the desk has asked the next one.
 * Once lots are drawn, whoever comes later stands behind those who were drawn.
 *
 * Where seats are divided, each phone family has its own seats and its own order: with `phoneFamily` the
 * answer is that family's, without it there is a seat when some family has one.
 */
export function availabilityOf(
  workshop: SignUpState,
  now: Instant,
  phoneFamily?: PhoneFamily
): Availability {
  if (workshop.state !== 'open') return { kind: 'cancelled' };
  if (workshop.selection === 'none') return { kind: 'no-reservation' };
  if (now < workshop.opensAt) return { kind: 'not-open-yet', opensAt: workshop.opensAt };
  if (now >= workshop.closesAt) return { kind: 'closed' };
  if (awaitsDraw(workshop)) return { kind: 'lottery' };

  const { left, inLine } = seatsAndLine(workshop, phoneFamily);
  if (left > 0) return { kind: 'seats', left };
  if (workshop.waiting >= workshop.longestLine) return { kind: 'full' };
  return { kind: 'waiting', inLine };
}

/** Seats to be had now, and how many wait for such a one. */
export function seatsAndLine(
  workshop: SignUpState,
  phoneFamily: PhoneFamily | undefined
): { readonly left: number; readonly inLine: number } {
  const { seats, confirmed, waiting, division } = workshop;
  const all = Math.max(0, seats - confirmed);
  if (!division) return { left: waiting === 0 ? all : 0, inLine: waiting };

  const { confirmedByPool: taken = {}, waitingByPool = {} } = workshop;
  const own: readonly Pool[] = phoneFamily === undefined ? pools : [poolOf(division, phoneFamily)];
  const open = own.filter((pool) => (waitingByPool[pool] ?? 0) === 0);
  const left = open.reduce((sum, pool) => sum + freeSeatsOf({ seats, division, taken }, pool), 0);
  return {
    left: Math.min(left, all),
    inLine: own.reduce((sum, pool) => sum + (waitingByPool[pool] ?? 0), 0)
  };
}

/**
 * Decides which place the next applicant gets. Who has had the year's seats takes none from the others:
 * they stand in the line, behind everybody. Those who come along need chairs, or the applicant says anew
 * how many come.
 *
 * Source: docs/decisions/0023-divided-seats.md
 */
export function decidePlace(
  workshop: SignUpState,
  now: Instant,
  applicant?: Applicant
): Result<Place, PlaceError> {
  const availability = availabilityOf(workshop, now, applicant?.phoneFamily);
  if (applicant?.hasHadTheirs && ['seats', 'waiting', 'full'].includes(availability.kind)) {
    return decideBehind(workshop);
  }
  switch (availability.kind) {
    case 'seats':
      return decideSeat(workshop, applicant?.companions ?? 0);
    case 'waiting':
      return ok({ kind: 'waiting' });
    case 'full':
      return err({ type: 'waiting-line-full' });
    case 'closed':
      return err({ type: 'sign-up-closed' });
    case 'cancelled':
      return err({ type: 'workshop-cancelled' });
    case 'no-reservation':
      return err({ type: 'no-reservation-needed' });
    case 'lottery':
      return ok({ kind: 'entered' });
    case 'not-open-yet':
      return err({ type: 'not-open-yet', opensAt: availability.opensAt });
  }
}

function decideSeat({ chairsLeft }: SignUpState, companions: number): Result<Place, PlaceError> {
  if (chairsLeft !== undefined && companions > Math.max(0, chairsLeft)) {
    return err({ type: 'companions-over-chairs', chairs: Math.max(0, chairsLeft) });
  }
  return ok({ kind: 'confirmed' });
}

/** Behind the line there are as many places as the line itself leaves. */
function decideBehind(workshop: SignUpState): Result<Place, PlaceError> {
  if (workshop.waiting + (workshop.behind ?? 0) < workshop.longestLine) {
    return ok({ kind: 'waiting' });
  }
  return err({ type: 'had-seats-of-year', seatsPerYear: workshop.seatsPerYear ?? 0 });
}

/**
 * What a sign-up is again when its cancelling was a slip. A draw that went by in between is not drawn
 * anew: who was taken off its list stands behind everybody who was on it.
 */
export function placeAfterUndo(was: Place['kind'], mustAwaitDraw: boolean): Place['kind'] {
  if (mustAwaitDraw) return 'entered';
  return was === 'entered' ? 'waiting' : was;
}
