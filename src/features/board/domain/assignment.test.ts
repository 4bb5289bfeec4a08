import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  costByGreed,
  costByHighs,
  dice,
  drawProblem,
  linearProgramme,
  pairsOf,
  problemOf,
  recount,
  type Pair
} from '#tests/support/assignments.ts';
import { assign, lowerBound } from './assignment.ts';
import type { AssignmentProblem } from './assignment/candidate-graph.ts';

let highs: Awaited<ReturnType<typeof loadHighs>>;
beforeAll(async () => {
  highs = await loadHighs();
});

describe('assign', () => {
  test('moves a row on when that is cheaper for all', () => {
    const problem = problemOf(
      [
        { row: 0, column: 0, cost: 1 },
        { row: 0, column: 1, cost: 2 },
        { row: 1, column: 0, cost: 1 }
      ],
      { leaving: [9, 9], capacities: [1, 1] }
    );
    expect(assign(problem)).toMatchObject({ columnOf: Int32Array.of(1, 0), cost: 3 });
  });

  test.each([
    ['a row that nothing suits is left', [], [7], [1], [-1], 7],
    ['a row is left when every pair is dearer', [[0, 0, 8]], [7], [1], [-1], 7],
    [
      'the dearer to leave gets the only place',
      [
        [0, 0, 1],
        [1, 0, 1]
      ],
      [5, 6],
      [1],
      [-1, 0],
      6
    ],
    [
      'a column takes as many as it has room for',
      [
        [0, 0, 1],
        [1, 0, 1]
      ],
      [5, 6],
      [2],
      [0, 0],
      2
    ],
    [
      'of a pair named twice the cheaper counts',
      [
        [0, 0, 4],
        [0, 0, 2]
      ],
      [5],
      [1],
      [0],
      2
    ],
    ['a cost below zero is a gain', [[0, 0, -4]], [0], [1], [0], -4],
    ['nothing at all', [], [], [], [], 0]
  ] as const)('%s', (_, pairs, leaving, capacities, columnOf, cost) => {
    const listed = pairs.map(([row, column, price]) => ({ row, column, cost: price }));
    const answer = assign(
      problemOf(listed, { leaving: [...leaving], capacities: [...capacities] })
    );
    expect({ ...answer, columnOf: [...answer.columnOf] }).toMatchObject({ columnOf, cost });
  });

  test('a group is a limit over its columns together', () => {
    const pairs = [0, 1, 2].map((row) => ({ row, column: row, cost: row }));
    const answer = assign(
      problemOf(pairs, {
        leaving: [10, 10, 10],
        capacities: [1, 1, 1],
        groups: { of: [0, 0, -1], capacities: [1] }
      })
    );
    expect([...answer.columnOf]).toEqual([0, -1, 2]);
  });

  test.each([
    ['a part of a cost', { leaving: [1.5], capacities: [1] }],
    ['a capacity of nothing', { leaving: [1], capacities: [0] }],
    ['a column that is not there', { leaving: [1], capacities: [] }],
    [
      'a group that is not there',
      { leaving: [1], capacities: [1], groups: { of: [0], capacities: [] } }
    ],
    ['sums beyond what is exact', { leaving: [2 ** 52], capacities: [1] }]
  ])('refuses %s', (_, rest) => {
    expect(() => assign(problemOf([{ row: 0, column: 0, cost: 1 }], rest))).toThrow(RangeError);
  });
});

describe('against HiGHS', () => {
  /** What one family of instances is made of. */
  const families = {
    'few costs, many ties': { most: 14, dearest: 3, capacity: 1, groups: false, count: 500 },
    'costs of zero': { most: 14, dearest: 1, capacity: 2, groups: false, count: 150 },
    'wide costs': { most: 16, dearest: 1000, capacity: 1, groups: false, count: 500 },
    'huge costs': { most: 12, dearest: 1_000_000_000, capacity: 3, groups: false, count: 200 },
    'several places a column': { most: 16, dearest: 40, capacity: 4, groups: false, count: 400 },
    'groups over columns': { most: 16, dearest: 40, capacity: 3, groups: true, count: 500 },
    'up to sixty by sixty': { most: 60, dearest: 60, capacity: 2, groups: true, count: 100 }
  };

  test.each(Object.entries(families))('%s', (name, family) => {
    for (let seed = 1; seed <= family.count; seed++) {
      const problem = drawMixed(dice(seed * 7919 + name.length), family);
      const answer = assign(problem);
      const peer = costByHighs(highs, linearProgramme(problem));
      const where = `${name}, seed ${seed}`;
      expect(answer.cost, where).toBe(Math.round(peer));
      expect(recount(problem, answer), where).toBe(answer.cost);
      expect(lowerBound(problem, answer.prices), where).toBe(answer.cost);
    }
  });
});

test('proves its own answer for thousands of rows', () => {
  const problem = drawProblem(
    dice(5),
    { rows: 3000, columns: 2500, each: 12 },
    { dearest: 200, leaving: 400 }
  );
  const answer = assign(problem);
  expect(recount(problem, answer)).toBe(answer.cost);
  expect(lowerBound(problem, answer.prices)).toBe(answer.cost);
});

describe('whatever the problem', () => {
  const anyProblem = fc
    .record({ seed: fc.nat(), most: fc.integer({ min: 1, max: 24 }) })
    .map(({ seed, most }) =>
      drawMixed(dice(seed), { most, dearest: 1 + (seed % 9), capacity: 3, groups: seed % 2 === 0 })
    );

  test('the order in which pairs are named changes nothing', () => {
    const problemAndOrder = anyProblem.chain((problem) => {
      const pairs = pairsOf(problem);
      const orders = fc.shuffledSubarray(pairs, { minLength: pairs.length });
      return fc.tuple(fc.constant(problem), orders);
    });
    fc.assert(
      fc.property(problemAndOrder, ([problem, shuffled]) => {
        expect(assign(problemOf(shuffled, problem)).columnOf).toEqual(assign(problem).columnOf);
      })
    );
  });

  test('never dearer than the greedy answer', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(assign(problem).cost).toBeLessThanOrEqual(costByGreed(problem));
      })
    );
  });

  test('one more pair, or one more place, never makes it dearer', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), fc.nat(), fc.nat(50), (problem, row, column, cost) => {
        const { leaving, capacities } = problem;
        const added: Pair = { row: row % leaving.length, column: column % capacities.length, cost };
        const before = assign(problem).cost;
        const more = problemOf([...pairsOf(problem), added], problem);
        expect(assign(more).cost).toBeLessThanOrEqual(before);

        const roomier = Int32Array.from(capacities);
        roomier[added.column]!++;
        expect(assign({ ...problem, capacities: roomier }).cost).toBeLessThanOrEqual(before);
      })
    );
  });

  test('no prices prove more than the cheapest answer costs', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), (problem, seed) => {
        const roll = dice(seed);
        const any = (length: number) => Float64Array.from({ length }, () => roll(12) - 2);
        const prices = {
          ofRow: any(problem.leaving.length),
          ofColumn: any(problem.capacities.length),
          ofGroup: any(problem.groups?.capacities.length ?? 0)
        };
        expect(lowerBound(problem, prices)).toBeLessThanOrEqual(assign(problem).cost);
      })
    );
  });
});

/** Up to `most` rows and columns, dense or thin, some rows with no pair or with none that pays. */
function drawMixed(
  roll: (sides: number) => number,
  family: {
    readonly most: number;
    readonly dearest: number;
    readonly capacity: number;
    readonly groups: boolean;
  }
): AssignmentProblem {
  const { most, dearest, capacity } = family;
  const [rows, columns] = [1 + roll(most), 1 + roll(most)];
  const thinness = 1 + roll(5);
  const pairs: Pair[] = [];
  for (let row = 0; row < rows; row++) {
    if (roll(10) === 0) continue;
    for (let column = 0; column < columns; column++) {
      if (roll(thinness) === 0) pairs.push({ row, column, cost: roll(dearest) });
    }
  }
  const many = (length: number, sides: number) => Array.from({ length }, () => 1 + roll(sides));
  const groupCount = 1 + roll(columns);
  return problemOf(pairs, {
    leaving: Array.from({ length: rows }, () => roll(2 * dearest + 1)),
    capacities: many(columns, capacity),
    ...(family.groups
      ? {
          groups: {
            of: Array.from({ length: columns }, () => roll(groupCount + 1) - 1),
            capacities: many(groupCount, 3)
          }
        }
      : {})
  });
}
