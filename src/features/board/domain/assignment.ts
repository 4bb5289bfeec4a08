import {
  buildCandidateGraph,
  type AssignmentProblem,
  type CandidateGraph
} from './assignment/candidate-graph.ts';
import { ChainSearch } from './assignment/chain-search.ts';
import { Placement } from './assignment/placement.ts';

export type Assignment = {
  /** The column of each row; -1 for a row that is left. */
  readonly columnOf: Int32Array;
  /** What the answer costs: the pairs chosen, and the leaving of the rest. */
  readonly cost: number;
  /** What proves that nothing is cheaper: see `lowerBound`. */
  readonly prices: Prices;
};

/** One price for each row, column and group; see `lowerBound` for what makes them a proof. */
export type Prices = {
  readonly ofRow: Float64Array;
  readonly ofColumn: Float64Array;
  readonly ofGroup: Float64Array;
};

/**
 * Places rows in columns, or leaves them, at the least cost of all; exactly, and always the same answer
 * for the same problem, in whatever order its pairs are named.
 *
 * Method: successive shortest augmenting paths. Rows come in one after the other. Each takes the
 * cheapest chain of moves: into a column, putting a row out of it, which goes to its next best column or
 * is left, until a column has room. Prices (the dual values) keep every remaining cost at zero or above,
 * so that Dijkstra's method finds the chain, and a chain ends at the first room that nothing nearer can
 * undercut. Placing and leaving are arcs of one flow, and a flow to which only shortest paths were added
 * is the cheapest of its size; every row enters, so its size is that of the problem.
 *
 * For R rows, N columns and groups, and E pairs: O(R (E + N log N)) at worst, and in practice close to
 * E, since most chains are a few moves long. Memory is linear in R + N + E; no matrix is made.
 *
 * Source: R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems", Computing 38 (1987); prices after J. Edmonds, R. M. Karp, JACM 19 (1972).
 */
export function assign(problem: AssignmentProblem): Assignment {
  const graph = buildCandidateGraph(problem);
  const placement = new Placement(graph);
  const search = new ChainSearch(placement);
  for (const row of dearestToLeaveFirst(graph)) search.place(row);
  const { columnOf, rowPrice, nodePrice } = placement;
  return {
    columnOf,
    cost: costOf(graph, columnOf),
    prices: {
      ofRow: rowPrice,
      ofColumn: nodePrice.subarray(0, graph.columnCount),
      ofGroup: nodePrice.subarray(graph.columnCount)
    }
  };
}

/** Whom it costs most to leave is seldom put out again by those who come later: chains stay short. */
function dearestToLeaveFirst({ leaving }: CandidateGraph): Uint32Array {
  return Uint32Array.from(leaving.keys()).sort(
    (one, other) => leaving[other]! - leaving[one]! || one - other
  );
}

function costOf({ first, column, cost, leaving }: CandidateGraph, columnOf: Int32Array): number {
  let total = 0;
  for (let row = 0; row < columnOf.length; row++) {
    const chosen = columnOf[row]!;
    const pair = chosen === -1 ? -1 : column.subarray(first[row], first[row + 1]).indexOf(chosen);
    total += pair === -1 ? leaving[row]! : cost[first[row]! + pair]!;
  }
  return total;
}

/**
 * The largest sum that these prices prove no answer can go below, whoever made them. Equal to the cost
 * of an answer, it proves the answer the cheapest; nothing of the method needs to be believed.
 *
 * Why: a placed row pays a pair's cost, and the row's price is at most that cost and the prices of
 * column and group together, or what leaving costs. Summed over all rows, each column's and group's
 * price is paid at most as often as its capacity. (The dual of the linear programme.)
 *
 * A row whose price is too high counts with the highest that is allowed; prices of columns and groups
 * below 0 count as 0.
 */
export function lowerBound(problem: AssignmentProblem, prices: Prices): number {
  const { rowCount, columnCount, leaving, first, column, cost, parent, capacity } =
    buildCandidateGraph(problem);
  const ofGroup = prices.ofGroup.map((price) => Math.max(0, price));
  const groupPriceOf = (node: number) =>
    parent[node] === -1 ? 0 : ofGroup[parent[node]! - columnCount]!;

  let bound = 0;
  for (let row = 0; row < rowCount; row++) {
    let price = Math.min(prices.ofRow[row]!, leaving[row]!);
    for (let pair = first[row]!; pair < first[row + 1]!; pair++) {
      const node = column[pair]!;
      const paid = Math.max(prices.ofColumn[node]!, groupPriceOf(node));
      price = Math.min(price, cost[pair]! + paid);
    }
    bound += price;
  }
  for (let node = 0; node < columnCount; node++) {
    const own = Math.max(0, prices.ofColumn[node]! - groupPriceOf(node));
    bound -= own * capacity[node]!;
  }
  return ofGroup.reduce(
    (rest, price, group) => rest - price * capacity[columnCount + group]!,
    bound
  );
}
