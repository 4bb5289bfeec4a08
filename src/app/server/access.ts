import { deskRoles, receptionRoles, type Role } from '#features/people/domain/role.ts';

/** Who may ask for an address: everybody, a device by its own credential, or an account with a role. */
export type Access = 'public' | 'device' | 'signed-in' | readonly Role[];

/**
 * Every route and what it needs. A route that is not named here is refused, whoever asks: a new one
 * is closed until somebody decides (tests/laws compares this list with `src/routes`).
 */
export const access: Readonly<Record<string, Access>> = {
  '/[[lang=lang]]/(learn)': 'public',
  '/sign-in': 'public',
  '/sign-in/first': 'public',
  '/sign-out': 'public',
  '/language': 'public',
  '/healthz': 'public',
  '/readyz': 'public',
  '/parts': 'public',
  '/offline': 'public',
  '/api/sync/push': 'device',
  '/api/sync/pull': 'device',
  '/api/sync/enrol': 'signed-in',
  '/api/staff/sessions': receptionRoles,
  '/(field)/staff': 'public',
  '/(field)/staff/shell': 'public',
  '/(field)/staff/sessions/[id]': 'public',
  '/(desk)/desk': deskRoles,
  '/(desk)/desk/notices': deskRoles,
  '/(desk)/desk/staff': ['administrator'],
  '/(desk)/desk/workshops': deskRoles,
  '/(desk)/desk/workshops/new': deskRoles,
  '/(desk)/desk/workshops/[id]': deskRoles,
  '/(desk)/desk/workshops/[id]/print': deskRoles,
  '/(desk)/desk/workshops/[id]/enter': deskRoles,
  '/(desk)/desk/workshops/[id]/sign-ups/[signUpId]': deskRoles
};

export { deskRoles, receptionRoles };
