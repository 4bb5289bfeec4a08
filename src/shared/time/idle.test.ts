import { expect, test } from 'vitest';
import { idleStage } from './idle.ts';

const minutes = (count: number) => count * 60_000;

test.each([
  ['just touched', 0, 'in-use'],
  ['half an hour, all but a moment', minutes(30) - 1, 'in-use'],
  ['half an hour', minutes(30), 'asking'],
  ['not answered yet', minutes(35) - 1, 'asking'],
  ['not answered for five minutes', minutes(35), 'covered'],
  ['the next morning', minutes(16 * 60), 'covered'],
  ['a clock that was set back', minutes(-90), 'in-use']
])('%s: %s ms', (_, idleMs, stage) => {
  expect(idleStage(1_800_000_000_000, 1_800_000_000_000 + idleMs)).toBe(stage);
});
