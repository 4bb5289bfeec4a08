import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import solver from 'javascript-lp-solver';
import loadHighs from 'highs';
import munkres from 'munkres';
import { assign, lowerBound } from '#features/board/domain/assignment.ts';
import type { AssignmentProblem } from '#features/board/domain/assignment/candidate-graph.ts';
import {
  costByGreed,
  costByHighs,
  dice,
  drawProblem,
  linearProgramme,
  pairsOf
} from '#tests/support/assignments.ts';

const CANDIDATES = 30;
const LARGEST = 10_000;
const LIMIT_MS = 1000;
const TIMES_FASTER_THAN_HIGHS = 20;
const ROUNDS = 5;
/** What the peers still finish: a dense matrix, and a general solver in plain JavaScript. */
const MUNKRES_UP_TO = 300;
const LP_SOLVER_UP_TO = 100;

/** Milliseconds of the median round, by who solved it. */
type Times = Readonly<Record<string, number>>;

/**
 * As many requests as slots, 30 candidates each: 100, 300 and 1,000 beside HiGHS with its answer's cost
 * compared on every instance, and 10,000, where the prices of the answer prove that it is the cheapest.
 * Each round draws a new instance, and the order of the solvers turns with it. HiGHS is given its arrays
 * ready-made; ours starts from the bare list of pairs.
 */
export async function run() {
  const highs = await loadHighs();
  const small = [100, 300, 1000].map((size) => ({
    size,
    times: compareAll(size, (problem) => peersFor(highs, problem, size))
  }));
  const large = compareAll(LARGEST, (problem) => ({
    greedy: { prepare: () => problem, solve: costByGreed, isExact: false }
  }));
  const at = (size: number, solvedBy: string) =>
    small.find((entry) => entry.size === size)?.times[solvedBy] ?? NaN;
  const timesFaster = at(1000, 'highs') / at(1000, 'ours');
  const ours = large['ours'] ?? NaN;
  const ratio = ours / LIMIT_MS;
  return {
    name: 'matching',
    ours,
    limit: LIMIT_MS,
    peers: {
      'greedy-10000': round(large['greedy'] ?? NaN),
      'ours-1000': round(at(1000, 'ours')),
      'highs-1000': round(at(1000, 'highs')),
      'highs-1000-times-slower': round(timesFaster),
      'munkres-300': round(at(MUNKRES_UP_TO, 'munkres')),
      'ours-300': round(at(300, 'ours')),
      'javascript-lp-solver-100': round(at(LP_SOLVER_UP_TO, 'javascript-lp-solver')),
      'ours-100': round(at(100, 'ours'))
    },
    ratio,
    hold: 1,
    ok: ratio <= 1 && timesFaster >= TIMES_FASTER_THAN_HIGHS,
    notes: [
      ...[...small, { size: LARGEST, times: large }].map(
        ({ size, times }) => `${size} × ${size}: ${inWords(times)}`
      ),
      `${LARGEST} requests for a third of the slots: ${round(harderMs('scarce'))} ms, with limits over four slots each: ${round(harderMs('limits'))} ms; both proven`,
      `${bytesAPair()} bytes of arrays for each candidate pair at ${LARGEST} × ${LARGEST}, all included`
    ]
  };
}

type Peer = {
  /** Turns the problem into what the package reads; not timed. */
  readonly prepare: () => unknown;
  readonly solve: (prepared: never) => number;
  readonly isExact: boolean;
};

function peersFor(
  highs: Awaited<ReturnType<typeof loadHighs>>,
  problem: AssignmentProblem,
  size: number
): Readonly<Record<string, Peer>> {
  return {
    highs: {
      prepare: () => linearProgramme(problem),
      solve: (programme: ReturnType<typeof linearProgramme>) =>
        Math.round(costByHighs(highs, programme)),
      isExact: true
    },
    greedy: { prepare: () => problem, solve: costByGreed, isExact: false },
    ...(size <= MUNKRES_UP_TO && {
      munkres: { prepare: () => denseMatrix(problem), solve: costByMunkres, isExact: true }
    }),
    ...(size <= LP_SOLVER_UP_TO && {
      'javascript-lp-solver': {
        prepare: () => namedProgramme(problem),
        solve: costByLpSolver,
        isExact: true
      }
    })
  };
}

/** @throws when an exact peer finds another cost, or the prices of ours prove less than it costs. */
function compareAll(
  size: number,
  peersOf: (problem: AssignmentProblem) => Readonly<Record<string, Peer>>
): Times {
  const rounds = new Map<string, number[]>();
  for (let seed = 0; seed <= ROUNDS; seed++) {
    const problem = drawProblem(
      dice(size + seed),
      { rows: size, columns: size, each: CANDIDATES },
      { dearest: 1000, leaving: 2000 }
    );
    const costs = new Map<string, number>();
    const ours: Peer = { prepare: () => problem, solve: costOfOurs, isExact: true };
    const solvers = Object.entries({ ours, ...peersOf(problem) });
    for (const [name, { prepare, solve, isExact }] of seed % 2 ? solvers : solvers.reverse()) {
      const prepared = prepare() as never;
      const begun = performance.now();
      const cost = solve(prepared);
      const took = performance.now() - begun;
      if (isExact) costs.set(name, cost);
      // The first round only warms up.
      if (seed > 0) rounds.set(name, [...(rounds.get(name) ?? []), took]);
    }
    refuseOtherCosts(problem, size, costs);
  }
  return Object.fromEntries([...rounds].map(([name, times]) => [name, median(times)]));
}

function costOfOurs(problem: AssignmentProblem): number {
  return assign(problem).cost;
}

function refuseOtherCosts(
  problem: AssignmentProblem,
  size: number,
  costs: ReadonlyMap<string, number>
): void {
  const { cost, prices } = assign(problem);
  const proven = lowerBound(problem, prices);
  if (proven !== cost) throw new Error(`${size}: ours costs ${cost}, proven are ${proven}`);
  for (const [name, other] of costs) {
    if (other !== cost) throw new Error(`${size}: ours costs ${cost}, that of ${name} ${other}`);
  }
}

/** A column of its own for leaving each request, since munkres places every row. */
function denseMatrix(problem: AssignmentProblem): number[][] {
  const rows = problem.leaving.length;
  const columns = problem.capacities.length;
  const never = 1e7;
  const matrix = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns + rows }, (__, column) =>
      column === columns + row ? problem.leaving[row]! : never
    )
  );
  for (const { row, column, cost } of pairsOf(problem)) matrix[row]![column] = cost;
  return matrix;
}

function costByMunkres(matrix: number[][]): number {
  return munkres(matrix).reduce((total, [row, column]) => total + matrix[row]![column]!, 0);
}

type NamedProgramme = Parameters<typeof solver.Solve>[0];

function namedProgramme(problem: AssignmentProblem): NamedProgramme {
  const constraints: Record<string, { max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  problem.leaving.forEach((cost, row) => {
    constraints[`row${row}`] = { equal: 1 };
    variables[`leave${row}`] = { cost, [`row${row}`]: 1 };
  });
  problem.capacities.forEach((max, column) => {
    constraints[`column${column}`] = { max };
  });
  for (const { row, column, cost } of pairsOf(problem)) {
    variables[`${row}/${column}`] = { cost, [`row${row}`]: 1, [`column${column}`]: 1 };
  }
  return { optimize: 'cost', opType: 'min', constraints, variables };
}

function costByLpSolver(programme: NamedProgramme): number {
  return Math.round((solver.Solve(programme) as { result: number }).result);
}

/**
 * Beyond what the peers are run on: too few slots for requests that waited differently long, or a limit
 * over some slots together. The median of the rounds, in milliseconds.
 */
function harderMs(kind: 'scarce' | 'limits'): number {
  const times = Array.from({ length: ROUNDS }, (_, seed) => {
    const problem = drawHarder(dice(77 + seed), kind);
    const begun = performance.now();
    const { cost, prices } = assign(problem);
    const took = performance.now() - begun;
    const proven = lowerBound(problem, prices);
    if (proven !== cost) throw new Error(`${kind}: ours costs ${cost}, proven are ${proven}`);
    return took;
  });
  return median(times);
}

function drawHarder(roll: (sides: number) => number, kind: 'scarce' | 'limits'): AssignmentProblem {
  const columns = kind === 'scarce' ? Math.floor(LARGEST / 3) : LARGEST;
  const problem = drawProblem(
    roll,
    { rows: LARGEST, columns, each: CANDIDATES },
    { dearest: 300, leaving: 0 }
  );
  const leaving = Array.from({ length: LARGEST }, () => 1000 * (7 + roll(60)));
  if (kind === 'scarce') return { ...problem, leaving };
  const limits = Math.floor(columns / 4);
  return {
    ...problem,
    leaving,
    groups: {
      of: Int32Array.from({ length: columns }, () => roll(limits)),
      capacities: Int32Array.from({ length: limits }, () => 1 + roll(4))
    }
  };
}

/** What all arrays made for an answer take together, for each pair; those of the problem not counted. */
function bytesAPair(): number {
  const problem = drawProblem(
    dice(1),
    { rows: LARGEST, columns: LARGEST, each: CANDIDATES },
    { dearest: 1000, leaving: 2000 }
  );
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const before = process.memoryUsage().arrayBuffers;
  assign(problem);
  return Math.round((process.memoryUsage().arrayBuffers - before) / problem.pairs.rows.length);
}

function inWords(times: Times): string {
  return Object.entries(times)
    .map(([name, milliseconds]) => `${name} ${round(milliseconds)} ms`)
    .join(', ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
