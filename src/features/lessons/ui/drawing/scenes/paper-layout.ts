import type { Scene } from '../../../domain/picture.ts';
import type { Box } from './box.ts';

type PaperScene = Extract<Scene, { scene: 'paper' }>;

export type PaperLayout = {
  readonly title: Box | undefined;
  readonly lines: readonly Box[];
  readonly sign: Box | undefined;
};

/** The written part of the sheet, inside its margins. */
const SHEET: Box = { x: 40, y: 18, width: 240, height: 204 };
/** The title keeps clear of the folded corner. */
const TITLE: Box = { x: 40, y: 18, width: 212, height: 50 };
const SIGN_BESIDE = 84;
const TALLEST_LINE = 56;

/**
 * The heading above; below it the lines. A sign stands beside them if there are any, and in the
 * middle of the sheet if there are none.
 */
export function layOutPaper(scene: PaperScene): PaperLayout {
  const title = scene.title === undefined ? undefined : TITLE;
  const top = title ? title.y + title.height + 12 : SHEET.y + 14;
  const height = SHEET.y + SHEET.height - top;
  const count = scene.lines.length;
  const beside = scene.sign !== undefined && count > 0;
  const width = SHEET.width - (beside ? SIGN_BESIDE + 12 : 0);
  const each = Math.min(TALLEST_LINE, height / Math.max(count, 1));
  return {
    title,
    lines: scene.lines.map((_, index) => ({
      x: SHEET.x,
      y: top + index * each,
      width,
      height: each
    })),
    sign: scene.sign === undefined ? undefined : signBox(beside, top, height)
  };
}

function signBox(beside: boolean, top: number, height: number): Box {
  const size = beside ? SIGN_BESIDE : Math.min(height, 150);
  const x = beside ? SHEET.x + SHEET.width - size : SHEET.x + (SHEET.width - size) / 2;
  return { x, y: top + (height - size) / 2, width: size, height: size };
}
