import { addDays, instantOf, type Instant, type LocalDate } from '#shared/time/instant.ts';

export const MOST_DAYS_BEFORE = 14;
export const MOST_DAYS_AFTER = 7;

/** How long around each date a partner receives people: the day before until the day after. */
export const usualPartnerDays = { daysBefore: 1, daysAfter: 1 } as const;

/** For how many whole days before and after a date. */
export type PartnerDays = { readonly daysBefore: number; readonly daysAfter: number };

export type PartnerAccess = PartnerDays & { readonly revokedAt: Instant | null };

/** Whether somebody of a partner may hold a date's roster. */
export type PartnerRight =
  | { readonly kind: 'never' }
  | { readonly kind: 'held'; readonly until: Instant }
  | { readonly kind: 'lost'; readonly at: Instant };

/** `until` is exclusive: midnight after the last day. */
export function partnerTime(
  { daysBefore, daysAfter }: PartnerDays,
  day: LocalDate
): { readonly from: Instant; readonly until: Instant } {
  return {
    from: instantOf(addDays(day, -daysBefore)),
    until: instantOf(addDays(day, daysAfter + 1))
  };
}

export function arePartnerDays({ daysBefore, daysAfter }: PartnerDays): boolean {
  const isWithin = (days: number, most: number) =>
    Number.isInteger(days) && days >= 0 && days <= most;
  return isWithin(daysBefore, MOST_DAYS_BEFORE) && isWithin(daysAfter, MOST_DAYS_AFTER);
}

/**
 * The right that all accesses of one account give to a date held on `day`. Before its time a right was
 * never there; one that was revoked before its time never was either.
 *
 * Source: docs/decisions/0024-partners.md
 */
export function partnerRight(
  accesses: readonly PartnerAccess[],
  day: LocalDate,
  now: Instant
): PartnerRight {
  const rights = accesses.map((access) => rightOfOne(access, day, now));
  const untils = rights.flatMap((right) => (right.kind === 'held' ? right.until : []));
  if (untils.length > 0) return { kind: 'held', until: Math.max(...untils) };
  const ends = rights.flatMap((right) => (right.kind === 'lost' ? right.at : []));
  return ends.length > 0 ? { kind: 'lost', at: Math.max(...ends) } : { kind: 'never' };
}

function rightOfOne(access: PartnerAccess, day: LocalDate, now: Instant): PartnerRight {
  const { from, until } = partnerTime(access, day);
  const end = Math.min(until, access.revokedAt ?? until);
  if (end <= from || now < from) return { kind: 'never' };
  return now < end ? { kind: 'held', until } : { kind: 'lost', at: end };
}
