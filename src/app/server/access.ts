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
  '/[[lang=lang]]/(learn)/about': 'public',
  '/[[lang=lang]]/(learn)/about/classroom': 'public',
  '/[[lang=lang]]/(learn)/card': 'public',
  '/[[lang=lang]]/(learn)/lessons': 'public',
  '/[[lang=lang]]/(learn)/lessons/[slug]': 'public',
  '/[[lang=lang]]/(learn)/lessons/[slug]/check': 'public',
  '/[[lang=lang]]/(learn)/lessons/[slug]/sheet': 'public',
  '/[[lang=lang]]/(learn)/lessons/[slug]/[step]': 'public',
  '/[[lang=lang]]/(learn)/offline': 'public',
  '/[[lang=lang]]/(learn)/words': 'public',
  '/[[lang=lang]]/(learn)/practice/[slug]': 'public',
  '/sign-in': 'public',
  '/sign-in/first': 'public',
  '/sign-out': 'public',
  '/language': 'public',
  '/healthz': 'public',
  '/readyz': 'public',
  '/parts': 'public',
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
  '/(desk)/desk/workshops/[id]/sign-ups/[signUpId]': deskRoles,
  '/[[lang=lang]]/(join)/help': 'public',
  '/[[lang=lang]]/(join)/help/talk': 'public',
  '/[[lang=lang]]/(join)/help/received': 'public',
  '/api/supporter/board': ['supporter'],
  '/api/supporter/offers': ['supporter'],
  '/api/supporter/offers/withdraw': ['supporter'],
  '/(field)/supporter': 'public',
  '/(field)/supporter/shell': 'public',
  '/(field)/supporter/log/[id]': 'public',
  '/(desk)/desk/requests': deskRoles,
  '/(desk)/desk/requests/new': receptionRoles,
  '/(desk)/desk/requests/[id]': deskRoles
};
