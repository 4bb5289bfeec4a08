import { deskRoles, receptionRoles, type Role } from '#features/people/domain/role.ts';

/** Who may ask for an address: everybody, a device by its own credential, or an account with a role. */
export type Access = 'public' | 'device' | 'signed-in' | readonly Role[];

/**
 * Every route and what it needs. A route that is not named here is refused, whoever asks: a new one
 * is closed until somebody decides (tests/laws compares this list with `src/routes`).
 */
export const access: Readonly<Record<string, Access>> = {
  '/[[lang=lang]]/(learn)': 'public',
  '/[[lang=lang]]/(join)/workshops': 'public',
  '/[[lang=lang]]/(join)/workshops/[code]': 'public',
  '/[[lang=lang]]/(join)/workshops/[code]/apply': 'public',
  '/[[lang=lang]]/(join)/receipt': 'public',
  '/[[lang=lang]]/(join)/receipt/cancel': 'public',
  '/api/public/next.json': 'public',
  '/sign-in': 'public',
  '/sign-in/first': 'public',
  '/sign-out': 'signed-in',
  '/healthz': 'public',
  '/readyz': 'public',
  '/parts': 'public',
  '/offline': 'public',
  '/desk': deskRoles
};

export { deskRoles, receptionRoles };
