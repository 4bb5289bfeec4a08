import { expect, test } from 'vitest';
import { changesByDate } from './changes.ts';
import type { Lesson } from './lesson.ts';

const lesson = (slug: string, editions: Lesson['editions']) =>
  ({ slug, title: slug, editions }) as Lesson;

test('changes stand by their day, the newest first, and by number within a day', () => {
  const found = changesByDate([
    lesson('2-10', [{ version: '1.0', date: '2026-11-20', what: 'made' }]),
    lesson('2-7', [
      { version: '1.1', date: '2027-04-01', what: 'mended' },
      { version: '1.0', date: '2026-11-20', what: 'made' }
    ])
  ]);
  expect(
    found.map(({ date, changes }) => [
      date,
      changes.map(({ slug, version, isNewest }) => `${slug} ${version} ${isNewest}`)
    ])
  ).toEqual([
    ['2027-04-01', ['2-7 1.1 true']],
    ['2026-11-20', ['2-7 1.0 false', '2-10 1.0 true']]
  ]);
});

test('without lessons nothing changed', () => {
  expect(changesByDate([])).toEqual([]);
});
