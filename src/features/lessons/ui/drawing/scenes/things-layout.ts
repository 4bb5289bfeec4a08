import type { Scene } from '../../../domain/picture.ts';
import type { Box } from './box.ts';
import { fitLabel, LINE_HEIGHT, linesAt } from './label.ts';

export type ThingsScene = Extract<Scene, { scene: 'things' }>;

export type ThingsLayout = {
  readonly signs: readonly Box[];
  readonly captions: readonly Box[];
  /** All captions have letters of one size. */
  readonly letters: number;
  /** The marks between the signs. */
  readonly between: readonly { readonly x: number; readonly y: number }[];
};

const WIDTH = 320;
const HEIGHT = 240;
const LARGEST_LETTERS = 26;
const TALLEST_CAPTION = 76;
const CAPTION_GAP = 12;
export const CAPTION_LINES = 3;

/** Signs beside each other, their captions below, all in the middle of the picture. */
export function layOutThings({ things }: ThingsScene): ThingsLayout {
  const count = things.length;
  const cell = WIDTH / count;
  const letters = captionLetters(things, cell - 8);
  const heights = things.map(({ words = '' }) => {
    const lines = words && linesAt(words, letters, cell - 8, CAPTION_LINES);
    return (lines ? lines.length : 0) * letters * LINE_HEIGHT;
  });
  const caption = Math.max(...heights);
  const size = [caption > 0 ? 142 : 176, 104, 80][count - 1] ?? 80;
  const top = (HEIGHT - size - (caption > 0 ? CAPTION_GAP + caption : 0)) / 2;
  const columns = things.map((_, index) => cell * index);
  return {
    signs: columns.map((x) => square(x + (cell - size) / 2, top, size)),
    captions: columns.map((x, index) => ({
      x: x + 4,
      y: top + size + CAPTION_GAP,
      width: cell - 8,
      height: heights[index] ?? 0
    })),
    letters,
    between: columns.slice(1).map((x) => ({ x, y: top + size / 2 }))
  };
}

/** As large as the longest caption allows. */
function captionLetters(things: ThingsScene['things'], width: number): number {
  const room = {
    width,
    height: TALLEST_CAPTION,
    largest: LARGEST_LETTERS,
    mostLines: CAPTION_LINES
  };
  return Math.min(
    LARGEST_LETTERS,
    ...things.map(({ words }) => (words ? fitLabel(words, room).size : LARGEST_LETTERS))
  );
}

/** On a card, 200 by 200 and without captions: one sign fills it, two stand slantwise, three in a triangle. */
export function layOutThingsOnCard({ things }: ThingsScene): ThingsLayout {
  const signs = {
    1: [square(10, 10, 180)],
    2: [square(2, 2, 112), square(86, 86, 112)],
    3: [square(52, 2, 96), square(0, 102, 96), square(104, 102, 96)]
  };
  return {
    signs: signs[things.length as 1 | 2 | 3],
    captions: [],
    letters: LARGEST_LETTERS,
    between: []
  };
}

function square(x: number, y: number, size: number): Box {
  return { x, y, width: size, height: size };
}
