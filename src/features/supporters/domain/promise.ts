import { err, ok, type Result } from '#shared/result.ts';
import { cleanText } from '#shared/text/clean.ts';

/** One version of お手伝いのお約束, a line for each rule. */
export type PromiseText = {
  readonly version: number;
  readonly ja: readonly string[];
  readonly en: readonly string[];
};

export type PromiseTextError = {
  readonly type: 'empty' | 'too-long' | 'lines-differ' | 'changed-meanwhile' | 'same-text';
};

const MOST_LINES = 20;
const LONGEST_LINE = 200;

/**
 * The next version of the text, from what an administrator typed: one rule on each line, and as many in
 * English. `from` is the version that was on the screen.
 */
export function nextPromise(
  newest: PromiseText,
  typed: { readonly from: number; readonly ja: string; readonly en: string }
): Result<PromiseText, PromiseTextError> {
  const ja = linesOf(typed.ja);
  const en = linesOf(typed.en);
  if (typed.from !== newest.version) return err({ type: 'changed-meanwhile' });
  if (ja.length === 0 || en.length === 0) return err({ type: 'empty' });
  if (ja.length !== en.length) return err({ type: 'lines-differ' });
  if (ja.length > MOST_LINES || [...ja, ...en].some((line) => line.length > LONGEST_LINE)) {
    return err({ type: 'too-long' });
  }
  const isSame = isEqual(ja, newest.ja) && isEqual(en, newest.en);
  return isSame ? err({ type: 'same-text' }) : ok({ version: newest.version + 1, ja, en });
}

export function linesOf(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}
