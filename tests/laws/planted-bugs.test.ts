import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plantedBugs } from '#tests/support/planted-bugs.ts';

test.each(plantedBugs)('a place for the bug: $name', ({ file, right, wrong }) => {
  expect(readFileSync(file, 'utf8').split(right)).toHaveLength(2);
  expect(wrong).not.toBe(right);
});

test('no two planted bugs have one name', () => {
  expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length);
});
