import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashes } from '../server/lottery-hashes.ts';
import {
  drawOrder,
  entrantOf,
  inListOrder,
  type Entrant,
  type EntrantFacts,
  type LotteryRules
} from './lottery.ts';

const facts = (changed: Partial<EntrantFacts> = {}): EntrantFacts => ({
  number: '4821937',
  isFirstTimer: false,
  ageBand: '65-74',
  livesHere: false,
  missedLast: false,
  seatsThisYear: 0,
  isSecondEntry: false,
  override: undefined,
  ...changed
});
const rules: LotteryRules = {
  priorities: {
    'first-timer': 'first',
    'aged-75': 'first',
    resident: 'two-lots',
    'missed-last': 'two-lots'
  },
  seatsPerYear: 3
};

describe('entrantOf', () => {
  test.each([
    ['somebody whom no rule knows has one lot in the last drawn group', {}, { group: 0, lots: 1 }],
    ['a first-timer is drawn before', { isFirstTimer: true }, { group: 1, lots: 1 }],
    ['75 to 84 is drawn before', { ageBand: '75-84' }, { group: 1, lots: 1 }],
    ['85 and over too', { ageBand: '85-over' }, { group: 1, lots: 1 }],
    ['who does not tell their age is not guessed at', { ageBand: 'not-told' }, { group: 0 }],
    [
      'two rules that hold come before one',
      { isFirstTimer: true, ageBand: '75-84' },
      { group: 2, lots: 1 }
    ],
    ['who lives here has two lots', { livesHere: true }, { group: 0, lots: 2 }],
    ['and who missed the last one a third', { livesHere: true, missedLast: true }, { lots: 3 }],
    ['two seats of three are no limit', { seatsThisYear: 2, isFirstTimer: true }, { group: 1 }],
    [
      'three seats of three: after everybody else',
      { seatsThisYear: 3, isFirstTimer: true },
      { group: -1 }
    ],
    ['a second application comes after everybody else', { isSecondEntry: true }, { group: -1 }],
    [
      'what the desk decided goes beyond the rules, and is written down',
      { seatsThisYear: 3, override: { to: 'before-all', reason: 'promised-before' } },
      { group: 9, override: { to: 'before-all', reason: 'promised-before' } }
    ],
    [
      'after all too',
      { isFirstTimer: true, override: { to: 'after-all', reason: 'of-the-house' } },
      { group: -1 }
    ]
  ] as const)('%s', (_, changed, entrant) => {
    expect(entrantOf(facts(changed), rules)).toMatchObject(entrant);
  });

  test('without rules everybody is equal', () => {
    const anybody = facts({ isFirstTimer: true, ageBand: '85-over', livesHere: true });
    expect(entrantOf({ ...anybody, seatsThisYear: 50 }, { priorities: {} })).toEqual({
      number: '4821937',
      group: 0,
      lots: 1
    });
  });
});

const seedNumber = (number: number) => hashes.sha256(`seed ${number}`);
const marksOf = (seed: string) => (text: string) => hashes.hmac(seed, text);
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `${1_000_000 + index}`);
const equal = (count: number): Entrant[] =>
  numbers(count).map((number) => ({ number, group: 0, lots: 1 }));

const anyEntrants = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1_000_000, max: 9_999_999 }).map(String),
    group: fc.integer({ min: -1, max: 4 }),
    lots: fc.integer({ min: 1, max: 5 })
  }),
  { selector: ({ number }) => number, maxLength: 40 }
);
const anySeed = fc.integer().map(seedNumber);

describe('drawOrder', () => {
  test('the example of the decision record', () => {
    const entrants = [
      { number: '1000005', group: 0, lots: 1 },
      { number: '2000003', group: 1, lots: 1 },
      { number: '3000001', group: 0, lots: 2 }
    ];
    const markOf = marksOf(hashes.sha256('engawa'));
    expect(markOf('1000005/1').slice(0, 8)).toBe('1add5daa');
    expect(markOf('3000001/2').slice(0, 8)).toBe('e4457699');
    expect(drawOrder(entrants, markOf)).toEqual(['2000003', '1000005', '3000001']);
  });

  test('everybody is drawn once, whatever the order of applying', () => {
    const shuffled = anyEntrants.chain((entrants) =>
      fc.tuple(
        fc.constant(entrants),
        fc.shuffledSubarray(entrants, { minLength: entrants.length }),
        anySeed
      )
    );
    fc.assert(
      fc.property(shuffled, ([entrants, others, seed]) => {
        const order = drawOrder(entrants, marksOf(seed));
        expect(drawOrder(others, marksOf(seed))).toEqual(order);
        expect(inListOrder(others)).toEqual(inListOrder(entrants));
        expect([...order].sort()).toEqual(entrants.map(({ number }) => number).sort());
      })
    );
  });

  test('a lower group never comes before a higher one', () => {
    fc.assert(
      fc.property(anyEntrants, anySeed, (entrants, seed) => {
        const groupOf = new Map(entrants.map(({ number, group }) => [number, group]));
        const groups = drawOrder(entrants, marksOf(seed)).map((number) => groupOf.get(number) ?? 0);
        expect(groups).toEqual(groups.toSorted((one, other) => other - one));
      })
    );
  });

  test('who withdraws changes nothing in the order of the others', () => {
    fc.assert(
      fc.property(anyEntrants, anySeed, (entrants, seed) => {
        const [gone, ...left] = entrants;
        const before = drawOrder(entrants, marksOf(seed));
        expect(drawOrder(left, marksOf(seed))).toEqual(
          before.filter((one) => one !== gone?.number)
        );
      })
    );
  });

  test('with equal lots everybody wins equally often, within four standard deviations', () => {
    const people = 12;
    const seats = 4;
    const draws = 3000;
    const wins = countWins(equal(people), seats, draws);
    const mean = (draws * seats) / people;
    const deviation = Math.sqrt(mean * (1 - seats / people));
    for (const number of numbers(people)) {
      expect(Math.abs((wins.get(number) ?? 0) - mean)).toBeLessThan(4 * deviation);
    }
  });

  test('two lots come first twice as often as one, three lots three times', () => {
    const draws = 3000;
    const entrants = equal(6).map((entrant, index) => ({ ...entrant, lots: (index % 3) + 1 }));
    const wins = countWins(entrants, 1, draws);
    for (const { number, lots } of entrants) {
      const mean = (draws * lots) / 12;
      const deviation = Math.sqrt(mean * (1 - lots / 12));
      expect(Math.abs((wins.get(number) ?? 0) - mean)).toBeLessThan(4 * deviation);
    }
  });

  test('and every place in the order follows the lots of those who are left', () => {
    const draws = 3000;
    const entrants = [1, 2, 3].map((lots, index) => ({
      number: `${1_000_000 + index}`,
      group: 0,
      lots
    }));
    const second = countWins(entrants, 2, draws);
    const first = countWins(entrants, 1, draws);
    const lastOfThree = draws - (second.get('1000000') ?? 0);
    // P(one lot comes last) = 2/6·3/4 + 3/6·2/3, by hand.
    const expected = draws * ((2 / 6) * (3 / 4) + (3 / 6) * (2 / 3));
    expect(Math.abs(lastOfThree - expected)).toBeLessThan(
      4 * Math.sqrt(expected * (1 - expected / draws))
    );
    expect(first.size).toBe(3);
  });
});

function countWins(
  entrants: readonly Entrant[],
  seats: number,
  draws: number
): Map<string, number> {
  const wins = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    for (const number of drawOrder(entrants, marksOf(seedNumber(draw))).slice(0, seats)) {
      wins.set(number, (wins.get(number) ?? 0) + 1);
    }
  }
  return wins;
}
