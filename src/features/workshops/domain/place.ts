import { err, ok, type Result } from '#shared/result.ts';
import type { Instant } from '#shared/time/instant.ts';
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
  | { readonly type: 'waiting-line-full' };

/**
 * What there is to apply for. Seats go first. Once somebody waits, nobody who comes later overtakes
 * them: a seat that becomes free belongs to the line until a person at the desk has asked the next one.
 * Once lots are drawn, whoever comes later stands behind those who were drawn.
 */
export function availabilityOf(workshop: SignUpState, now: Instant): Availability {
  if (workshop.state !== 'open') return { kind: 'cancelled' };
  if (workshop.selection === 'none') return { kind: 'no-reservation' };
  if (now < workshop.opensAt) return { kind: 'not-open-yet', opensAt: workshop.opensAt };
  if (now >= workshop.closesAt) return { kind: 'closed' };
  if (awaitsDraw(workshop)) return { kind: 'lottery' };

  const left = workshop.seats - workshop.confirmed;
  if (left > 0 && workshop.waiting === 0) return { kind: 'seats', left };
  if (workshop.waiting >= workshop.longestLine) return { kind: 'full' };
  return { kind: 'waiting', inLine: workshop.waiting };
}

/** Decides which place the next applicant gets. */
export function decidePlace(workshop: SignUpState, now: Instant): Result<Place, PlaceError> {
  const availability = availabilityOf(workshop, now);
  switch (availability.kind) {
    case 'seats':
      return ok({ kind: 'confirmed' });
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

/**
 * What a sign-up is again when its cancelling was a slip. A draw that went by in between is not drawn
 * anew: who was taken off its list stands behind everybody who was on it.
 */
export function placeAfterUndo(was: Place['kind'], mustAwaitDraw: boolean): Place['kind'] {
  if (mustAwaitDraw) return 'entered';
  return was === 'entered' ? 'waiting' : was;
}
