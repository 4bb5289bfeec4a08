import { expect, test } from 'vitest';
import { adviceFor } from './finger-advice.ts';

test.each([
  ['a finger that does well needs none', { good: 5 }, []],
  ['once is chance', { good: 5, long: 1, slip: 1 }, []],
  ['twice is a habit', { good: 5, long: 2 }, ['long']],
  ['the most frequent comes first', { long: 2, slip: 4 }, ['slip', 'long']],
  ['two at most', { long: 2, slip: 4, twice: 3 }, ['slip', 'twice']],
  ['beside the circle is no habit of a finger', { beside: 9 }, []]
] as const)('%s', (_, verdicts, advice) => {
  expect(adviceFor(verdicts)).toEqual(advice);
});
