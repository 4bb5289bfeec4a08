import type { Scene } from '../../../domain/picture.ts';
import { grow, type Box } from './box.ts';
import { LINE_HEIGHT, linesAt, widthOf } from './label.ts';

export type ScreenScene = Extract<Scene, { scene: 'screen' }>;
export type ScreenItem = ScreenScene['items'][number];

/** Where one thing of a screen stands, with its sign and its words. */
export type Placed = {
  readonly item: ScreenItem;
  readonly box: Box;
  /** The square of its sign, or of what stands there: a circle to choose, the tile of an icon. */
  readonly sign: Box | undefined;
  readonly label: Box | undefined;
  readonly letters: number;
};

type Indexed = { readonly item: ScreenItem; readonly index: number };
/** Things that stand beside each other: several icons, or one of anything else. */
type Row = readonly Indexed[];
/** What one try at a layout works with. */
type Try = {
  readonly scale: number;
  readonly letters: number;
  readonly width: number;
  readonly pointed: ReadonlySet<number | undefined>;
  readonly mostLines: number;
};

const LETTERS = 23;
const LARGEST_LETTERS = 27;
const LARGEST_SCALE = 1.4;
const SMALLEST_SCALE = 0.15;
const GAP = 11;
const TILE = 62;
/** Icons stand further apart than lines, so that a ring around one leaves the next free. */
const ICON_FOOT = 7;
const CAPTION = 0.85;
/** A key's letters and the edge around them, as parts of its tile. */
const KEY_LETTERS = 0.5;
const KEY_EDGE = 0.08;
const BUBBLE = 0.84;
const SIGN_GAP = 10;
/** What a switch takes at the right, and what a hand or a mark takes there. */
export const SWITCH = 54;
const POINTED = 46;

/** Sets the things of a screen below each other, all as large as the room allows. */
export function layOutScreen(scene: ScreenScene, room: Box): readonly Placed[] {
  const rows = rowsOf(scene.items);
  const pointed = new Set([scene.hand, scene.no]);
  for (const [scale, mostLines] of SCALES) {
    const letters = Math.min(LARGEST_LETTERS, LETTERS * scale ** 0.7);
    const attempt = { scale, letters, width: room.width, pointed, mostLines };
    const heights = rows.map((row) => heightOf(row, attempt));
    const total = heights.reduce((sum, height) => sum + height, GAP * scale * (rows.length - 1));
    if (total <= room.height) {
      return placeRows(rows, heights, attempt, { ...room, y: room.y + (room.height - total) / 2 });
    }
  }
  throw new Error('a screen holds more than can be drawn');
}

/** From the largest down (letters shrink less than what is around them): words in one line while that keeps them large, else in up to three. */
const SCALES: readonly (readonly [number, number])[] = [
  ...scalesDownTo(0.95).map((scale) => [scale, 1] as const),
  ...scalesDownTo(SMALLEST_SCALE).map((scale) => [scale, 3] as const)
];

function scalesDownTo(smallest: number): number[] {
  const steps = Math.round((LARGEST_SCALE - smallest) / 0.05);
  return Array.from({ length: steps + 1 }, (_, step) => LARGEST_SCALE - step * 0.05);
}

function rowsOf(items: readonly ScreenItem[]): readonly Row[] {
  const icons = items.filter(({ look }) => look === 'icon').length;
  const perRow = icons === 4 ? 2 : 3;
  const rows: Indexed[][] = [];
  for (const [index, item] of items.entries()) {
    const last = rows.at(-1);
    const joins = item.look === 'icon' && last?.[0]?.item.look === 'icon' && last.length < perRow;
    if (joins) last.push({ item, index });
    else rows.push([{ item, index }]);
  }
  return rows;
}

function heightOf(row: Row, attempt: Try): number {
  return Math.max(...row.map(({ item, index }) => itemHeight(item, index, row.length, attempt)));
}

function itemHeight(item: ScreenItem, index: number, beside: number, attempt: Try): number {
  const { scale, letters, width, mostLines } = attempt;
  if (item.look === 'icon') {
    const caption = captionLines(item, width / beside, letters);
    const below = caption > 0 ? 4 + caption * letters * CAPTION * LINE_HEIGHT : 0;
    return (TILE + ICON_FOOT) * scale + below;
  }
  const room = labelWidth(item, index, attempt);
  const lines = item.words ? linesAt(item.words, letters, room, mostLines) : [''];
  if (!lines) return Number.POSITIVE_INFINITY;
  const inner = Math.max(lines.length * letters * LINE_HEIGHT, signSize(item, letters));
  return inner + 2 * paddingOf(item).y * scale;
}

function captionLines(item: ScreenItem, width: number, letters: number): number {
  if (!item.words || isKey(item)) return 0;
  return linesAt(item.words, letters * CAPTION, width - 6, 2)?.length ?? 2;
}

function placeRows(
  rows: readonly Row[],
  heights: readonly number[],
  attempt: Try,
  room: Box
): readonly Placed[] {
  let y = room.y;
  return rows.flatMap((row, at) => {
    const height = heights[at] ?? 0;
    const width = room.width / row.length;
    const placed = row.map(({ item, index }, column) => {
      const box = { x: room.x + column * width, y, width, height };
      return item.look === 'icon'
        ? placeIcon(item, box, attempt)
        : placeItem(item, index, box, attempt);
    });
    y += height + GAP * attempt.scale;
    return placed;
  });
}

function placeIcon(item: ScreenItem, box: Box, { scale, letters }: Try): Placed {
  const tile = TILE * scale;
  const sign = { x: box.x + (box.width - tile) / 2, y: box.y, width: tile, height: tile };
  if (isKey(item)) {
    return { item, box, sign, label: grow(sign, -KEY_EDGE * tile), letters: tile * KEY_LETTERS };
  }
  const lines = captionLines(item, box.width, letters);
  const label = {
    x: box.x + 3,
    y: box.y + tile + 4,
    width: box.width - 6,
    height: lines * letters * CAPTION * LINE_HEIGHT
  };
  return { item, box, sign, label: item.words ? label : undefined, letters: letters * CAPTION };
}

function placeItem(item: ScreenItem, index: number, room: Box, attempt: Try): Placed {
  const { letters } = attempt;
  const padding = paddingOf(item);
  const size = signSize(item, letters);
  const most = labelWidth(item, index, attempt);
  const width = isBubble(item) ? bubbleWords(item, most, attempt) : most;
  const box = isBubble(item) ? bubbleBox(item, room, most - width) : room;
  const sign = {
    x: box.x + padding.x,
    y: box.y + (box.height - size) / 2,
    width: size,
    height: size
  };
  const label = {
    x: box.x + padding.x + (size > 0 ? size + SIGN_GAP : 0),
    y: box.y,
    width,
    height: box.height
  };
  return {
    item,
    box,
    sign: size > 0 ? sign : undefined,
    label: item.words ? label : undefined,
    letters
  };
}

/** A bubble is as wide as what is in it, at the side of who speaks. */
function bubbleBox({ look }: ScreenItem, room: Box, unused: number): Box {
  const width = room.width * BUBBLE - unused;
  return { ...room, width, x: look === 'mine' ? room.x + room.width - width : room.x };
}

/** How much of its room for words a bubble takes. */
function bubbleWords({ words, sign }: ScreenItem, most: number, attempt: Try): number {
  const { letters, mostLines, width } = attempt;
  if (words) {
    const lines = linesAt(words, letters, most, mostLines) ?? [words];
    return Math.max(...lines.map(widthOf)) * letters;
  }
  return sign ? -SIGN_GAP : width * 0.4;
}

/** A tile without a sign is a key of a keyboard: its words stand on it. */
export function isKey({ look, sign, words }: ScreenItem): boolean {
  return look === 'icon' && sign === undefined && words !== undefined;
}

function isChoice({ look }: ScreenItem): boolean {
  return look === 'choice' || look === 'chosen';
}

function isBubble({ look }: Pick<ScreenItem, 'look'>): boolean {
  return look === 'mine' || look === 'theirs';
}

function paddingOf({ look }: ScreenItem): { readonly x: number; readonly y: number } {
  if (look === 'text') return { x: 4, y: 3 };
  return { x: 13, y: isBubble({ look }) ? 8 : 9 };
}

function signSize(item: ScreenItem, letters: number): number {
  const drawn = item.sign !== undefined || isChoice(item) || item.look === 'warning';
  if (!drawn) return 0;
  return isBubble(item) && !item.words ? letters * 2.2 : letters * 1.4;
}

function labelWidth(item: ScreenItem, index: number, { letters, width, pointed }: Try): number {
  const size = signSize(item, letters);
  const taken =
    2 * paddingOf(item).x +
    (size > 0 ? size + SIGN_GAP : 0) +
    (item.look.startsWith('switch') ? SWITCH : 0) +
    (isChoice(item) && item.sign ? size + SIGN_GAP : 0) +
    (pointed.has(index) ? POINTED : 0);
  return (isBubble(item) ? width * BUBBLE : width) - taken;
}
