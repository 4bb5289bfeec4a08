import type { CandidateGraph } from './candidate-graph.ts';
import { NodeHeap } from './node-heap.ts';
import type { Placement } from './placement.ts';

/** Brings rows in one at a time, each by the cheapest chain of moves (Dijkstra's method over the prices). */
export class ChainSearch {
  readonly #placement: Placement;
  readonly #graph: CandidateGraph;

  /** Of the present search: how far each node is, Infinity when it was not met. */
  readonly #distance: Float64Array;
  /** Whence each node was met: the row, or `~node` when it was from a node above or below. */
  readonly #via: Int32Array;
  readonly #met: Int32Array;
  #metCount = 0;
  readonly #heap: NodeHeap;
  /** Nodes as near as the one in work: they need no heap. */
  readonly #ready: Int32Array;
  #readyCount = 0;
  /** The nearest end found: a node with room, or -1 and a row that is left. */
  #endDistance = Infinity;
  #endNode = -1;
  #endRow = -1;

  constructor(placement: Placement) {
    const { nodeCount } = placement.graph;
    this.#placement = placement;
    this.#graph = placement.graph;
    this.#distance = new Float64Array(nodeCount).fill(Infinity);
    this.#via = new Int32Array(nodeCount);
    this.#met = new Int32Array(nodeCount);
    this.#ready = new Int32Array(nodeCount);
    this.#heap = new NodeHeap(nodeCount);
  }

  /** Brings one more row in, by the cheapest chain of moves. */
  place(root: number): void {
    this.#endDistance = Infinity;
    this.#placement.rowPrice[root] = this.#cheapestOf(root);
    this.#leaveRow(root, 0);
    for (;;) {
      const node = this.#nextNode();
      if (node === -1) break;
      const distance = this.#distance[node]!;
      if (distance >= this.#endDistance) break;
      this.#goOn(node, distance);
    }
    this.#raisePrices(root);
    this.#move(root);
    this.#forgetSearch();
  }

  #cheapestOf(row: number): number {
    const { first, column, cost, leaving } = this.#graph;
    const price = this.#placement.nodePrice;
    let cheapest = leaving[row]!;
    for (let pair = first[row]!, end = first[row + 1]!; pair < end; pair++) {
      if (cost[pair]! >= cheapest) break;
      const total = cost[pair]! + price[column[pair]!]!;
      if (total < cheapest) cheapest = total;
    }
    return cheapest;
  }

  /** Looks where a row that must go away at this distance may go. */
  #leaveRow(row: number, distance: number): void {
    const { first, column, cost, leaving } = this.#graph;
    const price = this.#placement.nodePrice;
    const reached = this.#distance;
    const base = distance - this.#placement.rowPrice[row]!;
    if (base + leaving[row]! < this.#endDistance) this.#endAt(base + leaving[row]!, -1, row);
    let end = this.#endDistance;
    for (let pair = first[row]!, after = first[row + 1]!; pair < after; pair++) {
      const own = base + cost[pair]!;
      if (own >= end) break;
      const node = column[pair]!;
      const next = own + price[node]!;
      if (next >= end || next >= reached[node]!) continue;
      this.#meet(node, next, row, distance);
      end = this.#endDistance;
    }
  }

  /** From a node: up to the group that limits it, down to what it limits, out through its rows. */
  #goOn(node: number, distance: number): void {
    const { parent, capacity, columnCount, firstChild, child } = this.#graph;
    const up = parent[node]!;
    if (up !== -1 && this.#placement.used[node]! < capacity[node]!) this.#step(node, up, distance);
    if (node < columnCount) {
      for (
        let row = this.#placement.headRow[node]!;
        row !== -1;
        row = this.#placement.nextRow[row]!
      ) {
        this.#leaveRow(row, distance);
      }
      return;
    }
    const group = node - columnCount;
    for (let at = firstChild[group]!; at < firstChild[group + 1]!; at++) {
      const down = child[at]!;
      if (this.#placement.used[down]! > 0) this.#step(node, down, distance);
    }
  }

  #step(from: number, to: number, distance: number): void {
    const next = distance + this.#placement.nodePrice[to]! - this.#placement.nodePrice[from]!;
    if (next < this.#distance[to]! && next < this.#endDistance) {
      this.#meet(to, next, ~from, distance);
    }
  }

  /** Notes a nearer way to a node. One with room and nothing above it is an end, its price being 0. */
  #meet(node: number, next: number, via: number, now: number): void {
    const isNew = this.#distance[node] === Infinity;
    if (isNew) this.#met[this.#metCount++] = node;
    this.#distance[node] = next;
    this.#via[node] = via;
    if (this.#graph.parent[node] === -1 && this.#placement.hasRoom(node))
      this.#endAt(next, node, -1);
    else if (isNew && next === now) this.#ready[this.#readyCount++] = node;
    else this.#heap.push(node, next);
  }

  #endAt(distance: number, node: number, row: number): void {
    this.#endDistance = distance;
    this.#endNode = node;
    this.#endRow = row;
  }

  /** @returns -1 when every node in reach was looked at. */
  #nextNode(): number {
    if (this.#readyCount > 0) return this.#ready[--this.#readyCount]!;
    return this.#heap.isEmpty ? -1 : this.#heap.pop();
  }

  /** Whatever is nearer than the end became dearer by the difference; the chain's own costs become 0. */
  #raisePrices(root: number): void {
    this.#placement.rowPrice[root]! += this.#endDistance;
    for (let at = 0; at < this.#metCount; at++) {
      const node = this.#met[at]!;
      const rise = this.#endDistance - this.#distance[node]!;
      if (rise <= 0) continue;
      this.#placement.nodePrice[node]! += rise;
      if (node >= this.#graph.columnCount) continue;
      for (
        let row = this.#placement.headRow[node]!;
        row !== -1;
        row = this.#placement.nextRow[row]!
      ) {
        this.#placement.rowPrice[row]! += rise;
      }
    }
  }

  /** Makes the moves, from the end back to the row that came in. */
  #move(root: number): void {
    let to = this.#endNode;
    let row = this.#endRow;
    if (to === -1) {
      to = this.#placement.takeOut(row);
      if (row === root) return;
    }
    do {
      while (this.#via[to]! < 0) to = ~this.#via[to]!;
      row = this.#via[to]!;
      const from = this.#placement.takeOut(row);
      this.#placement.putIn(row, to);
      to = from;
    } while (row !== root);
  }

  #forgetSearch(): void {
    for (let at = 0; at < this.#metCount; at++) this.#distance[this.#met[at]!] = Infinity;
    this.#metCount = 0;
    this.#readyCount = 0;
    this.#heap.clear();
  }
}
