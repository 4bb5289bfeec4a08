import { keep } from './kept.ts';

export const textSizes = ['22', '26', '30', '36'] as const;
export type TextSize = (typeof textSizes)[number];

export const furiganaModes = ['none', 'hard', 'all'] as const;
export type FuriganaMode = (typeof furiganaModes)[number];

/** Kept on the device; the small script in app.html reads the same two keys before the first paint. */
export const TEXT_SIZE_KEY = 'engawa.textSize';
const FURIGANA_KEY = 'engawa.furigana';

export function isTextSize(value: unknown): value is TextSize {
  return textSizes.includes(value as TextSize);
}

export function isFuriganaMode(value: unknown): value is FuriganaMode {
  return furiganaModes.includes(value as FuriganaMode);
}

export function chosenTextSize(): TextSize {
  const value = document.documentElement.dataset['textSize'];
  return isTextSize(value) ? value : '22';
}

export function chosenFurigana(): FuriganaMode {
  const value = document.documentElement.dataset['furigana'];
  return isFuriganaMode(value) ? value : 'hard';
}

export function chooseTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size;
  keep(TEXT_SIZE_KEY, size);
}

export function chooseFurigana(mode: FuriganaMode): void {
  document.documentElement.dataset['furigana'] = mode;
  keep(FURIGANA_KEY, mode);
}
