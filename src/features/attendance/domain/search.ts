import { kanaRows } from '#shared/text/kana.ts';
import { indexRoster, linesNamed, type RosterIndex } from './roster-index.ts';
import type { RosterLineView } from './roster-view.ts';

/** What the reception has chosen to look for: the あかさたな key, then a letter of its row; or typed text. */
export type RosterSearch =
  | { readonly kind: 'all' }
  | { readonly kind: 'row'; readonly row: string; readonly letter: string | undefined }
  | { readonly kind: 'typed'; readonly text: string };

/**
 * The lines that fit: by the first letter of the family name (voiced and small letters count as their
 * plain ones), or, when typed, by the roster's or the receipt's number (digits alone) or by the beginning of any part of the name.
 */
export function searchRoster(
  lines: readonly RosterLineView[],
  search: RosterSearch
): readonly RosterLineView[] {
  if (search.kind === 'all') return lines;
  if (search.kind === 'row') {
    const letters = search.letter ?? kanaRows.find(({ key }) => key === search.row)?.letters ?? '';
    const { firstLetters } = indexOf(lines);
    return lines.filter((_, line) => {
      const first = firstLetters[line];
      return first !== undefined && letters.includes(first);
    });
  }
  const typed = search.text.normalize('NFKC').trim();
  if (typed === '') return lines;
  if (/^\d+$/.test(typed))
    return lines.filter(({ entry }) => entry.number === Number(typed) || entry.receipt === typed);

  return linesNamed(indexOf(lines), typed).flatMap((line) => lines[line] ?? []);
}

/** A list that is shown is folded once and forgotten with it; a screen that looks for nobody folds none. */
const indexes = new WeakMap<readonly RosterLineView[], RosterIndex>();

function indexOf(lines: readonly RosterLineView[]): RosterIndex {
  const known = indexes.get(lines);
  if (known) return known;
  const made = indexRoster(lines);
  indexes.set(lines, made);
  return made;
}
