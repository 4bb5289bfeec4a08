import type { CandidateGraph } from './candidate-graph.ts';

/**
 * An answer in the making: where each row is, and the prices that prove it the best for the rows that
 * were brought in so far. No pair costs less than the row's price minus that of the column, and where a
 * row is placed or left it pays its price exactly.
 */
export class Placement {
  readonly graph: CandidateGraph;
  /** The column of each row; -1 for one that is left, or not brought in yet. */
  readonly columnOf: Int32Array;
  readonly rowPrice: Float64Array;
  /** What a place in the node is worth to others; 0 while an outermost node has room. */
  readonly nodePrice: Float64Array;
  /** How many rows are in each node. */
  readonly used: Int32Array;

  /** The rows of each column as linked lists; -1 ends one. */
  readonly headRow: Int32Array;
  readonly nextRow: Int32Array;
  readonly #previousRow: Int32Array;

  constructor(graph: CandidateGraph) {
    const { rowCount, columnCount, nodeCount } = graph;
    this.graph = graph;
    this.columnOf = new Int32Array(rowCount).fill(-1);
    this.rowPrice = new Float64Array(rowCount);
    this.nodePrice = new Float64Array(nodeCount);
    this.used = new Int32Array(nodeCount);
    this.headRow = new Int32Array(columnCount).fill(-1);
    this.nextRow = new Int32Array(rowCount).fill(-1);
    this.#previousRow = new Int32Array(rowCount).fill(-1);
  }

  hasRoom(node: number): boolean {
    return this.used[node]! < this.graph.capacity[node]!;
  }

  /** @returns the column the row was in; -1 when it was in none. */
  takeOut(row: number): number {
    const column = this.columnOf[row]!;
    if (column === -1) return -1;
    const next = this.nextRow[row]!;
    const previous = this.#previousRow[row]!;
    if (previous === -1) this.headRow[column] = next;
    else this.nextRow[previous] = next;
    if (next !== -1) this.#previousRow[next] = previous;
    this.columnOf[row] = -1;
    this.#count(column, -1);
    return column;
  }

  putIn(row: number, column: number): void {
    const next = this.headRow[column]!;
    this.nextRow[row] = next;
    this.#previousRow[row] = -1;
    if (next !== -1) this.#previousRow[next] = row;
    this.headRow[column] = row;
    this.columnOf[row] = column;
    this.#count(column, 1);
  }

  #count(column: number, change: number): void {
    for (let node = column; node !== -1; node = this.graph.parent[node]!) {
      this.used[node]! += change;
    }
  }
}
