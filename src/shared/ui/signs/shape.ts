/** The few colours of a sign: each is a variable of tokens.css, so that forced colours can replace it. */
export const paints = {
  card: 'var(--card)',
  grey: 'var(--color-neutral-solid-gray-100)',
  quiet: 'var(--quiet)',
  text: 'var(--text)',
  learn: 'var(--learn)',
  leaf: 'var(--learn-tint)',
  join: 'var(--join)',
  sky: 'var(--join-tint)',
  help: 'var(--help)',
  skin: 'var(--help-tint)',
  hint: 'var(--hint-tint)',
  sun: 'var(--focus-inner)',
  stop: 'var(--stop)',
  blush: 'var(--stop-tint)'
} as const;
export type Paint = keyof typeof paints;

/** One stroke of the pen in a box of 64 by 64. */
export type Shape = {
  /** A path, as in SVG. */
  readonly d: string;
  /** Nothing is filled without it. */
  readonly fill?: Paint;
  /** The outline; `quiet` without it. */
  readonly line?: Paint | 'none';
  /** How many times thicker than an outline. */
  readonly weight?: number;
};

/** A drawing, from its back to its front. */
export type Drawing = readonly Shape[];

export function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** A rectangle, its corners rounded by `r`. */
export function box(x: number, y: number, width: number, height: number, r = 0): string {
  const corner = (dx: number, dy: number) => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`);
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${
    2 * r - width
  }${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`;
}

/** Round dots at some places; `weight` says how large. */
export function dots(...places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y]) => `M${x} ${y}h0`).join('');
}
