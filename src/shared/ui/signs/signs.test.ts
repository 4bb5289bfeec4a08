import { gzipSync } from 'node:zlib';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { extentOf } from '#tests/support/path-extent.ts';
import { lineWidth } from './line-width.ts';
import { signNames } from './names.ts';
import SignPicture from './SignPicture.svelte';
import { signs } from './signs.ts';

const LARGEST_GZIPPED_BYTES = 12_000;

test('every name has a drawing and every drawing a name', () => {
  expect(Object.keys(signs).sort()).toEqual([...signNames].sort());
});

test.each(signNames)('%s stays in its box, with half a line around it', (name) => {
  for (const { d } of signs[name]) {
    const { least, most } = extentOf(d);
    expect(least, d).toBeGreaterThanOrEqual(2);
    expect(most, d).toBeLessThanOrEqual(62);
  }
});

test('all drawings together are a small load', () => {
  const bytes = gzipSync(JSON.stringify(signs), { level: 9 }).length;
  expect(bytes).toBeLessThan(LARGEST_GZIPPED_BYTES);
});

test('lines look alike at every size: thicker in a large sign, but less than it grows', () => {
  const seen = [40, 64, 100, 160].map((size) => (lineWidth(size) * size) / 64);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(seen[0]).toBeGreaterThan(2);
  expect(seen[1]).toBe(3);
  expect(seen[3]).toBeLessThan(5);
});

test('a sign alone is silent unless it is told in words', () => {
  expect(render(SignPicture, { props: { name: 'bell' } }).body).toContain('aria-hidden="true"');
  const told = render(SignPicture, { props: { name: 'bell', alt: 'A bell' } }).body;
  expect(told).toContain('role="img"');
  expect(told).toContain('aria-label="A bell"');
});
