import { expect, test } from 'vitest';
import { bundlesOf, isPackRequest, isPackState, packOf, packStateOf, pagesOf } from './pack.ts';

const prerendered = [
  '/',
  '/en',
  '/about',
  '/lessons',
  '/lessons/2-7',
  '/lessons/2-7/1',
  '/lessons/2-7/check',
  '/lessons/2-7/sheet',
  '/practice/2-7',
  '/words',
  '/drills',
  '/drills/refund',
  '/stamps',
  '/resume',
  '/about/versions',
  '/about/device',
  '/card',
  '/en/lessons',
  '/en/lessons/2-7',
  '/staff/shell',
  '/lessonsomething'
];

test('a pack holds the pages of one language, by lesson, and nothing else', () => {
  const pack = packOf(prerendered, 'ja');
  expect(pack.common).toEqual([
    '/lessons',
    '/words',
    '/drills',
    '/drills/refund',
    '/stamps',
    '/resume',
    '/about/versions',
    '/card'
  ]);
  expect([...pack.lessons]).toEqual([
    [
      '2-7',
      [
        '/lessons/2-7',
        '/lessons/2-7/1',
        '/lessons/2-7/check',
        '/lessons/2-7/sheet',
        '/practice/2-7'
      ]
    ]
  ]);
  expect(pagesOf(packOf(prerendered, 'en'))).toEqual(['/en/lessons', '/en/lessons/2-7']);
});

test('a lesson is here only when its last page is here', () => {
  const pack = packOf(prerendered, 'ja');
  const all = packStateOf(pack, 'ja', () => true);
  const allButPractice = packStateOf(pack, 'ja', (path) => !path.startsWith('/practice'));
  expect(all).toMatchObject({ here: ['2-7'], missing: [] });
  expect(allButPractice).toMatchObject({ here: [], missing: ['2-7'] });
  expect(isPackState(all)).toBe(true);
});

test('only messages of the agreed shape are heard', () => {
  expect(isPackRequest({ type: 'pack.fill', language: 'en' })).toBe(true);
  for (const other of [null, 'pack.fill', {}, { type: 'pack.fill', language: 'fr' }]) {
    expect(isPackRequest(other)).toBe(false);
    expect(isPackState(other)).toBe(false);
  }
});

test('a bundle holds a lesson whole, and one what belongs to no lesson', () => {
  const bundles = bundlesOf(packOf(prerendered, 'ja'));
  expect(bundles.map(({ name, pages }) => [name, pages.length])).toEqual([
    ['common', 8],
    ['2-7', 5]
  ]);
});
