/**
 * How thick a sign's outline is, in its own box of 64, when it is seen `size` large: lines grow
 * more slowly than signs, so that a small one stays open and a large one does not look heavy.
 */
export function lineWidth(size: number): number {
  const width = 3 * Math.sqrt(64 / size);
  return Math.round(Math.min(3.5, Math.max(1.8, width)) * 100) / 100;
}
