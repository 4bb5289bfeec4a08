import type { Scene } from '../../../domain/picture.ts';
import type { Box } from './box.ts';
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
};

const LETTERS = 23;
const LARGEST_LETTERS = 27;
const LARGEST_SCALE = 1.4;
const SMALLEST_SCALE = 0.4;
const GAP = 9;
const TILE = 62;
const CAPTION = 0.85;
const BUBBLE = 0.84;
const SIGN_GAP = 10;
/** What a switch takes at the right, and what a hand or a mark takes there. */
export const SWITCH = 54;
const POINTED = 46;

/** Sets the things of a screen below each other, all as large as the room allows. */
export function layOutScreen(scene: ScreenScene, room: Box): readonly Placed[] {
  const rows = rowsOf(scene.items);
  const pointed = new Set([scene.hand, scene.no]);
  for (let scale = LARGEST_SCALE; ; scale -= 0.05) {
    const letters = Math.min(LARGEST_LETTERS, LETTERS * scale);
    const attempt = { scale, letters, width: room.width, pointed };
    const heights = rows.map((row) => heightOf(row, attempt));
    const total = heights.reduce((sum, height) => sum + height, GAP * scale * (rows.length - 1));
    if (total <= room.height || scale <= SMALLEST_SCALE) {
      return placeRows(rows, heights, attempt, { ...room, y: room.y + (room.height - total) / 2 });
    }
  }
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
  const { scale, letters, width } = attempt;
  if (item.look === 'icon') {
    const caption = captionLines(item, width / beside, letters);
    return TILE * scale + (caption > 0 ? 4 + caption * letters * CAPTION * LINE_HEIGHT : 0);
  }
  const room = labelWidth(item, index, attempt);
  const lines = item.words ? linesAt(item.words, letters, room, 3) : [''];
  if (!lines) return Number.POSITIVE_INFINITY;
  const inner = Math.max(lines.length * letters * LINE_HEIGHT, signSize(item, letters));
  return inner + 2 * paddingOf(item).y * scale;
}

function captionLines(item: ScreenItem, width: number, letters: number): number {
  if (!item.words) return 0;
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
  const top = box.y + tile + 4;
  const label = { x: box.x + 3, y: top, width: box.width - 6, height: box.y + box.height - top };
  return { item, box, sign, label: item.words ? label : undefined, letters: letters * CAPTION };
}

function placeItem(item: ScreenItem, index: number, room: Box, attempt: Try): Placed {
  const { letters } = attempt;
  const padding = paddingOf(item);
  const size = signSize(item, letters);
  const width = labelWidth(item, index, attempt);
  const box = isBubble(item) ? bubbleBox(item, room, width, attempt) : room;
  const sign =
    size > 0
      ? { x: box.x + padding.x, y: box.y + (box.height - size) / 2, width: size, height: size }
      : undefined;
  const label = {
    x: box.x + padding.x + (size > 0 ? size + SIGN_GAP : 0),
    y: box.y,
    width,
    height: box.height
  };
  return { item, box, sign, label: item.words ? label : undefined, letters };
}

/** A bubble is as wide as its words, at the side of who speaks. */
function bubbleBox(item: ScreenItem, room: Box, most: number, { letters }: Try): Box {
  const lines = linesAt(item.words ?? '', letters, most, 3) ?? [];
  const words = item.words ? Math.max(...lines.map(widthOf)) * letters : room.width * 0.4;
  const sign = item.sign ? signSize(item, letters) + (item.words ? SIGN_GAP : 0) : 0;
  const width = (item.words || !item.sign ? words : 0) + sign + 2 * paddingOf(item).x;
  return { ...room, width, x: item.look === 'mine' ? room.x + room.width - width : room.x };
}

function isChoice({ look }: ScreenItem): boolean {
  return look === 'choice' || look === 'chosen';
}

function isBubble({ look }: ScreenItem): boolean {
  return look === 'mine' || look === 'theirs';
}

function paddingOf({ look }: ScreenItem): { readonly x: number; readonly y: number } {
  if (look === 'text') return { x: 4, y: 3 };
  return look === 'row' ? { x: 12, y: 9 } : { x: 14, y: 10 };
}

function signSize(item: ScreenItem, letters: number): number {
  const drawn = item.sign !== undefined || isChoice(item) || item.look === 'warning';
  return drawn ? letters * 1.4 : 0;
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
