import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  finishReading,
  openStep,
  passCheck,
  placeToGoOn,
  readPractised,
  readProgress,
  stampOf
} from './progress.ts';

describe('progress on the device', () => {
  test('what is kept is read again', () => {
    const progress = openStep({}, '2-7', 3, 1000);
    expect(readProgress(JSON.stringify(progress))).toEqual(progress);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another shape', '{"2-7":{"step":"three"}}'],
    ['a lesson of no catalogue', '{"9-1":{"step":1,"readToEnd":false,"checked":false,"at":1}}'],
    ['a list', '[1]']
  ])('%s in the storage is no progress', (_, stored) => {
    expect(readProgress(stored)).toEqual({});
  });

  test('whatever the storage holds, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(readProgress(stored)).toBeTypeOf('object');
      })
    );
  });

  test('a stamp is never taken away by reading again', () => {
    const passed = passCheck(openStep({}, '0-1', 6, 1), '0-1', 2);
    expect(stampOf(openStep(passed, '0-1', 1, 3)['0-1'])).toBe('checked');
    expect(stampOf(finishReading(passed, '0-1', 4)['0-1'])).toBe('checked');
  });

  test.each([
    ['begun', openStep({}, '0-1', 2, 1)],
    ['read', finishReading(openStep({}, '0-1', 6, 1), '0-1', 2)],
    ['checked', passCheck({}, '0-1', 1)]
  ])('a lesson that is %s has that stamp', (stamp, progress) => {
    expect(stampOf(progress['0-1'])).toBe(stamp);
  });

  test('finished rehearsals are read, and what is no list of them is none', () => {
    expect(readPractised('["0-1","4-2"]')).toEqual(['0-1', '4-2']);
    for (const stored of [null, '{', '[1]', '{}']) expect(readPractised(stored)).toEqual([]);
  });

  test('one goes on where one was last, unless that lesson is finished', () => {
    const two = openStep(openStep({}, '0-1', 4, 1), '2-7', 3, 2);
    expect(placeToGoOn(two)).toEqual({ slug: '2-7', step: 3 });
    expect(placeToGoOn(passCheck(two, '2-7', 3))).toBeUndefined();
    expect(placeToGoOn({})).toBeUndefined();
  });
});
