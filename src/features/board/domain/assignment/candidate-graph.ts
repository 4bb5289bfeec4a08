export type Numbers = readonly number[] | Int32Array | Float64Array;

/**
 * Who may be given what. Rows are to be placed, columns take them; a group is a limit over several
 * columns together. All numbers are whole.
 */
export type AssignmentProblem = {
  /** What it costs to leave each row unplaced. */
  readonly leaving: Numbers;
  /** How many rows each column takes, at least 1. */
  readonly capacities: Numbers;
  /** Three lists of one length, in any order. Of a pair that is named twice the cheaper counts. */
  readonly pairs: {
    readonly rows: Numbers;
    readonly columns: Numbers;
    readonly costs: Numbers;
  };
  readonly groups?: {
    /** The group of each column; -1 for none. */
    readonly of: Numbers;
    /** How many rows the columns of each group take together, at least 1. */
    readonly capacities: Numbers;
  };
};

/**
 * The problem in compressed rows. Columns are the nodes below `columnCount`, groups the ones after.
 * Each row's pairs are sorted by cost, then column, so that nothing depends on the order in which they
 * were named, and a search may stop at the first that is too dear. Pairs that cost more than leaving
 * their row are dropped: no best answer holds one.
 */
export type CandidateGraph = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly nodeCount: number;
  readonly leaving: Float64Array;
  /** Pairs of row `r` stand at `first[r]` and before `first[r + 1]`. */
  readonly first: Int32Array;
  readonly column: Int32Array;
  readonly cost: Float64Array;
  /** The group above a node; -1 when nothing limits it further. */
  readonly parent: Int32Array;
  readonly capacity: Int32Array;
  /** Columns of the group `columnCount + g` stand at `firstChild[g]` and before `firstChild[g + 1]`. */
  readonly firstChild: Int32Array;
  readonly child: Int32Array;
};

const GAPS = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

/** @throws RangeError when a number is not whole, an index or capacity is out of range, or the sums leave 2^53. */
export function buildCandidateGraph(problem: AssignmentProblem): CandidateGraph {
  const leaving = Float64Array.from(problem.leaving);
  const columnCount = problem.capacities.length;
  const groupCount = problem.groups?.capacities.length ?? 0;
  refuseUnsafe(problem, leaving);

  const parent = new Int32Array(columnCount + groupCount).fill(-1);
  const capacity = new Int32Array(columnCount + groupCount);
  capacity.set(problem.capacities);
  if (problem.groups) {
    capacity.set(problem.groups.capacities, columnCount);
    for (let column = 0; column < columnCount; column++) {
      const group = problem.groups.of[column] ?? -1;
      if (group >= 0) parent[column] = columnCount + group;
    }
  }
  return {
    rowCount: leaving.length,
    columnCount,
    nodeCount: columnCount + groupCount,
    leaving,
    ...sortedPairs(problem, leaving),
    parent,
    capacity,
    ...childrenOf(parent, columnCount, groupCount)
  };
}

function refuseUnsafe({ pairs, capacities, groups }: AssignmentProblem, leaving: Float64Array) {
  const { rows, columns, costs } = pairs;
  const size = rows.length;
  if (columns.length !== size || costs.length !== size) {
    throw new RangeError('rows, columns and costs of the pairs differ in length');
  }
  let largest = 0;
  for (const cost of leaving) largest = Math.max(largest, wholeSize(cost));
  for (let pair = 0; pair < size; pair++) {
    largest = Math.max(largest, wholeSize(costs[pair]!));
    refuseIndex(rows[pair]!, leaving.length);
    refuseIndex(columns[pair]!, capacities.length);
  }
  // What a search adds up stays below eight times the largest cost, the sum below rows times it.
  if (largest * Math.max(8, leaving.length) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('costs are too large to be added exactly');
  }
  for (const limits of groups ? [capacities, groups.capacities] : [capacities]) {
    for (const limit of limits) {
      if (!(Number.isInteger(limit) && limit >= 1)) throw new RangeError('a capacity is below 1');
    }
  }
  for (let column = 0; groups && column < capacities.length; column++) {
    if (groups.of[column] !== -1) refuseIndex(groups.of[column]!, groups.capacities.length);
  }
}

function wholeSize(cost: number): number {
  if (!Number.isSafeInteger(cost)) throw new RangeError(`${cost} is no whole number`);
  return Math.abs(cost);
}

function refuseIndex(index: number, length: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < length)) {
    throw new RangeError(`there is no index ${index} among ${length}`);
  }
}

/** A counting sort by row, then each row by itself; memory is linear in the pairs. */
function sortedPairs(
  { pairs: { rows, columns, costs } }: AssignmentProblem,
  leaving: Float64Array
): Pick<CandidateGraph, 'first' | 'column' | 'cost'> {
  const isUseful = (pair: number) => costs[pair]! <= leaving[rows[pair]!]!;
  const first = new Int32Array(leaving.length + 1);
  for (let pair = 0; pair < rows.length; pair++) {
    if (isUseful(pair)) first[rows[pair]! + 1]!++;
  }
  sumUp(first);
  const next = first.slice();
  const useful = first[leaving.length]!;
  const column = new Int32Array(useful);
  const cost = new Float64Array(useful);
  for (let pair = 0; pair < rows.length; pair++) {
    if (!isUseful(pair)) continue;
    const place = next[rows[pair]!]!++;
    column[place] = columns[pair]!;
    cost[place] = costs[pair]!;
  }
  for (let row = 0; row < leaving.length; row++) {
    sortByCost(column, cost, first[row]!, first[row + 1]!);
  }
  return { first, column, cost };
}

/** Shell's sort in place, with the gaps of M. Ciura (2001): rows are short, and it needs no memory. */
function sortByCost(column: Int32Array, cost: Float64Array, begin: number, end: number): void {
  for (const gap of GAPS) {
    for (let at = begin + gap; at < end; at++) {
      const ownCost = cost[at]!;
      const ownColumn = column[at]!;
      let to = at;
      for (; to >= begin + gap; to -= gap) {
        const other = cost[to - gap]!;
        if (other < ownCost || (other === ownCost && column[to - gap]! <= ownColumn)) break;
        cost[to] = other;
        column[to] = column[to - gap]!;
      }
      cost[to] = ownCost;
      column[to] = ownColumn;
    }
  }
}

function childrenOf(
  parent: Int32Array,
  columnCount: number,
  groupCount: number
): Pick<CandidateGraph, 'firstChild' | 'child'> {
  const grouped = Int32Array.from({ length: columnCount }, (_, column) => column).filter(
    (column) => parent[column] !== -1
  );
  const groups = grouped.map((column) => parent[column]! - columnCount);
  const order = countingSort(groups, groupCount);
  return {
    firstChild: countsBefore(groups, groupCount),
    child: order.map((index) => grouped[index]!)
  };
}

/** Indices in the order of their keys; equal keys keep their order. */
function countingSort(keys: Numbers, keyCount: number): Int32Array {
  const next = countsBefore(keys, keyCount);
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) order[next[keys[index]!]!++] = index;
  return order;
}

/** How many keys are smaller than each possible key, and at the end how many there are. */
function countsBefore(keys: Numbers, keyCount: number): Int32Array {
  const before = new Int32Array(keyCount + 1);
  for (const key of keys) before[key + 1]!++;
  return sumUp(before);
}

function sumUp(counts: Int32Array): Int32Array {
  for (let index = 1; index < counts.length; index++) counts[index]! += counts[index - 1]!;
  return counts;
}
