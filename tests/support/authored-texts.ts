import { readFileSync } from 'node:fs';
import { checkWords, type TextSetting } from '#features/lessons/domain/words-checker.ts';

/** A Japanese text as its author wrote it, with what the checker has to know about it. */
export type AuthoredText = { readonly text: string; readonly setting: TextSetting };

/** Not shown as text, or shown without readings. */
const NOT_CHECKED = ['alt', 'speech', 'picture', 'kana', 'date', 'version'];

/** Every text of a JSON file that a person reads, in the order of the file. */
export function textsOf(value: unknown, setting: TextSetting = {}): AuthoredText[] {
  if (typeof value === 'string') return [{ text: value, setting }];
  if (typeof value !== 'object' || value === null) return [];

  const pressed = setting.pressed ?? ('faces' in value && String(value.faces) === 'kantan');
  return Object.entries(value)
    .filter(([key]) => !NOT_CHECKED.includes(key))
    .flatMap(([key, inner]) =>
      textsOf(inner, {
        ...setting,
        ...(key === 'sentence' && { step: true }),
        ...((pressed || key === 'kantan') && { pressed: true })
      })
    );
}

/** The Japanese of every `{ ja, en }` of a rehearsal; what stands as `label` is a screen's own. */
export function japaneseOf(value: unknown, setting: TextSetting = {}): AuthoredText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ja' in value && typeof value.ja === 'string') return [{ text: value.ja, setting }];
  return Object.entries(value).flatMap(([key, inner]) =>
    japaneseOf(inner, key === 'label' ? { ...setting, label: true } : setting)
  );
}

/**
 * What the checker finds in some texts, each with its place: `path:line type text`.
 *
 * - `paths`: the files that the texts may stand in, from the project's folder.
 * - A text that is put together when the program runs stands in no file as it is: it is reported with
 *   the first file and no line.
 */
export function findingsIn(paths: readonly string[], texts: readonly AuthoredText[]): string[] {
  const sources = paths.map((path) => ({ path, source: readFileSync(path, 'utf8') }));
  const seen = new Map<string, number>();

  const found = texts.flatMap(({ text, setting }) => {
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return checkWords(text, setting).map((finding) => {
      const { type, text: words, ...more } = finding;
      const hints = Object.entries(more).map(([key, value]) => ` (${key}: ${value})`);
      return `${placeOf(text, nth, sources)} ${type} ${words}${hints.join('')}`;
    });
  });
  return [...new Set(found)];
}

function placeOf(
  text: string,
  nth: number,
  sources: readonly { readonly path: string; readonly source: string }[]
): string {
  for (const { path, source } of sources) {
    const line = lineOf(text, source, nth);
    if (line !== undefined) return `${path}:${line}`;
  }
  return sources[0]?.path ?? '';
}

/**
 * The line, counted from 1, where a text stands as a whole string of JSON or TypeScript.
 *
 * - `nth`: which of several equal texts, from 0; where there are fewer, the last.
 */
export function lineOf(text: string, source: string, nth = 0): number | undefined {
  const inside = JSON.stringify(text).slice(1, -1);
  const single = inside.replaceAll('\\"', '"').replaceAll("'", "\\'");
  const lines = source
    .split('\n')
    .flatMap((line, index) =>
      line.includes(`"${inside}"`) || line.includes(`'${single}'`) || line.includes(`\`${text}\``)
        ? [index + 1]
        : []
    );
  return lines[nth] ?? lines.at(-1);
}
