/**
 * A binary heap of node numbers with a distance each, nearest first. A node is in it once: pushing it
 * again with a smaller distance moves it forward.
 */
export class NodeHeap {
  readonly #nodes: Int32Array;
  /** The distance of the node at each place, beside it so that comparing stays in one stretch of memory. */
  readonly #distances: Float64Array;
  /** Where each node stands in the heap; -1 when it is not in it. */
  readonly #place: Int32Array;
  #size = 0;

  constructor(nodeCount: number) {
    this.#nodes = new Int32Array(nodeCount);
    this.#distances = new Float64Array(nodeCount);
    this.#place = new Int32Array(nodeCount).fill(-1);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  push(node: number, distance: number): void {
    const nodes = this.#nodes;
    const distances = this.#distances;
    const known = this.#place[node]!;
    let place = known === -1 ? this.#size++ : known;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (distances[above]! <= distance) break;
      this.#move(above, place);
      place = above;
    }
    nodes[place] = node;
    distances[place] = distance;
    this.#place[node] = place;
  }

  /** Takes the nearest node out; the heap must not be empty. */
  pop(): number {
    const distances = this.#distances;
    const nearest = this.#nodes[0]!;
    this.#place[nearest] = -1;
    const size = --this.#size;
    if (size === 0) return nearest;

    const last = this.#nodes[size]!;
    const distance = distances[size]!;
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      if (below + 1 < size && distances[below + 1]! < distances[below]!) below++;
      if (distances[below]! >= distance) break;
      this.#move(below, place);
      place = below;
    }
    this.#nodes[place] = last;
    distances[place] = distance;
    this.#place[last] = place;
    return nearest;
  }

  clear(): void {
    for (let at = 0; at < this.#size; at++) this.#place[this.#nodes[at]!] = -1;
    this.#size = 0;
  }

  #move(from: number, to: number): void {
    const node = this.#nodes[from]!;
    this.#nodes[to] = node;
    this.#distances[to] = this.#distances[from]!;
    this.#place[node] = to;
  }
}
