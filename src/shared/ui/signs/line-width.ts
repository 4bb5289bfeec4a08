/**
 * How thick a sign's outline is, in its own box of 64, when it is seen `size` large: lines grow
 * more slowly than signs, so that a small one stays open and a large one does not look heavy.
 */
export function lineWidth(size: number): number {
  const width = Math.min(3.5, 3 * (64 / size) ** 0.65);
  return Math.round(width * 100) / 100;
}
