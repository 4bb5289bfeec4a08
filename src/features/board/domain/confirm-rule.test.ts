import { expect, test } from 'vitest';
import { whyNotByRule, type RuleCase } from './confirm-rule.ts';

const sure: RuleCase = {
  isOn: true,
  wasSeen: true,
  hadMeeting: false,
  isSlotTaken: true,
  host: '窓口 山田',
  isWatched: false
};

test.each<[string, Partial<RuleCase>, string | undefined]>([
  ['a pair about which nothing is in doubt is confirmed by itself', {}, undefined],
  ['nothing is while the rule is off', { isOn: false }, 'off'],
  ['a request nobody has looked at waits', { wasSeen: false }, 'not-seen'],
  ['a request whose meeting did not hold waits', { hadMeeting: true }, 'had-meeting'],
  ['a time nobody opened waits', { isSlotTaken: false }, 'no-slot'],
  ['a time without a named host waits', { host: '' }, 'no-host'],
  ['whoever the desk watches waits', { isWatched: true }, 'watched']
])('%s', (_, change, stop) => {
  expect(whyNotByRule({ ...sure, ...change })).toBe(stop);
});

test('no doubt is outweighed by anything else', () => {
  const doubts: readonly Partial<RuleCase>[] = [
    { isOn: false },
    { wasSeen: false },
    { hadMeeting: true },
    { isSlotTaken: false },
    { host: '' },
    { isWatched: true }
  ];
  for (let mask = 1; mask < 2 ** doubts.length; mask++) {
    const doubtful = doubts
      .filter((_, bit) => (mask & (1 << bit)) !== 0)
      .reduce<RuleCase>((pair, doubt) => ({ ...pair, ...doubt }), sure);
    expect(whyNotByRule(doubtful)).toBeDefined();
  }
});
