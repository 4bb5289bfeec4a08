import type { Highs, ModelData } from 'highs';
import type { Assignment } from '#features/board/domain/assignment.ts';
import type { AssignmentProblem } from '#features/board/domain/assignment/candidate-graph.ts';

export type Pair = { readonly row: number; readonly column: number; readonly cost: number };

/** Numbers that look random and are the same for the same seed (xorshift, 32 bits). */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2654435761) | 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

export function problemOf(
  pairs: readonly Pair[],
  rest: Omit<AssignmentProblem, 'pairs'>
): AssignmentProblem {
  return {
    ...rest,
    pairs: {
      rows: Int32Array.from(pairs, ({ row }) => row),
      columns: Int32Array.from(pairs, ({ column }) => column),
      costs: Float64Array.from(pairs, ({ cost }) => cost)
    }
  };
}

export function pairsOf({ pairs }: AssignmentProblem): Pair[] {
  return Array.from(pairs.rows, (row, index) => ({
    row,
    column: pairs.columns[index]!,
    cost: pairs.costs[index]!
  }));
}

/** `rows` requests with up to `each` candidates among `columns`, all of them for one. */
export function drawProblem(
  roll: (sides: number) => number,
  size: { readonly rows: number; readonly columns: number; readonly each: number },
  costs: { readonly dearest: number; readonly leaving: number }
): AssignmentProblem {
  const pairs: Pair[] = [];
  for (let row = 0; row < size.rows; row++) {
    const columns = new Set<number>();
    for (let drawn = 0; drawn < size.each; drawn++) columns.add(roll(size.columns));
    for (const column of columns) pairs.push({ row, column, cost: roll(costs.dearest) });
  }
  return problemOf(pairs, {
    leaving: new Float64Array(size.rows).fill(costs.leaving),
    capacities: new Int32Array(size.columns).fill(1)
  });
}

/** The problem as a linear programme, in columns; its corners are whole, so that no more is asked. */
export function linearProgramme({
  leaving,
  capacities,
  groups,
  pairs
}: AssignmentProblem): ModelData {
  const rowCount = leaving.length;
  const groupsFrom = rowCount + capacities.length;
  const starts = [0];
  const indices: number[] = [];
  leaving.forEach((_, row) => starts.push(indices.push(row)));
  pairs.rows.forEach((row, pair) => {
    const column = pairs.columns[pair]!;
    const group = groups?.of[column] ?? -1;
    indices.push(row, rowCount + column);
    if (group >= 0) indices.push(groupsFrom + group);
    starts.push(indices.length);
  });
  const limits = [...capacities, ...(groups?.capacities ?? [])];
  const colCost = [...leaving, ...pairs.costs];
  return {
    numCols: colCost.length,
    numRows: rowCount + limits.length,
    colCost,
    colLower: colCost.map(() => 0),
    colUpper: colCost.map(() => 1),
    rowLower: [...Array.from(leaving, () => 1), ...limits.map(() => 0)],
    rowUpper: [...Array.from(leaving, () => 1), ...limits],
    matrix: {
      format: 'csc',
      numCols: colCost.length,
      numRows: rowCount + limits.length,
      starts,
      indices,
      values: indices.map(() => 1)
    }
  };
}

/** @throws when HiGHS does not call its answer optimal. */
export function costByHighs(highs: Highs, programme: ModelData): number {
  return highs.withModel((model): number => {
    model.options.set({ output_flag: false });
    model.passModel(programme);
    model.run();
    const status = model.getModelStatus();
    if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended ${status}`);
    return model.getObjectiveValue();
  });
}

/** The cheapest pair that still fits, again and again: what one would do by hand. */
export function costByGreed(problem: AssignmentProblem): number {
  const { leaving, capacities, groups } = problem;
  const room = Int32Array.from(capacities);
  const roomOfGroup = Int32Array.from(groups?.capacities ?? []);
  const isPlaced = new Uint8Array(leaving.length);
  let total = 0;
  for (const cost of leaving) total += cost;
  for (const { row, column, cost } of pairsOf(problem).sort((a, b) => a.cost - b.cost)) {
    const group = groups?.of[column] ?? -1;
    const fits = room[column]! > 0 && (group < 0 || roomOfGroup[group]! > 0);
    if (isPlaced[row] || !fits || cost > leaving[row]!) continue;
    isPlaced[row] = 1;
    room[column]!--;
    if (group >= 0) roomOfGroup[group]!--;
    total += cost - leaving[row]!;
  }
  return total;
}

/** The cost counted anew from the problem. @throws when the answer breaks a limit or uses what is no pair. */
export function recount(problem: AssignmentProblem, { columnOf }: Assignment): number {
  const room = Int32Array.from(problem.capacities);
  const roomOfGroup = Int32Array.from(problem.groups?.capacities ?? []);
  const costs = new Map<string, number>();
  for (const { row, column, cost } of pairsOf(problem)) {
    const key = `${row}/${column}`;
    costs.set(key, Math.min(cost, costs.get(key) ?? Infinity));
  }
  let total = 0;
  columnOf.forEach((column, row) => {
    const cost = column === -1 ? problem.leaving[row] : costs.get(`${row}/${column}`);
    if (cost === undefined) throw new Error(`row ${row} cannot be in column ${column}`);
    total += cost;
    if (column === -1) return;
    const group = problem.groups?.of[column] ?? -1;
    if (--room[column]! < 0) throw new Error(`column ${column} takes too many`);
    if (group >= 0 && --roomOfGroup[group]! < 0) throw new Error(`group ${group} takes too many`);
  });
  return total;
}
