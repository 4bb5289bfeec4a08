/** What an account may do; an account holds a set of them, and none by default. */
export const roles = [
  'reception',
  'organiser',
  'coordinator',
  'administrator',
  'supporter',
  'partner'
] as const;
export type Role = (typeof roles)[number];

/** The roles that see rosters and work at the door. */
export const receptionRoles = [
  'reception',
  'organiser',
  'coordinator',
  'administrator'
] as const satisfies readonly Role[];

/** The roles that work at the desk: workshops, requests, matches, figures. */
export const deskRoles = [
  'organiser',
  'coordinator',
  'administrator'
] as const satisfies readonly Role[];

/**
 * The roles an administrator hands out. A partner is invited to a workshop instead, and a supporter by
 * the two people who looked at their application.
 */
export const staffRoles = [
  'reception',
  'organiser',
  'coordinator',
  'administrator'
] as const satisfies readonly Role[];

/** Who may open the reception's list of sessions; a partner finds there what they were given. */
export const doorRoles = [...receptionRoles, 'partner'] as const satisfies readonly Role[];

/** True when the account holds at least one of the wanted roles. */
export function holdsAny(held: readonly Role[], wanted: readonly Role[]): boolean {
  return wanted.some((role) => held.includes(role));
}
