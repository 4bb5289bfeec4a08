import { open } from 'node:fs/promises';
import { drawQr } from '#shared/qr.ts';

const SIDE = 480;
const FRAMES_PER_SECOND = 5;
const SECONDS_PER_SCENE = 3;
/** Of a film's luminance: paper and ink as a camera sees them. */
const [PAPER, INK, NO_COLOUR] = [220, 30, 128];

/**
 * A film for a browser's fake camera (YUV4MPEG2, uncompressed): each code is held before it for three
 * seconds, one after the other; the browser shows it again from the beginning when it has ended.
 */
export async function writeFilm(path: string, codes: readonly string[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(`YUV4MPEG2 W${SIDE} H${SIDE} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    for (const code of codes) {
      const frame = frameOf(code);
      for (let count = 0; count < FRAMES_PER_SECOND * SECONDS_PER_SCENE; count++)
        await file.write(frame);
    }
  } finally {
    await file.close();
  }
}

function frameOf(code: string): Buffer {
  const { size, path } = drawQr(code);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x} ${y}`));
  const luminance = Buffer.alloc(SIDE * SIDE, PAPER);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const square = `${Math.floor((x * size) / SIDE)} ${Math.floor((y * size) / SIDE)}`;
      if (dark.has(square)) luminance[y * SIDE + x] = INK;
    }
  }
  const colour = Buffer.alloc((SIDE * SIDE) / 2, NO_COLOUR);
  return Buffer.concat([Buffer.from('FRAME\n'), luminance, colour]);
}
