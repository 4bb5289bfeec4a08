/** The corners of a path's box, walked by its end points and handles (an arc by its ends alone). */
export function extentOf(path: string): { readonly least: number; readonly most: number } {
  const seen: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const go = (toX: number, toY: number) => {
    [x, y] = [toX, toY];
    seen.push(x, y);
  };

  for (const [, letter = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = letter.toLowerCase();
    const relative = letter === kind;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    for (const step of inGroups(numbers, LENGTHS[kind] ?? 0, kind)) {
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      if (kind === 'h') go(fromX + (step[0] ?? 0), y);
      if (kind === 'v') go(x, fromY + (step[0] ?? 0));
      if ('mlcsq'.includes(kind)) {
        for (let at = 0; at < step.length; at += 2) {
          go(fromX + (step[at] ?? 0), fromY + (step[at + 1] ?? 0));
        }
      }
      if (kind === 'a') go(fromX + (step[5] ?? 0), fromY + (step[6] ?? 0));
      if (kind === 'm') [startX, startY] = [x, y];
    }
    if (kind === 'z') [x, y] = [startX, startY];
  }
  return { least: Math.min(...seen), most: Math.max(...seen) };
}

const LENGTHS: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  a: 7
};

/** The numbers of one letter, step by step. */
function inGroups(numbers: readonly number[], length: number, kind: string): number[][] {
  if (length === 0) return [];
  if (numbers.length === 0 || numbers.length % length !== 0) {
    throw new Error(`${kind} takes ${length} numbers at a time, not ${numbers.length}`);
  }
  return Array.from({ length: numbers.length / length }, (_, step) =>
    numbers.slice(step * length, (step + 1) * length)
  );
}
