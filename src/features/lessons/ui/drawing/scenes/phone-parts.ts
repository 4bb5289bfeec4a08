import type { Scene } from '../../../domain/picture.ts';
import type { Box } from './box.ts';

export type PhoneScene = Extract<Scene, { scene: 'phone' }>;
export type PhoneFace = NonNullable<PhoneScene['face']>;
export type PhoneKey = NonNullable<PhoneScene['key']>;

/** The drawn phone's outline; all places below are in the same units. */
export const BODY: Box = { x: 94, y: 6, width: 132, height: 228 };

const LONG_SCREEN: Box = { x: 102, y: 24, width: 116, height: 194 };
const SHORT_SCREEN: Box = { x: 102, y: 24, width: 116, height: 138 };

export function screenOf(face: PhoneFace | undefined): Box {
  return face === 'kantan' ? SHORT_SCREEN : LONG_SCREEN;
}

/** Where the keys of each kind of phone are; a phone of no kind has them where Android has. */
const android = {
  home: { x: 146, y: 192, width: 28, height: 22 },
  back: { x: 110, y: 192, width: 28, height: 22 },
  power: { x: 223, y: 112, width: 11, height: 28 },
  volume: { x: 223, y: 54, width: 11, height: 48 },
  lens: { x: 151, y: 7, width: 18, height: 16 },
  charge: { x: 140, y: 226, width: 40, height: 40 }
} as const satisfies Partial<Record<PhoneKey, Box>>;

const places: Readonly<Record<PhoneFace, Record<keyof typeof android, Box>>> = {
  android,
  iphone: {
    ...android,
    home: { x: 130, y: 203, width: 60, height: 12 },
    back: { x: 106, y: 40, width: 28, height: 24 },
    power: { x: 223, y: 66, width: 11, height: 40 },
    volume: { x: 86, y: 62, width: 11, height: 58 }
  },
  kantan: {
    ...android,
    home: { x: 163, y: 174, width: 52, height: 46 },
    back: { x: 105, y: 174, width: 52, height: 46 }
  }
};

export function keysOf(face: PhoneFace | undefined): (typeof places)[PhoneFace] {
  return places[face ?? 'android'];
}

/** The lenses on the back. */
export function lensesOf(face: PhoneFace | undefined): Box {
  if (face === 'iphone') return { x: 106, y: 18, width: 62, height: 62 };
  if (face === 'kantan') return { x: 143, y: 27, width: 34, height: 34 };
  return { x: 108, y: 20, width: 38, height: 68 };
}
