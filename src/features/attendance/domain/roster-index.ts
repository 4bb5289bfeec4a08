import { searchKeyOf } from '#shared/text/kana.ts';
import type { RosterLineView } from './roster-view.ts';

/** A roster folded once, so that a letter typed costs a look-up and not a fold of every name. */
export type RosterIndex = {
  /** By line: the first letter of the folded kana; `undefined` for a line without any. */
  readonly firstLetters: readonly (string | undefined)[];
  /** The folded kana as a whole and of each part, in the order of their text; with the line of each. */
  readonly keys: readonly string[];
  readonly linesOfKeys: readonly number[];
  readonly names: readonly string[];
  /** The lines whose name holds a UTF-16 unit, ascending. */
  readonly linesByUnit: ReadonlyMap<string, readonly number[]>;
};

export function indexRoster(lines: readonly RosterLineView[]): RosterIndex {
  const firstLetters: (string | undefined)[] = [];
  const entries: { readonly key: string; readonly line: number }[] = [];
  const linesByUnit = new Map<string, number[]>();

  lines.forEach(({ entry: { kana, name } }, line) => {
    const whole = searchKeyOf(kana);
    firstLetters.push(Array.from(whole)[0]);
    const parts = kana.includes(' ') ? kana.split(' ').map(searchKeyOf) : [];
    for (const key of new Set([whole, ...parts])) entries.push({ key, line });
    for (const unit of new Set(unitsOf(name))) {
      const known = linesByUnit.get(unit);
      if (known) known.push(line);
      else linesByUnit.set(unit, [line]);
    }
  });
  entries.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));

  return {
    firstLetters,
    keys: entries.map(({ key }) => key),
    linesOfKeys: entries.map(({ line }) => line),
    names: lines.map(({ entry }) => entry.name),
    linesByUnit
  };
}

/**
 * The lines, ascending, whose kana or any part of it begins with what was typed, or whose name holds it
 * as it stands. `typed` is not empty.
 */
export function linesNamed(index: RosterIndex, typed: string): readonly number[] {
  const found = linesBeginning(index, searchKeyOf(typed));
  const holding = linesHolding(index, typed);
  if (holding.length === 0 && found.length < 2) return found;
  return ascendingOnce([...found, ...holding]);
}

function linesBeginning({ keys, linesOfKeys }: RosterIndex, key: string): readonly number[] {
  const first = countBefore(keys, (known) => known < key);
  const end = countBefore(keys, (known) => known < key || known.startsWith(key), first);
  return linesOfKeys.slice(first, end);
}

/** Looks only at the lines of the rarest unit of what was typed. */
function linesHolding({ names, linesByUnit }: RosterIndex, typed: string): readonly number[] {
  let rarest: readonly number[] | undefined;
  for (const unit of unitsOf(typed)) {
    const lines = linesByUnit.get(unit);
    if (!lines) return [];
    if (!rarest || lines.length < rarest.length) rarest = lines;
  }
  if (!rarest || typed.length === 1) return rarest ?? [];
  return rarest.filter((line) => names[line]?.includes(typed));
}

/** How many of the sorted keys, from the front, come `before`; `from` of them are known to. */
function countBefore(keys: readonly string[], before: (key: string) => boolean, from = 0): number {
  let [low, high] = [from, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(keys[middle] ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ascendingOnce(lines: readonly number[]): readonly number[] {
  const sorted = Uint32Array.from(lines).sort();
  const once: number[] = [];
  for (const line of sorted) if (line !== once.at(-1)) once.push(line);
  return once;
}

function unitsOf(text: string): readonly string[] {
  return text.split('');
}
