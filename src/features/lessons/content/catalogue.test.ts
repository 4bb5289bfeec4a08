import { expect, test } from 'vitest';
import { newestVersion } from '../domain/resume-row.ts';
import { lessonSlugs } from './lessons.ts';

test('the newest つづきの札 knows every lesson: a new one needs a new version of its list', () => {
  expect(lessonSlugs.filter((slug) => !newestVersion.version.lessons.includes(slug))).toEqual([]);
});
