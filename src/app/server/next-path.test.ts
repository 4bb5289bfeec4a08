import { describe, expect, test } from 'vitest';
import { homeOf, safeNextPath } from './next-path.ts';

describe('safeNextPath', () => {
  test.each([
    ['/desk', '/desk'],
    ['/desk/workshops?page=2', '/desk/workshops?page=2'],
    ['/desk/../staff', '/staff']
  ])('%s leads on within this site', (next, path) => {
    expect(safeNextPath(next)).toBe(path);
  });

  test.each([
    null,
    undefined,
    '',
    'desk',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    '/.//example.org',
    '/..//example.org/a',
    '/%2e//example.org',
    'https://example.org/desk',
    'javascript:alert(1)',
    '\\\\example.org'
  ])('%s is not followed', (next) => {
    expect(safeNextPath(next)).toBeUndefined();
  });
});

test.each([
  [['reception'], '/staff'],
  [['organiser', 'reception'], '/desk'],
  [['administrator'], '/desk'],
  [['partner'], '/staff'],
  [['supporter'], '/supporter']
] as const)('%s begin at %s', (roles, home) => {
  expect(homeOf(roles)).toBe(home);
});
