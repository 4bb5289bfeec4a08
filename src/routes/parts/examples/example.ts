import type { Scene } from '#features/lessons/domain/picture.ts';

export type Example = { readonly name: string; readonly scene: Scene };

export const LONGEST = '画面右上の歯車の印から設定をひらいて進みます';
