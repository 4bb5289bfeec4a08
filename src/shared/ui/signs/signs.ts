import { appSigns } from './app-signs.ts';
import { handSigns } from './hand-signs.ts';
import { keySigns } from './key-signs.ts';
import type { SignName } from './names.ts';
import { peopleSigns } from './people-signs.ts';
import { placeSigns } from './place-signs.ts';
import type { Drawing } from './shape.ts';
import { thingSigns } from './thing-signs.ts';

/** Every sign by its name: drawn by us, of no maker, in a box of 64 by 64. */
export const signs: Readonly<Record<SignName, Drawing>> = {
  ...handSigns,
  ...appSigns,
  ...keySigns,
  ...thingSigns,
  ...peopleSigns,
  ...placeSigns
};
