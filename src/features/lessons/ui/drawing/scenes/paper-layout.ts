import type { Scene } from '../../../domain/picture.ts';
import type { Box } from './box.ts';
import { LINE_HEIGHT, linesAt } from './label.ts';

export type PaperScene = Extract<Scene, { scene: 'paper' }>;
type Spot = PaperScene['ring'];

export type PaperLayout = {
  readonly title: Box | undefined;
  readonly lines: readonly { readonly box: Box; readonly words: Box }[];
  /** All lines have letters of one size. */
  readonly letters: number;
  readonly sign: Box | undefined;
};

/** The written part of the sheet; the title keeps clear of the folded corner. */
const SHEET: Box = { x: 36, y: 20, width: 248, height: 204 };
const TITLE: Box = { x: 36, y: 18, width: 216, height: 48 };
const SIGN_BESIDE = 88;
const LARGEST_LETTERS = 24;
const GAP = 10;
/** What a hand or a mark takes from a line, at its right. */
const POINTED = 46;
export const MOST_LINES = 3;

/**
 * The heading above; below it the lines. A sign stands beside them if there are any, and in the
 * middle of the sheet if there are none.
 */
export function layOutPaper(scene: PaperScene): PaperLayout {
  const title = scene.title === undefined ? undefined : TITLE;
  const top = title ? title.y + title.height + 14 : SHEET.y + 6;
  const room = { ...SHEET, y: top, height: SHEET.y + SHEET.height - top };
  const beside = scene.sign !== undefined && scene.lines.length > 0;
  const width = room.width - (beside ? SIGN_BESIDE + 10 : 0);
  return {
    title,
    ...layOutLines(scene, { ...room, width }),
    sign: scene.sign === undefined ? undefined : signBox(beside, room)
  };
}

function layOutLines(scene: PaperScene, room: Box): Pick<PaperLayout, 'lines' | 'letters'> {
  const pointed = new Set<Spot>([scene.hand, scene.no]);
  const widths = scene.lines.map((_, index) => room.width - (pointed.has(index) ? POINTED : 0));
  for (let letters = LARGEST_LETTERS; ; letters -= 0.5) {
    const counts = scene.lines.map((words, index) => {
      const lines = linesAt(words, letters, widths[index] ?? room.width, MOST_LINES);
      return lines ? lines.length : Number.POSITIVE_INFINITY;
    });
    const heights = counts.map((count) => count * letters * LINE_HEIGHT + GAP);
    const total = heights.reduce((sum, height) => sum + height, 0);
    if (total > room.height) continue;
    const spare = Math.min(12, (room.height - total) / Math.max(1, heights.length));
    return { letters, lines: placeLines(room, heights, widths, spare) };
  }
}

function placeLines(
  room: Box,
  heights: readonly number[],
  widths: readonly number[],
  spare: number
): PaperLayout['lines'] {
  let y = room.y;
  return heights.map((height, index) => {
    const box = { ...room, y: y + spare / 2, height };
    y += height + spare;
    return { box, words: { ...box, width: widths[index] ?? room.width } };
  });
}

function signBox(beside: boolean, room: Box): Box {
  const size = beside ? SIGN_BESIDE : Math.min(room.height, 150);
  const x = beside ? room.x + room.width - size : room.x + (room.width - size) / 2;
  return { x, y: room.y + (room.height - size) / 2, width: size, height: size };
}
