/**
 * Labels inside drawings. Where a picture is made there is no screen to measure letters on, so their
 * width is reckoned, a little too wide rather than too narrow, and a label is set as large as its
 * room allows.
 */
export type Room = {
  readonly width: number;
  readonly height: number;
  /** The largest letters, in units of the drawing. */
  readonly largest: number;
  readonly mostLines?: number;
};

export type FittedLabel = { readonly size: number; readonly lines: readonly string[] };

export const LINE_HEIGHT = 1.2;
/** One line is kept unless two give letters this much larger. */
const WORTH_A_BREAK = 1.15;

/** The width of a text in its own letters' height: 1 for a kanji, less for Latin letters. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + letterWidth(letter), 0);
}

function letterWidth(letter: string): number {
  if (/[ijl.,:;'’|! ]/.test(letter)) return 0.34;
  if (/[ftr()/-]/.test(letter)) return 0.45;
  if (/[mwMW@%&]/.test(letter)) return 0.96;
  if (/[A-Z]/.test(letter)) return 0.74;
  return /[\u0020-\u024f]/.test(letter) ? 0.62 : 1;
}

/** The text in as few lines, and in letters as large, as its room allows. */
export function fitLabel(text: string, room: Room): FittedLabel {
  const most = room.mostLines ?? 2;
  const choices = Array.from({ length: most }, (_, index) => inLines(text, index + 1)).map(
    (lines) => ({ lines, size: sizeIn(room, lines) })
  );
  return choices.reduce((best, choice) =>
    choice.size > best.size * WORTH_A_BREAK ? choice : best
  );
}

/** The fewest lines that hold the text in letters of `size`; undefined if `mostLines` do not. */
export function linesAt(
  text: string,
  size: number,
  width: number,
  mostLines: number
): readonly string[] | undefined {
  const unbroken = widthOf(text.replaceAll(' ', ''));
  const fewest = Math.max(1, Math.ceil((unbroken * size) / width));
  for (let count = fewest; count <= mostLines; count++) {
    const lines = inLines(text, count);
    if (widest(lines) * size <= width) return lines;
  }
  return undefined;
}

function sizeIn({ width, height, largest }: Room, lines: readonly string[]): number {
  const size = Math.min(largest, width / widest(lines), height / (lines.length * LINE_HEIGHT));
  return Math.floor(size * 10) / 10;
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map(widthOf));
}

/** The text in at most `count` lines: as even as can be, broken where a reader would pause. */
function inLines(text: string, count: number): readonly string[] {
  if (count === 1) return [text];
  const letters = Array.from(text);
  let best: { readonly lines: readonly string[]; readonly cost: number } = {
    lines: [text],
    cost: widthOf(text)
  };
  for (let at = 1; at < letters.length; at++) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    const cost = costOfBreak(before, after);
    if (cost === undefined || widthOf(before) + cost >= best.cost) continue;
    const lines = [before.trim(), ...inLines(after.trim(), count - 1)];
    const total = widest(lines) + cost;
    if (total < best.cost) best = { lines, cost: total };
  }
  return best.lines;
}

const NOT_FIRST = /^[、。・！？!?,.:;)）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜… ]/;
const NOT_LAST = /[(（「『【]$/;
/** A long katakana word is often two: マイナンバー + カード. */
const BETWEEN_KATAKANA = [/[ァ-ヴ]{3}ー$/, /^[ァ-ヴー]{3}/] as const;

/** How much a break here disturbs, in widths of a letter; undefined where none may be. */
function costOfBreak(before: string, after: string): number | undefined {
  if (before.endsWith(' ')) return 0;
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return undefined;
  if (/[、。・！？」）]$/.test(before)) return 0;
  const [one, other] = [scriptOf(before.at(-1) ?? ''), scriptOf(after.at(0) ?? '')];
  if (one === 'latin' && other === 'latin') return undefined;
  if (one === 'hiragana' && other !== 'hiragana') return 0.3;
  if (BETWEEN_KATAKANA[0].test(before) && BETWEEN_KATAKANA[1].test(after)) return 1.8;
  return one === other || other === 'hiragana' ? 3 : 1.2;
}

function scriptOf(letter: string): 'latin' | 'hiragana' | 'katakana' | 'kanji' {
  if (/[\u0020-\u024f]/.test(letter)) return 'latin';
  if (/\p{Script=Hiragana}/u.test(letter)) return 'hiragana';
  return /[\p{Script=Katakana}ー]/u.test(letter) ? 'katakana' : 'kanji';
}
