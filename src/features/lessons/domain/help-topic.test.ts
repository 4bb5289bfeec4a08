import { expect, test } from 'vitest';
import { topics } from '#features/board/domain/request.ts';
import { lessonSlugs } from '../content/lessons.ts';
import { helpTopicOf } from './help-topic.ts';

test.each([
  ['QR codes', '2-7', 'qr-code'],
  ['first touches', '0-3', 'basics'],
  ['LINE', '3-6', 'line'],
  ['a lesson of a chapter without a topic of its own', '6-3', 'online-application']
])('%s', (_, slug, topic) => {
  expect(helpTopicOf(slug)).toBe(topic);
});

test('every lesson leads to a topic that supporters may see', () => {
  for (const slug of lessonSlugs) expect(topics).toContain(helpTopicOf(slug));
});
