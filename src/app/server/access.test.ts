import { expect, test } from 'vitest';
import { deskRoles, holdsAny, roles } from '#features/people/domain/role.ts';
import { access } from './access.ts';

test('reception opens no page of the desk but the one where it writes down a caller', () => {
  const open = Object.entries(access).filter(
    ([route, needed]) =>
      route.startsWith('/(desk)/') &&
      (typeof needed === 'string' || holdsAny(['reception'], needed))
  );
  expect(open.map(([route]) => route)).toEqual(['/(desk)/desk/requests/new']);
});

test('a partner opens the list of their sessions and enrols a tablet, and nothing else', () => {
  const open = Object.entries(access).filter(
    ([, needed]) =>
      needed === 'signed-in' || (Array.isArray(needed) && holdsAny(['partner'], needed))
  );
  expect(open.map(([route]) => route)).toEqual(['/api/sync/enrol', '/api/staff/sessions']);
});

test('accounts are for administrators alone, and supporters open nothing of the desk', () => {
  const staff = access['/(desk)/desk/staff'];
  expect(roles.filter((role) => Array.isArray(staff) && staff.includes(role))).toEqual([
    'administrator'
  ]);
  for (const [route, needed] of Object.entries(access)) {
    if (!route.startsWith('/(desk)/')) continue;
    expect(Array.isArray(needed) && !holdsAny(['supporter'], needed), route).toBe(true);
    expect(Array.isArray(needed) && holdsAny(['administrator'], needed), route).toBe(true);
  }
  expect(deskRoles).not.toContain('reception');
});
