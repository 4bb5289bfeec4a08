import { afterEach, describe, expect, test, vi } from 'vitest';
import { chosenFace, keepFace, keepPractised, practisedSlugs } from './kept.ts';

/** A storage as browsers have it; `refuses` answers as a private window may. */
function storage(refuses = false): Storage {
  const map = new Map<string, string>();
  const guard = () => {
    if (refuses) throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  return {
    length: 0,
    clear: () => map.clear(),
    key: () => null,
    removeItem: (key) => void map.delete(key),
    getItem: (key) => (guard(), map.get(key) ?? null),
    setItem: (key, value) => (guard(), void map.set(key, value))
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('what a device keeps', () => {
  test('a finished rehearsal is kept once', () => {
    vi.stubGlobal('localStorage', storage());
    expect(practisedSlugs()).toEqual([]);
    for (const slug of ['0-1', '4-2', '0-1']) keepPractised(slug);
    expect(localStorage.getItem('engawa.practised')).toBe('["0-1","4-2"]');
  });

  test.each(['{', '"0-1"', '[1]', '[null]', `["${'x'.repeat(21)}"]`])(
    'unreadable %s counts as none and is written anew',
    (kept) => {
      vi.stubGlobal('localStorage', storage());
      localStorage.setItem('engawa.practised', kept);
      expect(practisedSlugs()).toEqual([]);
      keepPractised('2-7');
      expect(practisedSlugs()).toEqual(['2-7']);
    }
  );

  test.each([
    ['', null, 'android'],
    ['?face=kantan', null, 'kantan'],
    ['?face=kantan', 'iphone', 'kantan'],
    ['?face=other', 'iphone', 'iphone'],
    ['', 'other', 'android']
  ])('address %j and kept %j draw %s', (search, kept, face) => {
    vi.stubGlobal('localStorage', storage());
    if (kept) localStorage.setItem('engawa.face', kept);
    expect(chosenFace(search)).toBe(face);
  });

  test('a browser that refuses its storage breaks nothing', () => {
    vi.stubGlobal('localStorage', storage(true));
    keepFace('iphone');
    keepPractised('0-1');
    expect([practisedSlugs(), chosenFace('')]).toEqual([[], 'android']);
  });
});
