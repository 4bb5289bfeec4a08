import { holdsAny, deskRoles, doorRoles, type Role } from '#features/people/domain/role.ts';

/** A name that no host can have: only used to read a path as a browser would. */
const NOWHERE = 'http://engawa.invalid';

/**
 * The path of this site that a `next` asks for, or `undefined` when it would lead anywhere else.
 * It is read as a browser reads it, so `//host`, `/\host`, `/.//host` and tabs inside are refused.
 */
export function safeNextPath(next: string | null | undefined): string | undefined {
  if (!next?.startsWith('/') || !URL.canParse(next, NOWHERE)) return undefined;
  const { origin, pathname, search } = new URL(next, NOWHERE);
  if (origin !== NOWHERE || /^\/[/\\]/.test(pathname)) return undefined;
  return `${pathname}${search}`;
}

/** Where somebody who has signed in begins the day. */
export function homeOf(roles: readonly Role[]): string {
  if (holdsAny(roles, deskRoles)) return '/desk';
  return holdsAny(roles, doorRoles) ? '/staff' : '/supporter';
}
