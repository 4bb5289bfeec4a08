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

export type PlaceError =
  | { readonly type: 'workshop-cancelled' }
  | { readonly type: 'no-reservation-needed' }
  | { readonly type: 'not-open-yet'; readonly opensAt: Instant }
  | { readonly type: 'sign-up-closed' }
  | { readonly type: 'waiting-line-full' };

/**
 * What there is to apply for. Seats go first. Once somebody waits, nobody who comes later overtakes
 * them: a seat that becomes free belongs to the line until a person at the desk has asked the next one.
 */
export function availabilityOf(workshop: SignUpState, now: Instant): Availability {
  if (workshop.state !== 'open') return { kind: 'cancelled' };
  if (workshop.selection === 'none') return { kind: 'no-reservation' };
  if (now < workshop.opensAt) return { kind: 'not-open-yet', opensAt: workshop.opensAt };
  if (now >= workshop.closesAt) return { kind: 'closed' };
  if (workshop.selection === 'lottery') return { kind: 'lottery' };

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
