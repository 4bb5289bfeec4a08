import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeMemories, type DeviceMemory } from './device-memory.ts';
import { faces } from './face.ts';
import { openStep, passCheck, placeToGoOn } from './progress.ts';
import { readResumeCode, resumeCodeOf } from './resume-code.ts';

const slugs = ['0-1', '0-2', '2-7', '6-8'] as const;
const anyMemory: fc.Arbitrary<DeviceMemory> = fc.record({
  progress: fc.dictionary(
    fc.constantFrom(...slugs),
    fc.record({
      step: fc.integer({ min: 1, max: 8 }),
      readToEnd: fc.boolean(),
      checked: fc.boolean(),
      at: fc.integer({ min: 2, max: 1_000_000 })
    })
  ),
  practised: fc.uniqueArray(fc.constantFrom(...slugs)),
  face: fc.constantFrom(...faces, undefined),
  textSize: fc.constantFrom('22', '36', undefined)
});
const broughtFrom = (memory: DeviceMemory): DeviceMemory => {
  const read = readResumeCode(resumeCodeOf(memory).join(''));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

test('nothing that this device holds is lost, and all that is brought is here', () => {
  fc.assert(
    fc.property(anyMemory, anyMemory, (here, other) => {
      const brought = broughtFrom(other);
      const both = mergeMemories(here, brought);
      for (const memory of [here, brought]) {
        for (const [slug, { readToEnd, checked }] of Object.entries(memory.progress)) {
          if (readToEnd) expect(both.progress[slug]?.readToEnd).toBe(true);
          if (checked) expect(both.progress[slug]?.checked).toBe(true);
        }
        expect(both.practised).toEqual(expect.arrayContaining([...memory.practised]));
      }
      for (const [slug, { step, at }] of Object.entries(here.progress)) {
        expect(both.progress[slug]).toMatchObject({ step, at });
      }
      if (here.face) expect(both.face).toBe(here.face);
      if (here.textSize) expect(both.textSize).toBe(here.textSize);
    })
  );
});

test('a device that types its own code, or one twice, stays as it is', () => {
  fc.assert(
    fc.property(anyMemory, anyMemory, (here, other) => {
      expect(resumeCodeOf(mergeMemories(here, broughtFrom(here)))).toEqual(resumeCodeOf(here));
      const once = mergeMemories(here, broughtFrom(other));
      expect(mergeMemories(once, broughtFrom(other))).toEqual(once);
    })
  );
});

const nothing: DeviceMemory = { progress: {}, practised: [], face: undefined, textSize: undefined };

test('an empty device goes on where the other one was', () => {
  const other = { ...nothing, progress: openStep(passCheck({}, '0-1', 1), '0-2', 4, 2) };
  const both = mergeMemories(nothing, broughtFrom(other));
  expect(placeToGoOn(both.progress)).toEqual({ slug: '0-2', step: 4 });
});

test('a device that is in the middle of a lesson stays there', () => {
  const here = { ...nothing, progress: openStep({}, '2-7', 3, 1_000) };
  const other = { ...nothing, progress: openStep({}, '0-2', 4, 2_000) };
  const both = mergeMemories(here, broughtFrom(other));
  expect(placeToGoOn(both.progress)).toEqual({ slug: '2-7', step: 3 });
});
